"""Pieces of text and lines made of them. Everything a person wrote goes through ``said``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from explog.domain.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 2
"""Cells between two columns."""

EMPTY = Content("")


def said(text: str, style: str = "") -> Content:
    """What a person wrote, literal and harmless."""
    return Content.styled(safe(text), style)


def word(text: str, style: str = "") -> Content:
    """A word of ours, never read as markup."""
    return Content.styled(text, style)


def capital(text: str) -> str:
    """*text* with a capital at its beginning; the rest stays (MED is MED)."""
    return text[:1].upper() + text[1:]


def run(*parts: Content | str) -> Content:
    """*parts* after each other."""
    return Content.assemble(*parts)


def wrapped(text: str, width: int, most: int) -> list[Content]:
    """*text* from a person in at most *most* lines of *width* cells; an ellipsis says it is cut."""
    lines = said(text).wrap(max(1, width))
    if len(lines) <= most:
        return lines
    last = lines[most - 1].plain.rstrip()
    return [*lines[: most - 1], Content(f"{last} …").truncate(width, ellipsis=True)]


@dataclass(frozen=True, slots=True)
class Column:
    """How one column of a table behaves when there is little or much room."""

    grow: int = 0
    """Its share of what is left; 0: as wide as its widest cell."""
    least: int = 0
    """A growing column's smallest useful width."""
    goes: int = 0
    """The order in which columns go when there is no room, the highest first; 0 stays."""
    is_right: bool = False
    """Whether its cells end under each other."""
    gap: int = GAP
    """Cells before it."""


def table(
    rows: Sequence[Sequence[Content]], columns: Sequence[Column], width: int
) -> list[Content]:
    """*rows* under each other in *columns*, each line exactly *width* cells."""
    wide = _widths(rows, columns, width)
    return [_line(row, columns, wide, width) for row in rows]


def _widths(rows: Sequence[Sequence[Content]], columns: Sequence[Column], width: int) -> list[int]:
    """The width of each column; 0 where it is left out."""
    natural = [max((row[n].cell_length for row in rows), default=0) for n in range(len(columns))]
    kept = [n for n in range(len(columns)) if natural[n]]
    while (room := _room(kept, columns, natural, width)) < 0:
        leaving = max(kept, key=lambda n: columns[n].goes)
        if not columns[leaving].goes:
            break
        kept.remove(leaving)
    wide = [natural[n] if n in kept and not columns[n].grow else 0 for n in range(len(columns))]
    growing = [n for n in kept if columns[n].grow]
    left = max(0, room + sum(min(columns[n].least, natural[n]) for n in growing))
    for n in sorted(growing, key=lambda n: natural[n] / columns[n].grow):
        share = left * columns[n].grow // sum(columns[m].grow for m in growing)
        wide[n] = min(natural[n], share)
        left -= wide[n]
        growing = [m for m in growing if m != n]
    return wide


def _room(
    kept: Sequence[int], columns: Sequence[Column], natural: Sequence[int], width: int
) -> int:
    """What is left of *width* when every kept column has the least it needs."""
    needed = sum(min(columns[n].least, natural[n]) if columns[n].grow else natural[n] for n in kept)
    return width - needed - sum(columns[n].gap for n in kept[1:])


def _line(
    row: Sequence[Content], columns: Sequence[Column], wide: Sequence[int], width: int
) -> Content:
    """One line of the table; what is left over stands before the right-aligned columns."""
    cells = [(n, row[n].truncate(wide[n], ellipsis=True)) for n in range(len(columns)) if wide[n]]
    spare = width - sum(wide) - sum(columns[n].gap for n, _cell in cells[1:])
    parts: list[Content | str] = []
    for place, (n, cell) in enumerate(cells):
        if place:
            parts.append(" " * columns[n].gap)
        blank = " " * (wide[n] - cell.cell_length)
        if (
            columns[n].is_right
            and spare > 0
            and all(columns[m].is_right for m, _cell in cells[place:])
        ):
            blank, spare = blank + " " * spare, 0
        parts.extend((blank, cell) if columns[n].is_right else (cell, blank))
    return padded(run(*parts), width)


def padded(line: Content, width: int) -> Content:
    """*line* cut or filled to exactly *width* cells."""
    return line.truncate(width, ellipsis=True, pad=True)


def ends(left: Content, right: Content, width: int) -> Content:
    """*left* and *right* at the two ends of a line; the left one gives way."""
    room = width - right.cell_length - (GAP if right.cell_length else 0)
    if room <= 0:
        return padded(left, width)
    first = left.truncate(room, ellipsis=True)
    return padded(run(first, " " * (width - first.cell_length - right.cell_length), right), width)
