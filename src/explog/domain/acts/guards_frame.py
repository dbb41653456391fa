"""What a frame lacks before it may be locked (DOMAIN.md 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.missing import Missing
from explog.domain.naming.vocabulary import FrameQuestion, MedStatus
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment


def frame(after: Experiment, cycle: Cycle) -> Iterator[Missing]:
    """What the frame of *cycle* lacks before it may be locked."""
    if not any(limit.kind.is_extent for limit in after.limits_of(cycle)):
        yield Missing(
            "frame_extent", "limits", _("say at most how many are touched, for example “1 crew”")
        )
    if cycle.last_day is None:
        yield Missing("frame_last_day", "last_day", _("choose the last day"))
    elif cycle.started_on is not None and cycle.last_day < cycle.started_on:
        yield Missing("frame_last_day", "last_day", _("the last day lies before the start"))
    if not after.stop_criteria_of(cycle):
        yield Missing(
            "frame_stop", "stop_criteria", _("say what makes you stop, and how soon you react")
        )
    if not cycle.way_back.plan:
        yield Missing(
            "frame_way_back", "way_back", _("say how you get back to the way you work today")
        )
    yield from _frame_check(after, cycle)


def _frame_check(after: Experiment, cycle: Cycle) -> Iterator[Missing]:
    """No question of the frame check is open or answered with no."""
    still = cycle.frame_check.open_questions()
    if still:
        numbers = ", ".join(str([*FrameQuestion].index(question) + 1) for question in still)
        said = _("answer questions {numbers} of the frame check with yes or not relevant")
        yield Missing("frame_check", f"check_{still[0].value}", said.format(numbers=numbers))
    if after.med_status is MedStatus.TO_BE_RAISED:
        yield Missing("med_status", "med_status", _("raise it in the MED committee first"))
