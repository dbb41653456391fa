"""Days as short as a line needs them."""

from __future__ import annotations

from datetime import date

from explog.domain.moments import shown_day
from explog.locale import ngettext


def short_day(iso: str, today: date) -> str:
    """``12 Oct``; with its year when that is another than today's."""
    return shown_day(date.fromisoformat(iso)).removesuffix(f" {today.year}")


def days_since(iso: str, today: date) -> int:
    """Whole days from the day *iso* to *today*; negative when it is yet to come."""
    return (today - date.fromisoformat(iso)).days


def for_days(n: int) -> str:
    """``9 days``."""
    return ngettext("{n} day", "{n} days", n).format(n=n)
