"""What the code says of a log as a whole, for the tests that count again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.insights.chosen import chosen
from explog.domain.insights.making import insights
from explog.exchange import demo
from explog.store import insights as counting
from explog.store import reading

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from explog.domain.insights.all_insights import Insights

TODAY = demo.AS_OF


def page(
    conn: sqlite3.Connection, query: str = "", period: str = "", today: date = TODAY
) -> Insights:
    """What the code says."""
    asked = chosen(query, period, today)
    found = counting.counts(conn, asked.query, asked.whole, today.isoformat())
    return insights(found, asked, reading.thresholds(conn), today.isoformat())
