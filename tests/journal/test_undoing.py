"""Undo: the newest act of this installation is taken back, or the refusal says why not."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.entering import Entry
from explog.domain.events import canonical
from explog.errors import NotFoundError, Refused
from explog.journal import agreements, workplaces
from explog.journal.editing import edit
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.observing import Sheet, record
from explog.journal.ports import Clock
from explog.journal.undoing import act_words, said, undo
from tests.journal.fake_store import FakeStore
from tests.journal.living import ADOPTED, END, JOTTED, Living, started

if TYPE_CHECKING:
    from collections.abc import Callable


EARLIER = JOTTED - timedelta(days=7)


def bytes_of(journal: Living) -> str:
    """The canonical document of the experiment."""
    return canonical(journal.store.document(f"experiment/{journal.one.id}"))


ACTS: dict[str, tuple[tuple[str, ...], Callable[[Living], object]]] = {
    "plan": ((), lambda journal: journal.live("plan")),
    "shelve": ((), lambda journal: journal.live("shelve")),
    "register": (
        (),
        lambda journal: journal.do(
            "register",
            need="x",
            belief="y",
            started_on="2026-09-01",
            ended_on="2026-09-02",
            end_reason="external",
        ),
    ),
    "frame": (("plan",), lambda journal: journal.do("frame", limits="1 crew", check_ai="yes")),
    "start": (("plan",), lambda journal: journal.live("start")),
    "start with a frame": (
        ("plan",),
        lambda journal: (
            journal.do("frame", limits="1 crew"),
            journal.live("start"),
            undo(journal),
        ),
    ),
    "pause": (("plan", "start"), lambda journal: journal.do("pause", stop_criterion="1")),
    "resume": (("plan", "start", "pause"), lambda journal: journal.live("resume")),
    "extend": (
        ("plan", "start"),
        lambda journal: journal.do("extend", last_day="2026-12-01", reason="x"),
    ),
    "end": (("plan", "start"), lambda journal: journal.live("end")),
    "adapt": (("plan", "start", "end"), lambda journal: journal.live("adapt")),
    "adopt": (("plan", "start", "end"), lambda journal: journal.live("adopt")),
    "abandon": (("plan", "start", "end"), lambda journal: journal.live("abandon")),
    "reopen": (ADOPTED, lambda journal: journal.do("reopen")),
    "retire": (ADOPTED, lambda journal: journal.do("retire")),
    "place": (ADOPTED, lambda journal: journal.do("place", place="North", status="trial")),
    "confirm": (ADOPTED, lambda journal: journal.do("confirm")),
    "observe": (("plan",), lambda journal: journal.do("observe", value="3")),
    "dismiss": (
        ("plan",),
        lambda journal: (
            journal.do("frame", stop_criteria=f"{journal.one.measures[0].name} over 9"),
            journal.live("start"),
            journal.do("observe", value="10"),
            journal.do("dismiss", not_met="a wrong reading"),
            undo(journal),
            undo(journal),
            undo(journal),
        ),
    ),
    "sheet": (
        ("plan",),
        lambda journal: record(
            journal,
            "AMB-01",
            [Sheet(str(journal.one.primary_measure), [Entry(JOTTED, 3), Entry(EARLIER, 4)])],
        ),
    ),
    "note": ((), lambda journal: journal.do("note", text="x")),
    "annotate": ((), lambda journal: journal.do("annotate", text="x")),
    "lesson": ((), lambda journal: journal.do("lesson", we_learned="x")),
    "measure": ((), lambda journal: journal.do("measure", measure="x", direction="up")),
    "incident": (
        ("plan", "start"),
        lambda journal: journal.do("incident", text="x", incident_kind="other", level="mild"),
    ),
    "stance": (
        (),
        lambda journal: journal.do(
            "stance", frontrunner="5", on_board="5", waiting="0", hesitant="0"
        ),
    ),
    "readiness": (
        (),
        lambda journal: journal.do(
            "readiness", know_why="1", want_to="1", know_how="1", can_do="1", keep_up="1"
        ),
    ),
    "set": (("plan",), lambda journal: edit(journal, "AMB-01", {"need": "", "tags": "a, b"})),
    "removed": (
        ("plan", "start"),
        lambda journal: (
            journal.do("note", text="x"),
            edit(journal, "AMB-01", {"notes/1/removed": "yes"}),
            undo(journal),
        ),
    ),
    "archive": ((), lambda journal: journal.archive("AMB-01")),
}


@pytest.mark.parametrize(("life", "act"), ACTS.values(), ids=ACTS)
def test_undo_gives_the_earlier_document_to_the_byte(
    journal: Living, life: tuple[str, ...], act: Callable[[Living], object]
) -> None:
    journal.live(*life)
    before = bytes_of(journal)
    act(journal)
    taken_back = undo(journal)
    assert bytes_of(journal) == before
    assert taken_back.key == "AMB-01"
    assert taken_back.event.undoes
    assert said(taken_back) == f"Undone: {act_words(taken_back.act)} · AMB-01"
    act(journal)  # and it can be done again


def test_undo_goes_back_act_by_act_to_nothing(journal: Living) -> None:
    journal.live("plan", "start").do("observe", value="6")
    journal.do("observe", value="7")
    acts = [undo(journal).act for _ in range(6)]
    assert acts == ["observe", "observe", "start", "plan", "jot", "open"]
    with pytest.raises(Refused, match="There is nothing to undo"):
        undo(journal)
    with pytest.raises(NotFoundError):
        journal.where()
    assert journal.store.documents("workplace") == []


def test_two_changes_of_one_field_are_undone_one_after_the_other(journal: Living) -> None:
    """Seen: the second undo was refused, "later changes stand on it"."""
    for title in ("a", "b", "c"):
        edit(journal, "AMB-01", {"title": title})
    for title in ("b", "a", "QR checklist"):
        undo(journal)
        assert journal.one.title == title


def test_what_was_undone_and_done_again_can_be_undone_again(journal: Living) -> None:
    for _ in range(3):
        journal.live("plan")
        undo(journal)
    assert journal.where() == "idea"


def test_an_undone_key_is_not_given_again(journal: Living) -> None:
    assert journal.jot("Second").key == "AMB-02"
    undo(journal)
    assert journal.jot("Third").key == "AMB-03"


def test_a_tightening_is_never_undone(journal: Living) -> None:
    journal.live("plan").on(END).do("start", limits="8 children", last_day="2026-12-01")
    journal.do("tighten", limits="6 children")
    with pytest.raises(Refused, match="never made wider"):
        undo(journal)
    assert journal.one.limits[0].max == 6


def other(journal: Living) -> Living:
    """The same log on another device."""
    store = FakeStore("there-2")
    merged(journal, store)
    return Living(store, Clock(journal.clock.today()), journal.ids, "leader")


def merged(journal: Journal, into: FakeStore) -> None:
    """Bring the events of one log into another."""
    assert isinstance(journal.store, FakeStore)
    with into.writing():
        into.merge(journal.store.kept.values())


def meet(here: Living, there: Living) -> None:
    """Let two logs have the same events, and hold that they come out alike."""
    assert isinstance(here.store, FakeStore)
    assert isinstance(there.store, FakeStore)
    merged(here, there.store)
    merged(there, here.store)
    assert bytes_of(here) == bytes_of(there)


def test_only_this_installations_acts_are_undone(journal: Living) -> None:
    there = other(journal)
    there.do("note", text="Written there")
    meet(journal, there)
    assert [note.text for note in journal.one.notes] == ["Written there"]
    assert undo(there).act == "note"


STANDING: dict[str, Callable[[Living], object]] = {
    "a change of the same field": lambda there: edit(there, "AMB-01", {"need": "Other"}),
    "a step after it": lambda there: there.live("start"),
    "a value of a measure it made": lambda there: there.do("observe", value="3"),
    "a field of a cycle it filled": lambda there: edit(there, "AMB-01", {"belief": "Other"}),
}


@pytest.mark.parametrize("act", STANDING.values(), ids=STANDING)
def test_an_act_that_later_changes_of_another_device_stand_on_stays(
    journal: Living, act: Callable[[Living], object]
) -> None:
    journal.live("plan")
    there = other(journal)
    act(there)
    meet(journal, there)
    with pytest.raises(Refused, match="later changes stand on it"):
        undo(journal)
    undo(there)
    meet(journal, there)
    undo(journal)
    assert journal.where() == "idea"


@pytest.mark.parametrize("act", STANDING.values(), ids=STANDING)
def test_it_stays_even_where_the_clock_of_the_other_device_is_an_hour_behind(
    journal: Living, act: Callable[[Living], object]
) -> None:
    """Seen: what came later had the lower id, and the act it stood on was undone."""
    journal.live("plan")
    there = other(journal)
    there.ids = behind()
    act(there)
    meet(journal, there)
    with pytest.raises(Refused, match="stand on it"):
        undo(journal)


def behind() -> Callable[[], str]:
    """Ids of a device whose clock is an hour behind."""
    ids = IdMaker()

    def made() -> str:
        payload = uuid.UUID(ids()).int - (3_600_000 << 80)
        return str(uuid.UUID(int=payload))

    return made


def test_undo_never_wipes_out_what_another_device_wrote_at_the_same_time(journal: Living) -> None:
    """Seen: undoing one of two versions erased the other."""
    there = other(journal)
    edit(journal, "AMB-01", {"need": "Mine"})
    edit(there, "AMB-01", {"need": "Theirs"})
    meet(journal, there)
    with pytest.raises(Refused, match="stand on it"):
        undo(journal)
    assert there.one.need == journal.one.need


MEANWHILE: dict[
    str, tuple[tuple[str, ...], Callable[[Living], object], Callable[[Living], object]]
] = {
    "a lesson somebody else adds to": (
        (),
        lambda here: here.do("lesson", we_learned="x"),
        lambda there: edit(there, "AMB-01", {"lessons/1/theme": "workflow"}),
    ),
    "a limit somebody else fills in": (
        ("plan",),
        lambda here: here.live("start"),
        lambda there: edit(there, "AMB-01", {"limits/1/actual": "1"}),
    ),
    "a start somebody else pauses": (
        ("plan",),
        lambda here: here.live("start"),
        lambda there: there.do("pause", stop_criterion="1"),
    ),
    "a cycle somebody else extends": (
        ("plan", "start", "end"),
        lambda here: here.live("adapt"),
        lambda there: there.do("extend", last_day="2027-01-01", reason="x"),
    ),
    "a place somebody else confirms": (
        ADOPTED,
        lambda here: here.do("place", place="North", status="trial"),
        lambda there: there.do("confirm", place="North"),
    ),
    "a measure somebody else observes": (
        (),
        lambda here: here.do("measure", measure="x", direction="up"),
        lambda there: there.do("observe", value="3"),
    ),
}


@pytest.mark.parametrize(("life", "act", "meanwhile"), MEANWHILE.values(), ids=MEANWHILE)
def test_two_logs_meet_whatever_one_undid_while_the_other_built_on_it(
    journal: Living,
    life: tuple[str, ...],
    act: Callable[[Living], object],
    meanwhile: Callable[[Living], object],
) -> None:
    """Seen: half an element was left behind, and the logs could never be merged again."""
    journal.live(*life)
    act(journal)
    there = other(journal)
    undo(journal)
    meanwhile(there)
    meet(journal, there)
    assert journal.one.key == "AMB-01"


def test_targets_and_directions_changed_on_two_devices_can_meet(journal: Living) -> None:
    """Seen: each change was sound alone, and together the model refused the merge."""
    journal.do("plan", baseline_stated="6")
    there = other(journal)
    edit(journal, "AMB-01", {"target": "2"})
    edit(there, "AMB-01", {"direction": "up"})
    meet(journal, there)
    assert journal.one.primary is not None
    assert (journal.one.primary.target, journal.one.primary.direction) == (2, "up")


def test_acts_on_other_subjects_are_undone_too(journal: Living) -> None:
    agreed = agreements.agree(journal, "Buy a lamp", "leader", "2026-12-01")
    agreements.settle(journal, agreed.key, "done")
    assert undo(journal).act == "done"
    document = journal.store.document(agreed.subject)
    assert document is not None
    assert document["status"] == "open"
    assert undo(journal).act == "agree"
    workplaces.rename(journal, "AMB", "Station West")
    undo(journal)
    assert journal.store.documents("workplace")[0]["name"] == "Station East"


def test_an_empty_log_has_nothing_to_undo() -> None:
    with pytest.raises(Refused, match="nothing to undo"):
        undo(Journal(FakeStore(), Clock(JOTTED), IdMaker()))


def test_every_act_has_a_name_to_say(journal: Living) -> None:
    journal.live("plan")
    assert act_words("plan") == "Plan"
    assert act_words("set") == "Change"
    assert act_words("take_up") == "Agreement opened again"


def test_an_undo_happens_on_the_journals_day(journal: Living) -> None:
    journal.do("note", text="x")
    taken = undo(journal.on(date(2027, 1, 1)))
    assert taken.event.as_of == "2027-01-01"
    assert started(FakeStore()).where() == "idea"
