"""Experiments as a table for a spreadsheet: the row of ``list --json``, one a line. Pure.

What a spreadsheet would run as a formula is written as text.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from explog.errors import InvalidError
from explog.exchange.guarding import is_clean, problems_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explog.domain.record.rows import ExperimentRow

MARK = "\ufeff"
"""By this a spreadsheet knows that the file is UTF-8."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(rows: Iterable[ExperimentRow], delimiter: str = ",") -> Iterator[str]:
    """The heads, which are those of the JSON, then one line for each of *rows*.

    Args:
        rows: In the order they are written in.
        delimiter: A comma; a semicolon where spreadsheets speak Danish.

    Raises:
        InvalidError: When a person number is found in a text; it is not given out.
    """
    has_head = False
    for row in rows:
        told = row.as_json()
        if not is_clean(told):
            raise InvalidError([*problems_in(told, row.key)])
        if not has_head:
            has_head = True
            yield MARK + _line(told, delimiter)
        yield _line([_cell(value) for value in told.values()], delimiter)


def _line(cells: Iterable[str], delimiter: str) -> str:
    """One line with its end."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerow(cells)
    return text.getvalue()


def _cell(value: object) -> str:
    """*value* as it stands in a cell."""
    if value is None:
        return ""
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text
