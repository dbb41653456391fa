"""Decisions, what follows from them, and how far a solution spreads."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.missing import MissingError
from explog.domain.judging.verdicts import outcome
from explog.domain.naming.vocabulary import Outcome
from explog.errors import InvalidError, Refused
from tests.journal.fake_store import FakeStore
from tests.journal.living import (
    ADOPTED,
    DECIDED,
    END,
    LESSON,
    OPERATED,
    PLAN,
    START,
    STUDIED,
    met,
    scale,
    started,
)

if TYPE_CHECKING:
    from tests.journal.living import Living


def test_closing_without_the_question_of_harm_names_the_field(journal: Living) -> None:
    """Acceptance check 5."""
    journal.live("plan", "start", "end")
    with pytest.raises(MissingError) as caught:
        journal.do("abandon", harm=None)
    (item,) = caught.value.items
    assert (item.code, item.question) == ("harm", "harm")
    assert "Was anyone or anything harmed?" in str(caught.value)


def test_harm_is_answered_by_a_function() -> None:
    """Seen: without a role, "cycles[0].harm.by_role: is missing"."""
    journal = started(FakeStore(), role=None).live("plan", "start", "end")
    assert journal.asked(
        "abandon", **STUDIED, way_back_status="done", way_back_done_on="30/10"
    ) == ["harm_role"]
    journal.do("abandon", harm_role="nurse")
    assert journal.one.cycle is not None
    assert journal.one.cycle.harm is not None
    assert journal.one.cycle.harm.by_role == "nurse"


def test_the_decider_or_the_responsible_function_answers_for_harm_when_nobody_else_does() -> None:
    for answers, expected in (({"by_role": "head"}, "head"), ({}, "coordinator")):
        journal = started(FakeStore(), role=None)
        journal.do("plan", responsible_role="coordinator")
        journal.live("start", "end").do("abandon", **answers)
        assert journal.one.cycle is not None
        assert journal.one.cycle.harm is not None
        assert journal.one.cycle.harm.by_role == expected


def test_a_decision_does_not_lie_before_the_end_or_in_the_future(journal: Living) -> None:
    journal.live("plan", "start", "end").on(DECIDED)
    with pytest.raises(Refused, match="before the end of the test"):
        journal.do("abandon", on="2026-10-29")
    with pytest.raises(InvalidError, match="future"):
        journal.do("abandon", on="2026-12-24")
    journal.do("abandon", on="2026-10-30")
    assert journal.one.decided is not None
    assert journal.one.decided.on == END


def test_intelligent_is_what_the_team_may_say_only_where_it_holds(journal: Living) -> None:
    journal.live("plan", "start", "end")
    asked = {"result": "not_supported", "result_reason": "x", "failure_type": "intelligent"}
    with pytest.raises(MissingError, match="Kind of failure"):
        journal.do("abandon", **asked)
    for name, value in (("novelty", "first"), ("prior_knowledge", "None"), ("size_reason", "One")):
        from explog.journal.editing import edit

        edit(journal, "AMB-01", {name: value})
    journal.do("abandon", **asked)
    assert journal.one.cycle is not None
    assert journal.one.cycle.failure_type == "intelligent"


def test_adapting_twice_makes_three_cycles_each_with_its_own_frame(journal: Living) -> None:
    journal.live("plan").on(START)
    journal.do("start", way_back_max_time="1", way_back_unit="days", who_may_stop="Everyone")
    journal.live("end", "adapt")
    journal.on(date(2026, 12, 1)).do("end")
    journal.on(date(2026, 12, 4)).do(
        "adapt",
        last_day="2027-02-01",
        limits="2 crew",
        criterion="at most 2",
        belief="A lamp helps",
    )
    first, second, third = journal.one.rounds
    assert [cycle.no for cycle in journal.one.rounds] == [1, 2, 3]
    assert [cycle.result for cycle in journal.one.rounds] == ["inconclusive", "inconclusive", None]
    assert (first.criterion, second.criterion, third.criterion) == (3, 3, 2)
    assert (second.belief, third.belief) == (PLAN["belief"], "A lamp helps")
    assert second.way_back.max_time == third.way_back.max_time == 1
    assert third.who_may_stop == "Everyone"
    assert [journal.one.limits_of(cycle)[0].max for cycle in journal.one.rounds] == [1, 1, 2]
    assert all(journal.one.stop_criteria_of(cycle) for cycle in journal.one.rounds)
    assert met(journal)["S1"] == "met"
    journal.on(date(2027, 1, 29)).do("end", actuals="2")
    journal.on(date(2027, 2, 3)).do("abandon", way_back_done_on="2027-01-29")
    assert set(met(journal).values()) == {"met"}
    assert journal.where() == "abandoned"


def test_the_next_cycle_takes_over_neither_the_frame_check_nor_the_last_day(
    journal: Living,
) -> None:
    journal.live("plan", "start", "end").on(DECIDED)
    with pytest.raises(MissingError) as caught:
        journal.do("adapt", last_day=None, frame_check=None, prediction=None, change=None)
    assert [item.code for item in caught.value.items] == [
        "change",
        "prediction",
        "frame_last_day",
        "frame_check",
    ]


def test_a_reopened_failure_can_be_adopted_and_that_decision_is_in_force(journal: Living) -> None:
    journal.live("plan", "start", "end", "abandon").on(date(2026, 11, 10)).do("reopen")
    assert not journal.experiment("AMB-01").decision
    assert outcome(journal.one) is Outcome.ONGOING
    journal.act("adopt", "AMB-01", reason="More numbers came", **OPERATED)
    assert journal.one.decided is not None
    assert (journal.one.decision, journal.one.decided.on) == ("adopt", date(2026, 11, 10))
    assert [step.decision for step in journal.one.life if step.decision] == ["abandon", "adopt"]
    assert outcome(journal.one) is Outcome.ADOPTED


def test_in_spite_of_the_result_only_with_a_reason(journal: Living) -> None:
    journal.live("plan", "start", "end")
    spite = {"result": "not_supported", "result_reason": "The crew saw it"}
    with pytest.raises(MissingError, match="in spite of"):
        journal.do("adopt", **spite)
    journal.do("adopt", **spite, override_reason="Everybody wants it")
    assert journal.where() == "adopted"


def test_scaled_is_entered_only_while_the_facts_carry_it(journal: Living) -> None:
    journal.live(*ADOPTED)
    with pytest.raises(MissingError) as caught:
        journal.do("scale")
    assert [item.code for item in caught.value.items] == [
        "places_potential",
        "C1",
        "C2",
        "C3",
        "C4",
    ]
    assert "C2 Spread" in str(caught.value)
    scale(journal)
    assert journal.where() == "scaled"


def test_what_still_holds_does_not_lapse_and_what_lapsed_can_scale_again(journal: Living) -> None:
    scale(journal.live(*ADOPTED))
    with pytest.raises(MissingError, match="C1–C5 all hold today"):
        journal.do("lapse", reason="A feeling")
    journal.do("place", place="North", status="discontinued")
    journal.do("lapse", reason="North went back to paper")
    assert journal.where() == "adopted"
    journal.do("place", place="North", status="in_operation", since="2026-11-09")
    journal.do("scale")
    assert journal.where() == "scaled"


def test_a_scaled_solution_can_be_retired(journal: Living) -> None:
    scale(journal.live(*ADOPTED))
    journal.do("retire", replaced_by="Sensors")
    assert journal.one.life[-1].replaced_by == "Sensors"
    assert outcome(journal.one) is Outcome.RETIRED


def test_a_place_counts_from_the_day_it_reached_its_status(journal: Living) -> None:
    """Seen: a month of trial counted as a month in operation."""
    journal.live(*ADOPTED).on(date(2026, 11, 9)).do("place", place="North", status="trial")
    journal.on(date(2027, 1, 9)).do("place", place="north", status="in_operation")
    (place,) = journal.one.places
    assert place.since == date(2027, 1, 9)
    journal.on(date(2027, 2, 9)).do("place", place="North", status="in_operation", adapted="Blue")
    assert journal.one.places[0].since == date(2027, 1, 9)
    assert journal.one.places[0].adapted == "Blue"


def test_a_place_that_goes_on_again_has_not_ended(journal: Living) -> None:
    journal.live(*ADOPTED).on(date(2026, 11, 9)).do("place", place="North", status="in_operation")
    journal.do("place", place="North", status="discontinued", place_ended_on="2026-11-09")
    assert not journal.one.places[0].is_in_operation
    journal.do("place", place="North", status="in_operation")
    assert journal.one.places[0].is_in_operation


def test_a_place_nobody_knows_cannot_be_confirmed_nor_can_tomorrow(journal: Living) -> None:
    journal.live(*ADOPTED).do("place", place="North", status="trial")
    with pytest.raises(Refused, match="Known: North"):
        journal.do("confirm", place="South")
    with pytest.raises(InvalidError, match="future"):
        journal.do("confirm", confirmed_on="+1")
    journal.do("confirm", place="NORTH")
    assert journal.one.places[0].last_confirmed_on == journal.clock.today()
    assert journal.one.operation.confirmed_on is None


def test_a_step_says_who_took_it_and_for_which_cycle(journal: Living) -> None:
    journal.live("plan", "start", "end").do("adapt", by_role="head")
    first, second = (cycle.id for cycle in journal.one.rounds)
    steps = [(step.act, step.by_role, step.cycle) for step in journal.one.life]
    assert steps == [
        ("plan", "leader", first),
        ("start", "leader", first),
        ("end", "leader", first),
        ("adapt", "head", second),
    ]


def test_a_place_that_ended_keeps_its_last_day(journal: Living) -> None:
    journal.live(*ADOPTED).do("place", place="North", status="in_operation")
    journal.do("place", place="North", status="discontinued", place_ended_on="2026-11-01")
    journal.do("place", place="North", status="declined")
    assert journal.one.places[0].ended_on == date(2026, 11, 1)


def test_a_place_that_stops_keeps_the_day_it_began(journal: Living) -> None:
    """Seen: a place that stopped had never been in use, in the picture over time."""
    journal.live(*ADOPTED).on(date(2026, 11, 9)).do("place", place="North", status="in_operation")
    journal.on(date(2027, 1, 9)).do("place", place="North", status="discontinued")
    (place,) = journal.one.places
    assert (place.since, place.ended_on) == (date(2026, 11, 9), date(2027, 1, 9))
    assert not place.is_in_operation


def test_a_lesson_that_was_begun_is_completed_by_the_decision_and_not_told_twice() -> None:
    """Seen: what was written before the decision had to be written again, as a second lesson."""
    journal = started(FakeStore()).live("plan", "start", "end")
    journal.do("lesson", we_learned="Light matters", theme="workflow")
    assert journal.one.begun_lesson is not None
    rest = {"we_learned": None, "theme": None}
    journal.do("abandon", **rest)
    (lesson,) = journal.one.lessons
    assert (lesson.we_learned, lesson.we_observed) == ("Light matters", STUDIED["we_observed"])
    assert lesson.is_complete
    assert journal.one.begun_lesson is None


def test_a_decision_adds_a_lesson_beside_those_that_are_complete() -> None:
    journal = started(FakeStore()).live("plan", "start", "end")
    journal.do("lesson", **LESSON)
    journal.do("abandon", we_learned="Night is another job")
    assert [one.we_learned for one in journal.one.lessons] == [
        LESSON["we_learned"],
        "Night is another job",
    ]
