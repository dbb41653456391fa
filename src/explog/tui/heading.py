"""What stands above and beside the step of a guided meeting. No Textual screen, no log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.tui.widgets.agenda import Entry
from explog.tui.widgets.large import large
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from explog.tui.meeting import Meeting, Turn


def name_of(meeting: Meeting) -> Content:
    """The key and the title of *meeting*."""
    return run(word(f"{meeting.review.key}  ", "bold $mark"), said(meeting.review.title, "bold"))


def entries_of(meeting: Meeting) -> list[Entry]:
    """The lines of its agenda."""
    return [
        Entry(_entry(meeting, turn), meeting.minutes_of(turn.step.code), meeting.is_done(turn))
        for turn in meeting.turns
    ]


def _entry(meeting: Meeting, turn: Turn) -> str:
    """What a line of the agenda says; with the experiment's key where there are several."""
    if turn.experiment is None or len(meeting.dossiers) == 1:
        return turn.step.title
    return f"{turn.step.title} · {meeting.about(turn).experiment.key}"


def title_of(turn: Turn, width: int) -> Content:
    """The title of the step, large where it fits into *width* cells; 0 for never large."""
    lines = large(turn.step.title, width) if width else []
    if lines:
        return Content("\n").join([word(line, "$foreground") for line in lines])
    return word(turn.step.title, "bold $foreground")
