"""The part of the stored summary that Insights counts: days, how far it came, who and what for.

None of it depends on today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import Decision, State
from explog.domain.naming.vocabulary_learning import PlaceStatus
from explog.domain.query.facts import written_on
from explog.domain.query.matching import REACHED

if TYPE_CHECKING:
    from datetime import date

    from pydantic import JsonValue

    from explog.domain.record.experiment import Experiment

_WAS_IN_USE = frozenset({PlaceStatus.IN_OPERATION, PlaceStatus.DISCONTINUED})
"""The statuses of a place that stopped and had been in operation until then."""


def insight_facts(experiment: Experiment) -> dict[str, JsonValue]:
    """What Insights counts *experiment* by."""
    complete = [lesson for lesson in experiment.lessons if lesson.is_complete]
    cycle = experiment.cycle
    marks = {str(lesson.hallmark) for lesson in experiment.lessons if lesson.hallmark}
    return {
        **{name: _iso(day) for name, day in days(experiment).items()},
        "reached": reached(experiment),
        "initiators": [*dict.fromkeys(one.value for one in experiment.initiator)],
        "gained": [*dict.fromkeys(value.value for value in experiment.value_achieved)],
        "hallmarks": [*sorted(marks)],
        "matched": cycle.prediction_matched.value if cycle and cycle.prediction_matched else None,
        "predicted": cycle.prediction_number if cycle else None,
        "used": sum(bool(lesson.used_by) for lesson in complete),
        "builds_on": bool(experiment.derived_from or experiment.copied_from),
        "spread": [[day.isoformat(), step] for day, step in spread_steps(experiment)],
    }


def days(experiment: Experiment) -> dict[str, date | None]:
    """The days of its life that are counted by quarter; None for what has not been or is undone.

    ``noted_on`` is the earliest day known of it: it may have been written down afterwards.
    """
    life, decided = experiment.life, experiment.decided
    planned = [step.on for step in life if step.act == "plan"]
    known = [written_on(experiment.id), experiment.started_on, life[0].on if life else None]
    is_closed = decided is not None and decided.decision is not Decision.ADAPT
    is_adopted = decided is not None and decided.decision is Decision.ADOPT
    return {
        "noted_on": min((day for day in known if day is not None), default=None),
        "planned_on": planned[0] if planned else None,
        "closed_on": decided.on if decided is not None and is_closed else None,
        "adopted_on": decided.on if decided is not None and is_adopted else None,
        "scaled_on": scaled_on(experiment),
    }


def scaled_on(experiment: Experiment) -> date | None:
    """The day it was marked as scaled; None where it was not, or where that was taken back."""
    found: date | None = None
    for step in experiment.life:
        if step.act == "scale":
            found = step.on
        elif step.act in {"lapse", "reopen"}:
            found = None
    return found


def reached(experiment: Experiment) -> int:
    """The place in ``REACHED`` of the furthest step that still counts."""
    day = days(experiment)
    if day["scaled_on"] is not None or experiment.state is State.SCALED:
        return REACHED.index("scaled")
    if day["adopted_on"] is not None or experiment.state in {State.ADOPTED, State.RETIRED}:
        return REACHED.index("adopted")
    if day["closed_on"] is not None or experiment.state is State.ABANDONED:
        return REACHED.index("decided")
    if experiment.started_on is not None:
        return REACHED.index("started")
    if day["planned_on"] is not None or experiment.state is State.PLANNED:
        return REACHED.index("planned")
    return REACHED.index("idea")


def spread_steps(experiment: Experiment) -> list[tuple[date, int]]:
    """The days on which a place, the origin included, came into operation (1) or stopped (-1)."""
    steps: list[tuple[date, int]] = []
    since = experiment.operation.since
    if since is not None and days(experiment)["adopted_on"] is not None:
        steps.append((since, 1))
        retired = [step.on for step in experiment.life if step.act == "retire"]
        if retired and experiment.state is State.RETIRED:
            steps.append((max(since, retired[-1]), -1))
    for place in experiment.places:
        was_in_use = place.ended_on is not None and place.status in _WAS_IN_USE
        if place.since is None or not (place.is_in_operation or was_in_use):
            continue
        steps.append((place.since, 1))
        if place.ended_on is not None:
            steps.append((max(place.since, place.ended_on), -1))
    return sorted(steps)


def _iso(day: date | None) -> str | None:
    """*day* as ISO text."""
    return day.isoformat() if day else None
