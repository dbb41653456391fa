"""What the pages show of the log, read in one go. Standard library only; no model is built."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.overview import Overview, overview

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.fold import Document
    from explog.domain.rows import ExperimentRow
    from explog.journal.library import Library
    from explog.tui.desk import Desk

PIECE = 2000
"""Lines that are read in one go."""


@dataclass(frozen=True)
class Glance:
    """The log at one moment."""

    rows: list[ExperimentRow]
    """Newest first, archived ones left out."""
    today: date
    path: str
    """Where the log lies."""
    agreements: list[Document] = field(default_factory=list)
    workplaces: list[Document] = field(default_factory=list)
    is_untouched: bool = False
    """No experiment has ever been written, not even one that is archived now."""
    counted: int | None = None
    """How many experiments there are, where their lines were not read."""
    version: str = ""
    """What the log goes by until something is written to it (``Library.version``)."""

    @property
    def count(self) -> int:
        """How many experiments there are, archived ones left out."""
        return len(self.rows) if self.counted is None else self.counted

    @cached_property
    def page(self) -> Overview:
        """The first page."""
        return overview(self.rows, self.agreements, self.today.isoformat())

    @cached_property
    def by_key(self) -> dict[str, ExperimentRow]:
        """Key → row."""
        return {row.key: row for row in self.rows}

    @cached_property
    def by_id(self) -> dict[str, ExperimentRow]:
        """Id → row."""
        return {row.id: row for row in self.rows}


def outline(library: Library) -> Glance:
    """Look at the log without reading the lines: whose it is, and how much there is."""
    return Glance(
        rows=[],
        today=library.today(),
        path=library.path(),
        workplaces=[place for place in library.workplaces() if not place.get("archived")],
        is_untouched=library.is_empty(),
        counted=library.count(),
    )


async def whole(desk: Desk, before: Glance | None) -> Glance:
    """Look at the log with all its lines; where nothing was written, it is what was seen *before*.

    Ten thousand lines take half a second, so a large log is read piece by piece: what another page
    asks meanwhile need not wait for the last of them.
    """
    seen = await desk.read(lambda library: _known(library, before))
    if not isinstance(seen, tuple):
        return seen
    begun, ids = seen
    rows: list[ExperimentRow] = []
    for start in range(0, len(ids), PIECE):
        piece = ids[start : start + PIECE]
        rows += await desk.read(lambda library, piece=piece: library.rows_of(piece))  # type: ignore[misc] # bound now
    return replace(begun, rows=rows, counted=None)


def _known(library: Library, before: Glance | None) -> Glance | tuple[Glance, list[str]]:
    """All of a log that is small or was not written to; else what is quick to know, and the ids."""
    version = library.version()
    if before is not None and before.version == version:
        return before
    if library.count() <= PIECE:
        return glance(library)
    from explog.domain.query import Query

    begun = replace(outline(library), version=version, agreements=library.agreements())
    return begun, library.ids(Query(), "newest")


def glance(library: Library) -> Glance:
    """Look at the log once."""
    version = library.version()
    rows = library.rows()
    return Glance(
        version=version,
        rows=rows,
        today=library.today(),
        path=library.path(),
        agreements=library.agreements(),
        workplaces=[place for place in library.workplaces() if not place.get("archived")],
        is_untouched=not rows and not library.rows(archived=True),
    )
