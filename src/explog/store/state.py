"""The row that one subject's events add up to: made here, and written here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from explog.domain.events import canonical
from explog.domain.record.keys import folded as plain
from explog.store import searching
from explog.store.deriving import summary_of
from explog.store.identity import TABLES, of_kind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from sqlite_utils import Database

    from explog.domain.record.fold import Document, Folded
    from explog.domain.record.keys import Assigned
    from explog.store.deriving import Deriver

TITLES = ("title", "name", "what")
"""The fields that can be a subject's headline, the first one present being it."""


class Words(NamedTuple):
    """What a subject is found by."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class StateRow:
    """One subject as it is stored; two of one subject are equal exactly when their bytes are."""

    subject: str
    key: str | None
    folded: str | None
    """The key as it is looked up; a workplace that has no key is looked up by its code."""
    derived: str
    document: str
    words: Words

    @property
    def table(self) -> str:
        """The state table it stands in."""
        return TABLES[kind_of(self.subject)]

    def columns(self) -> dict[str, str | None]:
        """What is written; the table generates the rest."""
        return {
            "id": ident_of(self.subject),
            "key": self.key,
            "folded": self.folded,
            "derived": self.derived,
            "document": self.document,
        }


def kind_of(subject: str) -> str:
    """What *subject* is."""
    return subject.partition("/")[0]


def ident_of(subject: str) -> str:
    """The id within the kind."""
    return subject.partition("/")[2]


def is_thresholds(subject: str) -> bool:
    """Whether *subject* holds the thresholds, on which the derived facts of experiments hang."""
    return kind_of(subject) == "thresholds"


def state_of(
    subject: str,
    found: Folded,
    name: Assigned | None,
    thresholds: Document | None,
    deriver: Deriver,
) -> StateRow | None:
    """The row of *subject*, whose events add up to *found*; None where nothing of it is left.

    Nothing is left where only the key is, and where the giving of the key was taken back: what
    another device wrote about it meanwhile stays in the events, and shows again when the key does.

    The document is the folded one with its ``id``, the key that *name* says in place of the claimed
    one, and ``aliases`` where there are any.

    Raises:
        InvalidError: When the document breaks the domain's model.
    """
    document = found.document()
    was_taken_back = "key" in found.heads and "key" not in document
    if was_taken_back or not document.keys() - {"key", "aliases", "id"}:
        return None
    document.pop("aliases", None)
    if name is not None and "key" in document:
        document["key"] = name.key
        if name.aliases:
            document["aliases"] = [*name.aliases]
    document["id"] = ident_of(subject)
    return row_of(
        subject,
        document,
        summary_of(deriver, subject, document, thresholds, found.versions()),
        deriver,
    )


def row_of(subject: str, document: Document, derived: Document, deriver: Deriver) -> StateRow:
    """The row of *subject* with this *document* and these *derived* facts."""
    key = _text(document.get("key"))
    handle = key or _text(document.get("code"))
    title = next((found for name in TITLES if (found := _text(document.get(name)))), "")
    text = deriver.words(kind_of(subject), document)
    return StateRow(
        subject=subject,
        key=key,
        folded=plain(handle) if handle else None,
        derived=canonical(derived),
        document=canonical(document),
        words=Words(*map(searching.composed, (key or "", title, text))),
    )


def write(db: Database, rows: Iterable[StateRow]) -> None:
    """Store *rows*, each in place of its subject's former one, and let them be found."""
    by_table: dict[str, list[StateRow]] = {}
    for row in rows:
        by_table.setdefault(row.table, []).append(row)
    for table, members in by_table.items():
        db.table(table).upsert_all((row.columns() for row in members), pk="id")
        for row in members:
            searching.put(db.conn, row.subject, *row.words)


def remove(conn: sqlite3.Connection, subject: str) -> None:
    """Delete the row of *subject*, of which nothing is left."""
    conn.execute(
        of_kind("DELETE FROM {table} WHERE id = ?", kind_of(subject)), (ident_of(subject),)
    )
    searching.take_away(conn, subject)


def document_of(conn: sqlite3.Connection, subject: str) -> Document | None:
    """The stored document of *subject*; None where there is none."""
    sql = of_kind("SELECT document FROM {table} WHERE id = ?", kind_of(subject))
    found = conn.execute(sql, (ident_of(subject),)).fetchall()
    return _loaded(found[0][0]) if found else None


def thresholds_of(conn: sqlite3.Connection) -> Document | None:
    """The thresholds in force; None for the defaults. Of several subjects the highest id counts."""
    found = conn.execute("SELECT document FROM thresholds ORDER BY id DESC LIMIT 1").fetchall()
    return _loaded(found[0][0]) if found else None


def _loaded(text: str) -> Document:
    """The document in *text*."""
    document: Document = json.loads(text)
    return document


def _text(value: object) -> str | None:
    """*value* when it is a text with something in it."""
    return value if isinstance(value, str) and value else None
