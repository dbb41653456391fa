"""Days as short as a line needs them."""

from __future__ import annotations

from datetime import date

from explog.tui.widgets.days import days_since, for_days, short_day

TODAY = date(2026, 11, 16)


def test_a_day_of_another_year_has_its_year() -> None:
    assert short_day("2026-10-12", TODAY) == "12 Oct"
    assert short_day("2025-10-12", TODAY) == "12 Oct 2025"


def test_days_are_counted_and_said() -> None:
    assert days_since("2026-11-15", TODAY) == 1
    assert [for_days(1), for_days(9)] == ["1 day", "9 days"]
