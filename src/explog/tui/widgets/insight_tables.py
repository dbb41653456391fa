"""The tables of Insights: flow, funnel, core tasks, hallmarks, predictions."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explog.domain.insights import words
from explog.domain.insights.all_insights import FLOW
from explog.locale import N_
from explog.tui.widgets.bars import eighths, points
from explog.tui.widgets.insight_panel import InsightPanel, Row, Table, door
from explog.tui.widgets.pieces import padded, run, said, word

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.insights.all_insights import Insights, Line
    from explog.tui.widgets.panel import Sheet

TONES = {
    "worked": "$worked",
    "adopted": "$worked",
    "scaled": "bold $worked",
    "failed_safely": "$safely",
    "failed_otherwise": "$no-net",
}
"""Column → its colour; the rest is plain."""

NOTHING = N_("Nothing is written down yet.")

BRIEF = frozenset({"inconclusive", "waiting"})
"""The columns whose heading is short."""

_QUARTER = 5
"""Cells of one quarter."""
_MOST = 8
_NAMES = 16
_SPARK = 20
"""From this much room on, the flow of each step is also drawn."""


class FlowPanel(InsightPanel):
    """Steps by quarter: one line for each step, one column for each quarter."""

    code = "flow"
    empty: ClassVar[str] = NOTHING

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """The latest quarters that there is room for."""
        if not page.flow:
            return
        longest = max(len(words.head(name)) for name in FLOW) + 1
        names = max(_NAMES, min(longest, width // 3))
        shown = page.flow[-max(1, min(_MOST, (width - names) // _QUARTER)) :]
        spare = width - names - len(shown) * _QUARTER
        rows = []
        for name in FLOW:
            drawn = points([0, *(line.cells[name].count for line in page.flow[-12:])], 13)[1:]
            label = word(words.head(name))
            if spare >= _SPARK and len(page.flow) > 1:
                label = run(padded(label, names), word(drawn, TONES.get(name, "$quiet")))
            rows.append(Row(label, [line.cells[name] for line in shown]))
        heads = [words.quarter_head(line.name) for line in shown]
        Table("flow", heads, [""] * len(shown), rows).lay(sheet, width)


class FunnelPanel(InsightPanel):
    """How far ideas came: bars for all, a table by who had the idea."""

    code = "funnel"
    empty: ClassVar[str] = NOTHING

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """Bars, then the table."""
        if page.is_empty:
            return
        everybody, *by = page.funnel
        most = max(1, *(cell.count for cell in everybody.cells.values()))
        room = max(4, width - 12 - len(str(most)) - 2)
        for name, cell in everybody.cells.items():
            drawn = word(eighths(cell.count / most, room), TONES.get(name, "$running"))
            told = run(padded(word(words.head(name)), 11), drawn, f" {cell.count}")
            sheet.add(padded(told, width), door(cell, "funnel"))
        if by:
            sheet.lines.append(padded(word(""), width))
            _table("funnel", by, sheet, width)


class TasksPanel(InsightPanel):
    """Core tasks and how what was tried on them ended."""

    code = "tasks"
    empty: ClassVar[str] = N_(
        "No core tasks yet. A workplace and its core tasks are made with your first plan."
    )

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """One line for each core task, those never touched too."""
        if not page.tasks:
            return
        heads, tones = _heads(page.tasks[0])
        codes = {line.place or "" for line in page.tasks}
        wide = max(map(len, codes)) + 1 if len(codes) > 1 else 0
        rows = [Row(_task(line, wide), [*line.cells.values()]) for line in page.tasks]
        Table("tasks", heads, tones, rows).lay(sheet, width)


class HallmarksPanel(InsightPanel):
    """The five hallmarks and how what taught about them ended."""

    code = "hallmarks"
    empty: ClassVar[str] = NOTHING

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """Always all five."""
        if not page.is_empty:
            _table("hallmarks", page.hallmarks, sheet, width)


class PredictionsPanel(InsightPanel):
    """How right the team was beforehand."""

    code = "predictions"
    empty: ClassVar[str] = N_(
        "No result yet. What you believed beforehand is held against it here."
    )

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """One line for each kind of prediction."""
        if not any(line.total for line in page.predictions):
            return
        for line in page.predictions:
            sheet.lines.append(padded(word(words.row_name(line.name), "bold"), width))
            most = max(1, line.total)
            for name, cell in line.cells.items():
                if not cell.count and name in {"partly", "inconclusive"}:
                    continue
                drawn = eighths(cell.count / most, max(4, width - 24))
                told = run(padded(word(f"  {words.head(name)}"), 17), word(drawn, "$running"))
                told = run(padded(told, width - 5), f"{cell.count:>4}")
                sheet.add(padded(told, width), door(cell, "predictions"))


def _table(code: str, lines: list[Line], sheet: Sheet, width: int) -> None:
    """*lines* of our own names as a table."""
    heads, tones = _heads(lines[0])
    rows = [Row(word(words.row_name(line.name)), [*line.cells.values()]) for line in lines]
    Table(code, heads, tones, rows).lay(sheet, width)


def _heads(line: Line) -> tuple[list[str], list[str]]:
    """The headings and colours of the columns of *line*."""
    return (
        [words.head(name, short=name in BRIEF) for name in line.cells],
        [TONES.get(name, "") for name in line.cells],
    )


def _task(line: Line, wide: int) -> Content:
    """A core task behind its workplace's code, *wide* cells; quiet where nothing was tried."""
    if not line.name:
        return word(words.row_name("no_core_task"), "$quiet")
    code = padded(said(line.place or "", "$quiet"), wide)
    return run(code, said(line.name, "" if line.total else "$quiet"))
