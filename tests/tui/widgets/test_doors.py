"""Moving from door to door with the arrows."""

from __future__ import annotations

import pytest
from textual.geometry import Region

from explog.tui.widgets.doors import nearest

GRID = [Region(x, y, 8, 1) for y in (0, 1, 5) for x in (0, 10, 20)]
"""Three by three; the last line lies further down."""


@pytest.mark.parametrize(
    ("here", "direction", "there"),
    [
        (4, "up", 1),
        (4, "down", 7),
        (4, "left", 3),
        (4, "right", 5),
        (0, "up", None),
        (8, "right", None),
    ],
)
def test_a_step_goes_to_what_lies_straight_ahead(
    here: int, direction: str, there: int | None
) -> None:
    assert nearest(GRID[here], GRID, direction) == there


def test_a_step_aside_prefers_the_same_line_and_takes_another_where_there_is_none() -> None:
    left, right = Region(0, 4, 8, 1), [Region(20, 0, 8, 3), Region(30, 4, 8, 1)]
    assert nearest(left, right, "right") == 1
    assert nearest(left, right[:1], "right") == 0


def test_there_is_nowhere_to_go_alone() -> None:
    assert nearest(GRID[0], [GRID[0]], "down") is None
