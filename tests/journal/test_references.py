"""From what a person calls something to its id."""

from __future__ import annotations

from datetime import date

import pytest

from explog.errors import InvalidError
from explog.journal.ids import IdMaker
from explog.journal.ports import Clock
from tests.journal.fake_store import FakeStore
from tests.journal.living import PLAN, START, Living


def test_a_measure_that_is_not_there_names_those_that_are(journal: Living) -> None:
    journal.live("plan").do("measure", measure="Minutes", role="balancing", direction="down")
    for ref in ("3", "0", "Colour", "mi"):
        with pytest.raises(InvalidError, match="1 Missing items; 2 Minutes"):
            journal.do("observe", value="3", of_measure=ref)


def test_actual_values_are_given_in_order_or_by_their_unit(journal: Living) -> None:
    journal.live("plan").do("frame", limits="1 crew\n8 children")
    journal.live("start").on(date(2026, 10, 30))
    with pytest.raises(InvalidError, match="the limits are: crew, children"):
        journal.do("end", actuals="staff=1")
    with pytest.raises(InvalidError, match="fits no limit"):
        journal.do("end", actuals="1\n8\n9")
    with pytest.raises(InvalidError, match="Not a number"):
        journal.do("end", actuals="crew=many")
    journal.do("end", actuals="Children = 7,5\ncrew=1")
    assert {limit.unit: limit.actual for limit in journal.one.limits} == {
        "crew": 1,
        "children": 7.5,
    }


@pytest.mark.parametrize("typed", ["2: today, today", "0: today", ",", "x: today"])
def test_a_reaction_to_a_criterion_that_is_not_there_is_refused(
    journal: Living, typed: str
) -> None:
    journal.live("plan", "start").on(date(2026, 10, 30))
    with pytest.raises(InvalidError):
        journal.do("end", reactions=typed)


def test_a_reaction_is_met_day_and_reacted_day_the_first_criterion_by_default(
    journal: Living,
) -> None:
    journal.live("plan", "start").on(date(2026, 10, 30))
    journal.do("end", end_reason="stop_criterion", reactions="i går kl. 8, today 9.30")
    (stop,) = journal.one.stop_criteria
    assert str(stop.met_on) == "2026-10-29 08:00:00"
    assert str(stop.reacted_on) == "2026-10-30 09:30:00"


def test_an_incomplete_import_without_a_cycle_can_be_planned(journal: Living) -> None:
    """Seen: "cycles[0].no: is missing", for good."""
    kept = journal.one.cycles[0].id
    journal.write(f"experiment/{journal.one.id}", "set", {f"cycles/{kept}/removed": True})
    assert journal.experiment("AMB-01").cycle is None
    journal.do("plan")
    (cycle,) = journal.one.rounds
    assert (cycle.no, cycle.belief) == (1, PLAN["belief"])


def test_ids_sort_in_the_order_they_were_made() -> None:
    ids = IdMaker()
    made = [ids() for _ in range(2000)]
    assert made == sorted(made)
    assert len(set(made)) == 2000
    assert {(ident[14], ident[19] in "89ab") for ident in made} == {("7", True)}


def test_a_fixed_clock_stands_and_a_running_one_tells_the_minute() -> None:
    assert (Clock(START).today(), Clock(START).as_of()) == (START, "2026-10-05")
    assert Clock().as_of()[:10] == Clock().today().isoformat()
    assert len(Clock().as_of()) == len("2026-10-05T08:30")
    assert Clock(START).at().endswith("Z")
    assert Living(FakeStore(), Clock(START), IdMaker()).role is None
