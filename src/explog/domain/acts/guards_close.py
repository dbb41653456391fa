"""The guards of the end of a test and of its judgement: T6, T7, T8 and T9 (DOMAIN.md 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.guards_frame import frame
from explog.domain.acts.missing import Missing
from explog.domain.judging.conditions import way_back_from
from explog.domain.judging.notices import unanswered
from explog.domain.judging.suggestion import suggested_result
from explog.domain.judging.verdicts import frame_verdict, may_be_intelligent
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import (
    EndReason,
    FailureType,
    FrameVerdict,
    Harm,
    Met,
    Result,
    WayBackStatus,
)
from explog.domain.naming.vocabulary_learning import IncidentLevel
from explog.domain.numbers import shown_number
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.acts.proposal import Proposal
    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment


def end(proposal: Proposal) -> Iterator[Missing]:
    """T6: day, reason, the actual value of every limit.

    The reaction to every met stop criterion.
    """
    after, cycle = proposal.after, proposal.after.cycle
    if cycle is None:
        return
    if cycle.end_reason is None:
        yield Missing("end_reason", "end_reason", _("say why it ended"))
    yield from actuals(after, cycle)
    yield from reactions(after, cycle)


def actuals(after: Experiment, cycle: Cycle) -> Iterator[Missing]:
    """What every limit came to."""
    for limit in after.limits_of(cycle):
        if limit.actual is None:
            name = f"actual/{limit.id}"
            said = _("say what “{unit}” came to, the limit was {max}")
            yield Missing(name, name, said.format(unit=limit.unit, max=shown_number(limit.max)))


def reactions(after: Experiment, cycle: Cycle) -> Iterator[Missing]:
    """Which stop criterion ended the test, and the reaction to every one that was met."""
    criteria = after.stop_criteria_of(cycle)
    was_met = any(criterion.met_on for criterion in criteria)
    if criteria and cycle.end_reason is EndReason.STOP_CRITERION and not was_met:
        said = _("say which stop criterion was met, and when you reacted")
        yield Missing("stop_criterion_met", "reactions", said)
    for criterion in after.stop_criteria_of(cycle):
        if criterion.in_time is Met.UNKNOWN:
            said = _(
                "say when you reacted to “{criterion}”, with the time of day if it counts in {unit}"
            )
            yield Missing(
                f"reacted/{criterion.id}",
                f"reacted/{criterion.id}",
                said.format(criterion=criterion.text, unit=label(criterion.unit)),
            )
    for notice in unanswered(after):
        if notice.criterion is not None and notice.is_of(cycle):
            name = f"met/{notice.criterion.id}"
            said = _(
                "a measurement on {day} met “{criterion}”: say when it was met and when you "
                "reacted, or say first why it is not met: explog dismiss {key} …"
            )
            told = said.format(
                day=shown_day(notice.observation.date),
                criterion=notice.criterion.text,
                key=after.key,
            )
            yield Missing(name, name, told)


def study(proposal: Proposal, *, lesson: bool = True) -> Iterator[Missing]:
    """What every decision asks for: result, its reason, harm and a lesson.

    Judged on the cycle being closed.
    """
    after, before = proposal.after, proposal.before
    closing = before.cycle
    cycle = next(
        (item for item in after.cycles if closing is not None and item.id == closing.id), None
    )
    if cycle is None:
        return
    if cycle.result is None:
        yield Missing("result", "result", _("say whether the hypothesis held"))
    else:
        yield from _reason(cycle, suggested_result(before, proposal.thresholds))
    yield from harm(proposal, cycle)
    yield from actuals(after, cycle)
    yield from reactions(after, cycle)
    if lesson and not any(item.is_complete for item in after.lessons):
        yield Missing(
            "lesson",
            "we_learned",
            _("one lesson in three short sentences (observed, learned, therefore), and its theme"),
        )


def _reason(cycle: Cycle, suggested: Result | None) -> Iterator[Missing]:
    """Who sees the result differently from what the facts suggest says why."""
    if cycle.result is suggested or cycle.result_reason:
        return
    said = _("say why you see it differently from the suggestion")
    if suggested is not None:
        said = _("say why you see it differently; the facts suggest: {result}")
        said = said.format(result=label(suggested))
    yield Missing("result_reason", "result_reason", said)


def harm(proposal: Proposal, cycle: Cycle) -> Iterator[Missing]:
    """The question of harm is answered by somebody, and a yes has its incident."""
    if cycle.harm is None and "harm" in proposal.given:
        yield Missing("harm_role", "harm_role", _("say which function answers it"))
    elif cycle.harm is None:
        yield Missing("harm", "harm", _("somebody must answer it; an empty list proves nothing"))
    elif cycle.harm.answer is Harm.YES and not any(
        incident.level is not IncidentLevel.NEAR_MISS
        and (cycle.started_on is None or incident.date >= cycle.started_on)
        for incident in proposal.after.incidents
    ):
        yield Missing("incident", "incident", _("record what happened as an incident first"))


def assess(proposal: Proposal) -> Iterator[Missing]:
    """What is said before the decision: an answer about harm is somebody's."""
    cycle = proposal.after.cycle
    if cycle is not None and "harm" in proposal.given:
        yield from harm(proposal, cycle)


