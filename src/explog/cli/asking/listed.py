"""The lists of the menu: each knows how long it is, and reads only the lines that are said."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING, Protocol

from explog.cli.library import StoredLibrary
from explog.cli.marks import row_mark, word
from explog.cli.pages.listing import how_far
from explog.domain.lists.overview import agreed
from explog.domain.moments import shown_day
from explog.domain.query.query import Query
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.lists.overview import Item
    from explog.domain.record.rows import ExperimentRow

Line = tuple[str, str]
"""What is said, and the key that it stands for."""


class Listed(Protocol):
    """A list whose lines are chosen by their number."""

    count: int

    def lines(self, start: int, end: int) -> list[Line]:
        """The lines from *start* to before *end*, counted from 0."""


class Experiments:
    """Every experiment, newest first."""

    def __init__(self, session: Session) -> None:
        """Look which there are."""
        self._session = session
        with closing(StoredLibrary(session.path, session.today)) as library:
            self._ids = library.ids(Query(), "newest")
        self.count = len(self._ids)

    def lines(self, start: int, end: int) -> list[Line]:
        """As ``Listed`` says."""
        today = self._session.today
        with closing(StoredLibrary(self._session.path, today)) as library:
            rows = library.rows_of(self._ids[start:end])
        return [(_told(row, today.isoformat()), row.key) for row in rows]


class Pressing:
    """What needs attention, most pressing first."""

    def __init__(self, session: Session) -> None:
        """Count it."""
        self._session = session
        today = session.today
        with closing(StoredLibrary(session.path, today)) as library:
            self.count = library.overview(1).pressing
            due = agreed(library.agreements(), {}, today.isoformat())
            self.agreements = frozenset(item.key for item in due)
            """The keys of what is an agreement."""

    def lines(self, start: int, end: int) -> list[Line]:
        """As ``Listed`` says."""
        with closing(StoredLibrary(self._session.path, self._session.today)) as library:
            items = library.overview(end).attention[start:end]
        return [(_asked(item), item.key) for item in items]


def _told(row: ExperimentRow, today: str) -> str:
    """An experiment in one line."""
    _sign, shown, _style = row_mark(row)
    parts = [row.key, row.title, shown, how_far(row, today)]
    if row.attention:
        parts.append(word("Attention", row.attention[0]))
    return ", ".join(part for part in parts if part)


def _asked(item: Item) -> str:
    """Something that needs attention in one line."""
    said = f"{word('Attention', item.code.value)}: {item.key}, {item.title}"
    since = shown_day(date.fromisoformat(item.since)) if item.since else ""
    return said + (", " + _("since {day}").format(day=since) if since else "")
