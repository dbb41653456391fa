from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from explog.store.backup import Backup
from explog.store.thinning import surplus, thin

NOW = datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def made(moment: datetime, log: str = "log") -> Backup:
    """A backup of *log* made at *moment*."""
    return Backup(moment, 1, log, Path(f"{log}-{moment:%Y%m%dT%H%M%SZ}.db"))


def kept(found: list[Backup], now: datetime = NOW) -> list[Backup]:
    """What stays of *found*, the newest first."""
    gone = surplus(found, now)
    return sorted((each for each in found if each not in gone), reverse=True)


def test_every_backup_of_today_and_yesterday_is_kept() -> None:
    hourly = [made(NOW - timedelta(hours=hours)) for hours in range(36)]
    assert kept(hourly) == hourly


def test_after_two_days_the_newest_of_each_day_is_kept() -> None:
    days = [made(NOW - timedelta(days=3, hours=hours)) for hours in (0, 1, 2)]
    assert kept(days) == days[:1]


def test_after_many_years_of_daily_backups_a_fixed_number_is_left() -> None:
    daily = [made(NOW - timedelta(days=days)) for days in range(1000)]
    stays = kept(daily)
    assert len(stays) == 2 + 12 + 10 + 9
    ages = [(NOW - each.moment).days for each in stays]
    gaps = [older - newer for newer, older in pairwise(ages)]
    assert ages[:14] == list(range(14))
    assert gaps[14:23] == [7] * 9
    assert all(28 <= gap <= 31 for gap in gaps[24:])


def test_few_old_backups_are_all_kept() -> None:
    yearly = [made(NOW - timedelta(days=400 * years)) for years in range(9)]
    assert kept(yearly) == yearly


def test_each_log_is_thinned_by_itself() -> None:
    two = [made(NOW - timedelta(days=5), log) for log in ("log", "other")]
    assert sorted(kept(two)) == sorted(two)


def test_days_are_those_of_the_persons_time_zone() -> None:
    zone = timezone(timedelta(hours=-8))
    late = [
        made(datetime(2026, 11, 13, 7, 0, tzinfo=UTC)),
        made(datetime(2026, 11, 13, 9, 0, tzinfo=UTC)),
    ]
    assert len(kept(late, NOW)) == 1
    assert len(kept(late, NOW.astimezone(zone))) == 2


@settings(deadline=None)
@given(st.lists(st.integers(0, 100_000), max_size=60))
def test_thinning_again_takes_nothing_more_and_the_newest_always_stays(hours: list[int]) -> None:
    found = [made(NOW - timedelta(hours=each)) for each in set(hours)]
    stays = kept(found)
    assert kept(stays) == stays
    assert not found or max(found) in stays


def test_only_backups_are_deleted(tmp_path: Path) -> None:
    for name in (
        "log-20261001T080000Z.db",
        "log-20261001T090000Z.db",
        "log-20261001T090000Z-2.db",
        "log.db",
        "log-damaged.txt",
    ):
        (tmp_path / name).touch()
    gone = thin(tmp_path, NOW)
    assert [path.name for path in gone] == ["log-20261001T090000Z.db", "log-20261001T080000Z.db"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "log-20261001T090000Z-2.db",
        "log-damaged.txt",
        "log.db",
    ]
