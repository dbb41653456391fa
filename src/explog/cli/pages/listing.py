"""Experiments as lines: glyph, key, title, what became of it, when, what asks for an eye."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.cli.marks import STYLES, row_mark, word
from explog.cli.table import Cell, laid_out
from explog.domain.lists.overview import PRESSING
from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary_learning import Attention
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.rows import ExperimentRow

TITLE, WHEN, EYE = 2, 4, 5
"""The columns that give way when it gets narrow."""


def listing(rows: Sequence[ExperimentRow], width: int, today: str) -> list[str]:
    """*rows* as lines of at most *width* cells, as of *today* (ISO)."""
    cells = [_cells(row, today) for row in rows]
    return laid_out(cells, width, flexible=TITLE, least=32, dropped=(WHEN, EYE))


def _cells(row: ExperimentRow, today: str) -> list[Cell]:
    """One line."""
    sign, shown, style = row_mark(row)
    if Attention.CONFIRMATION_MISSING in row.attention:
        sign, style = "!", STYLES["failed_no_net"]
        shown = word("Attention", Attention.CONFIRMATION_MISSING)
    parts = [shown, how_far(row, today), _("archived") if row.archived else ""]
    return [
        Cell(sign, style),
        Cell(row.key, "bold"),
        Cell(row.title),
        Cell(" · ".join(part for part in parts if part), style),
        Cell(_when(row), "dim"),
        Cell(_eye(row)),
    ]


def how_far(row: ExperimentRow, today: str) -> str:
    """``day 49 of 84`` while a test goes on, ``4 of 7`` where it is in operation; else empty."""
    if row.state in {"running", "paused"}:
        return test_day(row, today)
    if row.level is not None and row.in_operation is not None:
        return _of(row.in_operation, row.potential)
    return ""


def _of(count: int, whole: int | None) -> str:
    """``4 of 7``; the count alone where the whole is not known."""
    return str(count) if whole is None else _("{n} of {all}").format(n=count, all=whole)


def test_day(row: ExperimentRow, today: str) -> str:
    """Which day of its test *row* is in; empty where the dates are not known."""
    start, last = row.derived.get("cycle_started_on"), row.derived.get("last_day")
    if not start:
        return ""
    begun = date.fromisoformat(start)
    now = (date.fromisoformat(today) - begun).days + 1
    if not last:
        return _("day {n}").format(n=now)
    return _("day {n} of {all}").format(n=now, all=(date.fromisoformat(last) - begun).days + 1)


def _when(row: ExperimentRow) -> str:
    """The day of its last step."""
    latest = row.decided_on or row.ended_on or row.started_on
    return shown_day(date.fromisoformat(latest)) if latest else ""


def _eye(row: ExperimentRow) -> str:
    """The most pressing thing that asks for an eye."""
    codes = {Attention(code) for code in row.attention}
    if row.derived.get("versions"):
        codes.add(Attention.TWO_VERSIONS)
    code = min(codes, key=PRESSING.index, default=None)
    return f"! {word('Attention', code)}" if code else ""


def counted(rows: Sequence[ExperimentRow]) -> str:
    """How many there are."""
    return ngettext("{n} experiment", "{n} experiments", len(rows)).format(n=len(rows))
