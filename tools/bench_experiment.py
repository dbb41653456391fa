"""How long the page of one experiment takes to open: 500 observations, 100 lessons.

Prints processor time from the key until everything is laid out. The promise is on the quickest
opening: other programs on the machine only ever make it slower.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from explog.cli.library import StoredLibrary
from explog.domain.acts.entering import Entry
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.observing import Sheet, record
from explog.journal.ports import Clock
from explog.store.log import Log
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.run import collect_seldom
from explog.tui.screens.experiment import ExperimentScreen
from explog.tui.widgets.chart_view import RunChart

OBSERVATIONS, LESSONS, TIMES = 500, 100, 9
PROMISED = 150.0
"""Milliseconds of processor time until the page is laid out."""
TODAY = date(2026, 11, 16)


def make(path: Path) -> str:
    """Fill a log at *path*; the key of its one experiment."""
    with Log.open(path) as log:
        journal = Journal(log, Clock(TODAY), IdMaker(), "leader")
        workplaces.add(journal, "AMB", "Station", ["Safe and well at home"])
        key = journal.jot("Many numbers").key
        journal.act("plan", key, need="x", core_task="1", belief="a list helps", test="one crew",
                    measure="Missing items", unit="items", criterion="at most 3")  # fmt: skip
        measure = str(journal.experiment(key).primary_measure)
        first = TODAY - timedelta(days=OBSERVATIONS)
        entries = [Entry(first + timedelta(days=n), n * 7 % 13) for n in range(OBSERVATIONS)]
        record(journal, key, [Sheet(measure, entries)])
        for n in range(LESSONS):
            journal.act("lesson", key, we_learned=f"lesson {n}", we_observed="x", therefore="y")
    return key


async def opened(path: Path, key: str) -> list[float]:
    """Milliseconds of each opening."""
    app = ExplogApp(
        Desk(
            lambda: StoredLibrary(path, TODAY),
            lambda: Journal(Log.open(path), Clock(TODAY), IdMaker(), "leader"),
        )
    )
    taken = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for _time in range(TIMES + 1):
            begun = time.process_time()
            app.open_experiment(key)
            while not (  # noqa: ASYNC110 - the app tells nobody else
                isinstance(app.screen, ExperimentScreen) and app.screen.query(RunChart)
            ):
                await asyncio.sleep(0.002)
            await pilot.pause()
            taken.append((time.process_time() - begun) * 1000)
            await app.go_home()
            await pilot.pause()
    return taken[1:]


def main() -> int:
    """Measure and print; 1 when the promise is broken."""
    collect_seldom()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        taken = asyncio.run(opened(path, make(path)))
    best, middle = min(taken), statistics.median(taken)
    said = "kept" if best <= PROMISED else "BROKEN"
    print(f"an experiment of {OBSERVATIONS} observations and {LESSONS} lessons", end=" ")
    print(f"{best:7.1f} ms (median {middle:.1f})   promised {PROMISED:.0f} ms: {said}")
    return 0 if best <= PROMISED else 1


if __name__ == "__main__":
    raise SystemExit(main())
