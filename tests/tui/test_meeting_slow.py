"""Keys that are pressed in the room while the log is slow, and what is drawn meanwhile."""

from __future__ import annotations

import asyncio
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from explog.journal import meetings
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.meeting import MeetingScreen
from explog.tui.screens.meeting_forms import MeetingForm
from explog.tui.screens.stage import Stage
from explog.tui.widgets.note_field import NoteField
from tests.tui.host import toasts, until
from tests.tui.meeting_host import Program, keys, running, sees, settled, types
from tests.tui.test_meeting_room import AUTISM, KEY, NUMBER, column, opened, review

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.widget import Widget

    from explog.domain.record.review import Review


@asynccontextmanager
async def slow_log(app: Program) -> AsyncIterator[None]:
    """The log answers nothing until the end."""
    go_on = threading.Event()
    answer = asyncio.ensure_future(app.told(lambda _journal: go_on.wait(60)))
    try:
        yield
    finally:
        go_on.set()
        await answer


@asynccontextmanager
async def slow_drawing(stage: Stage) -> AsyncIterator[asyncio.Event]:
    """Whatever is mounted on *stage* is there, but not done with, until the end; set once it is."""
    is_there, go_on = asyncio.Event(), asyncio.Event()
    mount: Callable[..., Awaitable[None]] = stage.mount

    async def slowly(*widgets: Widget, before: Widget | None = None) -> None:
        await mount(*widgets, before=before)
        is_there.set()
        await go_on.wait()

    stage.mount = slowly  # type: ignore[method-assign,assignment]
    try:
        yield is_there
    finally:
        go_on.set()


async def pressed(pilot: Pilot[None], app: Program, *names: str) -> None:
    """Press keys and wait until every one was handed out, whatever they wait for then."""
    await pilot.press(*names)
    await until(pilot, lambda: not app._ahead._is_busy)


def lying_over(app: Program) -> list[str]:
    """What lies over the meeting."""
    names = [type(one).__name__ for one in app.screen_stack]
    return names[names.index("MeetingScreen") + 1 :]


@pytest.mark.parametrize("pressed_then", ["escape", "f10", "pagedown"])
async def test_leaving_twice_waits_for_the_log_and_keeps_what_was_typed(
    pressed_then: str, tmp_path: Path
) -> None:
    """The second key took the place of the first, in the middle of what that was writing."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        await types(pilot, "A note")
        async with slow_log(app):
            await pressed(pilot, app, pressed_then, "escape")
            assert isinstance(app.screen, MeetingScreen)
        await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
        held: Review = await app.told(review)
        assert [one.note for one in held.steps if one.note] == ["A note"]
        assert not app.keeper.unfinished


@pytest.mark.parametrize("pressed_then", ["escape", "pagedown", "f10"])
async def test_a_card_that_is_refused_late_stands_in_its_line_and_holds_the_room(
    pressed_then: str, tmp_path: Path
) -> None:
    """The room was left before the log had said no, and the card was nowhere."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        await types(pilot, f"Call {NUMBER}")
        async with slow_log(app):
            await pressed(pilot, app, "enter", pressed_then)
            assert column(app).text == ""
        await until(pilot, lambda: "cannot be kept" in toasts(pilot))
        assert column(app).line.value == f"Call {NUMBER}"
        assert lying_over(app) == []
        held: Review = await app.told(review)
        assert held.at_step == "gather"


async def test_a_card_that_is_refused_after_the_room_was_left_is_in_its_line_again(
    tmp_path: Path,
) -> None:
    """The disk never gets it, as it may hold a person number; explog knows it while it runs."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        column(app, 1).line.value = "Half a thought"
        await types(pilot, f"Call {NUMBER}")
        async with slow_log(app):
            await pressed(pilot, app, "enter")
            await app.action_page("overview")
        await until(pilot, lambda: "person number" in toasts(pilot))
        app.open_meeting(KEY)
        await until(pilot, lambda: bool(app.screen.query("WallColumn")))
        assert column(app).line.value == f"Call {NUMBER}"
        assert column(app, 1).line.value == "Half a thought"


async def test_a_card_that_hangs_after_the_room_was_left_is_no_draft_any_more(
    tmp_path: Path,
) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        await types(pilot, "Calm mornings")
        async with slow_log(app):
            await pressed(pilot, app, "enter")
            await app.action_page("overview")
            (draft,) = app.keeper.unfinished.values()
            assert list(draft.answers.values()) == ["Calm mornings"]
        await until(pilot, lambda: not app.keeper.unfinished)
        held: Review = await app.told(review)
        assert [one.text for one in held.gathered] == ["Calm mornings"]


async def test_a_note_that_is_written_while_the_step_is_read_again_stays_in_its_field(
    tmp_path: Path,
) -> None:
    """The step came back as it was before the note, and the next letter wrote over it."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "single", "BS-03")
        field = app.screen.query_one(NoteField)
        async with slow_log(app):
            app.refresh_page()
            await settled_but_for_the_log(pilot)
            await types(pilot, "A note")
            field.keep()
            await settled_but_for_the_log(pilot)
        await settled(pilot)
        drawn = app.screen.query_one(NoteField)
        assert drawn is not field
        assert (drawn.text, drawn.is_waiting) == ("A note", False)
        held: Review = await app.told(review)
        assert [one.note for one in held.steps if one.note] == ["A note"]


