"""The app over a real log with the demo in it: what is tested against the store itself."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from explog.cli.library import StoredLibrary
from explog.exchange import demo
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from tests.exchange.making import brought

if TYPE_CHECKING:
    from datetime import date


@cache
def made(language: str) -> Path:
    """A log with the demo in *language*; copied, never changed."""
    path = Path(mkdtemp(prefix="explog-demo-")) / "log.db"
    with Log.open(path) as log:
        brought(log, json.loads(demo.document(language)))
    return path


def demo_app(folder: Path, language: str = "en", today: date = demo.AS_OF) -> ExplogApp:
    """The app over a copy of the demo log in *folder*, on the day *today*."""
    path = folder / "log.db"
    shutil.copyfile(made(language), path)
    return over(path, today)


def over(path: Path, today: date = demo.AS_OF) -> ExplogApp:
    """The app over the log at *path*, on the day *today*."""
    return ExplogApp(
        Desk(
            lambda: StoredLibrary(path, today),
            lambda: Journal(Log.open(path), Clock(today), IdMaker(), "leader"),
        )
    )
