"""The app over a real log: the demo in a file, as the program itself opens it."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, cast

from explog.cli.library import StoredLibrary
from explog.exchange import demo
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from tests.tui.screens_shown import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

TODAY = demo.AS_OF


def demo_log(path: Path, language: str = "en") -> Path:
    """The demo in the new file *path*, as of its own Monday."""
    demo.create(path, language, TODAY, Log.open)
    return path


@asynccontextmanager
async def over(
    path: Path, *keys: str, size: tuple[int, int] = (200, 50)
) -> AsyncIterator[tuple[ExplogApp, Pilot[None]]]:
    """The app over the log *path*, after *keys*."""
    opened: list[Log] = []

    def journal() -> Journal:
        opened.append(Log.open(path))
        return Journal(opened[-1], Clock(TODAY), IdMaker())

    desk = Desk(partial(StoredLibrary, path, TODAY), journal)
    made = ExplogApp(desk, open_demo=cast("None", dict), bring_in=str)
    async with made.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        yield made, pilot
    for log in opened:
        await desk.call(log.close)
    desk.close()
