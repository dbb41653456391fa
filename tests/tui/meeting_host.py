"""The whole program over a demo log of its own: what the tests of the meetings stand on."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from explog import locale
from explog.cli.demonstration import make
from explog.cli.library import StoredLibrary
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from tests.tui.host import STYLES, until
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

TODAY = date(2026, 11, 16)


@cache
def demo(language: str) -> Path:
    """The demo log in *language*, made once."""
    path = Path(mkdtemp(prefix="explog-demo-")) / "demo.db"
    make(path, language, TODAY)
    return path


class Program(ExplogApp):
    """The program over a copy of the demo log at *path*."""

    CSS_PATH = STYLES

    def __init__(self, path: Path, **given: Any) -> None:  # noqa: ANN401 - as ExplogApp takes
        self.path = path
        if not path.exists():
            shutil.copy(demo(locale.spoken()), path)
        self.store: Log | None = None
        super().__init__(Desk(lambda: StoredLibrary(path, TODAY), self._journal), **given)

    def _journal(self) -> Journal:
        """The journal, opened on the desk's thread."""
        self.store = Log.open(self.path)
        return Journal(self.store, Clock(TODAY), IdMaker(), None)

    async def told(self, fn: Callable[[Journal], Any]) -> Any:  # noqa: ANN401 - whatever *fn* gives
        """What *fn* finds in the journal."""
        return await self.desk.do(fn)


@asynccontextmanager
async def running(app: Program, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """Run *app* with toasts that can crash, and let go of its log afterwards."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot
    if app.store is not None:
        await app.desk.call(app.store.close)
    app.desk.close()


async def sees(pilot: Pilot[None], words: str) -> None:
    """Wait until *words* stand on the screen in front."""
    await until(pilot, lambda: words in shown(pilot.app))


async def keys(pilot: Pilot[None], *pressed: str) -> None:
    """Press keys and wait until what they did is done."""
    await pilot.press(*pressed)
    await settled(pilot)


async def types(pilot: Pilot[None], text: str) -> None:
    """Type *text* key by key."""
    await pilot.press(*(NAMES.get(letter, letter) for letter in text))


NAMES = {" ": "space", ".": "full_stop", ",": "comma", "-": "minus"}
"""What Textual calls the keys that are no letters."""


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing more is going to change."""
    for _ in range(3):
        short = [one for one in pilot.app.workers if one.group in {"look", "keep", "go"}]
        if short:
            await pilot.app.workers.wait_for_complete(short)
        await pilot.pause(0.02)