def failure_type(proposal: Proposal) -> Iterator[Missing]:
    """A failure is called intelligent only where it is one (DOMAIN.md 7.3)."""
    closing = proposal.before.cycle
    for cycle in proposal.after.cycles:
        is_closed = closing is not None and cycle.id == closing.id
        called = cycle.failure_type is FailureType.INTELLIGENT
        if is_closed and called and not may_be_intelligent(proposal.after):
            said = _(
                "intelligent is only what failed safely, was new, built on what was known, and was "
                "the smallest test; choose another kind or none"
            )
            yield Missing("failure_type", "failure_type", said)


def adapt(proposal: Proposal) -> Iterator[Missing]:
    """T7: the study, a lesson or what the cycle taught, what changes.

    A new prediction and a whole new frame.
    """
    before, after = proposal.before.cycle, proposal.after.cycle
    closed = next(
        (item for item in proposal.after.cycles if before is not None and item.id == before.id),
        None,
    )
    yield from study(proposal, lesson=not (closed is not None and closed.learning))
    if closed is not None and not closed.change:
        yield Missing("change", "change", _("say what changes in the next cycle"))
    if after is not None and after is not closed:
        if not after.prediction and after.prediction_number is None:
            yield Missing("prediction", "prediction", _("say what you expect this time"))
        yield from frame(proposal.after, after)


def adopt(proposal: Proposal) -> Iterator[Missing]:
    """T8: the study and daily operation; in spite of the result or the frame only with a reason."""
    yield from study(proposal)
    operation = proposal.after.operation
    if operation.since is None:
        yield Missing(
            "operation_since", "operation_since", _("say since when it is in daily operation")
        )
    if not operation.owner_role:
        yield Missing("operation_owner", "operation_owner", _("name the function that runs it"))
    if operation.ordinary_budget is None:
        yield Missing("ordinary_budget", "ordinary_budget", _("answer with yes or no"))
    if not operation.core:
        yield Missing("core", "core", _("write down what others must not change"))
    cycle = proposal.after.cycle
    if cycle is None or cycle.override_reason:
        return
    if cycle.result is Result.NOT_SUPPORTED or frame_verdict(proposal.after) is FrameVerdict.UNSAFE:
        yield Missing(
            "override_reason", "override_reason", _("say why, in spite of the result or the frame")
        )


def abandon(proposal: Proposal) -> Iterator[Missing]:
    """T9: the study and the way back."""
    yield from study(proposal)
    cycle = proposal.after.cycle
    if cycle is None:
        return
    way_back = cycle.way_back
    if way_back.status is WayBackStatus.NOT_STARTED:
        yield Missing(
            "way_back_status", "way_back_status", _("say whether you are back to the former way")
        )
    elif way_back.status is WayBackStatus.DONE:
        if way_back.done_on is None:
            yield Missing("way_back_done_on", "way_back_done_on", _("say when you were back"))
        elif way_back.taken(way_back_from(proposal.after, cycle)) is Met.UNKNOWN:
            said = _("say at what time of day you were back")
            yield Missing("way_back_done_on", "way_back_done_on", said)
    elif not way_back.reason:
        yield Missing(
            "way_back_reason", "way_back_reason", _("say why it was not needed, or what failed")
        )
