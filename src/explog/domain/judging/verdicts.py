"""Frame verdict, outcome, live frame and the quiet badge.

Derived, never typed (DOMAIN.md 7.2, 7.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.judging.conditions import conditions, worst
from explog.domain.judging.notices import open_notices
from explog.domain.naming.vocabulary import (
    Cause,
    FailureType,
    FrameVerdict,
    LiveFrame,
    Met,
    Novelty,
    Outcome,
    Result,
    State,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds

ONGOING = frozenset({State.RUNNING, State.PAUSED, State.IN_REVIEW})
"""The states in which a test is going on or waits for its review."""


def frame_verdict(experiment: Experiment) -> FrameVerdict | None:
    """Whether *experiment* stayed safe; None before the start."""
    judged = {condition.code: condition.met for condition in conditions(experiment)}
    return verdict_of(judged) if judged else None


def verdict_of(judged: Mapping[str, Met]) -> FrameVerdict:
    """What the conditions S1–S6 come to, by their codes; S6 may be left out before a lesson."""
    if worst(judged[code] for code in ("S2", "S3", "S4", "S5")) is Met.NOT_MET:
        return FrameVerdict.UNSAFE
    if judged["S1"] is Met.NOT_MET:
        return FrameVerdict.NO_NET
    if Met.UNKNOWN in judged.values():
        return FrameVerdict.PENDING
    return FrameVerdict.SAFE


_FAILED = {
    FrameVerdict.SAFE: Outcome.FAILED_SAFELY,
    FrameVerdict.NO_NET: Outcome.FAILED_NO_NET,
    FrameVerdict.UNSAFE: Outcome.FAILED_UNSAFELY,
    FrameVerdict.PENDING: Outcome.FAILED_PENDING,
}

_PLAIN = {
    State.IDEA: Outcome.NOT_STARTED,
    State.PLANNED: Outcome.NOT_STARTED,
    State.SHELVED: Outcome.SHELVED,
    State.ADOPTED: Outcome.ADOPTED,
    State.SCALED: Outcome.SCALED,
    State.RETIRED: Outcome.RETIRED,
}


def outcome(experiment: Experiment) -> Outcome:
    """How *experiment* ended, or that it has not."""
    state = experiment.state
    if state in ONGOING:
        return Outcome.ONGOING
    if state in _PLAIN:
        return _PLAIN[state]
    cycle = experiment.cycle
    if cycle is not None and not cycle.ended_by_stop_criterion:
        if cycle.result is Result.SUPPORTED:
            return Outcome.WORKED_NOT_ADOPTED
        if cycle.result is Result.INCONCLUSIVE:
            return Outcome.INCONCLUSIVE
    return _FAILED[frame_verdict(experiment) or FrameVerdict.PENDING]


def live_frame(experiment: Experiment, today: date, thresholds: Thresholds) -> LiveFrame | None:
    """How a test that is going on stands to its frame *today*; None for all others.

    *Outside* once a limit is over, a reaction came too late, or the last day has passed; without a
    net when no whole frame was set before the start; *close* when a limit that is used up has 20 %
    or less left, a measurement asks for an answer, or the last day is at most ``close_days`` away.
    """
    if experiment.state not in ONGOING or not experiment.started_rounds:
        return None
    judged = {condition.code: condition.met for condition in conditions(experiment)}
    if worst(judged[code] for code in ("S2", "S3", "S5")) is Met.NOT_MET:
        return LiveFrame.OUTSIDE
    cycle = experiment.started_rounds[-1]
    last = experiment.last_day_of(cycle)
    left = None if last is None or experiment.state is State.IN_REVIEW else (last - today).days
    if left is not None and left < 0:
        return LiveFrame.OUTSIDE
    if judged["S1"] is Met.NOT_MET:
        return LiveFrame.NO_NET
    is_close = (
        (left is not None and left <= thresholds.close_days)
        or any(limit.is_close for limit in experiment.limits_of(cycle))
        or bool(open_notices(experiment))
    )
    return LiveFrame.CLOSE if is_close else LiveFrame.INSIDE


def may_be_intelligent(experiment: Experiment) -> bool:
    """Whether *experiment* is what the field calls an intelligent failure (DOMAIN.md 7.3)."""
    cycle = experiment.cycle
    return (
        outcome(experiment) is Outcome.FAILED_SAFELY
        and cycle is not None
        and experiment.novelty in {Novelty.FIRST, Novelty.ADAPTED}
        and bool(cycle.belief and cycle.frozen_at)
        and bool(experiment.prior_knowledge and experiment.size_reason)
        and not cycle.registered_afterwards
    )


def is_intelligent(experiment: Experiment) -> bool:
    """Whether the badge is shown: the conditions hold and the team has not refused it."""
    cycle = experiment.cycle
    return (
        may_be_intelligent(experiment)
        and cycle is not None
        and cycle.failure_type in {None, FailureType.INTELLIGENT}
    )


def suggested_failure_type(experiment: Experiment) -> FailureType | None:
    """What the causes suggest (DOMAIN.md 5.6); None when they suggest nothing."""
    causes = set(experiment.cycle.causes) if experiment.cycle else set()
    if causes & {Cause.KNOWN_ANSWER, Cause.NO_PROCEDURE}:
        return FailureType.BASIC
    if len(causes) >= 3:  # noqa: PLR2004 - three or more causes are a complex failure (DOMAIN.md 5.6)
        return FailureType.COMPLEX
    return FailureType.INTELLIGENT if may_be_intelligent(experiment) else None


def is_everyday_digital(experiment: Experiment) -> bool:
    """Whether it is everyday digital innovation by the definition of DOMAIN.md 2.1."""
    own = {"employees", "management", "citizens"}
    return (
        any(initiator.value in own for initiator in experiment.initiator)
        and experiment.novelty not in {None, Novelty.UNKNOWN}
        and bool(experiment.technology)
    )
