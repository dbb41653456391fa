"""Putting one field back to an earlier value, as a new event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.errors import ExplogError, InvalidError, Refused
from explog.journal.changes import changes_of, names_in, said
from explog.journal.editing import edit
from explog.journal.restoring import can_be_restored, restore
from explog.journal.story import story
from explog.journal.undoing import redo, undo
from tests.journal.living import ADOPTED

if TYPE_CHECKING:
    from explog.domain.events import Event
    from explog.journal.changes import Changed
    from tests.journal.living import Living


def events(journal: Living) -> list[Event]:
    """The events of the experiment."""
    return journal.store.events(journal.store.find("AMB-01"))


def newest(journal: Living) -> str:
    """The id of its newest event."""
    return events(journal)[-1].id


def changed(journal: Living, path: str) -> Changed:
    """What the newest event that wrote at *path* did there."""
    known = events(journal)
    event = next(one for one in reversed(known) if path in one.changes)
    return next(one for one in changes_of(known, event) if one.path == path)


def test_a_field_goes_back_to_what_it_was_and_forth_again(journal: Living) -> None:
    edit(journal, "AMB-01", {"need": "Light"})
    first = newest(journal)
    edit(journal, "AMB-01", {"need": "Heat"})
    second = newest(journal)
    restore(journal, "AMB-01", second, "need", before=True)
    assert journal.one.need == "Light"
    told = story(journal, "AMB-01")[-1].sentence
    assert told == "Earlier value put back: What is hard in the core task today? Heat → Light"
    restore(journal, "AMB-01", second, "need")
    assert journal.one.need == "Heat"
    restore(journal, "AMB-01", first, "need", before=True)
    needs = [journal.one.need]
    for step in (undo, redo):
        step(journal)
        needs.append(journal.one.need)
    assert needs == [None, "Heat", None]


def test_an_element_that_was_taken_away_comes_back(journal: Living) -> None:
    journal.do("note", text="Light")
    edit(journal, "AMB-01", {"notes/1/removed": "yes"})
    (path,) = events(journal)[-1].changes
    restore(journal, "AMB-01", newest(journal), path, before=True)
    assert [note.text for note in journal.one.notes] == ["Light"]


def test_what_stands_so_already_is_said(journal: Living) -> None:
    edit(journal, "AMB-01", {"need": "Light"})
    with pytest.raises(Refused, match="already so"):
        restore(journal, "AMB-01", newest(journal), "need")
    with pytest.raises(Refused, match="not changed then"):
        restore(journal, "AMB-01", newest(journal), "title")
    with pytest.raises(Refused, match="not changed then"):
        restore(journal, "AMB-01", "x", "need")


def test_a_locked_field_says_why(journal: Living) -> None:
    journal.live("plan").do("frame", limits="1 crew")
    edit(journal, "AMB-01", {"limits/1/max": "3"})
    event = newest(journal)
    edit(journal, "AMB-01", {"limits/1/max": "1"})
    path = f"limits/{journal.one.limits[0].id}/max"
    assert changed(journal, path).name == "“1 crew”: at most"
    journal.live("start")
    with pytest.raises(Refused, match="locked at the start"):
        restore(journal, "AMB-01", event, path)
    cycle = journal.one.cycle
    assert cycle is not None
    planned = next(one for one in events(journal) if one.act == "plan")
    journal_before = journal.one
    with pytest.raises(Refused):
        restore(journal, "AMB-01", planned.id, f"cycles/{cycle.id}/belief", before=True)
    assert journal.one == journal_before


def test_what_a_decision_rests_on_asks_to_reopen_first(journal: Living) -> None:
    journal.live("plan", "start", "end")
    edit(journal, "AMB-01", {"limits/1/actual": "5"})
    event, path = newest(journal), f"limits/{journal.one.limits[0].id}/actual"
    journal.live("abandon")
    with pytest.raises(Refused, match="explog reopen AMB-01"):
        restore(journal, "AMB-01", event, path, before=True)
    journal.do("reopen")
    restore(journal, "AMB-01", event, path, before=True)
    assert journal.one.limits[0].actual == 1


def test_what_only_acts_write_is_not_put_back_alone(journal: Living) -> None:
    journal.live("plan", "start", "end")
    step = events(journal)[-1]
    offered = {
        one.path.split("/")[-1] if "transitions" not in one.path else "transition"
        for one in changes_of(events(journal), step)
        if can_be_restored(one, one.before)
    }
    assert not offered & {"transition", "ended_on", "end_reason"}
    path = next(path for path in step.changes if path.startswith("transitions/"))
    with pytest.raises(Refused, match="take the act back"):
        restore(journal, "AMB-01", step.id, path, before=True)


def test_a_value_that_cannot_be_true_any_more_is_refused(journal: Living) -> None:
    journal.do("plan", measure_kind="percent", criterion="at least 70", baseline_stated="60")
    edit(journal, "AMB-01", {"target": "80"})
    event = newest(journal)
    edit(journal, "AMB-01", {"target": "75"})
    edit(journal, "AMB-01", {"target": "", "baseline_stated": "90"})
    path = f"measures/{journal.one.measures[0].id}/target"
    with pytest.raises(InvalidError):
        restore(journal, "AMB-01", event, path)
    assert journal.one.measures[0].target is None


def test_every_offer_in_a_whole_life_is_kept_or_refused_with_a_sentence(journal: Living) -> None:
    journal.live(*ADOPTED).do("note", text="Light")
    edit(journal, "AMB-01", {"need": "x", "tags": "a, b"})
    names = names_in(journal.store, journal.store.document(journal.store.find("AMB-01")) or {})
    for event in events(journal):
        for one in changes_of(events(journal), event):
            assert one.name
            assert said(names, one.path, one.after)
            for before, value in ((True, one.before), (False, one.after)):
                if not can_be_restored(one, value):
                    continue
                try:
                    restore(journal, "AMB-01", event.id, one.path, before=before)
                except ExplogError as error:
                    assert str(error)  # noqa: PT017
                else:
                    undo(journal)
    assert names[str(journal.one.core_task)] == "Safe and well at home"
