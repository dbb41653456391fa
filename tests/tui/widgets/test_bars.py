"""Bars, points and fractions."""

from __future__ import annotations

import pytest

from explog.tui.widgets.bars import bar, fraction, points


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, "    "), (0.5, "██  "), (0.62, "██▌ "), (1, "████"), (7, "████"), (-1, "    ")],
)
def test_a_bar_is_filled_to_its_share_and_never_beyond(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


def test_points_reach_from_the_lowest_to_the_highest() -> None:
    assert points([1, 8], 5) == "▁█"
    assert points([3, 1, 2, 3, 4, 5, 6, 7, 8], 8) == "▁▂▃▄▅▆▇█"
    assert points([4, 4], 5) == "▁▁"
    assert points([], 5) == ""
    assert points([1, 2], 0) == ""


@pytest.mark.parametrize(
    ("part", "whole", "drawn"),
    [(4, 7, "▰▰▰▰▱▱▱"), (4, 14, "▰▰▰▱▱▱▱▱▱"), (0, 3, "▱▱▱"), (5, 3, "▰▰▰"), (1, 0, "")],
)
def test_a_fraction_has_a_mark_for_each_place_while_there_is_room(
    part: int, whole: int, drawn: str
) -> None:
    assert fraction(part, whole, 9) == drawn
