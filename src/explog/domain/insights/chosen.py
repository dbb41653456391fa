"""Which experiments Insights speaks of: a query and a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain.insights.quarters import quarter_of
from explog.domain.query.days import kept_span, span
from explog.domain.query.query import Query, parse
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Chosen:
    """A set of experiments.

    An experiment belongs to the period in which it took its last step, the one lists show, so that
    each belongs to one quarter and the quarters of a year add up to the year.
    """

    query: Query
    """With the period."""
    whole: Query
    """Without it."""
    period: str = ""
    first_quarter: str = "0000"
    last_quarter: str = "9999-Q4"


def chosen(query: str, period: str, today: date) -> Chosen:
    """What a person typed: a query and a period (``2026``, ``2026-Q3``, ``2026-01..2026-06``).

    Raises:
        QueryError: When the query cannot be understood.
        UsageError: When the period cannot.
    """
    whole = parse(query, today)
    if not period.strip():
        return Chosen(whole, whole)
    try:
        first, last = span(period.strip(), today)
    except (ValueError, OverflowError) as cause:
        said = _("“{typed}” is no period; write for example 2026, 2026-Q3 or 2026-01..2026-06")
        raise UsageError(said.format(typed=period.strip())) from cause
    narrowed = parse(f"{whole} since:{first} until:{last}", today)
    return Chosen(
        narrowed,
        whole,
        kept_span(period.strip(), first, last),
        quarter_of(first.isoformat()),
        quarter_of(last.isoformat()),
    )
