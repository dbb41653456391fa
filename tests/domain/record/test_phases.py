"""The phase of an observation follows from its day (DOMAIN.md 8.1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.naming.vocabulary_learning import Phase
from explog.domain.record.phases import observations_in, phase
from tests.builders import END, SINCE, START, daily, experiment, ident

DAY = timedelta(1)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (START - DAY, Phase.BASELINE),
        (START, Phase.TEST),
        (END, Phase.TEST),
        (END + DAY, Phase.BETWEEN),
        (SINCE - DAY, Phase.BETWEEN),
        (SINCE, Phase.AFTER),
        (SINCE + 400 * DAY, Phase.AFTER),
    ],
)
def test_the_edges_of_each_phase(day: date, expected: Phase) -> None:
    assert phase(experiment("adopted"), day) is expected


@pytest.mark.parametrize("state", ["idea", "planned", "shelved"])
def test_everything_before_the_start_is_baseline(state: str) -> None:
    assert phase(experiment(state), END) is Phase.BASELINE


def test_a_test_that_goes_on_has_no_end() -> None:
    assert phase(experiment("running"), START + 4000 * DAY) is Phase.TEST


def test_the_days_between_two_cycles_are_between() -> None:
    second = {"no": 2, "started_on": SINCE, "ended_on": None}
    one = experiment(life=("plan", "start", "end", "adapt"), cycles=[{}, second])
    assert [phase(one, day) for day in (START, END, END + DAY, SINCE)] == [
        Phase.TEST,
        Phase.TEST,
        Phase.BETWEEN,
        Phase.TEST,
    ]


def test_an_operation_that_began_before_the_end_does_not_shorten_the_test() -> None:
    one = experiment("adopted", operation={"since": START + DAY})
    assert phase(one, START + 2 * DAY) is Phase.TEST


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_every_day_has_a_phase_and_phases_never_go_back(day: date) -> None:
    order = [Phase.BASELINE, Phase.TEST, Phase.BETWEEN, Phase.AFTER]
    one = experiment("adopted")
    assert order.index(phase(one, day)) <= order.index(phase(one, day + DAY))


def test_observations_come_oldest_first_of_one_measure_and_one_phase() -> None:
    one = experiment(
        "adopted",
        observations=[
            *reversed(daily(START, 4, 5, 6)),
            *daily(START, 90, measure=2),
            *daily(SINCE, 1),
        ],
    )
    assert [item.value for item in observations_in(one, Phase.TEST)] == [4, 5, 6]
    assert [item.value for item in observations_in(one, Phase.TEST, ident("measures 2"))] == [90]
    assert [item.value for item in observations_in(one, Phase.AFTER)] == [1]


def test_the_last_cycle_leaves_out_what_an_earlier_one_saw() -> None:
    second = {"no": 2, "started_on": SINCE, "ended_on": None}
    one = experiment(
        life=("plan", "start", "end", "adapt"),
        cycles=[{}, second],
        observations=[*daily(START, 9), *daily(SINCE, 2)],
    )
    assert [item.value for item in observations_in(one, Phase.TEST)] == [9, 2]
    assert [item.value for item in observations_in(one, Phase.TEST, last_cycle=True)] == [2]