async def settled_but_for_the_log(pilot: Pilot[None]) -> None:
    """Wait until all that waits is the log."""
    for _ in range(3):
        await pilot.pause()


async def test_two_looks_at_once_draw_the_step_once(tmp_path: Path) -> None:
    """The second one took the place of the first while that was drawing: both stood there."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        stage = app.screen.query_one(Stage)
        async with slow_drawing(stage) as is_there:
            stage.post_message(Stage.Written())
            await is_there.wait()
            stage.post_message(Stage.Written())
            app.refresh_page()
            await settled_but_for_the_log(pilot)
        await settled(pilot)
        assert len(stage.children) == 1


async def test_going_on_while_the_step_is_drawn_shows_the_next_one_once(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, "retrospective", *AUTISM)
        await keys(pilot, "pagedown")
        stage = app.screen.query_one(Stage)
        async with slow_drawing(stage) as is_there:
            stage.post_message(Stage.Written())
            await is_there.wait()
            await pressed(pilot, app, "pagedown")
            app.refresh_page()
            await settled_but_for_the_log(pilot)
        await until(pilot, lambda: stage.turn is not None and stage.turn.step.code == "patterns")
        await settled(pilot)
        assert len(stage.children) == 1


@pytest.mark.parametrize(
    ("kind", "question"), [("single", ConfirmScreen), ("retrospective", MeetingForm)]
)
async def test_a_held_key_on_the_last_step_asks_one_question(
    kind: str, question: type[ConfirmScreen | MeetingForm], tmp_path: Path
) -> None:
    """Five questions lay over each other, and each wanted its own answer."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await opened(pilot, app, kind, "BS-03")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        await keys(pilot, *["pagedown"] * (len(screen.meeting.turns) - 1))
        async with slow_log(app):
            for _ in range(4):
                screen.action_turn(1)
            screen.action_close_meeting()
            await settled_but_for_the_log(pilot)
        await until(pilot, lambda: isinstance(app.screen, question))
        screen.action_turn(1)
        screen.action_close_meeting()
        await settled(pilot)
        assert lying_over(app) == [question.__name__]
        await keys(pilot, "escape")
        await settled(pilot)
        assert lying_over(app) == []
        await keys(pilot, "pagedown")
        await until(pilot, lambda: isinstance(app.screen, question))


@pytest.mark.parametrize("key", ["f10", "ctrl+o", "f9", "f5", "pagedown", "a"])
async def test_nothing_happens_before_the_meeting_was_read(key: str, tmp_path: Path) -> None:
    """F10 and ctrl+o ended explog with an error."""
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await settled(pilot)
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        async with slow_log(app):
            app.open_meeting(KEY)
            await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
            await pressed(pilot, app, key)
        await sees(pilot, "Purpose, rules")
        await settled(pilot)
        assert lying_over(app) == []
        held: Review = await app.told(review)
        assert (held.at_step, [step.extra for step in held.steps]) == ("frame", [None])


async def test_a_meeting_can_be_left_before_it_was_read(tmp_path: Path) -> None:
    app = Program(tmp_path / "log.db")
    async with running(app) as pilot:
        await settled(pilot)
        await app.told(lambda journal: meetings.prepare(journal, "single", picks=["BS-03"]))
        async with slow_log(app):
            app.open_meeting(KEY)
            await until(pilot, lambda: isinstance(app.screen, MeetingScreen))
            await pressed(pilot, app, "escape")
            await until(pilot, lambda: not isinstance(app.screen, MeetingScreen))
