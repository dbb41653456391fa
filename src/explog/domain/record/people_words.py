"""What the groups of a stance and the marks of readiness are called, and what helps.

Message ids (``explog.locale``); DOMAIN.md 9.1 and 9.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUPS = {
    "frontrunner": N_("frontrunners"),
    "on_board": N_("on board"),
    "waiting": N_("waiting"),
    "hesitant": N_("hesitant"),
    "unknown": N_("don't know"),
}
"""The groups of a stance, the most willing first."""

SHADES = {
    "frontrunner": "█",
    "on_board": "▓",
    "waiting": "▒",
    "hesitant": "░",
    "unknown": "·",
}
"""What each group is drawn with; its word and number stand beside it."""

MARKS = {
    "know_why": N_("Know why"),
    "want_to": N_("Want to"),
    "know_how": N_("Know how"),
    "can_do": N_("Can"),
    "keep_up": N_("Keep it up"),
}
"""The five marks, in sequence."""

HINTS = {
    "know_why": N_("Tell the need from the core task."),
    "want_to": N_("Involve, and start with the frontrunners. Training alone is wasted here."),
    "know_how": N_("Show it and train it."),
    "can_do": N_("Give time beside a superuser."),
    "keep_up": N_("Follow up, and say thank you."),
}
"""What helps when a mark is the barrier."""

HIDDEN = {"1-2": 1.5, "3+": 3.0}
"""What a band is drawn as; its exact number is not kept anywhere."""


BARRIER = 3
"""A mark of this or below is the barrier point."""


def barrier(marks: Mapping[str, int]) -> str | None:
    """The first of the five *marks* that is a barrier, in sequence; None when none is."""
    return next((name for name in MARKS if marks[name] <= BARRIER), None)


def bar(counts: Mapping[str, int | str], cells: int) -> str:
    """All groups of a stance, group → band, in one bar of *cells* cells."""
    sizes = {group: _size(counts.get(group) or 0) for group in GROUPS}
    whole = sum(sizes.values()) or 1
    line, so_far = "", 0.0
    for group, size in sizes.items():
        so_far += size
        line += SHADES[group] * (round(so_far / whole * cells) - len(line))
    return line


def _size(band: int | str) -> float:
    """How large a band is drawn."""
    return float(band) if isinstance(band, int) else HIDDEN[band]
