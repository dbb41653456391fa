"""The steps of a check-in: new numbers, the frame, the next step (DOMAIN.md 10.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import acts_in
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import LiveFrame, State
from explog.locale import _
from explog.tui.steps.shared import agreements, asking, name_of, notes, text
from explog.tui.steps.single import chart, plan_lines
from explog.tui.widgets import frame_section, sections
from explog.tui.widgets.page_top import FRAMES
from explog.tui.widgets.pieces import run, word

if TYPE_CHECKING:
    from textual.widget import Widget

    from explog.tui.meeting import Meeting, Turn

GOING = frozenset({State.RUNNING, State.PAUSED})
WAYS_ON = ("pause", "resume", "extend", "tighten", "end")
"""What a check-in can lead to, beside going on."""


def numbers(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The chart, and a line to write the newest number down."""
    page = meeting.about(turn)
    return [
        text(run(name_of(page), "  ", word(" · ".join(sections.standing(page)), "$quiet"))),
        asking(_("Write down a measurement"), "observe", page),
        *chart(page),
        text(*plan_lines(page)[-2:]),
        notes(meeting, turn, _("What did you see?")),
    ]


def limits(meeting: Meeting, turn: Turn) -> list[Widget]:
    """The frame as it stands today, and what can be done about it."""
    page = meeting.about(turn)
    live = page.derived["live_frame"]
    told = word("")
    if live is not None:
        sign, colour = FRAMES[LiveFrame(live)]
        told = word(f"  {sign}{label(LiveFrame(live))}", f"bold {colour}")
    found: list[Widget] = [text(run(name_of(page), told)), text(*frame_section.frame(page))]
    possible = {act.name: act for act in acts_in(page.experiment.state)}
    found += [
        asking(possible[name].spoken, name, page, why=possible[name].help)
        for name in WAYS_ON
        if name in possible
    ]
    return [*found, notes(meeting, turn)]


def following(meeting: Meeting, turn: Turn) -> list[Widget]:
    """One thing, one function, one date."""
    return [*agreements(meeting), notes(meeting, turn)]
