"""Workplaces, review meetings and agreements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.record.review import Agreement, Review
from explog.domain.record.workplace import Workplace
from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal import agreements, meetings, workplaces
from explog.journal.story import story
from tests.domain.acts.test_answers import born

if TYPE_CHECKING:
    from explog.journal.journal import Done
    from tests.journal.living import Living


def agreement(journal: Living, done: Done) -> Agreement:
    """The agreement as it is kept."""
    return Agreement.model_validate(journal.store.document(done.subject))


def agreed(journal: Living, **more: str) -> Done:
    """One agreement."""
    return agreements.agree(journal, "Buy a lamp", "leader", "2026-12-01", **more)


def test_a_meeting_is_kept_with_its_year_and_number(journal: Living) -> None:
    first = meetings.review(
        journal,
        "retrospective",
        "Autumn",
        "2026-11-10",
        minutes=90,
        participants_n=9,
        workplaces=["amb"],
        experiments=["AMB-01"],
        language="da",
    )
    second = meetings.review(journal, "check_in", "Week 46", "2026-11-12")
    third = meetings.review(journal, "single", "QR", "2027-01-12")
    assert [done.key for done in (first, second, third)] == [
        "LM-2026-01",
        "LM-2026-02",
        "LM-2027-01",
    ]
    kept = Review.model_validate(journal.store.document(first.subject))
    assert (kept.minutes, kept.participants_n, kept.experiments) == (90, 9, (journal.one.id,))


@pytest.mark.parametrize(
    ("kind", "title", "day"),
    [
        ("party", "Autumn", "2026-11-10"),
        ("single", "", "2026-11-10"),
        ("single", "x" * 81, "2026-11-10"),
        ("single", "Autumn", "soon"),
        ("single", "Autumn", ""),
        ("single", f"With {born('010180', 1234)}", "2026-11-10"),
    ],
)
def test_a_meeting_that_breaks_a_rule_is_not_kept(
    journal: Living, kind: str, title: str, day: str
) -> None:
    with pytest.raises(InvalidError):
        meetings.review(journal, kind, title, day)
    assert journal.store.documents("review") == []


def test_what_a_meeting_was_about_must_be_there(journal: Living) -> None:
    with pytest.raises(NotFoundError):
        meetings.review(journal, "single", "QR", "2026-11-10", experiments=["AMB-77"])
    with pytest.raises(NotFoundError):
        agreed(journal, review="LM-2026-01")


def test_an_agreement_is_of_a_function_and_has_a_day(journal: Living) -> None:
    meeting = meetings.review(journal, "single", "QR", "2026-11-10")
    done = agreed(journal, review=meeting.key)
    found = agreement(journal, done)
    assert (done.key, found.role, found.due) == ("A-01", "leader", date(2026, 12, 1))
    assert f"review/{found.review}" == meeting.subject
    assert found.is_overdue(date(2026, 12, 2))
    assert not found.is_overdue(date(2026, 12, 1))


@pytest.mark.parametrize(
    ("what", "role", "due"),
    [
        ("", "leader", "2026-12-01"),
        ("x" * 201, "leader", "2026-12-01"),
        ("Lamp", "", "2026-12-01"),
        ("Lamp", "x" * 61, "2026-12-01"),
        ("Lamp", "leader", "soon"),
    ],
)
def test_an_agreement_that_breaks_a_rule_is_not_kept(
    journal: Living, what: str, role: str, due: str
) -> None:
    with pytest.raises(InvalidError):
        agreements.agree(journal, what, role, due)
    assert journal.store.documents("agreement") == []


@pytest.mark.parametrize("typed", ["done", "Done", "DONE"])
def test_an_agreement_is_done_today_unless_another_day_is_said(journal: Living, typed: str) -> None:
    done = agreed(journal)
    agreements.settle(journal.on(date(2026, 11, 20)), "A-01", typed)
    found = agreement(journal, done)
    assert (found.status, found.closed_on) == ("done", date(2026, 11, 20))
    assert not found.is_overdue(date(2030, 1, 1))


def test_an_agreement_is_dropped_only_with_a_reason(journal: Living) -> None:
    done = agreed(journal)
    with pytest.raises(Refused, match="why"):
        agreements.settle(journal, "A-01", "dropped")
    agreements.settle(journal, "A-01", "dropped", reason="The lamp came by itself")
    assert agreement(journal, done).reason == "The lamp came by itself"


def test_an_agreement_can_be_opened_again_and_the_history_says_so(journal: Living) -> None:
    """Seen: the history called it "New workplace"."""
    done = agreed(journal)
    agreements.settle(journal, "A-01", "done")
    agreements.settle(journal, "A-01", "open")
    found = agreement(journal, done)
    assert (found.status, found.closed_on) == ("open", None)
    said = [told.sentence for told in story(journal, "A-01")]
    assert said[0].startswith("Agreement")
    assert said[-1].startswith("Agreement opened again")


@pytest.mark.parametrize("status", ["finished", ""])
def test_a_status_that_is_none_names_those_that_are(journal: Living, status: str) -> None:
    agreed(journal)
    with pytest.raises(InvalidError, match="open, done, dropped"):
        agreements.settle(journal, "A-01", status)


def test_settling_what_is_settled_changes_nothing(journal: Living) -> None:
    agreed(journal)
    agreements.settle(journal, "A-01", "done")
    with pytest.raises(Refused, match="Nothing changed"):
        agreements.settle(journal, "A-01", "done")


def test_a_workplace_has_its_core_tasks_in_order(journal: Living) -> None:
    done = workplaces.add(journal, " bør ", " Day care ", ["Play", "Sleep"])
    workplaces.add_core_task(journal, "bor", " Eat ")
    found = Workplace.model_validate(journal.store.document(done.subject))
    ordered = sorted(found.core_tasks, key=lambda task: task.order)
    assert (found.code, found.key, found.name) == ("BØR", "BØR", "Day care")
    assert [task.text for task in ordered] == ["Play", "Sleep", "Eat"]


@pytest.mark.parametrize(
    ("code", "name", "tasks"),
    [
        ("A", "x", []),
        ("ABCDEFG", "x", []),
        ("A1", "x", []),
        ("BØR", "", []),
        ("BØR", "x" * 121, []),
        ("BØR", "x", [""]),
        ("BØR", "x", ["y" * 201]),
        ("BØR", "x\x1b", []),
    ],
)
def test_a_workplace_that_breaks_a_rule_is_not_kept(
    journal: Living, code: str, name: str, tasks: list[str]
) -> None:
    with pytest.raises(InvalidError):
        workplaces.add(journal, code, name, tasks)
    assert len(journal.store.documents("workplace")) == 1


def test_a_code_is_taken_once(journal: Living) -> None:
    with pytest.raises(Refused, match="AMB"):
        workplaces.add(journal, "amb", "Another")


def test_a_workplace_keeps_its_code_when_it_gets_another_name(journal: Living) -> None:
    workplaces.rename(journal, "AMB", "Station West")
    (found,) = journal.store.documents("workplace")
    assert (found["name"], found["key"]) == ("Station West", "AMB")
    for wrong in ("", "x" * 121):
        with pytest.raises(InvalidError):
            workplaces.rename(journal, "AMB", wrong)


def test_an_archived_workplace_is_not_the_only_one_any_more(journal: Living) -> None:
    journal.archive("AMB")
    with pytest.raises(Refused, match="no workplace yet"):
        journal.jot("Second")
    assert journal.jot("Second", "AMB").key == "AMB-02"


def test_a_meeting_is_planned_for_a_day_that_comes(journal: Living) -> None:
    """Seen: "friday", said on a Wednesday, was the one before."""
    journal.on(date(2026, 11, 18))
    done = meetings.prepare(journal, "retrospective", date="friday")
    assert meetings.meeting(journal, done.key).date == date(2026, 11, 20)
    meetings.describe(journal, done.key, date="monday")
    assert meetings.meeting(journal, done.key).date == date(2026, 11, 23)
