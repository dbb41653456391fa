"""The six conditions S1–S6 that decide whether an experiment stayed safe (DOMAIN.md 7.1).

Limits, stop criteria and dates are judged for every cycle, the worst counts; harm over the whole
life.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.judging.notices import open_notices, unanswered
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import Decision, Harm, Met, PauseReason
from explog.domain.naming.vocabulary_learning import IncidentLevel
from explog.domain.numbers import shown_number
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment

TITLES = {
    "S1": N_("Frame set before the start"),
    "S2": N_("Inside the limits"),
    "S3": N_("Stopped in time"),
    "S4": N_("Way back taken"),
    "S5": N_("No harm"),
    "S6": N_("Learned"),
}
"""What each condition is called."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, its answer and why."""

    code: str
    met: Met
    reason: str
    """In words, in the language in force."""


def conditions(experiment: Experiment) -> tuple[Condition, ...]:
    """S1–S6 of a started *experiment*, in order; empty before the start."""
    if not experiment.started_rounds:
        return ()
    judges = (_frame_set, _inside_limits, _stopped_in_time, _way_back, _no_harm, _learned)
    return tuple(
        Condition(code, *judge(experiment)) for code, judge in zip(TITLES, judges, strict=True)
    )


def frame_gaps(experiment: Experiment, cycle: Cycle) -> list[str]:
    """What the frame of *cycle* lacks, in words; empty for a whole frame."""
    gaps = []
    if not any(limit.kind.is_extent for limit in experiment.limits_of(cycle)):
        gaps.append(_("no limit for who and how many are touched"))
    if cycle.last_day is None:
        gaps.append(_("no last day"))
    if not experiment.stop_criteria_of(cycle):
        gaps.append(_("no stop criterion"))
    if not cycle.way_back.plan:
        gaps.append(_("no way back"))
    return gaps


def _frozen_in_time(cycle: Cycle) -> bool:
    """Whether the frame was locked by the start, or stood in a dated written plan."""
    if cycle.frozen_at is not None and not cycle.registered_afterwards:
        return True
    plan = cycle.plan_reference
    return plan is not None and cycle.started_on is not None and plan.dated <= cycle.started_on


def _frame_set(experiment: Experiment) -> tuple[Met, str]:
    """S1."""
    for cycle in experiment.started_rounds:
        gaps = frame_gaps(experiment, cycle)
        if not _frozen_in_time(cycle):
            gaps.append(_("registered after the start"))
        if cycle.loosened or any(
            change.is_loosening for change in experiment.tightenings if change.cycle == cycle.id
        ):
            gaps.append(_("loosened during the test"))
        if gaps:
            return Met.NOT_MET, ", ".join(gaps)
    return Met.MET, _("limits, last day, stop criterion and way back were agreed before the start")


def _inside_limits(experiment: Experiment) -> tuple[Met, str]:
    """S2."""
    for cycle in experiment.started_rounds:
        for limit in experiment.limits_of(cycle):
            if limit.inside is Met.NOT_MET:
                said = _("{actual} {unit}, the limit was {max}")
                return Met.NOT_MET, said.format(
                    actual=shown_number(limit.actual or 0),
                    unit=limit.unit,
                    max=shown_number(limit.max),
                )
        last = experiment.last_day_of(cycle)
        if cycle.ended_on and last and cycle.ended_on > last:
            said = _("ended {ended}, the last day was {last}")
            return Met.NOT_MET, said.format(ended=shown_day(cycle.ended_on), last=shown_day(last))
    missing = [
        limit.unit
        for cycle in experiment.started_rounds
        for limit in experiment.limits_of(cycle)
        if limit.inside is Met.UNKNOWN
    ]
    if missing:
        return Met.UNKNOWN, _("actual value missing: {units}").format(units=", ".join(missing))
    return _kept(experiment)


def _kept(experiment: Experiment) -> tuple[Met, str]:
    """S2 where nothing was crossed; what was never agreed cannot have been kept."""
    rounds = experiment.started_rounds
    has_limits = any(experiment.limits_of(cycle) for cycle in rounds)
    if not has_limits and not any(cycle.last_day for cycle in rounds):
        return Met.MET, _("no limits were set that could be crossed")
    crossed = next((one for one in open_notices(experiment) if one.criterion is None), None)
    if crossed is not None:
        return Met.MET, crossed.sentence
    return Met.MET, _("every limit was kept") if has_limits else _("there was only a last day")


