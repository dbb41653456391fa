"""Rows in aligned columns that fit a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from explog.cli.output import paint
from explog.cli.width import cells, pad
from explog.domain.safe import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = "  "


class Cell(NamedTuple):
    """One cell: what it says, made harmless when laid out, and its colour."""

    text: str
    style: str = ""


def laid_out(
    rows: Sequence[Sequence[Cell]],
    width: int,
    *,
    flexible: int,
    least: int = 16,
    dropped: Sequence[int] = (),
) -> list[str]:
    """*rows* as lines of at most *width* cells.

    Args:
        rows: All of the same length.
        width: Cells a line may take.
        flexible: The column that gives way when it gets narrow.
        least: How narrow it may become before a whole column goes.
        dropped: The columns that may go, the first one first.
    """
    if not rows:
        return []
    plain = [[Cell(safe(cell.text), cell.style) for cell in row] for row in rows]
    natural = [max(cells(row[place].text) for row in plain) for place in range(len(plain[0]))]
    shown = [place for place, size in enumerate(natural) if size]
    going = [place for place in dropped if place in shown]
    while going and _room(natural, shown, flexible, width) < min(least, natural[flexible]):
        shown.remove(going.pop(0))
    natural[flexible] = max(min(natural[flexible], _room(natural, shown, flexible, width)), 1)
    _squeeze(natural, shown, width)
    return [_line(row, natural, shown) for row in plain]


def _squeeze(sizes: list[int], shown: Sequence[int], width: int) -> None:
    """Narrow the widest columns until a line fits; the flexible one has given what it can."""
    while (over := _whole(sizes, shown) - width) > 0:
        widest = max(shown, key=lambda place: sizes[place])
        if sizes[widest] == 1:
            return
        sizes[widest] = max(sizes[widest] - over, sizes[widest] // 2, 1)


def _whole(sizes: Sequence[int], shown: Sequence[int]) -> int:
    """The cells of a line."""
    return sum(sizes[place] for place in shown) + len(GAP) * (len(shown) - 1)


def _room(sizes: Sequence[int], shown: Sequence[int], flexible: int, width: int) -> int:
    """The cells that are left for the *flexible* column."""
    return (
        width
        - sum(sizes[place] for place in shown if place != flexible)
        - len(GAP) * (len(shown) - 1)
    )


def _line(row: Sequence[Cell], sizes: Sequence[int], shown: Sequence[int]) -> str:
    """One line, without spaces at its end."""
    padded = [(pad(row[place].text, sizes[place]), row[place].style) for place in shown]
    while padded and not padded[-1][0].strip():
        padded.pop()
    if padded:
        padded[-1] = (padded[-1][0].rstrip(), padded[-1][1])
    return GAP.join(_painted(text, style) for text, style in padded)


def _painted(text: str, style: str) -> str:
    """*text* in *style*, its padding left plain."""
    bare = text.rstrip()
    return paint(bare, style) + text[len(bare) :]
