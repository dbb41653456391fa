"""The demo log in the data folder: made when missing, and anew in a later week if unchanged."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from explog.exchange.brought import Brought


def made_fresh(path: Path, language: str, today: date) -> None:
    """Let the demo log at *path* be there, as of the week of *today* unless somebody changed it.

    The file's time says so: it is set to the Monday it was made for, and any write moves it.
    """
    monday = _monday(today)
    if path.exists():
        if not _is_untouched(path) or path.stat().st_mtime_ns == _nanoseconds(monday):
            return
        path.unlink()
    make(path, language, today)
    os.utime(path, ns=(_nanoseconds(monday), _nanoseconds(monday)))


def make(path: Path, language: str, today: date) -> Brought:
    """Write the demo log in *language* to *path*, told as of the week of *today*.

    Raises:
        Refused: When there is a file already.
    """
    from explog.exchange.demo import create
    from explog.store.log import Log

    return create(path, language, today, Log.open)


def _is_untouched(path: Path) -> bool:
    """Whether the file's time is still the start of a Monday."""
    stamp = path.stat().st_mtime_ns
    day = datetime.fromtimestamp(stamp // 1_000_000_000, UTC).date()
    return stamp == _nanoseconds(_monday(day))


def _monday(day: date) -> date:
    """The Monday of the week of *day*."""
    return day - timedelta(days=day.weekday())


def _nanoseconds(day: date) -> int:
    """The start of *day* in UTC, as a file's time."""
    return int(datetime.combine(day, time(), UTC).timestamp()) * 1_000_000_000
