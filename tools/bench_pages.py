"""From a key to the last repaint on every page, in an almost empty log and in a large one.

The time that Textual itself takes is in both, so that the ratio says what the size of the log
costs. Beside the time on the clock stands processor time, which other programs do not lengthen.

    .venv/bin/python tools/bench_pages.py --count 100000 --times 31
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from make_log import make  # type: ignore[import-not-found] # beside this script
from textual import events
from textual.keys import _character_to_key

import explog.tui
from explog.cli.library import StoredLibrary
from explog.exchange.demo import AS_OF
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.run import collect_seldom
from explog.tui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rich.console import RenderableType
    from textual.screen import Screen

Taken = tuple[float, float]
"""Milliseconds on the clock and of the processor."""

QUIET = 0.35
"""Seconds without a repaint after which all that a key leads to is painted."""
MOST_ASKED = 5
"""Questions that a page asks of the log one after the other, at most."""
LONGEST = 30.0
"""Seconds that a key is waited for at most."""
PROMISED = {"key": 64.0, "typing": 50.0}
"""Milliseconds on the clock: any key, and a letter in the search field."""
FEW = 20
"""Experiments of the almost empty log."""
PAGES = {"Overview": "1", "Experiments": "2", "Lessons": "3", "Reviews": "4", "Insights": "5"}
"""Page → the key that opens it."""
TYPED = ("møde", "lys", "state:running", "outcome:failed")


class TimedApp(ExplogApp):
    """Knows when it painted last, and what the processor had done by then."""

    CSS_PATH = [  # noqa: RUF012 - as in the class above
        Path(explog.tui.__file__).parent / str(name)
        for name in cast("list[str]", ExplogApp.CSS_PATH)
    ]
    painted: Taken = (0.0, 0.0)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Paint, and look at both clocks."""
        super()._display(screen, renderable)
        self.painted = _now()


def _now() -> Taken:
    """Both clocks in milliseconds."""
    return time.perf_counter() * 1000, time.process_time() * 1000


async def _after(app: TimedApp, key: str) -> Taken:
    """Press *key*; how long it took until the last repaint that it led to."""
    begun = app.painted = _now()
    letter = key if len(key) == 1 else None
    app.post_message(events.Key(_character_to_key(key) if letter else key, letter))
    while _now()[0] - max(begun[0], app.painted[0]) < QUIET * 1000:
        await asyncio.sleep(QUIET / 4)
        if _now()[0] - begun[0] > LONGEST * 1000:
            break
    return app.painted[0] - begun[0], app.painted[1] - begun[1]


async def _settled(app: TimedApp) -> None:
    """Wait until the log has answered all that a page asks, however large it is."""
    for _question in range(MOST_ASKED):
        await app.desk.read(lambda _log: None)
        await asyncio.sleep(QUIET)


async def timed(log: Path, times: int) -> dict[str, list[Taken]]:
    """What each key took, by what was done, each at least *times* times."""
    app = TimedApp(Desk(partial(StoredLibrary, log, AS_OF), lambda: None))  # type: ignore[arg-type,return-value] # nothing is written
    found: dict[str, list[Taken]] = {}
    async with app.run_test(size=(100, 30)):
        await asyncio.sleep(2)
        async for name, taken in keys_pressed(app, times):
            found.setdefault(name, []).append(taken)
    app.desk.close()
    return found


async def keys_pressed(app: TimedApp, times: int) -> AsyncIterator[tuple[str, Taken]]:
    """Everything that is measured: open and walk each page, and type."""
    for page, key in PAGES.items():
        await _after(app, key)
        await _settled(app)
        for n in range(times):
            yield f"{page}: walk", await _after(app, "up" if n % 4 == 3 else "down")  # noqa: PLR2004 - now and then back
    for _round in range(times):
        for page, key in PAGES.items():
            yield f"{page}: open", await _after(app, key)
    await _after(app, PAGES["Experiments"])
    await _after(app, "slash")
    field = app.screen.query_one(SearchField)
    field.cursor_blink = False
    for text in TYPED:
        field.value = ""
        await asyncio.sleep(1)
        for letter in text:
            yield "Experiments: typing", await _after(app, letter)


def measured(small: Path, large: Path, count: int, times: int) -> bool:
    """Print the medians of both logs; whether what is promised of keys was kept."""
    collect_seldom()
    few, many = (asyncio.run(timed(log, times)) for log in (small, large))
    print(f"{'median of milliseconds':26}{FEW:>8} |{count:>8} experiments   ratio  processor")
    kept = True
    for name in few:
        was, now = (statistics.median(wall for wall, _cpu in one[name]) for one in (few, many))
        work = statistics.median(cpu for _wall, cpu in many[name])
        kind = name.partition(": ")[2]
        most = PROMISED.get("typing" if kind == "typing" else "key" if kind == "walk" else "")
        said = "" if most is None else f"promised {most:.0f}: {'kept' if now <= most else 'BROKEN'}"
        kept = kept and (most is None or now <= most)
        ratio = now / was if was else 1.0
        print(f"{name:26}{was:8.1f} |{now:8.1f}             {ratio:6.2f} x {work:8.1f}   {said}")
    return kept


def main() -> int:
    """Make both logs, unless one is given, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="experiments of the large log")
    parser.add_argument("--times", type=int, default=15, help="keys of each kind")
    parser.add_argument("--log", type=Path, help="a log of tools/make_log.py instead of a new one")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small.db", args.log or Path(folder) / "large.db"
        make(small, FEW)
        if args.log is None:
            make(large, args.count)
        return 0 if measured(small, large, args.count, args.times) else 1


if __name__ == "__main__":
    raise SystemExit(main())
