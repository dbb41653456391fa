"""Adopted, spreading, scaled: C1–C5 of DOMAIN.md 7.4, and their dated steps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.judging.scale import (
    TITLES,
    confirmation_due,
    in_operation,
    level,
    level_steps,
    scale_conditions,
)
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import Level, Met
from explog.domain.record.rows import level_at
from explog.domain.thresholds import Thresholds
from tests.builders import OPERATION, SINCE, Fields, daily, experiment, place

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment

HOUSE = Thresholds()
DAY = timedelta(1)
TODAY = SINCE + 90 * DAY
MET, NOT_MET, UNKNOWN = Met.MET, Met.NOT_MET, Met.UNKNOWN

SCALABLE: Fields = {
    "places": [place("North"), place("South")],
    "observations": daily(SINCE, 2, 3, 1),
    "places_potential": 7,
}
"""What carries *scaled* from ``TODAY`` on."""


def adopted(change: Fields | None = None, state: str = "adopted") -> Experiment:
    """An adopted solution that carries *scaled*, with what is different about it."""
    different = dict(change or {})
    operation: Fields = different.pop("operation", {})  # type: ignore[assignment]
    operation = {**OPERATION, "confirmed_on": SINCE + 60 * DAY, **operation}
    return experiment(state, {**SCALABLE, "operation": operation, **different})


def answers(one: Experiment, today: date = TODAY) -> dict[str, Met]:
    """What C1–C5 say."""
    return {item.code: item.met for item in scale_conditions(one, today, HOUSE)}


def test_a_scalable_solution_meets_all_five_in_order_each_with_a_reason() -> None:
    judged = scale_conditions(adopted(), TODAY, HOUSE)
    assert [(item.code, item.met) for item in judged] == [(code, MET) for code in TITLES]
    assert all(item.reason for item in judged)
    assert level(adopted(), TODAY, HOUSE) is Level.SCALED


@pytest.mark.parametrize("state", ["idea", "running", "in_review", "abandoned", "retired"])
def test_what_is_not_adopted_has_neither_conditions_nor_a_level(state: str) -> None:
    one = adopted(state=state)
    assert scale_conditions(one, TODAY, HOUSE) == ()
    assert level(one, TODAY, HOUSE) is None
    assert level_steps(one, HOUSE) == []
    assert in_operation(one) is None
    assert confirmation_due(one, HOUSE) is None


ROWS: dict[str, tuple[str, Fields, Met]] = {
    "C1: 90 days at home": ("C1", {}, MET),
    "C1: 89 days": ("C1", {"operation": {"since": SINCE + DAY}}, NOT_MET),
    "C1: nobody owns it": ("C1", {"operation": {"owner_role": None}}, NOT_MET),
    "C1: nobody wrote since when": ("C1", {"operation": {"since": None}}, UNKNOWN),
    "C2: two places": ("C2", {}, MET),
    "C2: one place": ("C2", {"places": [place("North")]}, NOT_MET),
    "C2: no place": ("C2", {"places": []}, NOT_MET),
    **{
        f"C2: {status} counts as zero": (
            "C2",
            {"places": [place("North"), place("South", status)]},
            NOT_MET,
        )
        for status in ("interested", "decided", "trial", "discontinued", "declined")
    },
    "C2: a place that ended": (
        "C2",
        {"places": [place("North"), place("South", ended_on=TODAY)]},
        NOT_MET,
    ),
    "C2: the core was not kept": (
        "C2",
        {"places": [place("North"), place("South", core_kept="no")]},
        NOT_MET,
    ),
    **{
        f"C2: the core kept: {kept}": (
            "C2",
            {"places": [place("North"), place("South", core_kept=kept)]},
            MET,
        )
        for kept in ("yes", "partly", "unknown", None)
    },
    "C2: 30 days there": (
        "C2",
        {"places": [place("North"), place("South", since=TODAY - 30 * DAY)]},
        MET,
    ),
    "C2: 29 days there": (
        "C2",
        {"places": [place("North"), place("South", since=TODAY - 29 * DAY)]},
        NOT_MET,
    ),
    "C2: nobody wrote since when": (
        "C2",
        {"places": [place("North"), place("South", since=None)]},
        NOT_MET,
    ),
    "C3: own owners": ("C3", {}, MET),
    "C3: no owner of its own": (
        "C3",
        {"places": [place("North"), place("South", owner_role=None)]},
        NOT_MET,
    ),
    "C3: run by the origin's team": (
        "C3",
        {"places": [place("North"), place("South", run_by_origin_team=True)]},
        NOT_MET,
    ),
    "C3: a place that does not count yet may still lack an owner": (
        "C3",
        {"places": [place("North"), place("South"), place("East", "trial", owner_role=None)]},
        MET,
    ),
    "C3: not paid from the ordinary budget": (
        "C3",
        {"operation": {"ordinary_budget": False}},
        NOT_MET,
    ),
    "C3: nobody said who pays": ("C3", {"operation": {"ordinary_budget": None}}, UNKNOWN),
    "C4: three observations": ("C4", {}, MET),
    "C4: two observations": ("C4", {"observations": daily(SINCE, 2, 3)}, NOT_MET),
    "C4: observations from before count for nothing": (
        "C4",
        {"observations": daily(SINCE - 3 * DAY, 1, 1, 1)},
        NOT_MET,
    ),
    "C4: the median of the last five no longer holds": (
        "C4",
        {"observations": daily(SINCE, 1, 1, 1, 4, 4, 4)},
        NOT_MET,
    ),
    "C4: only the last five count": (
        "C4",
        {"observations": daily(SINCE, 9, 9, 9, 9, 3, 3, 3, 9, 1)},
        MET,
    ),
    "C4: there is no criterion": ("C4", {"cycle": {"criterion": None}}, UNKNOWN),
    "C4: never confirmed": ("C4", {"operation": {"confirmed_on": None}}, NOT_MET),
    "C4: confirmed 180 days ago": (
        "C4",
        {"operation": {"confirmed_on": TODAY - 180 * DAY}},
        MET,
    ),
    "C4: confirmed 181 days ago": (
        "C4",
        {"operation": {"confirmed_on": TODAY - 181 * DAY}},
        NOT_MET,
    ),
    "C5: the core is written down": ("C5", {}, MET),
    "C5: it is not": ("C5", {"operation": {"core": None}}, NOT_MET),
}


@pytest.mark.parametrize(("code", "change", "expected"), ROWS.values(), ids=ROWS)
def test_each_condition_by_its_rows(code: str, change: Fields, expected: Met) -> None:
    assert answers(adopted(change))[code] is expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], Level.ADOPTED),
        ([place("North", "interested")], Level.ADOPTED),
        ([place("North", "decided")], Level.ADOPTED),
        ([place("North", "declined")], Level.ADOPTED),
        ([place("North", "trial")], Level.SPREADING),
        ([place("North", "trial", ended_on=SINCE)], Level.ADOPTED),
        ([place("North", since=TODAY)], Level.SPREADING),
        ([place("North", ended_on=TODAY)], Level.ADOPTED),
        ([place("North"), place("South")], Level.SCALED),
    ],
)
def test_the_level_follows_from_the_places(places: list[Fields], expected: Level) -> None:
    assert level(adopted({"places": places}), TODAY, HOUSE) is expected


def test_the_state_scaled_does_not_make_the_level_scaled() -> None:
    assert level(adopted({"places": [place("North")]}, "scaled"), TODAY, HOUSE) is Level.SPREADING


def test_the_fraction_counts_the_origin_and_the_places_in_operation() -> None:
    places = [place("North"), place("South", since=None), place("East", "trial"), place("West")]
    assert in_operation(adopted({"places": places})) == 4
    assert in_operation(adopted({"places": places, "operation": {"since": None}})) == 3
    assert in_operation(adopted({"places": [place("North", ended_on=TODAY)]})) == 1


def test_a_confirmation_is_due_from_day_181_on() -> None:
    assert confirmation_due(adopted(), HOUSE) == SINCE + (60 + 181) * DAY
    never = adopted({"operation": {"confirmed_on": None}})
    assert confirmation_due(never, HOUSE) == SINCE + 181 * DAY
    assert (
        confirmation_due(adopted({"operation": {"since": None, "confirmed_on": None}}), HOUSE)
        is None
    )


def test_the_house_numbers_decide() -> None:
    strict = Thresholds(home_days=91, places=3, place_days=200, observations=4, confirmed_days=10)
    judged = {item.code: item.met for item in scale_conditions(adopted(), TODAY, strict)}
    assert judged == {"C1": NOT_MET, "C2": NOT_MET, "C3": NOT_MET, "C4": NOT_MET, "C5": MET}


@given(
    since=st.integers(0, 200),
    places=st.lists(st.integers(0, 200), min_size=2, max_size=3),
    confirmed=st.integers(0, 200),
    numbers=st.builds(
        Thresholds,
        home_days=st.integers(0, 120),
        place_days=st.integers(0, 120),
        confirmed_days=st.integers(0, 120),
    ),
)
def test_the_steps_hold_to_the_day_where_only_time_decides(
    since: int, places: list[int], confirmed: int, numbers: Thresholds
) -> None:
    one = adopted(
        {
            "operation": {"since": SINCE + since * DAY, "confirmed_on": SINCE + confirmed * DAY},
            "places": [place(str(after), since=SINCE + after * DAY) for after in places],
            "observations": daily(SINCE + since * DAY, 1, 1, 1),
        }
    )
    steps = [[day.isoformat(), found.value] for day, found in level_steps(one, numbers)]
    for today in (SINCE + n * DAY for n in range(-1, 330)):
        said = level(one, today, numbers)
        assert level_at(steps, today.isoformat()) == (said.value if said else None), today


DAYS = st.dates(SINCE - 400 * DAY, SINCE + 400 * DAY)
MAYBE = st.none() | DAYS
PLACES = st.lists(
    st.builds(
        place,
        st.sampled_from(["North", "South", "East"]),
        st.sampled_from(["trial", "in_operation", "discontinued", "interested"]),
        since=MAYBE,
        ended_on=st.none() | DAYS,
        core_kept=st.sampled_from(["yes", "no", None]),
        owner_role=st.sampled_from(["leader", None]),
        run_by_origin_team=st.sampled_from([True, False, None]),
    ),
    max_size=5,
)
NUMBERS = st.builds(
    Thresholds,
    home_days=st.integers(0, 400),
    places=st.integers(1, 3),
    place_days=st.integers(0, 400),
    observations=st.integers(0, 4),
    confirmed_days=st.integers(0, 400),
)


SOLUTIONS = st.fixed_dictionaries(
    {
        "places": PLACES,
        "operation": st.fixed_dictionaries(
            {"since": MAYBE, "confirmed_on": MAYBE, "core": st.sampled_from(["The core", None])}
        ),
        "observations": st.lists(st.integers(0, 6), max_size=6).map(
            lambda values: daily(SINCE, *values)
        ),
    }
)


@given(change=SOLUTIONS, numbers=NUMBERS, state=st.sampled_from(["adopted", "scaled"]))
def test_the_dated_steps_say_what_the_level_says_on_every_day(
    change: Fields, numbers: Thresholds, state: str
) -> None:
    one = adopted(change, state)
    steps = [[day.isoformat(), found.value] for day, found in level_steps(one, numbers)]
    assert steps == sorted(steps)
    assert all(before[1] != after[1] for before, after in pairwise(steps))
    edges = {date.fromisoformat(day) for day, _ in steps}
    near = {edge + n * DAY for edge in edges if edge > date(1901, 1, 1) for n in (-1, 0, 1)}
    for today in near | {SINCE - 900 * DAY + n * 37 * DAY for n in range(50)}:
        said = level(one, today, numbers)
        assert level_at(steps, today.isoformat()) == (said.value if said else None), today


def test_a_place_counts_from_its_day_on() -> None:
    one = experiment("adopted", places=[place("Two", since=SINCE + timedelta(60))])
    before, after = SINCE + timedelta(30), SINCE + timedelta(60)
    assert (in_operation(one, before), level(one, before, Thresholds())) == (1, Level.ADOPTED)
    assert (in_operation(one, after), level(one, after, Thresholds())) == (2, Level.SPREADING)


def test_a_place_that_was_just_recorded_is_told_when_it_counts() -> None:
    """Seen: “no other place counts yet”, right after one was saved."""
    begun = adopted({"places": [place("South", since=TODAY - DAY), place("North", since=TODAY)]})
    told = {item.code: item.reason for item in scale_conditions(begun, TODAY, HOUSE)}
    first = shown_day(TODAY - DAY + timedelta(days=HOUSE.place_days))
    assert told["C3"] == f"South counts from {first}, after 30 days in operation"
    alone = scale_conditions(adopted({"places": []}), TODAY, HOUSE)
    assert next(one.reason for one in alone if one.code == "C3") == "no other place counts yet"
