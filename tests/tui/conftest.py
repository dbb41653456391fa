"""Tests of the screens are coroutines; they see a terminal with colours, whatever is set."""

from __future__ import annotations

import asyncio
import inspect
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from tests.stories import CORE_TASK, ROLE, WORKPLACE
from tests.tui.host import OTHER_TASK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AT_MOST = 120
"""Seconds before a screen that hangs fails its test instead of stopping all of them."""


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in a loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    told = {name: pyfuncitem.funcargs[name] for name in wanted}
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**told), AT_MOST))
    return True


@pytest.fixture(autouse=True)
def _a_terminal_with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the shell that would change what is drawn."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal with a workplace and nothing else."""
    with Log.open(tmp_path / "log.db") as log:
        made = Journal(log, Clock(date(2025, 12, 1)), IdMaker(), ROLE)
        workplaces.add(made, *WORKPLACE, [CORE_TASK, OTHER_TASK])
        yield made
