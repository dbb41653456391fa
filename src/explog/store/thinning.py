"""Which backups to keep: the way of Anki, many of late and fewer the older they get."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from explog.store.backup import backups
from explog.store.connection import on_disk

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from explog.store.backup import Backup

RECENT_DAYS = 2
"""All of today and yesterday are kept."""


@dataclass(slots=True)
class _Stage:
    """The newest backups of so many days, weeks or months."""

    form: str
    """What the backups of one day, week or month have in common, for ``strftime``."""
    left: int
    """For how many more of them one is kept."""
    last: str = ""
    """The day, week or month of the one kept last, by this stage or an earlier one."""


@dataclass(slots=True)
class _Keeper:
    """Walks from the newest backup to the oldest and says which stay."""

    stages: list[_Stage] = field(
        default_factory=lambda: [_Stage("%Y-%m-%d", 12), _Stage("%G-%V", 10), _Stage("%Y-%m", 9)]
    )

    def keeps(self, day: date, today: date) -> bool:
        """Whether the next older backup, made on *day*, stays."""
        if today - day < timedelta(days=RECENT_DAYS):
            return self._kept(day)
        stage = next((stage for stage in self.stages if stage.left), None)
        if stage is None or day.strftime(stage.form) == stage.last:
            return False
        stage.left -= 1
        return self._kept(day)

    def _kept(self, day: date) -> bool:
        """Remember that its day, week and month have one now."""
        for stage in self.stages:
            stage.last = day.strftime(stage.form)
        return True


def surplus(found: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those of *found* that need not be kept: each log by itself, in days of *now*'s time zone."""
    keepers: dict[str, _Keeper] = {}
    return [
        each
        for each in sorted(found, reverse=True)
        if not keepers.setdefault(each.log, _Keeper()).keeps(
            each.moment.astimezone(now.tzinfo).date(), now.date()
        )
    ]


def thin(folder: Path, now: datetime) -> list[Path]:
    """Delete backups, but for all of two days, then 12 daily, 10 weekly and 9 monthly ones.

    Args:
        folder: Other files in it are left alone.
        now: With its time zone.

    Returns:
        What was deleted, the newest first.
    """
    gone = [each.path for each in surplus(backups(folder), now)]
    with on_disk(folder):
        for path in gone:
            path.unlink(missing_ok=True)
    return gone
