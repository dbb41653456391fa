"""A panel of Insights: numbers that are doors, and a definition behind each."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Region

from explog.domain.insights.definitions import title
from explog.tui.filters import Filter
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import padded, run, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from explog.domain.insights.all_insights import Cell, Insights
    from explog.tui.glance import Glance

LEAST = 14
"""Cells that the names of a table keep, where they need them."""

NARROWEST = 4
"""Cells that a column of numbers keeps."""


class InsightPanel(Panel):
    """What ``Insights`` say of one thing."""

    code = ""
    """What it is about, of ``insight_definitions``."""

    def __init__(self) -> None:
        """Begin without numbers."""
        super().__init__()
        self.page: Insights | None = None

    def tell(self, page: Insights, glance: Glance) -> None:
        """Show what *page* has for this panel."""
        self.page = page
        self.show(glance)

    def title_of(self, glance: Glance) -> str:  # noqa: ARG002 - as every panel
        """What it is about."""
        return title(self.code)

    def draw(self, glance: Glance, width: int) -> Sheet:  # noqa: ARG002 - as every panel
        """Its numbers."""
        sheet = Sheet()
        if self.page is not None:
            self.lay(sheet, self.page, width)
        return sheet

    @abstractmethod
    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """Put the numbers of *page* on *sheet*, *width* cells wide."""


def door(cell: Cell, code: str) -> Door:
    """The door behind *cell*, the number *code*; it leads nowhere where nothing was counted."""
    if cell.query is None or not cell.count:
        return Door(defines=code)
    return Door(filter=Filter(title(code), cell.query), defines=code)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: Content
    cells: Sequence[Cell]
    tones: Sequence[str] = ()
    """Its own colours instead of the table's."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose numbers are doors."""

    code: str
    """What its numbers are."""
    heads: Sequence[str]
    """Each breaks at its ends of line, where it has any, else at its spaces."""
    tones: Sequence[str]
    """The colour of each column's numbers."""
    rows: Sequence[Row]

    def lay(self, sheet: Sheet, width: int) -> None:
        """Put it on *sheet*, names to the left; they give way to the numbers."""
        longest = max((row.name.cell_length for row in self.rows), default=0)
        columns = self._columns(width - min(LEAST, longest))
        names = min(width - sum(columns) - len(columns), longest)
        self._lay_heads(sheet, names, columns, width)
        for row in self.rows:
            self._lay_row(sheet, row, names, columns, width)

    def _columns(self, room: int) -> list[int]:
        """The width of each column; where *room* is short the widest headings give way."""
        columns = [self._wide(n) for n in range(len(self.heads))]
        while sum(columns) + len(columns) > room and max(columns) > NARROWEST:
            columns[columns.index(max(columns))] -= 1
        return columns

    def _wide(self, column: int) -> int:
        """The cells of a column: its longest word or number."""
        words = [len(one) for one in _lines(self.heads[column])]
        return max([3, *words, *(len(str(row.cells[column].count)) for row in self.rows)])

    def _lay_heads(self, sheet: Sheet, names: int, columns: Sequence[int], width: int) -> None:
        """The headings, on as many lines as the longest one has words."""
        broken = [_lines(head) for head in self.heads]
        height = max(map(len, broken), default=1)
        for n in range(height):
            parts = [" " * names]
            for words, wide in zip(broken, columns, strict=True):
                at = n - (height - len(words))
                told = words[at] if at >= 0 else ""
                parts.append(f" {told if len(told) <= wide else told[: wide - 1] + '.':>{wide}}")
            sheet.lines.append(padded(word("".join(parts), "$quiet"), width))

    def _lay_row(
        self, sheet: Sheet, row: Row, names: int, columns: Sequence[int], width: int
    ) -> None:
        """A name and its numbers, each a door."""
        parts: list[Content | str] = [padded(row.name, names)]
        tones = row.tones or self.tones
        at = names
        for n, (cell, wide) in enumerate(zip(row.cells, columns, strict=True)):
            told = f"{cell.count:>{wide}}"
            parts.extend((" ", word(told, tones[n] if cell.count else "$quiet")))
            if at + 1 + wide <= width:
                region = Region(at + 1, len(sheet.lines), wide, 1)
                sheet.spots.append(Spot(door(cell, self.code), region))
            at += 1 + wide
        sheet.lines.append(padded(run(*parts), width))


def _lines(head: str) -> list[str]:
    """The lines of a heading."""
    return head.split("\n") if "\n" in head else head.split()
