"""A bare app over a real journal on a log of its own: one screen on an empty one."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, cast

import pytest
from textual import events
from textual.screen import Screen

import explog.tui
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.glance import Glance
from explog.tui.widgets.fields import Field
from explog.tui.widgets.picker import Picker
from tests.stories import CORE_TASK, FAILED_SAFELY, ROLE, WORKPLACE
from tests.tui.fake import FakeLibrary
from tests.tui.screens_shown import contrast, inks

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from explog.domain.record.experiment import Experiment
    from explog.tui.screens.form import FormScreen

KEY = "AMB-01"
"""The key of the only experiment."""

IDEA, PLANNED, STARTED, OBSERVED, ENDED, ABANDONED = 1, 2, 3, 11, 12, 13
"""Chapters of the story after which the experiment is there."""

ADOPT: dict[str, Any] = {
    "result": "not_supported",
    "harm": "no",
    "we_observed": "a",
    "we_learned": "b",
    "therefore": "c",
    "theme": "technology",
    "operation_since": "2026-02-10",
    "operation_owner": "leader",
    "ordinary_budget": "yes",
    "core": "the microphone",
    "reason": "we want it",
    "override_reason": "we know better",
}
"""What adopts the story's experiment in spite of everything."""

TODAY = date.fromisoformat(FAILED_SAFELY[-1].as_of)
TEXT = 7.0
"""The contrast of text in our own themes."""

OTHER_TASK = "Safe handover to the emergency department"

STYLES: list[str | PurePath] = [
    Path(explog.tui.__file__).parent / str(name) for name in cast("list[str]", ExplogApp.CSS_PATH)
]
"""Textual looks for style sheets beside the file of the class that names them."""


class JournalLibrary(FakeLibrary):
    """Knows the workplaces and the day of a journal, which is all that these screens read."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host = host

    def workplaces(self) -> list[dict[str, Any]]:
        return [dict(one) for one in self._host.open_journal().store.documents("workplace")]

    def today(self) -> date:
        return self._host.open_journal().clock.today()


class Host(ExplogApp):
    """Shows *first* over an empty screen and keeps what it gives."""

    CSS_PATH = STYLES

    def __init__(
        self, path: Path, first: Screen[Any], chapters: int = 0, day: date = TODAY
    ) -> None:
        """Play the first *chapters* of the story into a new log, then wait for *day*."""
        self.path, self.first, self.chapters, self.day = path, first, chapters, day
        self.given: list[object] = []
        self._journal: Journal | None = None
        super().__init__(Desk(lambda: JournalLibrary(self), self.open_journal))
        self.glance = Glance(today=day, path=str(path))

    def open_journal(self) -> Journal:
        """The journal, opened on the desk's thread."""
        if self._journal is None:
            log = Log.open(self.path)
            self._journal = Journal(log, Clock(date(2025, 12, 1)), IdMaker(), ROLE)
            workplaces.add(self._journal, *WORKPLACE, [CORE_TASK, OTHER_TASK])
            play(self._journal, self.chapters)
            self._journal.clock = Clock(self.day)
        return self._journal

    def get_default_screen(self) -> Screen[Any]:
        return Screen()

    def on_mount(self) -> None:
        self.push_screen(self.first, self.given.append)

    async def experiment(self) -> Experiment:
        """What stands in the log."""
        return await self.desk.do(lambda journal: journal.experiment(KEY))


def play(journal: Journal, chapters: int) -> None:
    """Play the first *chapters* of the story on its days."""
    for step in FAILED_SAFELY[:chapters]:
        journal.clock = Clock(date.fromisoformat(step.as_of))
        answers: dict[str, Any] = dict(step.answers)
        if step.act == "add":
            journal.jot(**answers)
        else:
            journal.act(step.act, KEY, **answers)


@asynccontextmanager
async def running(host: Host, size: tuple[int, int] = (100, 30)) -> AsyncIterator[Pilot[None]]:
    """Run *host* with toasts that can crash, and let go of its log afterwards."""
    async with host.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        yield pilot

    def close() -> None:
        store = host.open_journal().store
        assert isinstance(store, Log)
        store.close()

    await host.desk.call(close)
    host.desk.close()


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until *is_so*: what is done on the desk's thread takes as long as it takes."""
    for _ in range(1000):
        await pilot.pause()
        if is_so():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came to that")


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type *text* in one go where the cursor is, as a terminal hands over what is pasted."""
    focused = pilot.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await pilot.pause()


def field(pilot: Pilot[None], name: str) -> Field:
    """The field of the question *name* on the page shown."""
    return next(one for one in pilot.app.screen.query(Field) if one.question.name == name)


async def answer(pilot: Pilot[None], name: str, raw: str) -> None:
    """Answer the question *name*: type it, or pick it with the arrows."""
    one = field(pilot, name)
    one.editor.focus()
    await pilot.pause()
    if isinstance(one.editor, Picker):
        values = [value for value, _label in one.editor.offered]
        labels = [label for _value, label in one.editor.offered]
        place = values.index(raw) if raw in values else labels.index(raw)
        await pilot.press("delete", *["right"] * (place + 1), "space")
    else:
        await typed(pilot, raw)
    await pilot.pause()


def toasts(pilot: Pilot[None]) -> str:
    """Everything that was said in passing."""
    return "\n".join(one.message for one in pilot.app._notifications)


async def form_ready(pilot: Pilot[None], form: FormScreen) -> FormScreen:
    """*form*, shown now if it was not, once its fields are there."""
    if not form.is_attached:
        pilot.app.push_screen(form)
    await until(pilot, lambda: bool(form.query(Field)))
    return form


async def saved(pilot: Pilot[None], host: Host) -> object:
    """What the first screen gave after F2."""
    await pilot.press("f2")
    await until(pilot, lambda: bool(host.given))
    return host.given[-1]


def faint(host: Host) -> list[str]:
    """The pieces of text on the screen in front that have less than the contrast promised."""
    return [
        f"{ink.text.strip()}: {contrast(ink.colour, ink.ground):.2f}"
        for ink in inks(host)
        if any(map(str.isalnum, ink.text)) and contrast(ink.colour, ink.ground) < TEXT - 0.005
    ]
