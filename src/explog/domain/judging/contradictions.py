"""What cannot be true at once: values that are sound alone and wrong beside each other.

The models do not refuse these, because two logs that were each sound may be merged into such a
record; a person who writes one is told at once. What stood there before is never complained of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.charts.runchart import median
from explog.domain.moments import day_of, shown_day
from explog.domain.naming.vocabulary_learning import (
    IncidentKind,
    IncidentLevel,
    MeasureKind,
    Phase,
    PlaceStatus,
)
from explog.domain.record.evidence import target_problem
from explog.domain.record.phases import observations_in
from explog.errors import Problem
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import StopCriterion

Found = tuple[str, str, str]
"""Where (``observations/<id>/value``; an id keeps two records comparable), the place as a person
reads it, and what is said.
"""

INITIATORS = 3
"""At most this many took the initiative (DOMAIN.md 5.1)."""

PERCENT = 100

BEGUN = frozenset({PlaceStatus.TRIAL, PlaceStatus.IN_OPERATION, PlaceStatus.DISCONTINUED})
"""What a place can only be from a day that has come."""


def contradictions(before: Experiment | None, after: Experiment, today: date) -> list[Problem]:
    """What an act would make of the experiment *after* it that cannot be true, in reading order."""
    known = {where for where, _place, _said in _all(before, today)} if before else set()
    found = [*_all(after, today), *_targets(before, after)]
    return [Problem(place, said) for where, place, said in found if where not in known]


def _all(one: Experiment, today: date) -> Iterator[Found]:
    """Everything in *one* that cannot be true today, by what it says itself."""
    if len(one.initiator) > INITIATORS:
        yield "initiator", "initiator", _("at most {n} fit").format(n=INITIATORS)
    for cycle in one.rounds:
        yield from _cycle(cycle, f"cycles/{cycle.id}", f"cycles[{cycle.no}]", today)
    starts = {cycle.id: cycle.started_on for cycle in one.rounds}
    for number, criterion in enumerate(one.stop_criteria):
        start, met = starts.get(criterion.cycle), criterion.met_on
        if start is not None and met is not None and day_of(met) < start:
            said = _("it was met before the test started ({start})").format(start=shown_day(start))
            yield f"stop_criteria/{criterion.id}/met", f"stop_criteria[{number}].met_on", said
        if _reacted_before_met(criterion):
            place = f"stop_criteria[{number}].reacted_on"
            yield f"stop_criteria/{criterion.id}", place, _("the reaction lies before it was met")
    yield from _days(one, today)
    yield from _percents(one)
    for number, incident in enumerate(one.incidents):
        is_breach = incident.kind is IncidentKind.DATA
        if is_breach and incident.level is IncidentLevel.NEAR_MISS:
            said = _("a breach of personal data is at least mild")
            yield f"incidents/{incident.id}/level", f"incidents[{number}].level", said


def _cycle(cycle: Cycle, where: str, place: str, today: date) -> Iterator[Found]:
    """The days of one cycle."""
    for name in ("started_on", "ended_on"):
        day = getattr(cycle, name)
        if day is not None and day > today:
            yield f"{where}/{name}/future", f"{place}.{name}", _in_the_future(day)
    if cycle.started_on and cycle.ended_on and cycle.ended_on < cycle.started_on:
        said = _("the end lies before the start ({start})")
        yield (
            f"{where}/ended_on",
            f"{place}.ended_on",
            said.format(start=shown_day(cycle.started_on)),
        )


def _reacted_before_met(criterion: StopCriterion) -> bool:
    """Whether the reaction to *criterion* is told to come before it was met."""
    met, reacted = criterion.met_on, criterion.reacted_on
    if met is None or reacted is None:
        return False
    if day_of(met) != day_of(reacted) or type(met) is not type(reacted):
        return day_of(reacted) < day_of(met)
    return reacted < met


def _days(one: Experiment, today: date) -> Iterator[Found]:
    """Days of what was seen that have not come yet."""
    for collection in ("observations", "annotations", "incidents", "notes", "stances", "readiness"):
        for number, element in enumerate(getattr(one, collection)):
            if element.date > today:
                place = f"{collection}[{number}].date"
                yield f"{collection}/{element.id}/date", place, _in_the_future(element.date)
    for number, place_there in enumerate(one.places):
        day = place_there.last_confirmed_on
        if day is not None and day > today:
            place = f"places[{number}].last_confirmed_on"
            yield f"places/{place_there.id}/last_confirmed_on", place, _in_the_future(day)
        day = place_there.since
        if day is not None and day > today and place_there.status in BEGUN:
            yield f"places/{place_there.id}/since", f"places[{number}].since", _in_the_future(day)
    confirmed = one.operation.confirmed_on
    if confirmed is not None and confirmed > today:
        yield "operation/confirmed_on", "operation.confirmed_on", _in_the_future(confirmed)
    for step in one.life:
        if step.on > today:
            yield f"transitions/{step.id}/on", "on", _in_the_future(step.on)


def _percents(one: Experiment) -> Iterator[Found]:
    """Percentages outside 0–100."""
    percent = {measure.id for measure in one.measures if measure.kind is MeasureKind.PERCENT}
    for number, item in enumerate(one.observations):
        if item.measure in percent and not 0 <= item.value <= PERCENT:
            said = _("a percentage lies between 0 and 100")
            yield f"observations/{item.id}/value", f"observations[{number}].value", said


def _targets(before: Experiment | None, after: Experiment) -> Iterator[Found]:
    """Targets on the worse side of the baseline, of measures that change now (DOMAIN.md 8.1).

    An honest observation is never refused because of a target: only the measure is.
    """
    old = {measure.id: measure for measure in before.measures} if before else {}
    for number, measure in enumerate(after.measures):
        if measure == old.get(measure.id) or measure.target is None:
            continue
        measured = [item.value for item in observations_in(after, Phase.BASELINE, measure.id)]
        baseline = median(measured) if measured else measure.baseline_stated
        said = (
            None
            if baseline is None
            else target_problem(measure.direction, baseline, measure.target)
        )
        if said is not None:
            yield f"measures/{measure.id}/target", f"measures[{number}].target", said


def _in_the_future(day: date) -> str:
    """The sentence about *day*."""
    return _("{day} lies in the future; write it down on the day").format(day=shown_day(day))
