"""Writing some experiments to a file, as a document or as a table for a spreadsheet."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explog.errors import NoFileError
from explog.exchange import choosing, exporting, files, sheet
from explog.locale import ngettext, spoken
from explog.store import reading
from explog.store.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from explog.domain.record.rows import ExperimentRow

TABLE = ".csv"
"""A file called so becomes a table."""


def document(
    log: Path, as_of: date, ids: Sequence[str] | None = None, *, events: bool = True
) -> list[str]:
    """The document of the *log* as of a day; with *ids* only of these experiments.

    It is read to its end at once: a reader that is left open would block every writer.

    Raises:
        NoFileError: When there is no log.
        InvalidError: When a person number is found in a text; it is not given out.
    """
    conn = reading.open_reader(log)
    if conn is None:
        raise NoFileError(log)
    with closing(conn), transaction(conn, "BEGIN"):
        bodies = partial(reading.event_bodies, conn)
        source = exporting.Source(partial(reading.export_parts, conn), bodies)
        if ids is not None:
            source = choosing.only(source, ids, bodies)
        return [*exporting.lines(source, as_of.isoformat(), events=events)]


def table(rows: Sequence[ExperimentRow]) -> Iterator[str]:
    """*rows* as a spreadsheet reads them in the language in force."""
    return sheet.lines(rows, ";" if spoken() == "da" else ",")


class Sender:
    """Writes what is shown on a screen to a file; called on the thread of the screens."""

    def __init__(self, as_of: date) -> None:
        """Tell everything as of this day."""
        self._as_of = as_of

    def is_there(self, typed: str) -> bool:
        """Whether a file stands where a person *typed*."""
        return Path(typed).expanduser().exists()

    def send(self, log: str, typed: str, rows: Sequence[ExperimentRow]) -> str:
        """Write *rows* of the *log* to the file a person *typed*; one sentence that says so.

        Raises:
            ExplogError: When it cannot be written, or holds what must not be given out.
        """
        path = Path(typed).expanduser()
        if path.suffix.lower() == TABLE:
            files.save(table(rows), path)
        else:
            ids = [row.id for row in rows]
            files.save(document(Path(log), self._as_of, ids), path)
        return ngettext(
            "{n} experiment is written to {path}.",
            "{n} experiments are written to {path}.",
            len(rows),
        ).format(n=len(rows), path=path.absolute())
