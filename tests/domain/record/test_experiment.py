"""The record: its life, its state, its cycles and what is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explog.domain.naming.vocabulary import Decision, State
from tests.builders import END, LAST_DAY, LIVES, START, Fields, experiment, ident

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence


@pytest.mark.parametrize("state", LIVES)
def test_the_state_is_where_the_last_step_led(state: str) -> None:
    assert experiment(state).state is State(state)


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (("plan", "start", "pause", "resume"), State.RUNNING),
        (("plan", "start", "pause", "end"), State.IN_REVIEW),
        (("plan", "start", "end", "adapt"), State.RUNNING),
        (("plan", "start", "end", "adopt", "reopen"), State.IN_REVIEW),
        (("plan", "start", "end", "abandon", "reopen", "adopt"), State.ADOPTED),
        (("plan", "start", "end", "adopt", "scale", "lapse"), State.ADOPTED),
        (("plan", "start", "end", "adopt", "scale", "retire"), State.RETIRED),
        (("plan", "shelve", "reopen_idea", "plan"), State.PLANNED),
        (("register", "abandon"), State.ABANDONED),
    ],
)
def test_longer_lives(life: Sequence[str], expected: State) -> None:
    assert experiment(life=life).state is expected


@given(st.permutations(range(4)))
def test_the_life_is_walked_whatever_the_order_of_its_steps(order: list[int]) -> None:
    whole = experiment("abandoned")
    shuffled = [whole.transitions[place] for place in order]
    again = whole.model_copy(update={"transitions": tuple(shuffled)})
    assert [step.act for step in again.life] == ["plan", "start", "end", "abandon"]


def steps(*told: tuple[str, str, str | None]) -> list[Fields]:
    """Steps of a life: name, act, and the name of the one before."""
    return [
        {"id": ident(name), "act": act, "on": END, **({"after": ident(before)} if before else {})}
        for name, act, before in told
    ]


def test_two_steps_after_the_same_one_never_leave_it_half_in_both() -> None:
    both = steps(
        ("p", "plan", None),
        ("s", "start", "p"),
        ("e", "end", "s"),
        ("x", "adopt", "e"),
        ("y", "abandon", "e"),
    )
    one = experiment(transitions=both)
    first = min([("adopted", ident("x")), ("abandoned", ident("y"))], key=lambda pair: pair[1])
    assert one.state.value == first[0]
    assert len(one.life) == 4


@pytest.mark.parametrize(
    "told",
    [
        steps(("a", "start", "b"), ("b", "end", "a")),
        steps(("a", "start", "a")),
        steps(("a", "start", "lost")),
    ],
)
def test_a_life_that_has_no_beginning_is_an_idea(told: list[Fields]) -> None:
    assert experiment(transitions=told).state is State.IDEA


def test_a_ring_after_the_beginning_ends_the_walk() -> None:
    told = steps(("a", "plan", None), ("b", "start", "a"), ("a", "end", "b"))
    assert len(experiment(transitions=told).life) <= 3


@pytest.mark.parametrize("act", ["explode", "", "observe", "idea"])
def test_a_step_that_is_none_cannot_be_read_in(act: str) -> None:
    """Seen: an import with an unknown step was kept, and every list crashed."""
    with pytest.raises(ValidationError):
        experiment(transitions=steps(("a", act, None)))


@pytest.mark.parametrize(
    ("life", "expected"),
    [
        (("plan",), None),
        (("plan", "start", "end"), None),
        (("plan", "start", "end", "adopt"), Decision.ADOPT),
        (("plan", "start", "end", "adapt"), Decision.ADAPT),
        (("plan", "start", "end", "adapt", "end"), Decision.ADAPT),
        (("plan", "start", "end", "adapt", "end", "abandon"), Decision.ABANDON),
        (("plan", "start", "end", "abandon", "reopen"), None),
        (("plan", "start", "end", "abandon", "reopen", "adopt"), Decision.ADOPT),
        (("plan", "start", "end", "adopt", "scale", "lapse"), Decision.ADOPT),
        (("plan", "start", "end", "adopt", "retire"), Decision.ADOPT),
    ],
)
def test_the_decision_in_force_is_the_last_one_that_was_not_withdrawn(
    life: Sequence[str], expected: Decision | None
) -> None:
    assert experiment(life=life).decision is expected


def test_the_last_cycle_is_the_one_with_the_highest_number() -> None:
    one = experiment(cycles=[{"no": 2}, {"no": 1}, {"no": 3, "started_on": START}])
    assert [cycle.no for cycle in one.rounds] == [1, 2, 3]
    assert one.cycle is not None
    assert one.cycle.no == 3
    assert [cycle.no for cycle in one.started_rounds] == [3]
    assert one.started_on == START
    assert experiment(cycles=[]).cycle is None
    assert experiment(cycles=[]).started_on is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (None, False),
        ("not_relevant", False),
        ("to_be_raised", True),
        ("informed", True),
        ("discussed", True),
        ("guideline_agreed", True),
    ],
)
def test_it_touches_work_unless_med_is_not_relevant(status: str | None, *, expected: bool) -> None:
    assert experiment(med_status=status).affects_work is expected


def test_the_last_day_is_that_of_the_extensions_that_came_in_time() -> None:
    def last(*made: str) -> object:
        extensions = [
            {"old": END, "new": LAST_DAY, "reason": "x", "made_on": made_on} for made_on in made
        ]
        one = experiment("running", extensions=extensions)
        assert one.cycle is not None
        return one.last_day_of(one.cycle)

    assert last() == LAST_DAY
    assert last("2026-10-30") == LAST_DAY
    assert last("2026-10-31") == END
    assert last("2026-10-29", "2026-10-31") == END


def test_elements_belong_to_the_cycle_they_name() -> None:
    one = experiment(
        cycles=[{}, {"no": 2}],
        limits=[
            {"kind": "places", "max": 1, "unit": "crew"},
            {"kind": "places", "max": 2, "unit": "crew", "cycle": ident("cycles 2")},
        ],
    )
    first, second = one.rounds
    assert [limit.max for limit in one.limits_of(first)] == [1]
    assert [limit.max for limit in one.limits_of(second)] == [2]
    assert one.stop_criteria_of(first) == ()
    text = {"text": "An error"}
    stops = [text, {**text, "text": "A fall", "cycle": ident("cycles 2")}]
    both = experiment(cycles=[{}, {"no": 2}], stop_criteria=stops)
    assert [stop.text for stop in both.stop_criteria_of(both.rounds[1])] == ["A fall"]


def test_the_primary_measure_is_the_one_that_is_named() -> None:
    measures = [{"name": name, "direction": "up"} for name in ("a", "b")]
    one = experiment(measures=measures, primary_measure=ident("measures 2"))
    assert one.primary is not None
    assert one.primary.name == "b"
    assert experiment(measures=measures, primary_measure=ident("lost")).primary is None


@given(st.randoms(use_true_random=False))
def test_no_record_the_model_accepts_crashes_what_is_derived_from_it(chance: random.Random) -> None:
    """Steps, cycles and dates in any nonsensical combination, as a merge or an import can bring."""
    from explog.domain.lists.summary import summarise

    acts = [
        chance.choice([*LIVES["scaled"], "reopen", "adapt", "lapse", "register", "pause"])
        for _ in range(chance.randint(0, 6))
    ]
    days = [None, "1901-01-01", "2026-10-05", "2026-11-01", "2199-12-31"]
    cycles = [
        {
            "no": chance.randint(0, 2),
            **{
                name: chance.choice(days)
                for name in ("started_on", "ended_on", "last_day", "frozen_at")
            },
            "criterion": chance.choice([None, 3]),
        }
        for _ in range(chance.randint(0, 3))
    ]
    one = experiment(
        life=acts,
        cycles=cycles,
        operation={"since": chance.choice(days), "confirmed_on": chance.choice(days)},
        places=[{"name": "North", "status": "in_operation", "since": chance.choice(days)}],
    )
    found = summarise("experiment", one.model_dump(mode="json"), None)
    assert found["state"] == one.state.value
