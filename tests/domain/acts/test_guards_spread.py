"""The guards of scaling, lapsing and registering afterwards: T12, T13 and T17."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.builders import (
    END,
    LIMIT,
    OPERATION,
    SINCE,
    START,
    STOP,
    Fields,
    daily,
    experiment,
    place,
)
from tests.domain.acts.test_guards import codes

SCALABLE: Fields = {
    "operation": {**OPERATION, "confirmed_on": SINCE + timedelta(60)},
    "places": [place("North"), place("South")],
    "observations": daily(SINCE, 2, 3, 1),
    "places_potential": 7,
}


def test_t12_scaling_names_every_condition_that_does_not_hold_and_the_denominator() -> None:
    adopted = experiment("adopted", operation={})
    assert codes("scale", adopted) == ["places_potential", "C1", "C2", "C3", "C4", "C5"]


def test_t12_scaling_is_possible_while_all_five_hold() -> None:
    assert codes("scale", experiment("scaled", SCALABLE), experiment("adopted", SCALABLE)) == []
    none = {**SCALABLE, "places_potential": 0}
    found = codes("scale", experiment("scaled", none), experiment("adopted", none))
    assert found == ["places_potential"]


def test_t13_what_still_holds_cannot_be_said_to_have_lapsed() -> None:
    after = experiment("adopted", SCALABLE)
    assert codes("lapse", after, experiment("scaled", SCALABLE), "reason") == ["still_scaled"]
    less = {**SCALABLE, "places": [place("North")]}
    assert codes("lapse", experiment("adopted", less), experiment("scaled", less), "reason") == []


REGISTERED = ("register",)


def registered(change: Fields, given: str = "") -> list[str]:
    """What is missing for a test that is already over."""
    cycle: Fields = {"started_on": START, "ended_on": END, "end_reason": "planned_end"}
    whole = {"life": REGISTERED, "cycle": cycle, **change}
    return codes("register", experiment(change=whole), given=given)


def test_t17_registering_asks_for_what_happened_all_at_once() -> None:
    found = registered({"need": None, "cycle": {"belief": None}})
    assert found == ["need", "belief", "started_on", "ended_on", "end_reason"]


def test_t17_nothing_else_blocks_registering() -> None:
    assert registered({}) == []


@pytest.mark.parametrize("frame", [{"limits": [LIMIT]}, {"stop_criteria": [STOP]}])
def test_t17_a_frame_counts_only_with_a_dated_written_plan(frame: Fields) -> None:
    assert registered(frame) == ["plan_reference"]


def test_t17_half_of_a_plan_reference_or_of_a_measure_asks_for_the_other_half() -> None:
    assert registered({}, "plan_reference") == ["plan_dated"]
    assert registered({}, "plan_dated") == ["plan_reference"]
    assert registered({}, "plan_dated plan_reference") == []
    assert registered({}, "measure") == ["direction"]
    assert registered({}, "measure criterion") == []
