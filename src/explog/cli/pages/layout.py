"""A page of lines: headings, wrapped text, pairs of a label and what it says; all harmless."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.cli.marks import word
from explog.cli.output import paint, width
from explog.cli.table import Cell, laid_out
from explog.cli.width import cells, pad, wrapped
from explog.domain.moments import parse_moment, shown_day
from explog.domain.numbers import shown_number
from explog.domain.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDEST = 100
"""Running text is no wider than this on a wide terminal."""

LEAST = 28
"""How narrow the flexible column of a table becomes before another one goes."""

INDENT = "  "


class Page:
    """Lines in the making."""

    def __init__(self, cells_wide: int | None = None) -> None:
        """Begin an empty page, as wide as standard output by default."""
        self.width = cells_wide or width()
        self.lines: list[str] = []

    def heading(self, title: str) -> None:
        """An empty line, unless it comes first, and a heading."""
        if self.lines:
            self.lines.append("")
        self.text(title, indent="", style="bold")

    def text(self, text: str, *, indent: str = INDENT, style: str = "") -> None:
        """*text* wrapped; nothing for an empty one."""
        room = min(self.width, WIDEST) - cells(indent)
        self.lines.extend(indent + paint(line, style) for line in wrapped(safe(text), room))

    def marked(self, sign: str, text: str, *, indent: str = INDENT, style: str = "") -> None:
        """*text* wrapped after a coloured *sign*, its further lines below its first one."""
        hanging = " " * (cells(sign) + 1)
        room = min(self.width, WIDEST) - cells(indent) - len(hanging)
        for place, line in enumerate(wrapped(safe(text), room)):
            self.lines.append(indent + (hanging if place else paint(sign, style) + " ") + line)

    def pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Labels and what they say in two columns; pairs that say nothing are left out."""
        told = [(safe(label), safe(text)) for label, text in pairs if text]
        if not told:
            return
        widest = min(max(cells(label) for label, _text in told), self.width * 2 // 5)
        room = min(self.width, WIDEST) - len(INDENT) - widest - 2
        for label, text in told:
            for place, line in enumerate(wrapped(text, room)):
                shown = " " * widest if place else paint(pad(label, widest), "dim")
                self.lines.append(f"{INDENT}{shown}  {line}")

    def table(
        self, rows: Sequence[Sequence[Cell]], *, flexible: int, dropped: Sequence[int] = ()
    ) -> None:
        """*rows* in columns."""
        room = self.width - len(INDENT)
        lines = laid_out(rows, room, flexible=flexible, least=LEAST, dropped=dropped)
        self.lines.extend(INDENT + line for line in lines)


def day(iso: str | None) -> str:
    """*iso*, a day or a minute, as people write it; empty for None."""
    if not iso:
        return ""
    moment = parse_moment(iso)
    if type(moment) is date:
        return shown_day(moment)
    return f"{shown_day(moment)} {moment:%H:%M}"


def number(value: float | None, unit: str | None = None) -> str:
    """*value* with its *unit*; empty for None."""
    if value is None:
        return ""
    return f"{shown_number(value)} {unit}" if unit else shown_number(value)


def joined(*parts: str | None) -> str:
    """*parts* that say something, with a dot between."""
    return " · ".join(part for part in parts if part)


def criterion(comparator: str | None, bound: float | None, unit: str | None) -> str:
    """``at most 3 minutes``; empty where none was set."""
    if comparator is None or bound is None:
        return ""
    return f"{word('Comparator', comparator)} {number(bound, unit)}"
