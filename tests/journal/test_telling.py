"""One experiment with everything derived, and its history read aloud."""

from __future__ import annotations

import json
from datetime import date

import pytest

from explog.journal import agreements
from explog.journal.editing import edit
from explog.journal.story import story
from explog.journal.telling import agreements_of, next_act, whole
from explog.journal.undoing import undo
from explog.locale import speak
from tests.journal.living import ADOPTED, END, START, Living, scale

LIVES: dict[str, tuple[str, ...]] = {
    "idea": (),
    "planned": ("plan",),
    "running": ("plan", "start"),
    "paused": ("plan", "start", "pause"),
    "in_review": ("plan", "start", "end"),
    "adopted": ADOPTED,
    "abandoned": ("plan", "start", "end", "abandon"),
    "shelved": ("shelve",),
    "retired": (*ADOPTED, "retire"),
    "adapted": ("plan", "start", "end", "adapt"),
}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_the_whole_record_is_plain_json_with_the_same_names_in_every_state(
    journal: Living, life: tuple[str, ...]
) -> None:
    idea = whole(journal, "AMB-01")
    found = whole(journal.live(*life), "AMB-01")
    assert json.loads(json.dumps(found)) == json.loads(json.dumps(found, sort_keys=True))
    assert found.keys() == idea.keys()
    assert found["derived"].keys() == idea["derived"].keys()
    assert {"state", "outcome", "frame_verdict", "level", "attention"} <= found["derived"].keys()


def test_conditions_are_told_with_code_title_answer_and_reason(journal: Living) -> None:
    derived = whole(journal.live("plan", "start", "end", "abandon"), "AMB-01")["derived"]
    assert [item["code"] for item in derived["conditions"]] == ["S1", "S2", "S3", "S4", "S5", "S6"]
    assert derived["conditions"][0] == {
        "code": "S1",
        "title": "Frame set before the start",
        "met": "met",
        "reason": "limits, last day, stop criterion and way back were agreed before the start",
    }
    assert (derived["outcome"], derived["frame_verdict"]) == ("inconclusive", "safe")
    assert (derived["decision"], derived["decided_on"]) == ("abandon", "2026-11-04")
    assert derived["scale_conditions"] == []


def test_numbers_are_told_with_the_signal(journal: Living) -> None:
    journal.live("plan")
    for day in range(1, 7):
        journal.do("observe", value="6", date=f"2026-09-{day:02d}")
    journal.live("start")
    for day in range(6):
        journal.on(date(2026, 10, 6 + day)).do("observe", value="3")
    derived = whole(journal, "AMB-01")["derived"]
    assert (derived["baseline"], derived["current"], derived["difference"]) == (6, 3, -3)
    assert (derived["progress"], derived["progress_percent"]) == (1, 100)
    assert (derived["signal"], derived["result_suggested"]) == ("shift", "supported")
    assert sorted(derived["phases"].values()) == ["baseline"] * 6 + ["test"] * 6
    assert derived["run_chart"]["rule"] == "baseline_shift"


def test_the_fraction_and_the_level_are_told(journal: Living) -> None:
    scale(journal.live(*ADOPTED))
    derived = whole(journal, "AMB-01")["derived"]
    assert (derived["level"], derived["fraction"]) == ("scaled", "3 of 7")
    assert (derived["in_operation"], derived["potential"]) == (3, 7)
    assert [item["met"] for item in derived["scale_conditions"]] == ["met"] * 5
    later = whole(journal.on(date(2027, 12, 1)), "AMB-01")["derived"]
    assert later["level"] == "spreading"
    assert set(later["attention"]) == {"confirmation_missing"}


@pytest.mark.parametrize(
    ("life", "today", "expected"),
    [
        ((), START, "plan"),
        (("plan",), START, "start"),
        (("plan", "start"), END, "observe"),
        (("plan", "start"), date(2026, 11, 1), "end"),
        (("plan", "start"), date(2026, 12, 1), "end"),
        (("plan", "start", "pause"), date(2026, 12, 1), "resume"),
        (("plan", "start", "end"), END, "adopt"),
        (ADOPTED, END, "place"),
        (("shelve",), END, "reopen_idea"),
    ],
)
def test_there_is_one_next_step(
    journal: Living, life: tuple[str, ...], today: date, expected: str
) -> None:
    assert next_act(journal.live(*life).one, today.isoformat()) == expected


