"""The guards of T1–T17: all that is missing at once, and nothing else blocks (DOMAIN.md 6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from explog.domain.acts import ACTS, BY_NAME
from explog.domain.experiment import STATE_AFTER, Experiment
from explog.domain.guards import NEEDED, Proposal, missing
from explog.domain.thresholds import Thresholds
from explog.domain.vocabulary import State
from tests.builders import (
    CHECKED,
    END,
    HARMLESS,
    LESSON,
    LIMIT,
    OPERATION,
    SINCE,
    START,
    STOP,
    Fields,
    daily,
    experiment,
    ident,
    place,
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


REVIEWED = experiment("in_review")
STUDY = ["result", "harm", "lesson"]
UNSTUDIED: Fields = {"lessons": [], "cycle": {"result": None, "harm": None}}


def decided(act: str, change: Fields | None = None, given: str = "reason") -> list[str]:
    """What is missing for a decision after a test in review."""
    states = {"adopt": "adopted", "abandon": "abandoned"}
    return codes(act, experiment(states[act], change), REVIEWED, given)


def test_t8_adopting_asks_for_the_study_and_daily_operation_all_at_once() -> None:
    operation = ["operation_since", "operation_owner", "ordinary_budget", "core"]
    found = decided("adopt", {**UNSTUDIED, "operation": {}}, given="")
    assert found == ["reason", *STUDY, *operation]


def test_t8_nothing_else_blocks_the_adoption() -> None:
    reason = {"result_reason": "The team saw it", "result": "supported"}
    assert decided("adopt", {"cycle": reason}) == []


def test_t8_no_ordinary_budget_is_an_answer() -> None:
    change = {
        "operation": {**OPERATION, "ordinary_budget": False},
        "cycle": {"result": "inconclusive"},
    }
    assert decided("adopt", change) == []


@pytest.mark.parametrize(
    "change",
    [
        {"cycle": {"result": "not_supported", "result_reason": "Seen otherwise"}},
        {"cycle": {"result": "inconclusive"}, "limits": [{**LIMIT, "actual": 2}]},
    ],
)
def test_t8_in_spite_of_the_result_or_the_frame_only_with_a_reason(change: Fields) -> None:
    assert decided("adopt", change) == ["override_reason"]
    cycle = {**change["cycle"], "override_reason": "Everybody wants it"}  # type: ignore[dict-item]
    assert decided("adopt", {**change, "cycle": cycle}) == []


def test_t9_abandoning_asks_for_the_study_and_the_way_back_all_at_once() -> None:
    cycle = {"result": None, "harm": None, "way_back": {"status": "not_started", "done_on": None}}
    found = decided("abandon", {"lessons": [], "cycle": cycle}, given="")
    assert found == ["reason", *STUDY, "way_back_status"]


def test_t9_nothing_else_blocks_giving_up() -> None:
    assert decided("abandon", {"cycle": {"result": "inconclusive"}}) == []


@pytest.mark.parametrize(
    ("way_back", "expected"),
    [
        ({"status": "done", "done_on": END}, []),
        ({"status": "done", "done_on": None}, ["way_back_done_on"]),
        ({"status": "not_needed", "reason": None}, ["way_back_reason"]),
        ({"status": "not_needed", "reason": "Nothing was changed"}, []),
        ({"status": "failed", "reason": None}, ["way_back_reason"]),
        ({"status": "failed", "reason": "The list was gone"}, []),
        ({"status": "not_started"}, ["way_back_status"]),
        ({"status": "done", "done_on": END, "max_time": 10, "unit": "minutes"}, []),
    ],
)
def test_t9_the_way_back_is_told_whole(way_back: Fields, expected: list[str]) -> None:
    cycle = {"result": "inconclusive", "way_back": {"done_on": None, **way_back}}
    assert decided("abandon", {"cycle": cycle}) == expected


def test_t9_asks_for_the_time_of_day_where_the_way_back_counts_in_minutes() -> None:
    """Seen: the verdict stayed pending for good after everything that was asked was answered."""
    stop = {**STOP, "met_on": "2026-10-30T08:00", "reacted_on": "2026-10-30T08:05"}
    way_back = {"status": "done", "done_on": END, "max_time": 10, "unit": "minutes"}
    cycle = {"end_reason": "stop_criterion", "way_back": way_back}
    before = experiment("in_review", stop_criteria=[stop], cycle={"end_reason": "stop_criterion"})
    after = experiment("abandoned", stop_criteria=[stop], cycle=cycle)
    assert codes("abandon", after, before, "reason") == ["way_back_done_on"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"limits": [LIMIT]}, f"actual/{ident('limits 1')}"),
        ({"stop_criteria": [{**STOP, "met_on": FRIDAY}]}, f"reacted/{ident('stop_criteria 1')}"),
        ({"lessons": [{**LESSON, "theme": None}]}, "lesson"),
        ({"lessons": [{**LESSON, "therefore": None}]}, "lesson"),
    ],
)
def test_a_decision_asks_for_what_was_left_open_so_that_no_verdict_stays_pending(
    change: Fields, code: str
) -> None:
    assert decided("abandon", {"cycle": {"result": "inconclusive"}, **change}) == [code]
    assert decided("adopt", {"cycle": {"result": "inconclusive"}, **change}) == [code]


def test_a_result_that_differs_from_the_suggestion_needs_a_reason() -> None:
    assert decided("abandon", {"cycle": {"result": "not_supported"}}) == ["result_reason"]
    told = {"result": "not_supported", "result_reason": "We saw it"}
    assert decided("abandon", {"cycle": told}) == []


@pytest.mark.parametrize(
    ("incidents", "expected"),
    [
        ([], ["incident"]),
        ([{"date": END, "kind": "citizen", "level": "near_miss", "text": "Oh"}], ["incident"]),
        ([{"date": END, "kind": "citizen", "level": "mild", "text": "A fall"}], []),
        (
            [{"date": START - timedelta(1), "kind": "citizen", "level": "mild", "text": "Before"}],
            ["incident"],
        ),
    ],
)
def test_harm_needs_its_incident(incidents: list[Fields], expected: list[str]) -> None:
    cycle = {"result": "inconclusive", "harm": {**HARMLESS, "answer": "yes"}}
    assert decided("abandon", {"cycle": cycle, "incidents": incidents}) == expected


def test_an_answer_to_harm_that_nobody_gives_asks_for_the_function() -> None:
    cycle = {"result": "inconclusive", "harm": None}
    assert decided("abandon", {"cycle": cycle}, "reason harm") == ["harm_role"]


BADGE: Fields = {"novelty": "first", "prior_knowledge": "Nothing", "size_reason": "One crew"}


def test_a_failure_is_called_intelligent_only_where_it_is_one() -> None:
    cycle = {"result": "partly_supported", "result_reason": "x", "failure_type": "intelligent"}
    given = "reason failure_type"
    assert decided("abandon", {"cycle": cycle, **BADGE}, given) == []
    assert decided("abandon", {"cycle": cycle}, given) == ["failure_type"]
    assert decided("abandon", {"cycle": {**cycle, "failure_type": "basic"}}, given) == []


def adapted(change: Fields, second: Fields, given: str = "") -> list[str]:
    """What is missing for adapt: *change* of the cycle that closes, and the *second* cycle."""
    own: Fields = {"cycle": ident("cycles 2")}
    frame = {
        "limits": [{**LIMIT, "actual": 1}, {**LIMIT, **own}],
        "stop_criteria": [STOP, {**STOP, **own}],
    }
    running: Fields = {"ended_on": None, "end_reason": None, "harm": None, "result": None}
    after = experiment(
        change={
            **frame,
            "life": ("plan", "start", "end", "adapt"),
            "cycles": [
                {"result": "inconclusive", "change": "A lamp", **change},
                {**running, **second},
            ],
        }
    )
    return codes("adapt", after, REVIEWED, given)


def test_t7_nothing_else_blocks_the_next_cycle() -> None:
    assert adapted({}, {"prediction": "Fewer"}) == []
    assert adapted({}, {"prediction_number": 0}) == []


def test_t7_adapting_asks_for_the_study_the_change_a_prediction_and_a_whole_new_frame() -> None:
    blank = {
        "last_day": None,
        "way_back": {"plan": None},
        "frame_check": dict.fromkeys(CHECKED, None),
    }
    found = adapted({"result": None, "harm": None, "change": None}, blank)
    frame = ["frame_last_day", "frame_way_back", "frame_check"]
    assert found == ["result", "harm", "change", "prediction", *frame]


@pytest.mark.parametrize(("learning", "expected"), [("It was dark", []), (None, ["lesson"])])
def test_t7_what_the_cycle_taught_stands_in_for_a_lesson(
    learning: str | None, expected: list[str]
) -> None:
    own: Fields = {"cycle": ident("cycles 2")}
    after = experiment(
        life=("plan", "start", "end", "adapt"),
        cycles=[
            {"result": "inconclusive", "change": "A lamp", "learning": learning},
            {"prediction": "Fewer"},
        ],
        limits=[{**LIMIT, "actual": 1}, {**LIMIT, **own}],
        stop_criteria=[STOP, {**STOP, **own}],
        lessons=[],
    )
    assert codes("adapt", after, REVIEWED) == expected


@pytest.mark.parametrize("act", ["shelve", "lapse", "retire", "reopen"])
def test_t10_t13_t14_t15_ask_for_a_reason(act: str) -> None:
    before = experiment("scaled", places=[])
    assert codes(act, before) == ["reason"]
    assert codes(act, before, given="reason") == []


def test_t11_taking_up_a_shelved_idea_asks_nothing() -> None:
    assert codes("reopen_idea", experiment("shelved")) == []


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
