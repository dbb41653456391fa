"""The guards of T1–T17: all that is missing at once, and nothing else blocks (DOMAIN.md 6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog.domain.acts.catalogue import ACTS, BY_NAME
from explog.domain.acts.guards import NEEDED, missing
from explog.domain.acts.proposal import Proposal
from explog.domain.naming.vocabulary import State
from explog.domain.record.experiment import STATE_AFTER, Experiment
from explog.domain.thresholds import Thresholds
from tests.builders import (
    CHECKED,
    END,
    LIMIT,
    SINCE,
    START,
    STOP,
    Fields,
    experiment,
    ident,
)

TODAY = SINCE + timedelta(90)
BARE: Fields = {
    "need": None,
    "core_task": None,
    "primary_measure": None,
    "measures": [],
    "cycle": {"belief": None, "test": None, "criterion": None, "comparator": None},
}


def codes(
    act: str, after: Experiment, before: Experiment | None = None, given: str = ""
) -> list[str]:
    """What is missing for *act* on the way from *before* to *after*, with these answers given."""
    proposal = Proposal(act, before or after, after, TODAY, Thresholds(), frozenset(given.split()))
    found = missing(proposal)
    assert len({item.code for item in found}) == len(found), "nothing is named twice"
    return [item.code for item in found]


TABLE: dict[str, tuple[set[str], str]] = {
    "plan": ({"idea"}, "planned"),
    "start": ({"planned"}, "running"),
    "pause": ({"running"}, "paused"),
    "resume": ({"paused"}, "running"),
    "end": ({"running", "paused"}, "in_review"),
    "adapt": ({"in_review"}, "running"),
    "adopt": ({"in_review"}, "adopted"),
    "abandon": ({"in_review"}, "abandoned"),
    "shelve": ({"idea", "planned"}, "shelved"),
    "reopen_idea": ({"shelved"}, "idea"),
    "scale": ({"adopted"}, "scaled"),
    "lapse": ({"scaled"}, "adopted"),
    "retire": ({"adopted", "scaled"}, "retired"),
    "reopen": ({"adopted", "abandoned"}, "in_review"),
    "register": ({"idea"}, "in_review"),
}


def test_the_transitions_are_those_of_the_table_and_no_others() -> None:
    found = {
        act.name: ({state.value for state in act.sources}, str(act.target))
        for act in ACTS
        if act.is_transition
    }
    assert found == TABLE
    assert {name: str(target) for name, (_, target) in TABLE.items()} == {
        name: str(state) for name, state in STATE_AFTER.items()
    }


def test_only_the_three_decisions_decide() -> None:
    decided = {act.name: act.decision for act in ACTS if act.decision}
    assert decided == {"adapt": "adapt", "adopt": "adopt", "abandon": "abandon"}


def test_every_state_but_the_last_ones_can_be_left() -> None:
    sources = {state for act in ACTS if act.is_transition for state in act.sources}
    assert set(State) - sources == {State.RETIRED}


def test_what_an_act_needs_is_among_its_questions() -> None:
    for act, names in NEEDED.items():
        assert set(names) <= {question.name for question in BY_NAME[act].questions}, act


def test_t2_an_idea_lacks_the_need_and_four_answers_all_named_at_once() -> None:
    expected = ["need", "core_task", "belief", "test", "measure", "criterion"]
    assert codes("plan", experiment("idea", BARE)) == expected


def test_t2_nothing_else_blocks_a_plan() -> None:
    assert codes("plan", experiment("idea", core_task=ident("task"))) == []


def test_t2_a_measure_needs_a_unit_and_a_criterion_both_halves() -> None:
    unitless = [{"name": "Missing items", "direction": "down"}]
    task = ident("task")
    assert codes("plan", experiment("idea", core_task=task, measures=unitless)) == ["unit"]
    for half in ("criterion", "comparator"):
        assert codes("plan", experiment("idea", core_task=task, cycle={half: None})) == [
            "criterion"
        ]


FRAME_CODES = ["frame_extent", "frame_last_day", "frame_stop", "frame_way_back", "frame_check"]


def test_t3_a_start_asks_five_things_all_named_at_once() -> None:
    assert codes("start", experiment("planned")) == FRAME_CODES


def test_t3_nothing_else_blocks_a_start() -> None:
    assert codes("start", experiment("running")) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"limits": []}, "frame_extent"),
        ({"limits": [{"kind": "hours", "max": 3, "unit": "hours"}]}, "frame_extent"),
        ({"cycle": {"last_day": None}}, "frame_last_day"),
        ({"cycle": {"last_day": START - timedelta(1)}}, "frame_last_day"),
        ({"stop_criteria": []}, "frame_stop"),
        ({"cycle": {"way_back": {"plan": None}}}, "frame_way_back"),
        ({"med_status": "to_be_raised"}, "med_status"),
        *(({"cycle": {"frame_check": {name: "no"}}}, "frame_check") for name in CHECKED),
        *(({"cycle": {"frame_check": {name: None}}}, "frame_check") for name in CHECKED),
    ],
)
def test_t3_each_gap_in_the_frame_is_named(change: Fields, code: str) -> None:
    assert codes("start", experiment("running", change)) == [code]


@pytest.mark.parametrize("status", ["not_relevant", "informed", "discussed", "guideline_agreed"])
def test_t3_med_that_was_raised_does_not_block(status: str) -> None:
    assert codes("start", experiment("running", med_status=status)) == []


def test_t3_not_relevant_answers_the_frame_check() -> None:
    check = dict.fromkeys(CHECKED, "not_relevant")
    assert codes("start", experiment("running", cycle={"frame_check": check})) == []


def test_t3_the_frame_check_opens_its_first_question_that_is_still_open() -> None:
    one = experiment("running", cycle={"frame_check": {"equipment": "no", "ai": None}})
    found = missing(Proposal("start", one, one, TODAY, Thresholds()))
    assert [item.question for item in found] == ["check_equipment"]
    assert "3, 7" in found[0].help


def test_t3_one_day_is_a_test_of_its_own() -> None:
    assert codes("start", experiment("running", cycle={"last_day": START})) == []


def test_t4_a_pause_by_a_stop_criterion_says_which() -> None:
    paused = experiment(
        "paused", transitions=[{"act": "pause", "on": START, "pause_reason": "stop_criterion"}]
    )
    assert codes("pause", paused) == ["reason", "stop_criterion"]
    assert codes("pause", experiment("paused"), given="reason") == []


def test_t5_going_on_asks_what_was_changed_and_who_says_so() -> None:
    assert codes("resume", experiment("running")) == ["changed", "by_role"]
    assert codes("resume", experiment("running"), given="changed by_role") == []


def test_t6_the_end_asks_for_its_reason_and_every_limit() -> None:
    limits = [LIMIT, {**LIMIT, "unit": "children"}, {**LIMIT, "unit": "staff", "actual": 0}]
    one = experiment("in_review", limits=limits, cycle={"end_reason": None})
    expected = ["end_reason", f"actual/{ident('limits 1')}", f"actual/{ident('limits 2')}"]
    assert codes("end", one) == expected


def test_t6_nothing_else_blocks_the_end() -> None:
    assert codes("end", experiment("in_review")) == []


FRIDAY = date(2026, 10, 16)


@pytest.mark.parametrize(
    ("stop", "expected"),
    [
        ({}, []),
        ({"met_on": FRIDAY}, [f"reacted/{ident('stop_criteria 1')}"]),
        ({"met_on": FRIDAY, "reacted_on": FRIDAY}, []),
        ({"met_on": FRIDAY, "reacted_on": END}, []),
        (
            {"met_on": FRIDAY, "reacted_on": FRIDAY, "unit": "minutes"},
            [f"reacted/{ident('stop_criteria 1')}"],
        ),
    ],
)
def test_t6_every_stop_criterion_that_was_met_needs_its_reaction(
    stop: Fields, expected: list[str]
) -> None:
    assert codes("end", experiment("in_review", stop_criteria=[{**STOP, **stop}])) == expected


def test_t6_a_test_ended_by_a_stop_criterion_says_which() -> None:
    one = experiment("in_review", cycle={"end_reason": "stop_criterion"})
    assert codes("end", one) == ["stop_criterion_met"]


@pytest.mark.parametrize("act", ["shelve", "lapse", "retire", "reopen"])
def test_t10_t13_t14_t15_ask_for_a_reason(act: str) -> None:
    before = experiment("scaled", places=[])
    assert codes(act, before) == ["reason"]
    assert codes(act, before, given="reason") == []


def test_t11_taking_up_a_shelved_idea_asks_nothing() -> None:
    assert codes("reopen_idea", experiment("shelved")) == []


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        ("observe", ["value"]),
        ("note", ["text"]),
        ("annotate", ["text"]),
        ("lesson", ["we_learned"]),
        ("place", ["place", "status"]),
        ("incident", ["text", "incident_kind", "level"]),
        ("measure", ["measure", "direction"]),
        ("stance", ["frontrunner", "on_board", "waiting", "hesitant"]),
        ("readiness", ["know_why", "want_to", "know_how", "can_do", "keep_up"]),
        ("extend", ["last_day", "reason"]),
        ("tighten", []),
        ("confirm", []),
        ("frame", []),
    ],
)
def test_the_other_acts_ask_for_what_makes_them_up(act: str, expected: list[str]) -> None:
    one = experiment("running")
    assert codes(act, one) == expected
    assert codes(act, one, given=" ".join(expected)) == []


def test_every_missing_answer_says_what_to_do_or_has_a_question_that_does() -> None:
    for act in ACTS:
        one = experiment("planned", BARE)
        for item in missing(Proposal(act.name, one, one, TODAY, Thresholds())):
            names = {question.name for question in act.questions}
            assert item.help or item.question in names, (act.name, item)


@pytest.mark.parametrize("act", ["plan", "start", "register"])
def test_an_import_without_a_cycle_lacks_answers_and_does_not_crash(act: str) -> None:
    assert "need" in codes(act, experiment("idea", BARE, cycles=[])) or act == "start"
