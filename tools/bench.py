"""Whole-process timings, held against yardsticks of the same run.

Machines are noisy, ratios are not: ``make bench`` prints the medians of every command as
milliseconds and as a multiple of bare Python with sqlite3, and how long the Overview takes to be
painted in tmux, as a multiple of a Textual app that shows one line; and from a key to the repaint
on every page of a log of thousands, as a multiple of a log of twenty.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_pages import measured  # type: ignore[import-not-found] # beside this script
from make_log import make  # type: ignore[import-not-found] # as above

BIN = Path(sys.executable).parent
PROMISES = {"explog --version": 2.5, "explog list": 6.0}
"""At most this many times bare Python with sqlite3."""
INSIGHTS = 300.0
"""At most so many milliseconds, at 10 000 experiments of 50 observations each."""
PAINTED = 2.0
"""At most this many times a Textual app that shows one line."""
ONE_LINE = """\
from textual.app import App
from textual.widgets import Static


class One(App):
    def compose(self):
        yield Static("one line painted")


One().run()
"""
"""The yardstick of the first screen."""


def main() -> int:
    """Measure and print; 1 when a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=21, help="runs of each command")
    parser.add_argument(
        "--screens", type=int, default=9, help="launches of each screen; 0 leaves them out"
    )
    parser.add_argument(
        "--large", type=Path, help="a log of tools/make_log.py: how long its Insights take"
    )
    parser.add_argument(
        "--list", type=int, default=10_000, help="experiments in the large log; 0 leaves it out"
    )
    parser.add_argument("--keys", type=int, default=15, help="keys of each kind on each page")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "demo.db"
        home = {**os.environ, "EXPLOG_LOG": str(log), "HOME": folder, "EXPLOG_LANG": "en"}
        made = [str(BIN / "explog"), "demo", "--create", str(log), "--as-of", "2026-11-16"]
        subprocess.run(made, check=True, env=home, capture_output=True)
        kept = commands_kept(log, home, args.runs)
        if args.screens and shutil.which("tmux"):
            kept = screens_kept(Path(folder), home, args.screens) and kept
        if args.list:
            large = Path(folder) / "large.db"
            make(large, args.list)
            kept = measured(log, large, args.list, args.keys) and kept
        if args.large:
            kept = insights_kept(args.large, args.runs) and kept
    return 0 if kept else 1


def insights_kept(log: Path, runs: int) -> bool:
    """Time what page 5 asks of the log, one query for each panel, as processor time."""
    from datetime import date  # noqa: PLC0415 - the yardsticks above stay as they were

    from explog.cli.library import StoredLibrary  # noqa: PLC0415 - as above

    library = StoredLibrary(log, date(2026, 11, 16))
    taken, page = [], library.insights()
    for _round in range(runs):
        begun = time.process_time()
        library.insights()
        taken.append((time.process_time() - begun) * 1000)
    took = statistics.median(taken)
    said = f"promised {INSIGHTS:.0f} ms: {'kept' if took <= INSIGHTS else 'BROKEN'}"
    print(f"Insights of {page.everything.count} experiments {took:7.1f} ms   {said}")
    return took <= INSIGHTS


def commands_kept(log: Path, env: dict[str, str], runs: int) -> bool:
    """Time the commands in turn, so that a slow moment touches all of them alike."""
    explog = str(BIN / "explog")
    commands = {
        "python sqlite3": [sys.executable, "-c", "import sqlite3"],
        "explog --version": [explog, "--version"],
        "explog --help": [explog, "--help"],
        "explog list": [explog, "list"],
        "explog list --json": [explog, "list", "--json"],
        "explog stats --json": [explog, "stats", "--json"],
        "explog insights --json": [explog, "insights", "--json"],
        "explog show AMB-01": [explog, "show", "AMB-01"],
        "explog export": [explog, "export"],
        "sqlite-utils rows": [str(BIN / "sqlite-utils"), "rows", str(log), "experiments"],
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _round in range(runs + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, check=True, env=env, capture_output=True)
            taken[name].append(time.perf_counter() - begun)
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    kept = True
    for name, median in medians.items():
        ratio = median / medians["python sqlite3"]
        said = verdict(ratio, PROMISES.get(name))
        kept = kept and not said.endswith("BROKEN")
        print(f"{name:22} {median * 1000:7.1f} ms {ratio:6.2f} x{said}")
    return kept


def verdict(ratio: float, promise: float | None) -> str:
    """What the promise was and whether it was kept; empty where nothing was promised."""
    if promise is None:
        return ""
    return f"   promised {promise} x: {'kept' if ratio <= promise else 'BROKEN'}"


def screens_kept(folder: Path, env: dict[str, str], runs: int) -> bool:
    """Time the Overview against a Textual app of one line, in turn."""
    script = folder / "one_line.py"
    script.write_text(ONE_LINE, encoding="utf-8")
    one, page = [], []
    for _round in range(runs):
        one.append(painted([sys.executable, str(script)], "one line painted", env))
        page.append(painted([str(BIN / "explog")], "Light on the floor", env))
    ratio = statistics.median(page) / statistics.median(one)
    for name, times in (("one-line Textual app", one), ("Overview painted", page)):
        print(f"{name:22} {statistics.median(times) * 1000:7.1f} ms")
    print(f"{'ratio':22} {ratio:10.2f} x{verdict(ratio, PAINTED)}")
    return ratio <= PAINTED


def painted(command: list[str], last_word: str, env: dict[str, str]) -> float:
    """Seconds from launch in a fresh tmux until *last_word* is on the screen, polled every 2 ms."""
    tmux = ["tmux", "-L", f"bench-{os.getpid()}"]
    subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)
    passed = [
        word
        for name in ("EXPLOG_LOG", "HOME", "EXPLOG_LANG")
        for word in ("-e", f"{name}={env[name]}")
    ]
    begun = time.perf_counter()
    subprocess.run(
        [*tmux, "new-session", "-d", "-x", "120", "-y", "40", *passed, *command], check=True
    )
    try:
        while time.perf_counter() - begun < 20:  # noqa: PLR2004 - far beyond anything that works
            shown = subprocess.run(
                [*tmux, "capture-pane", "-p"], check=False, capture_output=True, text=True
            )
            if last_word in shown.stdout:
                return time.perf_counter() - begun
            time.sleep(0.002)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)
    raise TimeoutError(last_word)


if __name__ == "__main__":
    sys.exit(main())
