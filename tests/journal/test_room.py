"""What is written down in the room: counts only, never fewer than five hands, bands at once."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from explog.errors import InvalidError, NotFoundError, Refused, UsageError
from explog.journal import holding, meetings, room
from tests.domain.acts.test_answers import born
from tests.journal.sitting import planned

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.record.review import Review
    from explog.journal.journal import Done
    from tests.journal.living import Living


def known(journal: Living, key: str = "LM-2026-01") -> Review:
    """The meeting as it is kept."""
    return meetings.meeting(journal, key)


def test_a_guess_is_kept_in_bands_and_knows_the_cycle_it_is_about(journal: Living) -> None:
    key = planned(journal)
    room.guess(
        journal, key, "AMB-01", hands={"supported": 6, "partly_supported": 4, "not_supported": 1}
    )
    (guess,) = known(journal).guesses
    assert (guess.n, guess.room, guess.cycle) == (11, "supported", journal.one.cycle.id)  # type: ignore[union-attr]
    assert (guess.supported, guess.partly_supported, guess.not_supported) == ("3+", 4, "1-2")


def test_no_exact_small_count_is_in_the_log(journal: Living) -> None:
    """Neither the meeting nor its events tell how one or two people stood."""
    key = planned(journal)
    done = room.guess(
        journal, key, "AMB-01", hands={"supported": 5, "inconclusive": 2, "not_supported": 1}
    )
    values = {path.rpartition("/")[2]: one.value for path, one in done.event.changes.items()}
    assert values["inconclusive"] == values["not_supported"] == "1-2"
    assert 1 not in values.values()
    assert 2 not in values.values()


@pytest.mark.parametrize("hands", [{"supported": 4}, {"supported": 1, "not_supported": 3}])
def test_fewer_than_five_hands_are_refused(journal: Living, hands: dict[str, int]) -> None:
    key = planned(journal)
    with pytest.raises(Refused, match="Fewer than 5 hands"):
        room.guess(journal, key, "AMB-01", hands=hands)
    with pytest.raises(Refused, match="Fewer than 5 hands"):
        room.well_spent(journal, key, dict(enumerate(hands.values(), 1)))
    assert known(journal).guesses == ()


def test_hands_that_would_show_single_persons_are_refused(journal: Living) -> None:
    key = planned(journal)
    hands = {"supported": 3, "partly_supported": 3, "not_supported": 1}
    with pytest.raises(Refused, match="single persons"):
        room.guess(journal, key, "AMB-01", hands=hands)


def test_the_one_answer_of_the_room_is_always_possible(journal: Living) -> None:
    key = planned(journal)
    room.guess(journal, key, "AMB-01", room="Not supported")
    (guess,) = known(journal).guesses
    assert (guess.room, guess.n) == ("not_supported", None)
    with pytest.raises(Refused, match="one answer"):
        room.guess(journal, key, "AMB-01")


def test_a_second_guess_replaces_the_first_wholly(journal: Living) -> None:
    key = planned(journal)
    room.guess(journal, key, "AMB-01", hands={"supported": 5, "not_supported": 5})
    assert known(journal).guesses[0].room is None
    room.guess(journal, key, "AMB-01", room="inconclusive")
    (guess,) = known(journal).guesses
    assert (guess.room, guess.n, guess.supported, guess.not_supported) == (
        "inconclusive",
        None,
        0,
        0,
    )


@pytest.mark.parametrize("to", ["happened", "lessons"])
def test_a_guess_after_the_reveal_is_refused_even_when_the_room_went_back(
    journal: Living, to: str
) -> None:
    key = planned(journal)
    holding.begin(journal, key)
    room.guess(journal, key, "AMB-01", room="supported")
    holding.advance(journal, key, to)
    holding.advance(journal, key, "expected")
    with pytest.raises(Refused, match="too late to guess"):
        room.guess(journal, key, "AMB-01", room="not_supported")
    assert known(journal).guesses[0].room == "supported"


def test_a_closed_meeting_takes_no_guess(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    holding.close(journal, key)
    with pytest.raises(Refused, match="too late to guess"):
        room.guess(journal, key, "AMB-01", room="supported")


@pytest.mark.parametrize(
    ("act", "place"),
    [
        (partial(room.note, step="happened"), "The note under “What happened?”"),
        (partial(room.note, step="hallmark_1"), "The note under “What did it mean for the core"),
        (partial(room.gather, column="liked"), "The note on the wall"),
        (partial(room.choose, what="try"), "One thing to try"),
    ],
)
def test_a_refusal_names_the_place_as_people_know_it(
    journal: Living, act: Callable[..., Done], place: str
) -> None:
    """It said ``steps[1].note``."""
    key = planned(journal)
    room.note(journal, key, "why", "Nobody was there")
    room.choose(journal, key, "stop", "The list")
    with pytest.raises(InvalidError) as refused:
        act(journal, key, text="x" * 501)
    assert str(refused.value).startswith(place)


def test_too_many_dots_are_refused_by_name(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    meetings.describe(journal, key, participants_n=6)
    with pytest.raises(InvalidError, match="The dots: "):
        room.vote(journal, key, {"AMB-01": 10_000_000})


def test_a_note_replaces_the_one_of_its_step_and_experiment(journal: Living) -> None:
    key = planned(journal)
    for text in ("First", "Second"):
        room.note(journal, key, "happened", text, experiment="AMB-01")
    room.note(journal, key, "happened", "In general")
    room.note(journal, key, "hallmark_3", "There was room")
    told = [(step.step, step.experiment, step.note) for step in known(journal).steps]
    assert told == [
        ("happened", journal.one.id, "Second"),
        ("happened", None, "In general"),
        ("hallmark_3", None, "There was room"),
    ]
    room.note(journal, key, "happened", None)
    assert known(journal).step("happened").note is None  # type: ignore[union-attr]


@pytest.mark.parametrize("step", ["gather", "hallmark_6", ""])
def test_a_note_needs_a_step_of_the_agenda(journal: Living, step: str) -> None:
    key = planned(journal)
    with pytest.raises(UsageError, match="no step"):
        room.note(journal, key, step, "x")


@pytest.mark.parametrize("text", ["x" * 501, "\x1b[31m", f"With {born('010180', 1234)}"])
def test_a_note_holds_what_may_be_stored(journal: Living, text: str) -> None:
    key = planned(journal)
    with pytest.raises(InvalidError):
        room.note(journal, key, "happened", text)
    with pytest.raises(InvalidError):
        room.gather(journal, key, "liked", text)
    with pytest.raises(InvalidError):
        room.choose(journal, key, "try", text)
    assert known(journal).steps == ()


def test_the_first_note_settles_how_the_room_gathers(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    room.gather(journal, key, "start", "A lamp", theme="technology", experiment="AMB-01")
    assert known(journal).gathering == "start_stop_continue"
    with pytest.raises(Refused, match="no column"):
        room.gather(journal, key, "liked", "It was quiet")


def test_a_gathered_note_can_be_sorted_and_taken_down(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    room.gather(journal, key, "liked", "A lamp")
    note = known(journal).gathered[0].id
    room.sort(journal, key, note, theme="timing", column="lacked", text="No lamp")
    (sorted_,) = known(journal).gathered
    assert (sorted_.theme, sorted_.column, sorted_.text) == ("timing", "lacked", "No lamp")
    room.sort(journal, key, note, theme="")
    assert known(journal).gathered[0].theme is None
    room.take_down(journal, key, note)
    assert known(journal).gathered == ()
    with pytest.raises(NotFoundError):
        room.sort(journal, key, note, theme="timing")


def test_dots_are_counts_and_small_ones_are_bands(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    meetings.describe(journal, key, participants_n=6)
    room.gather(journal, key, "liked", "A lamp")
    journal.do("lesson", we_learned="Light matters", we_observed="x", therefore="y", theme="timing")
    note, lesson = known(journal).gathered[0].id, journal.one.lessons[0].id
    room.vote(journal, key, {note: 1, lesson: 5, "amb-01": 0})
    assert [known(journal).votes_of(one) for one in (note, lesson, journal.one.id)] == [
        "1-2",
        "3+",
        0,
    ]
    with pytest.raises(Refused, match="What was kept stays"):
        room.vote(journal, key, {note: 6})
    assert len(known(journal).votes) == 3


def test_dots_need_something_to_stick_to(journal: Living) -> None:
    journal.jot("Not on the list")
    key = planned(journal)
    meetings.describe(journal, key, participants_n=6)
    for thing in ("AMB-02", "nothing", journal.one.workplace or ""):
        with pytest.raises(NotFoundError):
            room.vote(journal, key, {thing: 3})
    with pytest.raises(InvalidError):
        room.vote(journal, key, {"AMB-01": -3})


def test_one_thing_is_chosen_for_each(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    room.choose(journal, key, "spread", "The list", experiment="AMB-01")
    room.choose(journal, key, "spread", "The lamp")
    room.choose(journal, key, "stop", "The paper")
    told = {one.what.value: (one.text, one.experiment) for one in known(journal).chosen}
    assert told == {"spread": ("The lamp", None), "stop": ("The paper", None)}


def test_time_well_spent_is_counted_in_bands(journal: Living) -> None:
    key = planned(journal, kind="retrospective")
    room.well_spent(journal, key, {5: 6, 4: 1})
    spent = known(journal).well_spent
    assert (spent.n, spent.mark_5, spent.mark_4, spent.mark_1) == (7, "3+", "1-2", 0)


def test_no_document_of_a_meeting_has_room_for_a_name(journal: Living) -> None:
    key = planned(journal)
    document = json.dumps(journal.store.document(journal.store.find(key)))
    assert "participants" not in document.replace("participants_n", "")


def test_a_guess_is_about_an_experiment_of_the_meeting(journal: Living) -> None:
    journal.jot("Not on the list")
    key = planned(journal)
    with pytest.raises(Refused, match="not on the list"):
        room.guess(journal, key, "AMB-02", room="supported")