def _stopped_in_time(experiment: Experiment) -> tuple[Met, str]:
    """S3."""
    criteria = experiment.stop_criteria
    late = next((criterion for criterion in criteria if criterion.in_time is Met.NOT_MET), None)
    if late is not None:
        return Met.NOT_MET, _("reacted too late: {criterion}").format(criterion=late.text)
    waiting = next((criterion for criterion in criteria if criterion.in_time is Met.UNKNOWN), None)
    if waiting is not None:
        return Met.UNKNOWN, _("no reaction recorded: {criterion}").format(criterion=waiting.text)
    silent = next((one.criterion for one in unanswered(experiment) if one.criterion), None)
    if silent is not None:
        asks = any(one.criterion is not None for one in open_notices(experiment))
        said = _("a measurement met it, and no reaction is recorded: {criterion}")
        now = _("a measurement asks: pause, or not met?")
        return Met.UNKNOWN, now if asks else said.format(criterion=silent.text)
    if not criteria:
        return Met.MET, _("there were no stop criteria")
    if any(criterion.met_on for criterion in criteria):
        return Met.MET, _("a stop criterion was met and the reaction came in time")
    return Met.MET, _("no stop criterion was met")


def way_back_from(experiment: Experiment, cycle: Cycle) -> date | datetime | None:
    """The moment the way back of *cycle* is counted from.

    The last reaction where a stop criterion stopped the test for good, else its last day: after a
    pause that was resumed, the test went on.
    """
    reactions = [
        criterion.reacted_on
        for criterion in experiment.stop_criteria_of(cycle)
        if criterion.reacted_on is not None
    ]
    if reactions and (cycle.ended_by_stop_criterion or _ended_from_pause(experiment)):
        return max(reactions, key=lambda moment: moment.isoformat())
    return cycle.ended_on


def _ended_from_pause(experiment: Experiment) -> bool:
    """Whether the last test stood still by a stop criterion when it was ended."""
    going = {"start", "adapt", "pause", "resume"}
    last = next((step for step in reversed(experiment.life) if step.act in going), None)
    return last is not None and last.pause_reason is PauseReason.STOP_CRITERION


def _way_back(experiment: Experiment) -> tuple[Met, str]:
    """S4."""
    cycle = experiment.started_rounds[-1]
    if experiment.decision is not Decision.ABANDON:
        if not cycle.way_back.plan:
            return Met.MET, _("not abandoned; no way back was agreed")
        return Met.MET, _("not abandoned")
    taken = cycle.way_back.taken(way_back_from(experiment, cycle))
    said = {
        Met.MET: _("back to the former way of working"),
        Met.NOT_MET: _("failed or done too late"),
        Met.UNKNOWN: _("not recorded whether and when it was done"),
    }
    return taken, said[taken]


def _no_harm(experiment: Experiment) -> tuple[Met, str]:
    """S5."""
    harmful = next(
        (
            incident
            for incident in experiment.incidents
            if incident.level is not IncidentLevel.NEAR_MISS
        ),
        None,
    )
    if harmful is not None:
        return Met.NOT_MET, harmful.text
    answers = [cycle.harm for cycle in experiment.started_rounds]
    if any(answer is not None and answer.answer is Harm.YES for answer in answers):
        return Met.NOT_MET, _("harm was answered with yes")
    if any(answer is None for answer in answers):
        return Met.UNKNOWN, _("the question of harm is not answered")
    return Met.MET, _("asked and answered: nobody and nothing was harmed")


def _learned(experiment: Experiment) -> tuple[Met, str]:
    """S6."""
    if not any(lesson.is_complete for lesson in experiment.lessons):
        return Met.UNKNOWN, _("no complete lesson yet")
    if experiment.decided is None:
        return Met.UNKNOWN, _("not reviewed yet")
    if any(cycle.unreviewed for cycle in experiment.started_rounds):
        return Met.UNKNOWN, _("facts were changed after the decision; withdraw it and decide again")
    return Met.MET, _("reviewed, with a lesson")


def worst(answers: Iterable[Met]) -> Met:
    """Not met before unknown before met."""
    found = set(answers)
    if Met.NOT_MET in found:
        return Met.NOT_MET
    return Met.UNKNOWN if Met.UNKNOWN in found else Met.MET