def test_what_the_next_step_lacks_is_told(journal: Living) -> None:
    derived = whole(journal.live("plan"), "AMB-01")["derived"]
    assert [item["code"] for item in derived["missing_next"]][:2] == [
        "frame_extent",
        "frame_last_day",
    ]
    assert all(item["help"] for item in derived["missing_next"])


def test_marks_stay_visible(journal: Living) -> None:
    journal.live("plan", "start", "end").do(
        "adopt", result="not_supported", result_reason="x", override_reason="y"
    )
    journal.do("reopen")
    edit(journal, "AMB-01", {"limits/1/actual": "2"})
    journal.do("adopt", result="not_supported", result_reason="x", override_reason="y")
    assert whole(journal, "AMB-01")["derived"]["marks"] == [
        "adopted in spite of the result",
        "adopted, outside the frame",
        "an earlier decision was withdrawn",
        "without a baseline",
    ]


def test_what_was_registered_afterwards_says_so(journal: Living) -> None:
    over = {"started_on": "2026-09-01", "ended_on": "2026-09-02", "end_reason": "external"}
    journal.act("register", "AMB-01", need="x", belief="y", **over)
    assert "registered afterwards" in whole(journal, "AMB-01")["derived"]["marks"]


def test_the_history_is_read_aloud_oldest_first(journal: Living) -> None:
    journal.live("plan", "start").do("observe", value="3")
    journal.live("pause", "resume", "end").do("note", text="Light!")
    undo(journal)
    edit(journal, "AMB-01", {"watch_out": "Time"})
    journal.do("abandon", on="2026-10-30")
    told = story(journal, "AMB-01")
    assert [item.sentence for item in told] == [
        "Idea: QR checklist",
        "Planned",
        "Started: last day 1 Nov 2026",
        "Observed: 3 items · Missing items",
        "Paused: Staff on holiday",
        "Resumed: Nothing",
        "Test ended: planned end",
        "Noted: Light!",
        "Undone: Noted: Light!",
        "Changed: What could get worse? → Time",
        "Abandoned: Too few numbers",
    ]
    assert [item.on for item in told[:3]] == ["2026-09-21", "2026-09-21", "2026-10-05"]
    assert [item.act for item in told if item.is_undone] == ["note"]
    assert {item.by_role for item in told} == {"leader"}
    assert [item.event for item in told] == sorted(item.event for item in told)


def test_an_act_that_counts_from_another_day_says_which(journal: Living) -> None:
    journal.live("plan").on(date(2026, 10, 6)).do("start", on="2026-10-05")
    assert story(journal, "AMB-01")[-1].sentence == "Started on 5 Oct 2026: last day 1 Nov 2026"


def test_a_field_that_was_cleared_is_told_as_empty(journal: Living) -> None:
    edit(journal, "AMB-01", {"need": "x"})
    edit(journal, "AMB-01", {"need": ""})
    said = "Changed: What is hard in the core task today? x → –"
    assert story(journal, "AMB-01")[-1].sentence == said


def test_other_subjects_have_a_history_too(journal: Living) -> None:
    agreements.agree(journal, "Buy a lamp", "leader", "2026-12-01", experiments=["AMB-01"])
    assert [item.sentence for item in story(journal, "A-01")] == ["Agreement: Buy a lamp · open"]
    assert [item["what"] for item in agreements_of(journal, journal.one)] == ["Buy a lamp"]
    journal.archive("A-01")
    assert agreements_of(journal, journal.one) == []
    assert next(item.sentence for item in story(journal, "AMB")).startswith("New workplace")


def test_numbers_and_days_inside_reasons_are_told_in_the_language_in_force(journal: Living) -> None:
    """Seen: "1.5 hours" and 2026-11-09 in a Danish sentence."""
    limits = "1 crew\nhours: 1,5 hours"
    journal.live("plan").on(START).do("start", limits=limits)
    journal.on(END).do("end", actuals="crew=1\nhours=2,5")
    reasons = {}
    for language in ("en", "da"):
        speak(language)
        derived = whole(journal, "AMB-01")["derived"]
        reasons[language] = derived["conditions"][1]["reason"]
    assert "2.5" in reasons["en"]
    assert "2,5" in reasons["da"]
