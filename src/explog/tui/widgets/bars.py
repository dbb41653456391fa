"""Small pictures made of block characters: a bar, a line of points, a fraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEIGHTS = "▁▂▃▄▅▆▇█"


def bar(share: float, width: int) -> str:
    """A bar of *width* cells, filled to *share* (0 to 1) in halves of a cell."""
    full, half = divmod(round(min(1.0, max(0.0, share)) * width * 2), 2)
    return ("█" * full + "▌" * half).ljust(width)


def points(values: Sequence[float], most: int) -> str:
    """The last *most* of *values* as heights in eighths, from the smallest to the largest."""
    shown = values[-most:] if most > 0 else []
    if not shown:
        return ""
    low, high = min(shown), max(shown)
    reach = (high - low) or 1
    return "".join(_HEIGHTS[round((value - low) / reach * 7)] for value in shown)


def fraction(part: int, whole: int, most: int) -> str:
    """*part* of *whole* as filled and empty marks, one each while there are at most *most*."""
    marks = min(whole, most)
    if marks <= 0:
        return ""
    filled = part if whole <= most else round(part / whole * marks)
    filled = max(0, min(marks, filled))
    return "▰" * filled + "▱" * (marks - filled)


def eighths(share: float, width: int) -> str:
    """A bar of *width* cells, filled to *share* (0 to 1) in eighths; at least one for something."""
    cells = round(min(1.0, max(0.0, share)) * width * 8)
    full, part = divmod(max(cells, 1) if share > 0 else 0, 8)
    return ("█" * full + ("▏▎▍▌▋▊▉"[part - 1] if part else "")).ljust(width)
