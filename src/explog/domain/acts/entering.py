"""Observations as people enter them: several values in a row, rows of a spreadsheet, a CSV file.

Each row is read alone, and every problem is told with its line. Nothing is looked up and nothing
is written here.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from typing import TYPE_CHECKING

from explog.domain.moments import said_day, shown_day
from explog.domain.naming.vocabulary_learning import Frequency
from explog.domain.numbers import said_number
from explog.domain.relative_days import months_on
from explog.domain.storable import storable
from explog.errors import Problem
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST = 10_000
"""Rows that are read at most: a value every day for 27 years."""

NOTE_LENGTH = 200
REPEATED = 40
"""Characters of a wrong cell that are repeated at most."""

GAPS = frozenset({".", "–"})
"""What stands for a day without a measurement among values in a row."""

NAMES = {
    "date": {"date", "day", "week", "dato", "dag", "uge"},
    "value": {"value", "værdi", "vaerdi", "måling", "maaling", "measurement", "tal", "number"},
    "n": {"n", "antal", "out of", "ud af", "nævner", "denominator", "total"},
    "note": {"note", "notes", "bemærkning", "bemaerkning", "kommentar", "comment"},
}
"""Column → what its heading may be called, in either language."""

ORDER = ("date", "value", "n", "note")
"""The columns where no heading says otherwise."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One observation that was read."""

    day: date
    value: float | int
    n: int | None = None
    note: str | None = None


@dataclass(slots=True)
class Entered:
    """What was read of several rows."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    """Each with its line, as a person counts them."""


def read_cells(cells: Mapping[str, str], today: date) -> tuple[Entry | None, dict[str, str]]:
    """One row, and what is wrong with each of its *cells*, by column; None where something is."""
    wrong: dict[str, str] = {}
    day = _day(cells.get("date", ""), today, wrong)
    value = _value(cells.get("value", ""), wrong)
    n = _n(cells.get("n", ""), wrong)
    note = cells.get("note", "").strip()
    try:
        storable(note)
    except ValueError as error:
        wrong["note"] = str(error)
    if len(note) > NOTE_LENGTH:
        said = _("at most {limit} characters fit; these are {n}")
        wrong["note"] = said.format(n=len(note), limit=NOTE_LENGTH)
    if wrong or day is None or value is None:
        return None, wrong
    return Entry(day, value, n, note or None), wrong


def _day(typed: str, today: date, wrong: dict[str, str]) -> date | None:
    """The day of a row, not in the future."""
    if not typed.strip():
        wrong["date"] = _("the day is missing")
        return None
    try:
        day = said_day(storable(typed.strip()), today)
    except ValueError as error:
        wrong["date"] = str(error)
        return None
    if day > today:
        said = _("{day} lies in the future; write it down on the day")
        wrong["date"] = said.format(day=shown_day(day))
        return None
    return day


def _value(typed: str, wrong: dict[str, str]) -> float | int | None:
    """The value of a row."""
    if not typed.strip():
        wrong["value"] = _("the value is missing")
        return None
    try:
        return said_number(storable(typed.strip()))
    except ValueError as error:
        wrong["value"] = str(error)
        return None


def _n(typed: str, wrong: dict[str, str]) -> int | None:
    """The denominator of a row; None for none."""
    if not typed.strip():
        return None
    try:
        n = said_number(storable(typed.strip()))
    except ValueError as error:
        wrong["n"] = str(error)
        return None
    if isinstance(n, float) or n < 0:
        wrong["n"] = _("a whole number from 0, please")
        return None
    return n


def days_from(start: date, every: Frequency, count: int) -> list[date]:
    """*count* days from *start* on, as often as *every* says; a month later is the same day of it.

    The last day of a shorter month stands in for one that it does not have.
    """
    if every is Frequency.MONTH:
        return [months_on(start, n) for n in range(count)]
    return [start + timedelta(days=(every.days or 1) * n) for n in range(count)]


def in_a_row(
    values: Sequence[str], start: str, every: Frequency, today: date, n: str = ""
) -> Entered:
    """*values* one after the other from *start* on; a point or a dash leaves its day out."""
    read = Entered()
    try:
        first = said_day(start, today)
    except ValueError as error:
        read.problems.append(Problem("--from", str(error)))
        return read
    for place, (day, typed) in enumerate(
        zip(days_from(first, every, len(values)), values, strict=True), 1
    ):
        if typed.strip() in GAPS:
            continue
        row = {"date": day.isoformat(), "value": typed, "n": n}
        _take(read, row, today, _("value {n}").format(n=place))
    return read


def from_csv(text: str, today: date) -> Entered:
    """The rows of *text*: comma, semicolon or tab between the cells, with a heading or without.

    Columns are known by their heading; without one they are date, value, n and note.
    """
    read = Entered()
    rows = [
        (number, row)
        for number, row in _rows(text.removeprefix("\ufeff"))
        if any(cell.strip() for cell in row)
    ]
    if len(rows) > MOST:
        said = _("{n} rows; at most {most} are read at once")
        read.problems.append(Problem("", said.format(n=len(rows), most=MOST)))
        return read
    columns: Sequence[str] = ORDER
    if rows and (named := heading(rows[0][1])):
        columns, rows = named, rows[1:]
    for number, row in rows:
        line = _("line {n}").format(n=number)
        if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
            said = _("{n} columns; {most} are read: {names}")
            names = ", ".join(ORDER)
            read.problems.append(
                Problem(line, said.format(n=len(row), most=len(columns), names=names))
            )
            continue
        cells = {name: cell for name, cell in zip(columns, row, strict=False) if name}
        _take(read, cells, today, line)
    if not read.entries and not read.problems:
        read.problems.append(Problem("", _("There is nothing in it.")))
    return read


def _rows(text: str) -> Iterable[tuple[int, list[str]]]:
    """The rows of *text*, each with the number of the line it begins on."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator(text))
    begun = 1
    for row in reader:
        yield begun, row
        begun = reader.line_num + 1


def separator(text: str) -> str:
    """What stands between the cells of *text*: a tab, else a semicolon, else a comma."""
    first = "\n".join(text.splitlines()[:5])
    bare = re.sub(r'"[^"]*"', "", first)
    return next((sign for sign in "\t;" if sign in bare), ",")


def heading(row: Sequence[str]) -> list[str]:
    """The column each cell of *row* names, empty for one that is not read.

    An empty list where *row* is no heading: a heading names the value's column.
    """
    named = []
    for cell in row:
        said = cell.strip().casefold()
        named.append(next((name for name, words in NAMES.items() if said in words), ""))
    return named if "value" in named else []


def _repeated(typed: str, said: str) -> str:
    """What is *said* of a cell, after what was *typed* there; a long text only begins."""
    typed = " ".join(typed.split())
    if not typed or typed in said:
        return said
    start = typed if len(typed) <= REPEATED else f"{typed[: REPEATED - 1]}…"
    return _("“{typed}”: {said}").format(typed=start, said=said)


def _take(read: Entered, cells: Mapping[str, str], today: date, line: str) -> None:
    """Read one row into *read*; a day that came before is a problem."""
    entry, wrong = read_cells(cells, today)
    for column, said in wrong.items():
        read.problems.append(Problem(line, _repeated(cells.get(column, ""), said)))
    if entry is None:
        return
    if any(other.day == entry.day for other in read.entries):
        said = _("{day} stands there twice").format(day=shown_day(entry.day))
        read.problems.append(Problem(line, said))
        return
    read.entries.append(entry)
