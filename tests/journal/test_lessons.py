"""What becomes of a lesson: borrowed, judged, shared; each undone again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal import lessons
from explog.journal.story import story
from explog.journal.undoing import redo, said, undo

if TYPE_CHECKING:
    from tests.journal.living import Living

OVER = {
    "need": "x",
    "belief": "y",
    "started_on": "2026-09-01",
    "ended_on": "2026-09-18",
    "end_reason": "decided_early",
}
LEARNED = {
    "we_observed": "Words were misheard.",
    "we_learned": "Cabin noise was the problem.",
    "therefore": "Try it parked.",
    "theme": "technology",
}


def _learned(journal: Living, times: int = 1) -> None:
    """AMB-01 has a lesson, or several."""
    for _time in range(times):
        journal.act("lesson", "AMB-01", **LEARNED)


def test_a_borrowed_lesson_begins_an_experiment_and_counts_as_used(journal: Living) -> None:
    _learned(journal)
    done = lessons.borrow(journal, "AMB-01/1", "Quiet microphone")
    new, origin = journal.experiment(done.key), journal.experiment("AMB-01")
    assert (new.title, new.derived_from) == ("Quiet microphone", (origin.id,))
    assert origin.lessons[0].used_by == (new.id,)


def test_one_undo_takes_back_a_borrowing_and_one_redo_brings_it_back(journal: Living) -> None:
    """A person undid once and had an idea left that nothing linked to any more."""
    _learned(journal)
    done = lessons.borrow(journal, "amb-01", "Quiet microphone")
    assert said(undo(journal)) == f"Undone: Lesson borrowed · AMB-01, {done.key}"
    assert journal.experiment("AMB-01").lessons[0].used_by == ()
    with pytest.raises(NotFoundError):
        journal.experiment(done.key)
    assert said(redo(journal)) == f"Done again: Lesson borrowed · AMB-01, {done.key}"
    assert journal.experiment("AMB-01").lessons[0].used_by == (journal.experiment(done.key).id,)
    assert undo(journal).count == 2
    assert undo(journal).act == "lesson"


def test_a_borrowing_that_was_taken_back_names_nothing_it_leads_to(journal: Living) -> None:
    _learned(journal)
    lessons.borrow(journal, "AMB-01", "Quiet microphone")
    undo(journal)
    assert not story(journal, "AMB-01")[-1].sentence.rstrip().endswith(("→", "·"))


def test_a_borrowing_without_a_title_leaves_nothing_behind(journal: Living) -> None:
    _learned(journal)
    with pytest.raises(InvalidError):
        lessons.borrow(journal, "AMB-01/1", "a\x1bb")
    assert journal.experiment("AMB-01").lessons[0].used_by == ()
    with pytest.raises(NotFoundError):
        journal.experiment("AMB-02")


@pytest.mark.parametrize("status", ["confirmed", "contradicted", "outdated"])
def test_a_later_experiment_judges_a_lesson(journal: Living, status: str) -> None:
    _learned(journal)
    later = journal.jot("Later")
    with pytest.raises(Refused, match="no result and no decision"):
        lessons.judge(journal, "AMB-01/1", status, later.key)
    journal.act("register", later.key, **OVER)
    journal.act("assess", later.key, result="inconclusive")
    lessons.judge(journal, "AMB-01/1", status, later.key)
    lesson = journal.experiment("AMB-01").lessons[0]
    assert (lesson.status, lesson.judged_by) == (status, journal.experiment(later.key).id)
    assert lesson.judged_on == journal.clock.today()
    lessons.judge(journal, "AMB-01/1", "open")
    lesson = journal.experiment("AMB-01").lessons[0]
    assert (lesson.status, lesson.judged_by, lesson.judged_on) == ("open", None, None)


def test_a_lesson_is_not_its_own_judge(journal: Living) -> None:
    _learned(journal)
    with pytest.raises(Refused, match="another experiment"):
        lessons.judge(journal, "AMB-01/1", "confirmed", "AMB-01")
    with pytest.raises(InvalidError):
        lessons.judge(journal, "AMB-01/1", "perhaps")


def test_whom_it_was_told_to_is_kept_once_each(journal: Living) -> None:
    _learned(journal)
    for whom in ("Leadership group", "MED", "leadership group"):
        lessons.share(journal, "AMB-01/1", whom)
    lesson = journal.experiment("AMB-01").lessons[0]
    assert lesson.shared_with == ("MED", "leadership group")
    assert lesson.shared_on == journal.clock.today()


def test_of_several_lessons_the_number_must_be_said(journal: Living) -> None:
    _learned(journal, times=2)
    with pytest.raises(Refused, match="AMB-01/1 to AMB-01/2"):
        lessons.found(journal, "AMB-01")
    with pytest.raises(NotFoundError, match="AMB-01/2"):
        lessons.found(journal, "AMB-01/3")
    assert lessons.found(journal, "AMB-01/2")[1].we_learned == LEARNED["we_learned"]


def test_an_experiment_without_a_lesson_has_none_to_borrow(journal: Living) -> None:
    with pytest.raises(NotFoundError):
        lessons.borrow(journal, "AMB-01", "Quiet microphone")
