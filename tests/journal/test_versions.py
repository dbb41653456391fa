"""Two values of one field after logs met: both are kept, and a person chooses."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.errors import NotFoundError, Refused, UsageError
from explog.journal import agreements, meetings, views
from explog.journal.editing import edit
from explog.journal.ids import IdMaker
from explog.journal.ports import Clock
from explog.journal.story import story
from explog.journal.undoing import undo
from explog.journal.versions import choices, choose, numbered
from tests.journal.fake_store import FakeStore
from tests.journal.living import END, Living, started

if TYPE_CHECKING:
    from collections.abc import Callable


def met_again(
    journal: Living, here: Callable[[Living], object], there: Callable[[Living], object]
) -> Living:
    """The journal after another device did *there* while it did *here*, and the logs met."""
    ours = journal.store
    assert isinstance(ours, FakeStore)
    theirs = FakeStore("fake-2")
    theirs.kept = dict(ours.kept)
    other = Living(theirs, Clock(journal.clock.today()), IdMaker(), "head")
    here(journal)
    there(other)
    with ours.writing():
        ours.merge(theirs.kept.values())
    return journal


def needs(here: str, there: str) -> tuple[Callable[[Living], object], Callable[[Living], object]]:
    """Both devices write down what is hard today."""
    return (
        lambda one: edit(one, "AMB-01", {"need": here}),
        lambda one: edit(one, "AMB-01", {"need": there}),
    )


def test_both_values_are_told_with_who_and_when(journal: Living) -> None:
    met_again(journal, *needs("Light", "Heat"))
    (choice,) = choices(journal, "AMB-01")
    assert (choice.path, choice.name) == ("need", "What is hard in the core task today?")
    assert {(one.said, one.by_role) for one in choice.versions} == {
        ("Heat", "head"),
        ("Light", "leader"),
    }
    assert [one.is_shown for one in choice.versions] == [True, False]
    assert journal.one.need == choice.versions[0].value


@pytest.mark.parametrize("number", [1, 2])
def test_choosing_either_closes_it_and_undoing_never_settles_it_unseen(
    journal: Living, number: int
) -> None:
    met_again(journal, *needs("Light", "Heat"))
    (choice,) = choices(journal, "AMB-01")
    chosen = choice.versions[number - 1]
    choose(journal, "AMB-01", "need", chosen.event)
    assert journal.one.need == chosen.value
    assert choices(journal, "AMB-01") == []
    assert any("Version chosen" in told.sentence for told in story(journal, "AMB-01"))
    with pytest.raises(Refused, match="two versions stood there"):
        undo(journal)
    assert journal.one.need == chosen.value


@pytest.mark.parametrize(("number", "is_changed"), [(1, False), (2, True)])
def test_choosing_what_was_decided_on_leaves_the_decision_as_it_is(
    journal: Living, number: int, *, is_changed: bool
) -> None:
    """Seen: the facts were said to have changed, though the same ones stood there."""
    journal.live("plan", "start", "end")
    met_again(
        journal,
        lambda one: edit(one, "AMB-01", {"limits/1/actual": "2"}),
        lambda one: edit(one, "AMB-01", {"limits/1/actual": "3"}),
    )
    journal.live("abandon")
    (choice,) = choices(journal, "AMB-01")
    version = choice.versions[number - 1]
    try:
        choose(journal, "AMB-01", choice.path, version.event)
    except Refused:
        assert is_changed
    else:
        assert not is_changed
    assert not journal.one.rounds[0].unreviewed


def test_writing_a_third_value_closes_it_too(journal: Living) -> None:
    met_again(journal, *needs("Light", "Heat"))
    edit(journal, "AMB-01", {"need": "Both"})
    assert (journal.one.need, choices(journal, "AMB-01")) == ("Both", [])
    with pytest.raises(Refused, match="two versions stood there"):
        undo(journal)


def test_the_same_value_twice_is_nothing_to_choose(journal: Living) -> None:
    met_again(journal, *needs("Light", "Light"))
    assert choices(journal, "AMB-01") == []


def test_two_steps_that_follow_the_same_one_are_versions(journal: Living) -> None:
    journal.live("plan", "start").on(END)
    met_again(journal, lambda one: one.do("pause", reason="Ill"), lambda one: one.live("end"))
    steps = [one for one in choices(journal, "AMB-01") if one.path.startswith("transitions/")]
    (choice,) = steps
    assert choice.name == "What happened next"
    assert [one.said for one in choice.versions] == ["Paused: Ill", "Test ended"]
    assert journal.where() == "paused"
    choose(journal, "AMB-01", choice.path, choice.versions[1].event)
    assert journal.where() == "in_review"
    assert choices(journal, "AMB-01") == []
    undo(journal)
    assert journal.where() == "paused"


def test_two_decisions_are_never_half_of_each(journal: Living) -> None:
    journal.live("plan", "start", "end").on(date(2026, 11, 4))
    met_again(journal, lambda one: one.live("adopt"), lambda one: one.live("abandon"))
    (choice,) = [one for one in choices(journal, "AMB-01") if "transitions" in one.path]
    abandoned = next(one for one in choice.versions if "Abandoned" in one.said)
    choose(journal, "AMB-01", choice.path, abandoned.event)
    assert journal.where() == "abandoned"


def test_a_choice_cannot_make_the_frozen_frame_wider(journal: Living) -> None:
    journal.live("plan").do("frame", limits="3 crews")
    limit = journal.one.limits[0].id
    met_again(
        journal,
        lambda one: one.live("start"),
        lambda one: edit(one, "AMB-01", {"limits/1/max": "9"}),
    )
    choice = next(one for one in choices(journal, "AMB-01") if one.path == f"limits/{limit}/max")
    wide = next(one for one in choice.versions if one.value == 9)
    narrow = next(one for one in choice.versions if one.value == 3)
    assert choice.name in {"“9 crews”: at most", "“3 crews”: at most"}
    if not wide.is_shown:
        with pytest.raises(Refused, match="wider"):
            choose(journal, "AMB-01", choice.path, wide.event)
    choose(journal, "AMB-01", choice.path, narrow.event)
    assert not journal.one.rounds[0].loosened


def test_what_a_decision_rests_on_is_chosen_after_it_was_reopened(journal: Living) -> None:
    journal.live("plan", "start", "end")
    met_again(
        journal,
        lambda one: edit(one, "AMB-01", {"limits/1/actual": "0"}),
        lambda one: edit(one, "AMB-01", {"limits/1/actual": "5"}),
    )
    journal.live("abandon")
    (choice,) = choices(journal, "AMB-01")
    hidden = next(one for one in choice.versions if not one.is_shown)
    with pytest.raises(Refused, match="explog reopen"):
        choose(journal, "AMB-01", choice.path, hidden.event)
    journal.do("reopen")
    choose(journal, "AMB-01", choice.path, hidden.event)
    assert journal.one.limits[0].actual == 0


def test_what_is_no_choice_is_said(journal: Living) -> None:
    met_again(journal, *needs("Light", "Heat"))
    found = choices(journal, "AMB-01")
    assert not numbered(found, "1", "2")[1].is_shown
    assert numbered(found, "need", "1")[1].is_shown
    for which, version in (("2", "1"), ("title", "1"), ("1", "3"), ("1", "0"), ("1", "x")):
        with pytest.raises(UsageError, match="There is no"):
            numbered(found, which, version)
    for path, event in (("title", found[0].versions[0].event), ("need", "x")):
        with pytest.raises(UsageError):
            choose(journal, "AMB-01", path, event)
    with pytest.raises(NotFoundError):
        choices(journal, "AMB-77")


def test_a_log_with_one_device_has_nothing_to_choose() -> None:
    assert choices(started(FakeStore()).live("plan", "start", "end", "adopt"), "AMB-01") == []


def sitting(journal: Living) -> str:
    """A planned meeting about the only experiment; its key."""
    journal.jot("A lamp")
    journal.jot("A quieter room")
    return meetings.prepare(journal, "retrospective", picks=["AMB-01"]).key


def test_the_lists_of_a_meeting_that_two_added_to_are_versions_told_by_keys(
    journal: Living,
) -> None:
    """A meeting kept two lists after logs met, and nothing could choose between them."""
    key = sitting(journal)
    met_again(
        journal,
        lambda one: meetings.include(one, key, "AMB-02"),
        lambda one: meetings.include(one, key, "AMB-03"),
    )
    (choice,) = choices(journal, key)
    assert choice.path == "experiments"
    assert {one.said for one in choice.versions} == {"AMB-01, AMB-02", "AMB-01, AMB-03"}
    chosen = choice.versions[1]
    choose(journal, key, choice.path, chosen.event)
    assert choices(journal, key) == []
    assert [*meetings.meeting(journal, key).experiments] == chosen.value
    assert any("Version chosen" in told.sentence for told in story(journal, key))


def test_what_two_said_of_an_agreement_is_chosen_between(journal: Living) -> None:
    key = agreements.agree(journal, "Buy a lamp", "leader", "+14").key
    met_again(
        journal,
        lambda one: agreements.settle(one, key, "kept", due="+21"),
        lambda one: agreements.settle(one, key, "kept", due="+28"),
    )
    (choice,) = choices(journal, key)
    later = max(choice.versions, key=lambda one: str(one.value))
    done = choose(journal, key, choice.path, later.event)
    document = journal.store.document(done.subject)
    assert document is not None
    assert (document["due"], choices(journal, key)) == (later.value, [])


def test_a_view_is_chosen_by_its_name(journal: Living) -> None:
    views.keep(journal, "Ours", "state:running")
    met_again(
        journal,
        lambda one: views.keep(one, "Ours", "state:paused"),
        lambda one: views.keep(one, "Ours", "state:idea"),
    )
    (choice,) = choices(journal, "ours")
    choose(journal, "ours", choice.path, choice.versions[1].event)
    assert views.named(journal.store, "ours")["query"] == choice.versions[1].value
    assert choices(journal, "ours") == []


def test_what_cannot_have_versions_is_not_found_by_the_word_that_was_typed(
    journal: Living,
) -> None:
    with pytest.raises(NotFoundError, match="LM-2026-77"):
        choices(journal, "LM-2026-77")
