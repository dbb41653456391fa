"""How much room the middle of a box has, so that its head and its buttons are always in sight."""

from __future__ import annotations

ROOMY = 84
"""From this many columns on, a box has a rim around it and is only as high as it must be."""

WIDTHS = [(0, "-narrow"), (ROOMY, "-wide")]
"""The same as classes of a screen."""

BROAD = 100
"""From this many columns on, what was tried before stands beside a form, below it otherwise."""

AROUND = 8
"""The lines of a box with a rim that are not its middle."""


def most_lines(width: int, height: int, more: int = 0) -> int | None:
    """The most lines the middle of a box may have; None without a rim, where it takes what is left.

    Args:
        width: Columns of the screen.
        height: Lines of the screen.
        more: Lines that stand outside the middle just now.
    """
    return max(3, height - AROUND - more) if width >= ROOMY else None
