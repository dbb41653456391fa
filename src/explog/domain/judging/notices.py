"""Measurements that meet a coded stop criterion, or lie beyond the limit of a balancing measure.

A notice asks a person: pause now, or say why it is not met. Nothing ever pauses by itself
(DOMAIN.md 6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import State
from explog.domain.naming.vocabulary_learning import MeasureRole
from explog.domain.numbers import shown_number
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from explog.domain.record.cycle import Cycle
    from explog.domain.record.evidence import Measure, Observation
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import StopCriterion


@dataclass(frozen=True, slots=True)
class Notice:
    """One measurement that asks for an answer."""

    observation: Observation
    measure: Measure
    criterion: StopCriterion | None = None
    """The stop criterion it meets; None where it lies beyond the measure's own limit."""
    number: int | None = None
    """The criterion's number, 1 for the first of the cycle."""

    def is_of(self, cycle: Cycle) -> bool:
        """Whether its stop criterion belongs to *cycle*."""
        return self.criterion is not None and self.criterion.cycle == cycle.id

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        unit = f" {self.measure.unit}" if self.measure.unit else ""
        told = {
            "measure": self.measure.name,
            "value": shown_number(self.observation.value) + unit,
            "day": shown_day(self.observation.date),
        }
        if self.criterion is not None:
            said = _("A stop criterion is met: {criterion}. {measure} was {value} on {day}.")
            return said.format(criterion=self.criterion.text.rstrip(" ."), **told)
        bound = f"{label(self.measure.limit_comparator)} {shown_number(self.measure.limit or 0)}"
        said = _("A limit is crossed: {measure} must be {bound}. It was {value} on {day}.")
        return said.format(bound=bound + unit, **told)


def open_notices(experiment: Experiment) -> list[Notice]:
    """The notices of a running test that nobody answered yet, oldest first.

    Of crossed limits only those since it last began or went on: a pause has answered those before.
    """
    cycle = experiment.cycle
    if experiment.state is not State.RUNNING or cycle is None or cycle.started_on is None:
        return []
    since = max(cycle.started_on, experiment.life[-1].on)
    found = [one for one in unanswered(experiment) if one.is_of(cycle)]
    for observation in _unsaid(experiment, cycle):
        if observation.date >= since:
            found.extend(_crossed(experiment, observation))
    return sorted(found, key=lambda notice: (notice.observation.date, notice.number or 0))


def unanswered(experiment: Experiment) -> list[Notice]:
    """The measurements of every test that met a stop criterion, and what came of it is not known.

    Facts, whether the test still goes on or not: neither was the criterion written down as met, nor
    did anybody say why it is not.
    """
    return [
        Notice(observation, measure, criterion, number)
        for cycle in experiment.started_rounds
        for number, criterion in enumerate(experiment.stop_criteria_of(cycle), 1)
        if criterion.met_on is None
        for observation in _unsaid(experiment, cycle)
        if is_met(criterion, observation)
        for measure in experiment.measures
        if measure.id == observation.measure
    ]


def first_met(experiment: Experiment, criterion: str) -> date | None:
    """The first day on which a measurement met the stop criterion *criterion* (its id), unanswered.

    From that day on its reaction time runs.
    """
    days = [
        notice.observation.date
        for notice in unanswered(experiment)
        if notice.criterion is not None and notice.criterion.id == criterion
    ]
    return min(days, default=None)


def _unsaid(experiment: Experiment, cycle: Cycle) -> Iterator[Observation]:
    """The measurements in the test of *cycle* of which nobody said why they are not met."""
    start, end = cycle.started_on, cycle.ended_on
    for one in experiment.observations:
        in_test = start is not None and start <= one.date and (end is None or one.date <= end)
        if in_test and one.not_met is None:
            yield one


def _crossed(experiment: Experiment, observation: Observation) -> Iterator[Notice]:
    """The notice that *observation* lies beyond the limit of its balancing measure."""
    for one in experiment.measures:
        if one.id != observation.measure or one.role is not MeasureRole.BALANCING:
            continue
        if one.limit is not None and not one.limit_comparator.holds(observation.value, one.limit):
            yield Notice(observation, one)


def is_met(criterion: StopCriterion, observation: Observation) -> bool:
    """Whether *criterion* is coded on the measure of *observation* and its value meets it."""
    return (
        criterion.measure == observation.measure
        and criterion.comparator is not None
        and criterion.number is not None
        and criterion.comparator.holds(observation.value, criterion.number)
    )


def first_day(experiment: Experiment) -> date | None:
    """The day of the oldest open notice; None when there is none."""
    found = open_notices(experiment)
    return found[0].observation.date if found else None
