"""A guided meeting from beginning to end, by keys only, on the demo log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from explog import locale
from explog.domain.naming.vocabulary import State
from explog.journal import holding, meetings
from explog.journal.meetings import meeting
from explog.journal.telling import derived
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.screens.stage import Stage
from explog.tui.widgets.countdown import Countdown
from explog.tui.widgets.note_field import NoteField
from tests.tui.host import until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.review import Review
    from explog.journal.journal import Journal

KEY = "LM-2026-04"
"""The key the next meeting of the demo gets."""

WORDS = {
    "en": {
        "expected": "the result is hidden",
        "happened": "as expected",
        "verdict": "within the frame",
        "done": "adopted",
    },
    "da": {
        "expected": "resultatet er skjult",
        "happened": "som ventet",
        "verdict": "inden for rammerne",
        "done": "indført",
    },
}


class Watch:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def review(journal: Journal) -> Review:
    """The meeting as it stands in the log."""
    return meeting(journal, KEY)


def bs_03(journal: Journal) -> Experiment:
    """The experiment the meeting is about."""
    return journal.experiment("BS-03")


async def begun(pilot: Pilot[None], kind: int = 1) -> None:
    """Prepare a meeting of the kind at place *kind* on the list, and begin it."""
    await settled(pilot)
    await keys(pilot, "4")
    await keys(pilot, "m")
    await keys(pilot, *["down"] * kind, "enter")
    await keys(pilot, "f2")
    await sees(pilot, KEY)
    await keys(pilot, "s")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)


@pytest.mark.parametrize("language", locale.LANGUAGES)
async def test_a_review_goes_from_the_ended_test_to_the_decision_by_keys_only(
    language: str, tmp_path: Path
) -> None:
    locale.speak(language)
    words = WORDS[language]
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown")
        await sees(pilot, words["expected"])
        assert "17" not in shown(app).split("BS-03")[1], "the result is hidden"
        await keys(pilot, "5", "down", "2")
        await keys(pilot, "pagedown")
        await sees(pilot, words["happened"])
        await keys(pilot, "pagedown")
        await _why(pilot)
        await keys(pilot, "pagedown")
        await _frame(pilot, words["verdict"])
        await keys(pilot, "pagedown")
        await _lesson(pilot)
        await keys(pilot, "pagedown")
        await _adopt(pilot)
        await sees(pilot, words["done"])
        await keys(pilot, "f5")
        await types(pilot, "Tell the other office")
        await keys(pilot, "enter")
        await types(pilot, "coordinator")
        await keys(pilot, "enter")
        await types(pilot, "2026-12-01")
        await keys(pilot, "f2")
        await keys(pilot, "pagedown")
        await types(pilot, "MED, IT")
        await keys(pilot, "pagedown")
        await types(pilot, "7")
        await keys(pilot, "f2")
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
        await _proved(app)


async def _why(pilot: Pilot[None]) -> None:
    """Two causes, by keys."""
    while getattr(pilot.app.screen.focused, "doing", "") != "assess":
        await keys(pilot, "down")
    await keys(pilot, "enter")
    while not _asks(pilot, "causes"):
        await keys(pilot, "enter")
    await keys(pilot, "right", "right", "space", "f2")


def _asks(pilot: Pilot[None], name: str) -> bool:
    """Whether the cursor stands in the question *name* of a form."""
    focused: Any = pilot.app.screen.focused
    return getattr(getattr(getattr(focused, "parent", None), "question", None), "name", "") == name


async def _frame(pilot: Pilot[None], verdict: str) -> None:
    """The harm question; then the six conditions one by one."""
    await keys(pilot, "enter")
    await keys(pilot, "right", "enter")
    await types(pilot, "leader")
    await keys(pilot, "f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)
    assert "S1" in shown(pilot.app)
    assert "S2" not in shown(pilot.app)
    while type(pilot.app.screen.focused).__name__ != "OneByOne":
        await keys(pilot, "down")
    await keys(pilot, *["enter"] * 5)
    assert verdict not in shown(pilot.app), "the verdict waits for the last condition"
    await keys(pilot, "enter")
    assert verdict in shown(pilot.app)


async def _lesson(pilot: Pilot[None]) -> None:
    """A lesson in three sentences, with its theme."""
    await keys(pilot, "enter")
    for sentence in ("Fewer stay away", "A text helps", "We keep it"):
        await types(pilot, sentence)
        await keys(pilot, "enter")
    await keys(pilot, "right", "f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)


async def _adopt(pilot: Pilot[None]) -> None:
    """The decision, in the form the experiment has everywhere."""
    await keys(pilot, "enter")
    await keys(pilot, "right", "pagedown")
    await types(pilot, "2026-11-16")
    await keys(pilot, "enter")
    await types(pilot, "head of service")
    await keys(pilot, "enter")
    await keys(pilot, "right", "enter")
    await types(pilot, "The day before")
    await keys(pilot, "pagedown")
    await types(pilot, "It works")
    await keys(pilot, "f2")
    await until(pilot, lambda: isinstance(pilot.app.screen, MeetingScreen))
    await settled(pilot)


async def _proved(app: Program) -> None:
    """What stands in the log afterwards."""
    found: Experiment = await app.told(bs_03)
    assert found.state is State.ADOPTED
    assert found.cycle is not None
    assert found.cycle.harm is not None
    assert found.cycle.causes
    (lesson,) = found.lessons
    assert lesson.we_learned == "A text helps"
    assert lesson.shared_with == ("MED", "IT")
    facts = await app.told(lambda journal: derived(journal, found))
    assert facts["frame_verdict"] == "safe"
    held: Review = await app.told(review)
    assert held.status == "held"
    assert held.participants_n == 7
    guess = held.guess_of(found.id)
    assert guess is not None
    assert guess.n == 7
    assert guess.partly_supported == "1-2"


async def test_the_countdown_is_quiet_says_when_it_is_over_and_gives_more(tmp_path: Path) -> None:
    locale.speak("en")
    app, watch = Program(tmp_path / "log.db"), Watch()
    async with running(app) as pilot:
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        await app.push_screen(MeetingScreen(KEY, watch))
        await settled(pilot)
        countdown = app.screen.query_one(Countdown)
        assert "3 min left" in shown(app)
        watch.seconds += 120
        countdown.tell()
        await pilot.pause()
        assert "1 min left" in shown(app)
        watch.seconds += 180
        countdown.tell()
        await pilot.pause()
        assert "over time by 2 min" in shown(app)
        await keys(pilot, "f9")
        await sees(pilot, "2 min left")
        kept = await app.told(lambda journal: review(journal).step("frame"))
        assert kept.extra == 2


async def test_the_minutes_used_are_kept_when_the_room_goes_on(tmp_path: Path) -> None:
    app, watch = Program(tmp_path / "log.db"), Watch()
    async with running(app) as pilot:
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        await app.push_screen(MeetingScreen(KEY, watch))
        await settled(pilot)
        watch.seconds += 250
        await keys(pilot, "pagedown")
        kept = await app.told(lambda journal: review(journal).step("frame"))
        assert (kept.minutes, kept.done) == (5, True)


async def test_a_meeting_that_was_left_goes_on_at_the_same_step(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown", "pagedown")
        await sees(pilot, "silent writing")
        app.screen.query_one(NoteField).editor.focus()
        await types(pilot, "Nobody was surprised")
        await keys(pilot, "escape")
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
    again = Program(tmp_path / "log.db", meeting=KEY)
    async with running(again) as pilot:
        await until(pilot, lambda: isinstance(again.screen, MeetingScreen))
        await sees(pilot, "silent writing")
        assert again.screen.query_one(NoteField).text == "Nobody was surprised"
        kept: Review = await again.told(review)
        assert kept.at_step == "happened"


async def test_what_is_typed_is_in_the_log_two_seconds_later(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        app.screen.query_one(NoteField).editor.focus()
        await types(pilot, "Half a sent")
        await pilot.pause(1.9)
        kept = await app.told(lambda journal: review(journal).step("frame"))
        assert kept.note == "Half a sent"


async def test_what_was_seen_stands_in_the_logbook_of_the_experiment_once(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown", "pagedown")
        await sees(pilot, "silent writing")
        app.screen.query_one(NoteField).editor.focus()
        await types(pilot, "The phones were quiet")
        await keys(pilot, "pagedown")
        await keys(pilot, "pageup")
        await keys(pilot, "pagedown")
        found: Experiment = await app.told(bs_03)
        assert [note.text for note in found.notes].count("The phones were quiet") == 1


async def test_a_guess_cannot_be_changed_once_the_result_was_seen(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown")
        await keys(pilot, "6")
        await keys(pilot, "pagedown")
        await keys(pilot, "pageup")
        assert not app.screen.query("Hands")
        assert not app.screen.query("Picker")


async def test_fewer_than_five_hands_are_never_kept(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown")
        await keys(pilot, "4")
        await sees(pilot, "4 of at least 5")
        await keys(pilot, "pagedown")
        held: Review = await app.told(review)
        assert not held.guesses


async def test_a_small_room_gives_its_one_answer(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown")
        app.screen.query_one("#guess-room").focus()
        await keys(pilot, "right")
        await keys(pilot, "pagedown")
        held: Review = await app.told(review)
        assert [guess.room for guess in held.guesses] == ["supported"]


async def test_undo_in_a_meeting_takes_back_the_last_thing_and_the_screen_follows(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "pagedown")
        await keys(pilot, "pagedown")
        await sees(pilot, "silent writing")
        app.set_focus(None)
        await keys(pilot, "ctrl+z")
        await until(pilot, lambda: app.screen.query_one(Stage).turn is not None)
        await settled(pilot)
        turn = app.screen.query_one(Stage).turn
        assert turn is not None
        assert turn.step.code == "expected"


async def test_an_agreement_is_settled_in_the_first_step(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        assert "A-06" in shown(app)
        await keys(pilot, "enter")
        await keys(pilot, "enter")
        await settled(pilot)
        await sees(pilot, "✓ Inform the MED committee")
        found = await app.told(lambda journal: journal.store.document(journal.store.find("A-06")))
        assert found["status"] == "done"
        assert found["settled_in"] == (await app.told(review)).id


async def test_dropping_an_agreement_asks_for_the_reason(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "enter")
        await keys(pilot, "down", "down", "enter")
        await keys(pilot, "f2")
        await sees(pilot, "please answer this")
        await types(pilot, "Done by others")
        await keys(pilot, "f2")
        await sees(pilot, "dropped · Done by others")


async def test_hostile_text_in_a_meeting_stays_text(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")

    def hostile(journal: Journal) -> object:
        title = "[@click=app.quit]x[/] [/]"
        return meetings.prepare(journal, "single", title, picks=["BS-03"], purpose="[/]")

    async with running(app) as pilot:
        await settled(pilot)
        await app.told(hostile)
        await keys(pilot, "4")
        await sees(pilot, "[@click=app.quit]x[/]")
        app.open_meeting(KEY)
        await sees(pilot, "[@click=app.quit]x[/]")
        await until(pilot, lambda: bool(app.screen.query(NoteField)))
        app.screen.query_one(NoteField).editor.focus()
        await types(pilot, "[/] [b")
        await keys(pilot, "pagedown")
        await keys(pilot, "pageup")
        await sees(pilot, "[/] [b")


async def test_a_meeting_that_was_held_is_not_begun_again(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, "escape")
        await app.told(lambda journal: holding.close(journal, KEY, minutes=40))
        app.open_meeting(KEY)
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
        await settled(pilot)
        held: Review = await app.told(review)
        assert held.status == "held"


async def test_a_text_that_cannot_be_kept_is_never_lost_by_going_on(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    number = f"{251248}-{9996}"
    async with running(app) as pilot:
        await begun(pilot)
        app.screen.query_one(NoteField).editor.focus()
        await types(pilot, f"Call {number}")
        await keys(pilot, "pagedown")
        await sees(pilot, "cannot be kept as it is")
        assert app.screen.query_one(NoteField).text == f"Call {number}"
        kept = await app.told(review)
        assert kept.at_step == "frame"
        assert number not in str(kept)
        await keys(pilot, *["backspace"] * len(number))
        await keys(pilot, "pagedown")
        await sees(pilot, "result is hidden")


async def test_five_thousand_characters_are_told_and_wait(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        app.screen.query_one(NoteField).type("x" * 5000)
        await keys(pilot, "escape")
        await sees(pilot, "cannot be kept as it is")
        assert isinstance(app.screen, MeetingScreen)


async def test_the_five_reflection_questions_are_kept_as_notes(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await begun(pilot)
        await keys(pilot, *["pagedown"] * 5)
        await sees(pilot, "Five questions to reflect on")
        await keys(pilot, "down", "enter")
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
        await types(pilot, "More time for citizens")
        await keys(pilot, "f2")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
        kept = await app.told(lambda journal: review(journal).step("hallmark_1"))
        assert kept.note == "More time for citizens"
