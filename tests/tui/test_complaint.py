from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog import locale
from explog.domain.naming.vocabulary_learning import Comparator
from explog.errors import ConflictError, InvalidError, Problem
from explog.tui.asked import asked
from explog.tui.complaint import Complaint, sorted_out
from tests.tui.host import ENDED, IDEA, KEY, PLANNED, play

if TYPE_CHECKING:
    from explog.journal.journal import Journal


@pytest.mark.parametrize(
    ("problem", "name"),
    [
        (Problem("How sure are you? (1–5)", "a whole number"), "evidence"),
        (Problem("lessons[0].evidence", "is too large"), "evidence"),
        (Problem("cycles[0].way_back.done_on", "is not a day"), "way_back_done_on"),
    ],
)
def test_a_problem_finds_its_question(journal: Journal, problem: Problem, name: str) -> None:
    play(journal, ENDED)
    complaint = sorted_out(asked(journal, "abandon", KEY), InvalidError([problem]))
    assert complaint.beside == {name: problem.said}


def test_a_problem_that_belongs_to_no_question_stands_below(journal: Journal) -> None:
    play(journal, ENDED)
    made = asked(journal, "abandon", KEY)
    complaint = sorted_out(made, InvalidError([Problem("stances[0]", "odd")]))
    assert complaint.below == ["stances[0]: odd"]


@pytest.mark.parametrize(
    ("act", "path", "values", "said"),
    [
        ("edit", "title", ("Theirs", None), "to “Theirs”; yours is “–”. Nothing was saved."),
        ("edit", "cycles/1/belief", ("a", "b"), "“We believe that …” was changed"),
        ("edit", "initiator", (["employees", "other_workplace"], None),
         "to “employees, another workplace”; yours is “–”."),
        ("start", "cycles/1/last_day", ("2026-03-02", "2026-03-09"),
         "to “2 Mar 2026”; yours is “9 Mar 2026”."),
        ("edit", "cycles/1/comparator", (Comparator.AT_MOST, Comparator.AT_LEAST),
         "“We are right if …” was changed meanwhile to “at most”; yours is “at least”."),
        ("start", "stop_criteria/abc/reaction_time", (2, 3), "“We stop if …” was changed"),
    ],
)  # fmt: skip
def test_a_conflict_names_the_question_and_both_answers(
    journal: Journal, act: str, path: str, values: tuple[object, object], said: str
) -> None:
    """Seen: “cycles/01KC…/last_day was changed meanwhile”."""
    play(journal, PLANNED)
    below = sorted_out(asked(journal, act, KEY), ConflictError(path, *values)).below
    assert said in below[0]


def test_a_conflict_names_core_tasks_as_the_form_does(journal: Journal) -> None:
    play(journal, IDEA)
    made = asked(journal, "edit", KEY)
    (one, first), (other, second) = made.choices_of("core_task", {}) or []
    below = sorted_out(made, ConflictError("core_task", one, other)).below
    assert f"“{first}”; yours is “{second}”" in below[0]


def test_a_conflict_about_what_the_form_does_not_ask_is_still_said(journal: Journal) -> None:
    play(journal, IDEA)
    made = asked(journal, "note", KEY)
    assert sorted_out(made, ConflictError("title", "theirs", "yours")).below


def test_a_conflict_is_told_in_danish(journal: Journal) -> None:
    play(journal, IDEA)
    locale.speak("da")
    below = sorted_out(asked(journal, "edit", KEY), ConflictError("title", "Deres", None)).below
    assert below == ["»Hvad vil I prøve?« er imens ændret til »Deres«; dit er »–«. Intet er gemt."]


@pytest.mark.parametrize(
    ("changed", "stays"),
    [
        ("result", {"theme", "reacted/S1"}),
        ("result_reason", {"theme", "reacted/S1"}),
        ("we_observed", {"result_reason", "reacted/S1"}),
        ("learning", {"result_reason", "theme", "reacted/S1"}),
        ("met/S1", {"result_reason", "theme"}),
        ("met/S2", {"result_reason", "theme", "reacted/S1"}),
        ("harm", {"result_reason", "theme", "reacted/S1"}),
    ],
)
def test_what_is_wrong_goes_with_the_answer_it_hangs_on(changed: str, stays: set[str]) -> None:
    """Seen: “needed” stayed in red beside a reason that nobody was asked for any more."""
    complaint = Complaint({"result_reason": "a", "theme": "b", "reacted/S1": "c"})
    complaint.forget(changed)
    assert set(complaint.beside) == stays
