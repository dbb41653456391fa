"""The worst cycle counts: S1–S6 of experiments with more than one (DOMAIN.md 7.1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.judging.conditions import conditions
from tests.builders import (
    END,
    ENDED,
    FRAMED,
    HARMLESS,
    LIMIT,
    STOP,
    Fields,
    experiment,
    ident,
)
from tests.domain.judging.test_conditions import FRIDAY, MET, NOT_MET, UNKNOWN, answer

if TYPE_CHECKING:
    from explog.domain.naming.vocabulary import Met
    from explog.domain.record.experiment import Experiment


TWO = ("plan", "start", "end", "adapt", "end", "abandon")
SECOND: Fields = {
    **FRAMED,
    "started_on": date(2026, 11, 9),
    "frozen_at": date(2026, 11, 9),
    **ENDED,
    "ended_on": date(2026, 11, 27),
    "last_day": date(2026, 11, 29),
    "way_back": {"plan": "The paper list", "status": "done", "done_on": date(2026, 11, 27)},
    "harm": HARMLESS,
    "result": "not_supported",
}


def two_cycles(first: Fields, second: Fields, **fields: object) -> Experiment:
    """Abandoned after two cycles, each with what is different about it."""
    both = {
        "limits": [{**LIMIT, "actual": 1}, {**LIMIT, "actual": 1, "cycle": ident("cycles 2")}],
        "stop_criteria": [STOP, {**STOP, "cycle": ident("cycles 2")}],
    }
    return experiment(
        change={**both, **fields, "life": TWO, "cycles": [first, {**SECOND, **second}]}
    )


def test_two_sound_cycles_meet_all_six() -> None:
    assert {item.met for item in conditions(two_cycles({}, {}))} == {MET}


WORST_CYCLE: dict[str, tuple[str, Fields, Met]] = {
    "S1, frame locked late": ("S1", {"frozen_at": date(2027, 1, 1)}, NOT_MET),
    "S2, ended late": ("S2", {"ended_on": date(2027, 1, 1)}, NOT_MET),
    "S5, harm": ("S5", {"harm": {**HARMLESS, "answer": "yes"}}, NOT_MET),
    "S5, never asked": ("S5", {"harm": None}, UNKNOWN),
}


@pytest.mark.parametrize(("code", "flaw", "expected"), WORST_CYCLE.values(), ids=WORST_CYCLE)
@pytest.mark.parametrize("in_first", [True, False])
def test_the_worst_cycle_counts(code: str, flaw: Fields, expected: Met, *, in_first: bool) -> None:
    one = two_cycles(flaw, {}) if in_first else two_cycles({}, flaw)
    assert answer(code, one) is expected


@pytest.mark.parametrize("cycle", [1, 2])
def test_a_limit_or_a_late_reaction_of_either_cycle_counts(cycle: int) -> None:
    owner = ident(f"cycles {cycle}")
    limits = [
        {**LIMIT, "cycle": ident(f"cycles {number}"), "actual": 1 + (number == cycle)}
        for number in (1, 2)
    ]
    assert answer("S2", two_cycles({}, {}, limits=limits)) is NOT_MET
    late_one = {**STOP, "cycle": owner, "met_on": FRIDAY, "reacted_on": END}
    other = {**STOP, "cycle": ident(f"cycles {3 - cycle}")}
    assert answer("S3", two_cycles({}, {}, stop_criteria=[other, late_one])) is NOT_MET


def test_the_way_back_is_asked_of_the_last_cycle_only() -> None:
    one = two_cycles({"way_back": {"status": "not_started", "done_on": None}}, {})
    assert answer("S4", one) is MET


def test_a_cycle_that_has_not_begun_is_not_judged() -> None:
    one = experiment("running", cycles=[{}, {"no": 2, "started_on": None, "last_day": None}])
    assert answer("S1", one) is MET
