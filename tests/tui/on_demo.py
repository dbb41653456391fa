"""The page of all experiments over a copy of the demo log, put together as the program does it."""

from __future__ import annotations

import shutil
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from explog.cli.opening import _doors
from explog.cli.sending import Sender
from explog.cli.session import Session
from explog.exchange import demo
from explog.settings import Settings
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.widgets.experiment_list import ExperimentList
from tests.tui.screens_shown import settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot


@cache
def _untouched() -> Path:
    """The English demo; copied, never written."""
    path = Path(mkdtemp(prefix="explog-test-")) / "demo.db"
    demo.create(path, "en", demo.AS_OF, Log.open)
    return path


def copied(folder: Path) -> Path:
    """A copy of the demo log in *folder*."""
    path = folder / "demo.db"
    shutil.copyfile(_untouched(), path)
    return path


@asynccontextmanager
async def listing(
    path: Path, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[tuple[ExplogApp, Pilot[None]]]:
    """The page of all experiments over the log at *path*."""
    session = Session(Settings({}))
    session.log, session.as_of = str(path), demo.AS_OF.isoformat()
    desk = Desk(*_doors(session, path))
    app = ExplogApp(desk, sender=Sender(demo.AS_OF))
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("2")
        await settled(pilot)
        yield app, pilot
    desk.close()


def keys(app: ExplogApp) -> list[str]:
    """The keys of what is in the list, in its order; all of it must be in sight."""
    listed = app.screen.query_one(ExperimentList)
    return [listed._rows[ident].key for ident in listed.ids]
