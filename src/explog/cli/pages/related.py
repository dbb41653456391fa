"""Earlier experiments that resemble an idea, each with what it taught and why it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explog.cli.marks import row_mark
from explog.cli.pages.layout import Page, joined
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.cli.library import StoredLibrary
    from explog.domain.recall.similar import Related
    from explog.domain.record.rows import ExperimentRow

BECAUSE = 4
"""So many pairs of words are shown."""


class Earlier(NamedTuple):
    """An earlier experiment that resembles the idea."""

    row: ExperimentRow
    found: Related
    is_known: bool
    """Whether the idea says that it builds on it."""

    def as_json(self) -> dict[str, object]:
        """The documented object: stable keys and order."""
        return {
            "key": self.row.key,
            "title": self.row.title,
            "outcome": self.row.outcome,
            "learned": self.found.learned,
            "score": self.found.score,
            "matched": [list(pair) for pair in self.found.matched],
            "known": self.is_known,
        }


def related_to(library: StoredLibrary, record: Mapping[str, object]) -> list[Earlier]:
    """The earlier experiments that resemble the experiment of *record*, its document."""
    own, builds_on = record.get("id"), record.get("derived_from")
    cycles = record.get("cycles")
    belief = cycles[-1].get("belief") if isinstance(cycles, list) and cycles else None
    idea = f"{record.get('title') or ''} {belief or ''}"
    return related_to_text(library, idea, own, builds_on if isinstance(builds_on, list) else ())


def related_to_text(
    library: StoredLibrary, idea: str, own: object = None, known: list[str] | tuple[str, ...] = ()
) -> list[Earlier]:
    """The earlier experiments that resemble *idea*, but for its *own* one."""
    from explog.domain.recall.similar import related

    candidates = [one for one in library.candidates() if one.key != own]
    found = {one.key: one for one in related(idea, candidates)}
    return [Earlier(row, found[row.id], row.id in known) for row in library.rows_of([*found])]


def related_lines(earlier: list[Earlier]) -> list[str]:
    """A calm block; no line where there is nothing to show."""
    page = Page()
    if earlier:
        page.heading(_("You may have tried this before"))
    for one in earlier:
        sign, word, style = row_mark(one.row)
        known = _("builds on it") if one.is_known else ""
        page.marked(
            sign,
            joined(f"{one.row.key}  {one.row.title}", word, known),
            style=style,
        )
        page.text(one.found.learned or "", indent="    ")
        pairs = ", ".join(_pair(*pair) for pair in one.found.matched[:BECAUSE])
        page.text(_("because of: {words}").format(words=pairs), indent="    ", style="dim")
    return page.lines


def _pair(word: str, other: str) -> str:
    """A word of the idea and the one it met; one word where they are the same."""
    return word if word == other else f"{word} ~ {other}"
