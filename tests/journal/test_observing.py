"""Several observations at once: one act, all or nothing, and undo takes back all of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.entering import Entry
from explog.errors import InvalidError, NotFoundError, Refused
from explog.journal.observing import Sheet, answered, measure_of, record
from explog.journal.story import story
from explog.journal.undoing import undo
from tests.journal.fake_store import FakeStore
from tests.journal.living import START, Living, started

if TYPE_CHECKING:
    from explog.journal.observing import Recorded

DAY = timedelta(days=1)


@pytest.fixture
def journal() -> Living:
    """A test that runs, with a coded stop criterion; three days after its start."""
    journal = started(FakeStore())
    journal.live("plan")
    journal.do("frame", stop_criteria=f"{journal.one.measures[0].name} over 9 (1 dag)")
    journal.live("start")
    return journal.on(START + 3 * DAY)


def _record(journal: Living, *entries: Entry, **more: object) -> Recorded:
    """Write *entries* of the primary measure down."""
    sheet = Sheet(str(journal.one.primary_measure), entries, **more)  # type: ignore[arg-type]
    return record(journal, "AMB-01", [sheet])


def _values(journal: Living) -> dict[date, float]:
    """What stands there."""
    return {one.date: one.value for one in journal.one.observations}


def test_all_values_are_one_event_and_one_undo(journal: Living) -> None:
    before = len(story(journal, "AMB-01"))
    found = _record(journal, Entry(START, 3, 40, "calm"), Entry(START + DAY, 4))
    assert len(story(journal, "AMB-01")) == before + 1
    assert [(one.value, one.n, one.note) for one in found.kept] == [
        (3, 40, "calm"),
        (4, None, None),
    ]
    assert undo(journal).act == "observe"
    assert _values(journal) == {}


def test_a_day_that_has_a_value_gets_the_new_one_and_undo_the_old_one(journal: Living) -> None:
    _record(journal, Entry(START, 3, 40, "calm"), Entry(START + DAY, 4))
    found = _record(journal, Entry(START, 5), Entry(START + 2 * DAY, 6))
    assert found.replaced == 1
    assert _values(journal) == {START: 5, START + DAY: 4, START + 2 * DAY: 6}
    kept = next(one for one in journal.one.observations if one.date == START)
    assert (kept.n, kept.note) == (40, "calm")
    undo(journal)
    assert _values(journal) == {START: 3, START + DAY: 4}


def test_values_are_moved_and_taken_away_in_the_same_act(journal: Living) -> None:
    first, second = _record(journal, Entry(START, 3), Entry(START + DAY, 4)).kept
    moved = {first.id: Entry(START + 2 * DAY, 7, None, "late")}
    _record(journal, moved=moved, removed=[second.id])
    assert _values(journal) == {START + 2 * DAY: 7}
    undo(journal)
    assert _values(journal) == {START: 3, START + DAY: 4}


def test_a_value_moved_onto_another_day_replaces_the_one_there(journal: Living) -> None:
    first, _second = _record(journal, Entry(START, 3), Entry(START + DAY, 4)).kept
    _record(journal, moved={first.id: Entry(START + DAY, 3)})
    assert _values(journal) == {START + DAY: 3}


def test_one_value_that_cannot_be_true_leaves_all_unwritten(journal: Living) -> None:
    before = journal.store.document(f"experiment/{journal.one.id}")
    with pytest.raises(InvalidError) as refused:
        _record(journal, Entry(START, 3), Entry(START + 30 * DAY, 4))
    assert "future" in str(refused.value)
    assert journal.store.document(f"experiment/{journal.one.id}") == before


def test_nothing_new_is_refused(journal: Living) -> None:
    _record(journal, Entry(START, 3))
    with pytest.raises(Refused):
        _record(journal, Entry(START, 3))


def test_only_new_values_raise_a_notice_and_nothing_pauses_by_itself(journal: Living) -> None:
    assert _record(journal, Entry(START, 9)).notices == ()
    found = _record(journal, Entry(START + DAY, 12))
    assert [notice.number for notice in found.notices] == [1]
    assert journal.where() == "running"
    assert _record(journal, Entry(START + 2 * DAY, 1)).notices == ()


def test_pause_now_reacts_to_the_criterion_and_can_be_taken_back(journal: Living) -> None:
    (notice,) = _record(journal, Entry(START + DAY, 12)).notices
    answered("AMB-01", notice, "", journal)
    assert journal.where() == "paused"
    criterion = journal.one.stop_criteria[0]
    assert (criterion.met_on, criterion.reacted_on) == (START + DAY, START + 3 * DAY)
    undo(journal)
    assert journal.where() == "running"


def test_not_met_keeps_its_reason_in_the_log_until_the_value_changes(journal: Living) -> None:
    (notice,) = _record(journal, Entry(START + DAY, 12)).notices
    answered("AMB-01", notice, "counted twice", journal)
    assert journal.one.observations[0].not_met == "counted twice"
    assert "counted twice" in story(journal, "AMB-01")[-1].sentence
    with pytest.raises(Refused):
        journal.do("dismiss", not_met="again")
    assert len(_record(journal, Entry(START + DAY, 13)).notices) == 1
    assert journal.one.observations[0].not_met is None


def test_the_measure_is_known_by_number_and_name_and_is_the_primary_one_otherwise(
    journal: Living,
) -> None:
    journal.do("measure", measure="Minutes", direction="down", role="balancing")
    assert measure_of(journal, "AMB-01").id == journal.one.primary_measure
    assert measure_of(journal, "AMB-01", "minutes").name == "Minutes"
    with pytest.raises(InvalidError):
        measure_of(journal, "AMB-01", "nothing like it")
    with pytest.raises(NotFoundError):
        measure_of(journal, "AMB-99")


def test_without_a_measure_it_says_what_comes_first() -> None:
    with pytest.raises(Refused, match="no measure yet"):
        measure_of(started(FakeStore()), "AMB-01")
