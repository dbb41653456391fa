"""What is kept: conflicts, the archive, references, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.missing import NotNowError
from explog.domain.thresholds import SUBJECT
from explog.errors import ConflictError, ExplogError, InvalidError, NotFoundError, Refused
from explog.journal.ids import IdMaker
from explog.journal.journal import newest
from explog.journal.ports import Clock
from explog.store.log import Log
from tests.domain.acts.test_answers import born
from tests.journal.living import (
    END,
    JOTTED,
    PLAN,
    START,
    started,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journal.living import Living


def test_a_save_over_what_somebody_else_wrote_meanwhile_is_a_conflict_with_both_values(
    tmp_path: Path,
) -> None:
    with Log.open(tmp_path / "log.db") as here, Log.open(tmp_path / "log.db") as there:
        mine = started(here)
        theirs = type(mine)(there, Clock(JOTTED), IdMaker(), "leader")
        subject = f"experiment/{mine.one.id}"
        seen = newest(here.events(subject))
        theirs.act("plan", "AMB-01", **PLAN)
        with pytest.raises(ConflictError) as caught:
            mine.write(subject, "set", {"need": "Light"}, seen=seen)
        assert (caught.value.theirs, caught.value.yours) == (PLAN["need"], "Light")
        assert mine.one.need == PLAN["need"]
        mine.write(subject, "set", {"need": "Light"}, seen=newest(here.events(subject)))
        assert theirs.one.need == "Light"


def test_a_save_of_another_field_is_no_conflict(journal: Living) -> None:
    subject = f"experiment/{journal.one.id}"
    seen = newest(journal.store.events(subject))
    journal.live("plan")
    journal.write(subject, "set", {"watch_out": "Time"}, seen=seen)
    assert journal.one.watch_out == "Time"


def test_two_windows_that_end_the_same_test_do_it_once(tmp_path: Path) -> None:
    with Log.open(tmp_path / "log.db") as here, Log.open(tmp_path / "log.db") as there:
        mine = started(here).live("plan", "start", "end")
        theirs = type(mine)(there, Clock(END), IdMaker(), "leader")
        with pytest.raises(NotNowError):
            theirs.do("end")


def test_archived_is_out_of_sight_and_can_come_back(journal: Living) -> None:
    journal.archive("AMB-01")
    assert journal.one.archived
    with pytest.raises(Refused, match="Nothing changed"):
        journal.archive("AMB-01")
    journal.archive("AMB-01", back=True)
    assert not journal.one.archived


def test_the_house_numbers_travel_in_the_log(journal: Living) -> None:
    assert journal.thresholds().home_days == 90
    journal.write(SUBJECT, "set", {"home_days": 10, "places": 1})
    assert (journal.thresholds().home_days, journal.thresholds().places) == (10, 1)


def test_builds_on_names_earlier_experiments_by_their_keys(journal: Living) -> None:
    second = journal.jot("Second", derived_from="AMB-01")
    assert journal.experiment(second.key).derived_from == (journal.one.id,)
    with pytest.raises(NotFoundError):
        journal.jot("Third", derived_from="AMB-77")


@pytest.mark.parametrize("ref", ["1", "Safe and well at home", "safe", "SAFE AND"])
def test_a_core_task_is_found_by_number_and_by_its_beginning(journal: Living, ref: str) -> None:
    journal.do("plan", core_task=ref)
    place = journal.store.documents("workplace")[0]
    assert place["core_tasks"][0]["id"] == journal.one.core_task  # type: ignore[index,call-overload]


@pytest.mark.parametrize("ref", ["0", "3", "Cooking", "r" * 50])
def test_a_core_task_that_is_not_there_names_those_that_are(journal: Living, ref: str) -> None:
    with pytest.raises(InvalidError, match="1 Safe and well at home; 2 Ready to go out"):
        journal.do("plan", core_task=ref)


def test_an_act_that_asks_no_such_question_is_a_mistake_of_the_front_end(journal: Living) -> None:
    with pytest.raises(KeyError):
        journal.act("note", "AMB-01", colour="red")


def test_an_event_says_who_and_when_by_both_clocks(journal: Living) -> None:
    done = journal.on(date(2020, 1, 2)).do("note", text="Backwards")
    assert (done.event.as_of, done.event.by_role) == ("2020-01-02", "leader")
    assert done.event.at > "2026"
    assert done.event.device == journal.store.device()
    assert done.act == "note"
    assert done.key == "AMB-01"


@pytest.mark.parametrize(
    ("act", "answers"),
    [
        ("note", {"text": "x" * 501}),
        ("note", {"text": "a\x1bb"}),
        ("annotate", {"text": "x" * 201}),
        ("lesson", {"we_learned": "x" * 301}),
        ("plan", {**PLAN, "responsible_role": "x" * 61}),
        ("plan", {**PLAN, "unit": "x" * 41}),
        ("plan", {**PLAN, "because": "x" * 201}),
        ("plan", {**PLAN, "tags": "x" * 41}),
        ("plan", {**PLAN, "initiator": "employees,citizens,supplier,relatives"}),
        ("plan", {**PLAN, "participants_n": "2000000"}),
        ("note", {"text": "x", "date": "9999-12-31"}),
    ],
)
def test_what_is_too_long_too_large_or_not_clean_is_refused_and_nothing_is_kept(
    journal: Living, act: str, answers: dict[str, str]
) -> None:
    before = journal.one
    with pytest.raises((InvalidError, Refused)):
        journal.act(act, "AMB-01", **answers)
    assert journal.one == before


def test_a_last_day_at_the_end_of_time_is_refused_in_words(journal: Living) -> None:
    """Seen: a traceback from the calendar."""
    journal.live("plan").on(START)
    with pytest.raises(InvalidError, match="between 1901 and 2199"):
        journal.do("start", last_day="9999-12-31")


def test_a_person_number_is_refused_without_being_repeated(journal: Living) -> None:
    number = born("010180", 1234)
    for act, answers in (("note", {"text": f"Call {number}"}), ("place", {"place": number})):
        with pytest.raises(ExplogError) as caught:
            journal.act(act, "AMB-01", **answers)
        assert number not in str(caught.value)
