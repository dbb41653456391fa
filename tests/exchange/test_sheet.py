"""Experiments as a table: the heads of the JSON row, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest

from explog.errors import InvalidError
from explog.exchange.sheet import MARK, lines
from tests.tui.fake import row


def _table(*rows: object, delimiter: str = ",") -> list[list[str]]:
    """What a spreadsheet reads."""
    text = "".join(lines(rows, delimiter))  # type: ignore[arg-type] # rows, whatever is in them
    assert text.startswith(MARK)
    return [*csv.reader(text.removeprefix(MARK).splitlines(), delimiter=delimiter)]


def test_a_row_is_that_of_the_json_with_nothing_where_nothing_is_known() -> None:
    one = replace(row("AMB-01", 'A "small"; thing, now'), tags=("a", "b"))
    for delimiter in ",;":
        head, told = _table(one, delimiter=delimiter)
        assert head == [*one.as_json()]
        assert told[head.index("state")] == "idea"
        assert told[head.index("frame_verdict")] == told[head.index("attention")] == ""
        assert told[head.index("lessons")] == "0"
        assert told[head.index("title")] == one.title
        assert told[head.index("tags")] == "a, b"


@pytest.mark.parametrize("title", ["=1+1", "@SUM(A1)", "+1", "-1", "=cmd|' /C calc'!A0"])
def test_what_would_be_a_formula_is_text(title: str) -> None:
    head, told = _table(row("AMB-01", title))
    assert told[head.index("title")] == f"'{title}"


def test_a_person_number_is_not_given_out() -> None:
    with pytest.raises(InvalidError):
        [*lines([row("AMB-01", f"om {10190:06d}-{1234}")])]
