"""What the pages show of the log, read in one go. Standard library only; no model is built."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.lists.overview import Overview

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow
    from explog.journal.library import Library

MOST = 30
"""Lines of each list of the first page that are read; a screen shows a quarter of its height."""


@dataclass(frozen=True)
class Glance:
    """The log at one moment."""

    today: date
    path: str
    """Where the log lies."""
    page: Overview = field(default_factory=Overview)
    """The first page; empty where it was not asked for."""
    agreements: list[Document] = field(default_factory=list)
    """All of them; empty where they were not asked for."""
    workplaces: list[Document] = field(default_factory=list)
    is_untouched: bool = False
    """No experiment has ever been written, not even one that is archived now."""
    count: int = 0
    """How many experiments there are, archived ones left out."""
    version: str = ""
    """What the log goes by until something is written to it (``Library.version``)."""

    @cached_property
    def by_key(self) -> dict[str, ExperimentRow]:
        """Key → row of every experiment that the first page names."""
        page = self.page
        shown = (page.named, page.running, page.scaled, page.taught, page.waiting)
        return {row.key: row for rows in shown for row in rows}


def outline(library: Library) -> Glance:
    """Look at the log without reading any line: whose it is, and how much there is."""
    return Glance(
        today=library.today(),
        path=library.path(),
        workplaces=[place for place in library.workplaces() if not place.get("archived")],
        is_untouched=library.is_empty(),
        count=library.count(),
    )


def promises(library: Library) -> Glance:
    """Look at the log with its agreements."""
    return replace(outline(library), agreements=library.agreements())


def glance(library: Library, before: Glance | None = None) -> Glance:
    """Look at the log with its first page; where nothing was written, that is what was *before*."""
    version = library.version()
    if before is not None and before.version == version:
        return before
    return replace(outline(library), page=library.overview(MOST), version=version)
