"""From a key to the last repaint on the page of all experiments, in a small and in a large log.

The time that Textual itself takes is in both, so that the ratio says what the size of the log
costs. Other programs on the machine are in the milliseconds; look at the medians.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events
from textual.keys import _character_to_key

import explog.tui
from explog.cli.library import StoredLibrary
from explog.exchange.demo import AS_OF
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.screen import Screen

QUIET = 0.3
"""Seconds after a key in which all that it leads to is painted."""

TYPED = ("møde", "state:running", "outcome:failed")
WALKED = ("down",) * 15 + ("pagedown",) * 5 + ("G", "g")


class TimedApp(ExplogApp):
    """Knows when it painted last."""

    CSS_PATH = [  # noqa: RUF012 - as in the class above
        Path(explog.tui.__file__).parent / str(name)
        for name in cast("list[str]", ExplogApp.CSS_PATH)
    ]

    painted = 0.0

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, and look at the clock."""
        super()._display(screen, renderable)
        self.painted = time.perf_counter()


async def timed(log: Path) -> dict[str, list[float]]:
    """Seconds from each key to the last repaint: walking through the list, and typing."""
    app = TimedApp(Desk(partial(StoredLibrary, log, AS_OF), lambda: None))  # type: ignore[arg-type,return-value] # nothing is written
    async with app.run_test(size=(100, 30)):
        await asyncio.sleep(2)
        await _after(app, "2", 2)
        walking = [await _after(app, key) for key in WALKED]
        await _after(app, "/")
        field = app.screen.query_one(SearchField)
        field.cursor_blink = False
        typing = []
        for text in TYPED:
            field.value = ""
            await asyncio.sleep(1)
            typing += [await _after(app, letter) for letter in text]
    app.desk.close()
    return {"walking": walking, "typing": typing}


async def _after(app: TimedApp, key: str, quiet: float = QUIET) -> float:
    """Press *key*; seconds to the last repaint it led to."""
    begun = time.perf_counter()
    is_letter = len(key) == 1
    app.post_message(
        events.Key(_character_to_key(key) if is_letter else key, key if is_letter else None)
    )
    await asyncio.sleep(quiet)
    return max(0.0, app.painted - begun)


def listed(small: Path, large: Path, count: int) -> None:
    """Print the medians for the log *small* and for *large*, which has *count* experiments."""
    few, many = (asyncio.run(timed(log)) for log in (small, large))
    for name in few:
        first, second = (statistics.median(times[name]) * 1000 for times in (few, many))
        print(f"{name + ', 20 experiments':32} {first:7.1f} ms")
        print(f"{f'{name}, {count} experiments':32} {second:7.1f} ms {second / first:6.2f} x")
