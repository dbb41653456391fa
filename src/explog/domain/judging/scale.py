"""Adopted, spreading, scaled: C1–C5 and the fraction (DOMAIN.md 7.4).

Every condition is a function of today that changes on few days only: those days are found and kept
as dated steps, so
that lists need no model to know a level.
"""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from explog.domain.judging.conditions import Condition
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import CoreKept, Level, Met, State
from explog.domain.naming.vocabulary_learning import Phase, PlaceStatus
from explog.domain.record.phases import observations_in
from explog.locale import N_, _, ngettext

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.spread import Place
    from explog.domain.thresholds import Thresholds

TITLES = {
    "C1": N_("Held at home"),
    "C2": N_("Spread"),
    "C3": N_("Others own it"),
    "C4": N_("Still works"),
    "C5": N_("Depth: the core is written down"),
}
"""What each condition is called."""

ADOPTED = frozenset({State.ADOPTED, State.SCALED})
"""The states that have a level."""


LONG_AGO = date(1900, 1, 1)
"""Before every day a log can hold."""


def scale_conditions(
    experiment: Experiment, today: date, thresholds: Thresholds
) -> tuple[Condition, ...]:
    """C1–C5 of *experiment* as of *today*; empty unless it is adopted or scaled."""
    if experiment.state not in ADOPTED:
        return ()
    judges = (_held_at_home, _spread, _others_own, _still_works, _core_written)
    return tuple(
        Condition(code, *judge(experiment, today, thresholds))
        for code, judge in zip(TITLES, judges, strict=True)
    )


def counting_places(experiment: Experiment, today: date, thresholds: Thresholds) -> list[Place]:
    """The other places that count as spread today: in operation long enough, with the core kept."""
    earliest = today - timedelta(days=thresholds.place_days)
    return [place for since, place in _lasting(experiment) if since <= earliest]


def _lasting(experiment: Experiment) -> list[tuple[date, Place]]:
    """The other places in operation with the core kept, and since when, however short."""
    return [
        (place.since, place)
        for place in experiment.places
        if place.is_in_operation and place.core_kept is not CoreKept.NO and place.since is not None
    ]


def level(experiment: Experiment, today: date, thresholds: Thresholds) -> Level | None:
    """How far *experiment* has come as of *today*; None unless it is adopted or scaled."""
    judged = scale_conditions(experiment, today, thresholds)
    if not judged:
        return None
    if all(condition.met is Met.MET for condition in judged):
        return Level.SCALED
    spreading = {PlaceStatus.TRIAL, PlaceStatus.IN_OPERATION}
    if any(
        place.status in spreading and place.ended_on is None and _has_begun(place.since, today)
        for place in experiment.places
    ):
        return Level.SPREADING
    return Level.ADOPTED


def level_steps(experiment: Experiment, thresholds: Thresholds) -> list[tuple[date, Level]]:
    """The days on which the level changes, oldest first; empty unless adopted or scaled.

    Cost: one evaluation of C1–C5 for each day on which a condition can change (two more than there
        are places).
    """
    if experiment.state not in ADOPTED:
        return []
    days = {LONG_AGO, *_turning_days(experiment, thresholds)}
    steps: list[tuple[date, Level]] = []
    for day in sorted(days):
        found = level(experiment, day, thresholds)
        if found is not None and (not steps or steps[-1][1] is not found):
            steps.append((day, found))
    return steps


def _turning_days(experiment: Experiment, thresholds: Thresholds) -> set[date]:
    """Every day on which the passing of time alone can change a condition."""
    operation = experiment.operation
    days = {
        place.since + timedelta(days=thresholds.place_days)
        for place in experiment.places
        if place.since is not None
    } | {place.since for place in experiment.places if place.since is not None}
    if operation.since is not None:
        days.add(operation.since + timedelta(days=thresholds.home_days))
    if operation.confirmed_on is not None:
        days.add(operation.confirmed_on + timedelta(days=thresholds.confirmed_days + 1))
    return days


def in_operation(experiment: Experiment, today: date | None = None) -> int | None:
    """Origin and other places in daily operation as of *today*; None unless adopted or scaled.

    Without *today* what lies ahead counts too: a stored summary knows no day.
    """
    if experiment.state not in ADOPTED:
        return None
    operation = experiment.operation
    at_home = operation.since is not None and _has_begun(operation.since, today)
    return at_home + sum(
        place.is_in_operation and _has_begun(place.since, today) for place in experiment.places
    )


