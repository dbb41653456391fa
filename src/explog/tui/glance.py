"""What the pages show of the log, read in one go. Standard library only; no model is built."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.overview import Overview, overview

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.fold import Document
    from explog.domain.rows import ExperimentRow
    from explog.journal.library import Library


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


def glance(library: Library) -> Glance:
    """Look at the log once."""
    rows = library.rows()
    return Glance(
        rows=rows,
        today=library.today(),
        path=library.path(),
        agreements=library.agreements(),
        workplaces=[place for place in library.workplaces() if not place.get("archived")],
        is_untouched=not rows and not library.rows(archived=True),
    )
