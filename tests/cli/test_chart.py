from __future__ import annotations

import pytest

from explog.cli.chart import bar, spark


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([], ""),
        ([3], "▄"),
        ([2, 2, 2], "▄▄▄"),
        ([0, 7], "▁█"),
        ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
    ],
)
def test_a_line_of_blocks_runs_from_the_lowest_to_the_highest(
    values: list[float], shown: str
) -> None:
    assert spark(values) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (4, 7, "▰▰▰▰▱▱▱"),
        (0, 3, "▱▱▱"),
        (3, 3, "▰▰▰"),
        (1, 100, "▰▱▱▱▱▱▱▱▱▱▱▱▱▱"),
        (99, 100, "▰▰▰▰▰▰▰▰▰▰▰▰▰▱"),
        (9, 3, "▰▰▰"),
        (1, 0, ""),
    ],
)
def test_a_bar_is_never_full_before_all_are_there(part: int, whole: int, shown: str) -> None:
    assert bar(part, whole) == shown
