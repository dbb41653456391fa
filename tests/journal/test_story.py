"""The history is read aloud: every step says what happened, without ids, codes or questions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.catalogue import ACTS
from explog.domain.events import sealed
from explog.journal import lessons, together
from explog.journal.editing import edit
from explog.journal.restoring import earlier, restore
from explog.journal.story import Told, story
from explog.journal.undoing import redo, undo
from explog.locale import speak
from tests.journal.living import END, START, Living, scale

if TYPE_CHECKING:
    from collections.abc import Iterator

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}")
ISO = re.compile(r"\d{4}-\d\d-\d\d")
CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")
"""What nobody reads."""

OVER = {
    "need": "x",
    "belief": "y",
    "started_on": "2026-09-01",
    "ended_on": "2026-09-18",
    "end_reason": "decided_early",
}


def rich(journal: Living) -> None:
    """A life in which everything happened that can happen."""
    journal.live("plan")
    journal.do("frame", limits="2 crew", check_ai="yes", last_day="2026-11-01")
    journal.do("measure", measure="Minutes", unit="min", direction="down", role="balancing")
    stop = "Missing items over 9 (1 day)\nmore than two errors (2 hours)"
    journal.on(START).do("start", limits="2 crew\noutage: 10 minutes", stop_criteria=stop)
    journal.on(date(2026, 10, 6)).do("observe", value="4", note="at night")
    journal.do("observe", value="12", of_measure="2", date="2026-10-05")
    journal.do("observe", value="5")
    journal.on(date(2026, 10, 8)).do("observe", value="10")
    journal.do("dismiss", not_met="counted twice")
    journal.do("note", text="Light")
    journal.do("annotate", text="Holiday", date="2026-10-07")
    journal.do("tighten", limits="outage: 5 minutes", reason="once is enough")
    journal.do("tighten", stop_criteria="Missing items over 8 (0 days)", reason="closer")
    journal.do("incident", text="A fall", incident_kind="citizen", level="near_miss")
    journal.do("stance", frontrunner="5", on_board="3", waiting="4", hesitant="0")
    journal.do("readiness", know_why="4", want_to="3", know_how="5", can_do="2", keep_up="4")
    journal.live("pause", "resume")
    met = {"stop_criterion": "2", "met_on": "2026-10-20T08:10"}
    journal.on(date(2026, 10, 20)).do("pause", **met, reason="Errors")
    journal.on(date(2026, 10, 21)).do("resume", changed="A lamp", by_role="leader")
    journal.do("extend", last_day="2026-11-10", reason="Autumn holiday")
    journal.do("lesson", we_learned="Light matters")
    edit(journal, "AMB-01", {"need": "Other", "tags": "a, b", "limits/1/actual": "1"})
    edit(journal, "AMB-01", {"notes/1/removed": "yes"})
    undo(journal)
    redo(journal)
    second = journal.one.stop_criteria[1].id
    late = {f"reacted/{second}": "2026-10-20T09:00"}
    journal.on(END).do("end", actuals="1\n4", **late)
    journal.do("assess", harm="no", result="supported", result_reason="We saw it")
    journal.live("adapt")
    journal.on(date(2026, 12, 10)).do("end", actuals="1\n2", end_reason="decided_early")
    journal.do("adopt", override_reason="We trust it")
    journal.do("reopen")
    journal.do("adopt", override_reason="We trust it")
    journal.do("confirm")
    journal.do("place", place="North", status="trial", adapted="Bigger letters")
    journal.do("place", place="North", status="in_operation")
    journal.do("confirm", place="North")
    _afterwards(journal)


def _afterwards(journal: Living) -> None:
    """What becomes of the lesson, and the last steps."""
    lessons.borrow(journal, "AMB-01/1", "A second lamp")
    lessons.share(journal, "AMB-01/1", "the leadership group")
    other = journal.jot("Over already")
    journal.act("register", other.key, **OVER)
    journal.act("assess", other.key, result="inconclusive", result_reason="x")
    lessons.judge(journal, "AMB-01/1", "confirmed", other.key)
    back = next(one for one in earlier(journal, "AMB-01") if one.path == "need")
    restore(journal, "AMB-01", back.event, back.path, before=back.before)
    together.archive(journal, ["AMB-01"])
    together.archive(journal, ["AMB-01"], back=True)
    journal.do("retire", replaced_by="A new list")
    journal.act("shelve", "AMB-02", reason="No time")
    journal.act("reopen_idea", "AMB-02")


def sentences(journal: Living) -> Iterator[str]:
    """Everything that is told of everything."""
    for place in journal.store.documents("experiment"):
        for told in story(journal, str(place["key"])):
            yield told.sentence


def test_the_whole_life_is_told(journal: Living) -> None:
    rich(journal)
    assert [told.sentence for told in story(journal, "AMB-01")] == [
        "Idea: QR checklist",
        "Planned",
        (
            "Frame written down: Artificial intelligence: not used, or cleared? → yes; "
            "Last day → 1 Nov 2026; new: “2 crew”"
        ),
        "Measure added: Minutes · min",
        "Started: last day 1 Nov 2026",
        "Observed: 4 items · Missing items · at night",
        "Observed: 12 min · Minutes · 5 Oct 2026",
        "Observed: 4 → 5 items · Missing items · at night",
        "Observed: 10 items · Missing items",
        "Stop criterion looked at, not met: counted twice · 10",
        "Noted: Light",
        "Annotated: Holiday · 7 Oct 2026",
        "Frame tightened: “5 minutes”: at most: 10 → 5; reason → once is enough",
        "Frame tightened: new: “Missing items over 8”",
        "Incident recorded: A fall · near miss · citizen",
        "Stance counted: frontrunners 5, on board 3, waiting 4",
        "Readiness assessed: Know why 4, Want to 3, Know how 5, Can 2, Keep it up 4",
        "Paused: Staff on holiday",
        "Resumed: Nothing",
        "Paused: Errors · “more than two errors” was met 20 Oct 2026 8:10, reacted 20 Oct 2026",
        "Resumed: A lamp",
        "Extended: last day 10 Nov 2026 · Autumn holiday",
        "Learned: Light matters",
        (
            "Changed: “2 crew”: what it came to → 1; What is hard in the core task today? "
            "Missing items are found on the road → Other; Tags → a, b"
        ),
        "Changed: “Light” was taken away",
        "Undone: Changed: “Light” was taken away",
        "Done again: Changed: “Light” was taken away",
        (
            "Test ended: planned end · “more than two errors” was met 20 Oct 2026 8:10, "
            "reacted 20 Oct 2026 9:00"
        ),
        (
            "Assessed: Was anyone or anything harmed? → no; Who answers that (function)? → leader; "
            "Did the hypothesis hold? → supported; "
            "Why do you see the result differently? → We saw it"
        ),
        "Adapted: Too few numbers · last day 20 Dec 2026",
        "Test ended: decided earlier",
        "Adopted: Too few numbers",
        "Reopened: We saw more",
        "Adopted: Too few numbers",
        "Confirmed that it still works: at the origin",
        "Place written down: North · trial · Bigger letters",
        "Place written down: North · in daily operation",
        "Confirmed that it still works: North",
        "Lesson borrowed: Light matters more than the list · → AMB-02",
        "Lesson shared: Light matters more than the list · → the leadership group",
        "Lesson judged: Light matters more than the list · confirmed · shown by AMB-03",
        (
            "Earlier value put back: What is hard in the core task today? "
            "Other → Missing items are found on the road"
        ),
        "Archived",
        "Brought back",
        "Retired: A better one came · replaced by A new list",
    ]


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_step_shows_an_id_a_code_or_an_iso_date(journal: Living, language: str) -> None:
    """Seen: “crew”: cycle → 01a22a08-490b-7e68-bec8-e33babd063c8."""
    rich(journal)
    speak(language)
    told = [*sentences(journal)]
    assert [one for one in told if any(map(one.__contains__, ("→ ;", "None", "removed")))] == []
    for pattern in (ID, ISO, CODE):
        assert [one for one in told if pattern.search(one)] == []


def test_every_act_is_told_in_past_words(journal: Living) -> None:
    rich(journal)
    acts = {one.act for place in ("AMB-01", "AMB-02", "AMB-03") for one in story(journal, place)}
    assert {act.name for act in ACTS} - acts == {"abandon", "scale", "lapse"}


def test_scaling_and_lapsing_say_why(journal: Living) -> None:
    scale(journal.live("plan", "start", "end", "adopt"))
    journal.on(date(2027, 12, 1)).do("lapse", reason="Two places stopped")
    assert [told.sentence for told in story(journal, "AMB-01")][-2:] == [
        "Marked as scaled",
        "No longer scaled: Two places stopped",
    ]


def test_what_an_import_changed_is_told_field_by_field(journal: Living) -> None:
    """Seen: "Imported", and nobody could tell what had changed."""
    journal.live("plan", "start").on(END).do("end", actuals="4")
    subject = journal.store.find("AMB-01")
    limit = f"limits/{journal.one.limits[0].id}/actual"
    event = sealed(
        id="ffffffff-0000-7000-8000-000000000000",
        subject=subject,
        act="imported",
        changes={limit: {"value": 1, "over": (journal.store.events(subject)[-1].id,)}},
        at="2026-11-01T08:00:00Z",
        as_of="2026-11-01",
        device="imported",
    )
    with journal.store.writing():
        journal.store.append(event)
    told = story(journal, "AMB-01")[-1].sentence
    assert told == "Imported: “1 crew”: what it came to: 4 → 1"


def test_a_record_that_was_brought_in_is_told_on_the_day_it_came(journal: Living) -> None:
    """Seen: "Imported on 5 Oct 2026", the day of the first step in it."""
    journal.live("plan", "start")
    subject = journal.store.find("AMB-01")
    event = next(one for one in journal.store.events(subject) if one.act == "start")
    told = {"id": "ffffffff-0000-7000-8000-000000000000", "act": "imported", "as_of": "2026-11-16"}
    with journal.store.writing():
        journal.store.append(event.model_copy(update=told))
    assert story(journal, "AMB-01")[-1].sentence.startswith("Imported: ")


def test_a_decision_tells_the_reaction_it_wrote_down(journal: Living) -> None:
    journal.live("plan", "start", "end")
    (stop,) = journal.one.stop_criteria
    told = {f"met/{stop.id}": "2026-10-12", f"reacted/{stop.id}": "2026-10-12"}
    journal.do("abandon", **told)
    assert "reacted 12 Oct 2026" in story(journal, "AMB-01")[-1].sentence


def test_of_many_fields_the_first_are_told_and_the_rest_is_counted(journal: Living) -> None:
    fields = {
        "need": "a", "watch_out": "b", "beneficiary": "c", "size_reason": "d",
        "if_it_works": "e", "prior_knowledge": "f", "tags": "g", "technology": "h",
    }  # fmt: skip
    edit(journal, "AMB-01", fields)
    assert story(journal, "AMB-01")[-1].sentence.endswith("; 2 more fields")


def test_what_was_written_down_afterwards_says_when() -> None:
    """With another day for today a frame could be locked weeks after the start, and nobody saw."""
    told = Told("x", "2026-09-01", "2026-10-05T08:00:00.000Z", "start", None, "Started", False)
    assert told.written_on == date(2026, 10, 5)
    assert replace(told, at="2026-09-02T01:00:00.000Z").written_on is None
    assert replace(told, at="2026-08-30T01:00:00.000Z").written_on is None


def test_what_was_registered_afterwards_says_that_the_day_is_when_it_ended(
    journal: Living,
) -> None:
    """“Registered afterwards on 31 Oct” named the end of the test as the day it was written."""
    other = journal.jot("Over already")
    journal.act("register", other.key, **OVER)
    told = story(journal, other.key)[-1].sentence
    assert told.startswith("Registered afterwards, ended 18 Sep 2026")
