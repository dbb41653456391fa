"""Which body belongs to which step of which meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.tui.steps import check_in, deciding, leadership, opening, retrospective, single

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from explog.tui.meeting import Meeting, Turn

    Body = Callable[[Meeting, Turn], list[Widget]]

BODIES: dict[ReviewKind, dict[str, Body]] = {
    ReviewKind.CHECK_IN: {
        "numbers": check_in.numbers,
        "limits": check_in.limits,
        "next": check_in.following,
    },
    ReviewKind.SINGLE: {
        "expected": single.expected,
        "happened": single.happened,
        "why": single.why,
        "frame_held": deciding.frame_held,
        "lessons": deciding.learned,
        "decision": deciding.decision,
        "tell": deciding.tell,
    },
    ReviewKind.RETROSPECTIVE: {
        "gather": retrospective.gather,
        "patterns": retrospective.patterns,
        "votes": retrospective.votes,
        "choose": retrospective.choose,
        "agreements": retrospective.agreements,
        "close": retrospective.close,
    },
    ReviewKind.LEADERSHIP: {
        "scaled": leadership.scaled,
        "inside": leadership.inside,
        "outside": leadership.outside,
        "asked": leadership.asked,
        "agreements": retrospective.agreements,
    },
}
"""The bodies by the codes of ``domain.reviews.agenda``; every meeting opens with the same one."""


def body(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What stands in the middle of the screen in *turn*.

    A step that takes the experiments one by one has nothing to show where there is none.
    """
    if turn.step.each and turn.experiment is None:
        from explog.tui.steps.shared import notes

        return [notes(meeting, turn)]
    return BODIES[meeting.review.kind].get(turn.step.code, opening.frame)(meeting, turn)