def _has_begun(since: date | None, today: date | None) -> bool:
    """Whether what counts from *since* has begun as of *today*."""
    return since is None or today is None or since <= today


def confirmation_due(experiment: Experiment, thresholds: Thresholds) -> date | None:
    """The first day on which the confirmation is too old.

    None unless adopted or scaled, or with no date known.
    """
    if experiment.state not in ADOPTED:
        return None
    since = experiment.operation.confirmed_on or experiment.operation.since
    return None if since is None else since + timedelta(days=thresholds.confirmed_days + 1)


def _held_at_home(experiment: Experiment, today: date, thresholds: Thresholds) -> tuple[Met, str]:
    """C1."""
    operation = experiment.operation
    if operation.since is None:
        return Met.UNKNOWN, _("not recorded since when it is in daily operation")
    if not operation.owner_role:
        return Met.NOT_MET, _("no operations owner is named")
    days = (today - operation.since).days
    said = ngettext(
        "{days} day in daily operation, {needed} are needed",
        "{days} days in daily operation, {needed} are needed",
        days,
    ).format(days=days, needed=thresholds.home_days)
    return (Met.MET if days >= thresholds.home_days else Met.NOT_MET), said


def _spread(experiment: Experiment, today: date, thresholds: Thresholds) -> tuple[Met, str]:
    """C2."""
    count = len(counting_places(experiment, today, thresholds))
    said = ngettext(
        "{count} other place in operation for {days} days, {needed} are needed",
        "{count} other places in operation for {days} days, {needed} are needed",
        count,
    ).format(count=count, days=thresholds.place_days, needed=thresholds.places)
    return (Met.MET if count >= thresholds.places else Met.NOT_MET), said


def _first_to_count(experiment: Experiment, thresholds: Thresholds) -> str:
    """Which other place will count first, and from which day."""
    waiting = _lasting(experiment)
    if not waiting:
        return _("no other place counts yet")
    since, place = min(waiting, key=lambda one: one[0])
    return _("{place} counts from {day}, after {days} days in operation").format(
        place=place.name,
        day=shown_day(since + timedelta(days=thresholds.place_days)),
        days=thresholds.place_days,
    )


def _others_own(experiment: Experiment, today: date, thresholds: Thresholds) -> tuple[Met, str]:
    """C3: each place that counts has its own owner function and is not run by the origin's team."""
    places = counting_places(experiment, today, thresholds)
    if not places:
        return Met.NOT_MET, _first_to_count(experiment, thresholds)
    dependent = [place.name for place in places if not place.owner_role or place.run_by_origin_team]
    if dependent:
        return Met.NOT_MET, _("no owner of their own: {places}").format(places=", ".join(dependent))
    if experiment.operation.ordinary_budget is None:
        return Met.UNKNOWN, _("not answered whether it is paid from the ordinary budget")
    if not experiment.operation.ordinary_budget:
        return Met.NOT_MET, _("not paid from the ordinary budget")
    return Met.MET, _("each place has an owner function, and it is paid from the ordinary budget")


def _still_works(experiment: Experiment, today: date, thresholds: Thresholds) -> tuple[Met, str]:
    """C4: enough observations after adoption, the criterion still met, confirmed lately."""
    values = [observation.value for observation in observations_in(experiment, Phase.AFTER)]
    if len(values) < thresholds.observations:
        said = ngettext(
            "{count} observation after adoption, {needed} are needed",
            "{count} observations after adoption, {needed} are needed",
            len(values),
        )
        return Met.NOT_MET, said.format(count=len(values), needed=thresholds.observations)
    cycle = experiment.cycle
    if cycle is None or cycle.comparator is None or cycle.criterion is None:
        return Met.UNKNOWN, _("there is no criterion to hold it against")
    if values and not cycle.comparator.holds(median(values[-5:]), cycle.criterion):
        return Met.NOT_MET, _("the last observations no longer meet the criterion")
    confirmed = experiment.operation.confirmed_on
    if confirmed is None or (today - confirmed).days > thresholds.confirmed_days:
        return Met.NOT_MET, _(
            "confirmation missing: nobody has confirmed it for {days} days"
        ).format(days=thresholds.confirmed_days)
    return Met.MET, _("the criterion is still met and was confirmed lately")


def _core_written(experiment: Experiment, today: date, thresholds: Thresholds) -> tuple[Met, str]:  # noqa: ARG001
    """C5."""
    if experiment.operation.core:
        return Met.MET, _("what others must not change is written down")
    return Met.NOT_MET, _("what others must not change is not written down")
