"""The steps of a leadership or MED round (DOMAIN.md 10.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import _
from explog.tui.steps.shared import head, name_of, notes, story_lines, text
from explog.tui.widgets import sections
from explog.tui.widgets.conditions import condition_lines
from explog.tui.widgets.pieces import run, word

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from textual.widget import Widget

    from explog.tui.dossier import Dossier
    from explog.tui.meeting import Meeting, Turn

SCALED = frozenset({"adopted", "scaled", "retired"})
INSIDE = frozenset({"failed_safely"})
OUTSIDE = frozenset({"failed_unsafely", "failed_no_net", "failed_pending"})


def scaled(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What is in daily operation: how many places of how many, and who owns it."""
    pages = _with(meeting, SCALED)
    pages.sort(key=lambda page: page.derived["level"] != "scaled")
    return [*_each(pages, _scaled), notes(meeting, turn, _("What is spread further, and by whom"))]


def _scaled(page: Dossier) -> list[Widget]:
    """One solution."""
    kept, derived = page.experiment.operation, page.derived
    told = [] if derived["fraction"] is None else [sections.told_places(derived["fraction"])]
    lines = [run(name_of(page), word("  " + " · ".join(told), "bold $worked"))]
    lines += sections.labelled(_("Run by"), kept.owner_role)
    lines += sections.labelled(_("What must others not change?"), kept.core)
    return [text(*lines)]


def inside(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What failed inside the frame, and what it taught."""
    return [
        *_each(_with(meeting, INSIDE), lambda page: [text(*story_lines(page))]),
        notes(meeting, turn, _("Lessons worth sharing")),
    ]


def outside(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What ended outside the frame or had none, with the conditions that did not hold."""
    return [
        *_each(_with(meeting, OUTSIDE), _outside),
        notes(meeting, turn, _("What should the frames be?")),
    ]


def _outside(page: Dossier) -> list[Widget]:
    """One of them; the conditions say what, never who."""
    broken = [told for told in page.derived["conditions"] if told["met"] != "met"]
    return [text(*story_lines(page), *([condition_lines(broken)] if broken else []))]


def asked(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What the workplaces ask for: what each still lacks to go on."""
    found: list[Widget] = []
    for page in meeting.dossiers.values():
        wishes = sections.labelled(_("If it works"), page.experiment.if_it_works)
        if wishes:
            found.append(text(name_of(page), *wishes))
    if found:
        found.insert(0, head(_("Said beforehand")))
    return [*found, notes(meeting, turn, _("Time, permission, money – and the answer"))]


def _with(meeting: Meeting, outcomes: Collection[str]) -> list[Dossier]:
    """The experiments of the meeting that ended so."""
    return [page for page in meeting.dossiers.values() if page.derived["outcome"] in outcomes]


def _each(pages: list[Dossier], told: Callable[[Dossier], list[Widget]]) -> list[Widget]:
    """Each of *pages*, or that there is none."""
    if not pages:
        return [text(word(_("None among the experiments of this meeting."), "$quiet"))]
    return [widget for page in pages for widget in told(page)]
