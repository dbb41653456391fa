from __future__ import annotations

import pytest

from explog.cli.table import Cell, laid_out
from explog.cli.width import cells

ROWS = [
    [Cell("▶", "blue"), Cell("AMB-01"), Cell("A rather long title of a test"), Cell("running")],
    [Cell("○"), Cell("BØR-02"), Cell("Short"), Cell("idea")],
]


def test_columns_line_up_and_lines_have_no_space_at_their_end() -> None:
    assert laid_out(ROWS, 80, flexible=2) == [
        "▶  AMB-01  A rather long title of a test  running",
        "○  BØR-02  Short                          idea",
    ]


@pytest.mark.parametrize("width", [60, 40, 30, 24])
def test_the_flexible_column_gives_way_first(width: int) -> None:
    shown = laid_out(ROWS, width, flexible=2)
    assert all(cells(line) <= width for line in shown)
    assert "running" in shown[0]


def test_a_column_goes_when_the_flexible_one_would_get_too_narrow() -> None:
    shown = laid_out(ROWS, 34, flexible=2, least=20, dropped=(3,))
    assert shown == ["▶  AMB-01  A rather long title of…", "○  BØR-02  Short"]


def test_a_column_in_which_nothing_stands_takes_no_room() -> None:
    assert laid_out([[Cell("a"), Cell(""), Cell("b")]], 20, flexible=0) == ["a  b"]


def test_no_rows_are_no_lines() -> None:
    assert laid_out([], 20, flexible=0) == []


def test_what_a_terminal_would_obey_is_replaced() -> None:
    (line,) = laid_out([[Cell("a\x1b]52;c;aGk=\x07b\nc")]], 40, flexible=0)
    assert line == "a�]52;c;aGk=�b c"
