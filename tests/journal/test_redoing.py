"""Doing again what was undone: as a new event, newest first, and never over something newer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.domain.events import canonical, sealed, taken_back
from explog.errors import Refused
from explog.journal.editing import edit
from explog.journal.story import story
from explog.journal.undoing import redo, said, undo
from tests.journal.living import started

if TYPE_CHECKING:
    from explog.store.log import Log
    from tests.journal.fake_store import FakeStore
    from tests.journal.living import Living

EARLY = "00000000-0000-7000-8000-000000000000"


def document(journal: Living) -> str:
    """The canonical document of the experiment."""
    return canonical(journal.store.document(journal.store.find(journal.ref)))


def test_what_was_undone_is_done_again_to_the_byte(store: FakeStore | Log) -> None:
    journal = started(store).live("plan", "start", "end", "abandon")
    there = [document(journal)]
    for _ in range(4):
        undo(journal)
        there.append(document(journal))
    for earlier in reversed(there[:-1]):
        redo(journal)
        assert document(journal) == earlier
    with pytest.raises(Refused, match="nothing to do again"):
        redo(journal)


def test_it_says_what_and_the_history_keeps_all_of_it(journal: Living) -> None:
    journal.live("plan").do("note", text="Light")
    undo(journal)
    done = redo(journal)
    assert said(done) == "Done again: Note · AMB-01"
    told = story(journal, "AMB-01")
    assert [one.sentence for one in told[-3:]] == [
        "Noted: Light",
        "Undone: Noted: Light",
        "Done again: Noted: Light",
    ]
    assert [one.is_undone for one in told[-3:]] == [False, True, False]


def test_what_was_done_again_can_be_undone_and_done_again(store: FakeStore | Log) -> None:
    journal = started(store).live("plan")
    before = document(journal)
    journal.do("note", text="Light")
    after = document(journal)
    for _ in range(3):
        assert undo(journal).act == "note"
        assert document(journal) == before
        assert redo(journal).act == "note"
        assert document(journal) == after


def test_after_something_new_there_is_nothing_to_do_again(store: FakeStore | Log) -> None:
    journal = started(store).live("plan")
    journal.do("note", text="Light")
    undo(journal)
    journal.do("note", text="Dark")
    with pytest.raises(Refused, match="nothing to do again"):
        redo(journal)


def test_an_idea_that_was_taken_back_comes_back_with_its_key(store: FakeStore | Log) -> None:
    journal = started(store)
    journal.jot("Second")
    undo(journal)
    assert redo(journal).key == "AMB-02"
    assert journal.experiment("AMB-02").title == "Second"


def test_what_stands_there_now_is_not_written_over(journal: Living) -> None:
    """Another device wrote the same field while the undo stood."""
    edit(journal, "AMB-01", {"need": "Light"})
    undo(journal)
    subject = journal.store.find("AMB-01")
    undone = journal.store.events(subject)[-1]
    theirs = sealed(
        id="ffffffff-0000-7000-8000-000000000000",
        subject=subject,
        act="set",
        changes={"need": {"value": "Heat", "over": (undone.id,)}},
        at="2026-10-01T08:00:00Z",
        as_of="2026-10-01",
        device="elsewhere",
    )
    with journal.store.writing():
        journal.store.append(theirs)
    with pytest.raises(Refused, match="something else stands there"):
        redo(journal)
    assert journal.one.need == "Heat"


def test_what_was_taken_back_is_told_by_the_newest_first(journal: Living) -> None:
    journal.do("note", text="Light")
    undo(journal)
    subject = journal.store.find("AMB-01")
    noted, undone = journal.store.events(subject)[-2:]
    assert taken_back(journal.store.events(subject)) == {noted.id}
    redo(journal)
    assert taken_back(journal.store.events(subject)) == {undone.id}
    assert taken_back([]) == set()


def test_an_element_somebody_behind_the_clock_wrote_in_is_not_taken_away(journal: Living) -> None:
    """The other device's clock is behind, so its event sorts before the one that made the element.

    Undoing would leave half an element behind when it is taken for somebody else's.
    """
    journal.live("plan").do("observe", value="3")
    subject = journal.store.find("AMB-01")
    seen = journal.one.observations[0].id
    theirs = sealed(
        id=EARLY,
        subject=subject,
        act="set",
        changes={f"observations/{seen}/note": {"value": "At night"}},
        at="2026-09-01T08:00:00Z",
        as_of="2026-09-01",
        device="elsewhere",
    )
    with journal.store.writing():
        journal.store.append(theirs)
    with pytest.raises(Refused, match="later changes stand on it"):
        undo(journal)
