"""What asks for a person's eye, as windows of days.

So that a list knows it without building a model.

A window is ``(code, from, until)``, both ends included; None is open.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.domain.judging.conditions import conditions, frame_gaps, worst
from explog.domain.judging.notices import first_day
from explog.domain.judging.scale import LONG_AGO, confirmation_due, level, level_steps
from explog.domain.judging.verdicts import ONGOING
from explog.domain.naming.vocabulary import Level, Met, State
from explog.domain.naming.vocabulary_learning import Attention, Reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds

Window = tuple[Attention, date | None, date | None]

REPORT_WITHIN = 3
"""Days an incident's report may be pending before the front page says so [house]."""


def windows(experiment: Experiment, thresholds: Thresholds) -> list[Window]:
    """Every window of *experiment*, most pressing first."""
    if experiment.archived:
        return []
    return [
        *_reports(experiment),
        *_frame(experiment, thresholds),
        *_notice(experiment),
        *_review(experiment),
        *_measurement(experiment),
        *_scale(experiment, thresholds),
    ]


def _reports(experiment: Experiment) -> Iterator[Window]:
    """Incidents whose report is pending for more than three days."""
    pending = [
        incident.date for incident in experiment.incidents if incident.reported is Reported.PENDING
    ]
    if pending:
        yield Attention.REPORT_PENDING, min(pending) + timedelta(days=REPORT_WITHIN + 1), None


def _frame(experiment: Experiment, thresholds: Thresholds) -> Iterator[Window]:
    """The frame of a test that is planned or going on."""
    cycle = experiment.cycle
    if cycle is None:
        return
    if experiment.state is State.PLANNED:
        if frame_gaps(experiment, cycle) or cycle.frame_check.open_questions():
            yield Attention.FRAME_NOT_SET, None, None
        return
    if experiment.state not in ONGOING:
        return
    judged = {condition.code: condition.met for condition in conditions(experiment)}
    if worst(judged[code] for code in ("S2", "S3", "S5") if code in judged) is Met.NOT_MET:
        yield Attention.OUTSIDE_FRAME, None, None
    elif any(limit.is_close for limit in experiment.limits_of(cycle)):
        yield Attention.CLOSE_TO_LIMIT, None, None
    last = experiment.last_day_of(cycle)
    if last is not None and experiment.state is not State.IN_REVIEW:
        yield Attention.PAST_LAST_DAY, last + timedelta(days=1), None
        yield Attention.CLOSE_TO_LAST_DAY, last - timedelta(days=thresholds.close_days), last


def _review(experiment: Experiment) -> Iterator[Window]:
    """Tests that ended and wait for their review."""
    if experiment.state is State.IN_REVIEW:
        cycle = experiment.cycle
        yield Attention.ENDED_NOT_REVIEWED, cycle.ended_on if cycle else None, None


def _notice(experiment: Experiment) -> Iterator[Window]:
    """Measurements that meet a stop criterion or cross a limit, and that nobody answered."""
    since = first_day(experiment)
    if since is not None:
        yield Attention.NOTICE_OPEN, since, None


def _measurement(experiment: Experiment) -> Iterator[Window]:
    """A running test of which some measure is due by its frequency; the one that was due first."""
    cycle = experiment.cycle
    if experiment.state is not State.RUNNING or cycle is None or cycle.started_on is None:
        return
    last = {measure.id: cycle.started_on for measure in experiment.measures}
    for item in experiment.observations:
        last[item.measure] = max(item.date, last.get(item.measure, item.date))
    due = [
        last[measure.id] + timedelta(days=measure.frequency.days + 1)
        for measure in experiment.measures
        if measure.frequency is not None and measure.frequency.days is not None
    ]
    if due:
        yield Attention.MEASUREMENT_DUE, min(due), None


def _scale(experiment: Experiment, thresholds: Thresholds) -> Iterator[Window]:
    """An adopted solution nobody has confirmed lately.

    Or one that no longer meets what scaled asks for.
    """
    due = confirmation_due(experiment, thresholds)
    if due is not None:
        yield Attention.CONFIRMATION_MISSING, due, None
    if experiment.state is not State.SCALED:
        return
    steps = level_steps(experiment, thresholds)
    for (since, found), following in zip(steps, [*steps[1:], None], strict=True):
        if not (found is Level.SCALED or _is_only_unconfirmed(experiment, since, thresholds)):
            until = following[0] - timedelta(days=1) if following else None
            yield Attention.NO_LONGER_SCALED, since if since > LONG_AGO else None, until


def _is_only_unconfirmed(experiment: Experiment, day: date, thresholds: Thresholds) -> bool:
    """Whether all that keeps it from being scaled on *day* is that nobody has confirmed it lately.

    Then that is said, by ``CONFIRMATION_MISSING``, and nothing else.
    """
    operation = experiment.operation.model_copy(update={"confirmed_on": day})
    confirmed = experiment.model_copy(update={"operation": operation})
    return level(confirmed, day, thresholds) is Level.SCALED
