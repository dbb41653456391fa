"""A line of eighth blocks for a handful of numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BLOCKS = "▁▂▃▄▅▆▇█"


def spark(values: Sequence[float]) -> str:
    """One block for each of *values*, from ▁ to █; all alike stand in the middle."""
    if not values:
        return ""
    low, high = min(values), max(values)
    if low == high:
        return BLOCKS[3] * len(values)
    steps = len(BLOCKS) - 1
    return "".join(BLOCKS[round((value - low) / (high - low) * steps)] for value in values)


def bar(part: int, whole: int, most: int = 14) -> str:
    """*part* of *whole* as ▰▰▱▱, scaled down above *most*; what is there shows at least once."""
    if whole <= 0:
        return ""
    length = min(whole, most)
    filled = min(round(part / whole * length), length)
    if part > 0:
        filled = max(filled, 1)
    if part < whole:
        filled = min(filled, length - 1)
    return "▰" * filled + "▱" * (length - filled)
