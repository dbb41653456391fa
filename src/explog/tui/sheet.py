"""A sheet of observations while it is typed: cells, pasting, what is wrong, what it changes.

Nothing is written here. No Textual.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explog.domain.acts.entering import ORDER, days_from, heading, read_cells, separator
from explog.domain.moments import said_day, shown_day
from explog.domain.naming.vocabulary_learning import Frequency
from explog.journal.observing import Sheet
from explog.locale import _
from explog.tui.heard import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from explog.domain.acts.entering import Entry
    from explog.domain.record.evidence import Measure, Observation

MOST_PASTED = 10_000
"""Rows that one paste brings at most."""


@dataclass(slots=True)
class Row:
    """One row: what its cells say, and the observation it began as."""

    cells: dict[str, str]
    """By column: ``date``, ``value``, ``n``, ``note``."""
    ident: str | None = None
    """The observation's id; None for a new one."""
    before: dict[str, str] = field(default_factory=dict)
    """Its cells as they are in the log."""
    is_removed: bool = False
    suggested: str = ""
    """The day that stands there, faint, while the cell is empty."""

    @property
    def is_blank(self) -> bool:
        """Whether nobody wrote anything."""
        return self.ident is None and not any(cell.strip() for cell in self.cells.values())

    @property
    def is_changed(self) -> bool:
        """Whether saving would change something."""
        if self.ident is None:
            return not self.is_blank and not self.is_removed
        return self.is_removed or self.cells != self.before

    def read(self, today: date) -> tuple[Entry | None, dict[str, str]]:
        """What it says, and what is wrong by column; the suggested day stands in for none."""
        cells = dict(self.cells)
        if not cells["date"].strip():
            cells["date"] = self.suggested
        return read_cells(cells, today)


class MeasureSheet:
    """The rows of one measure, oldest first, empty ones at the end."""

    def __init__(self, measure: Measure, taken: Sequence[Observation], today: date) -> None:
        """Begin with what was *taken* before."""
        self.measure = measure
        self.today = today
        mine = sorted((one for one in taken if one.measure == measure.id), key=lambda one: one.date)
        self.rows = [_row(one) for one in mine]
        self.tidy()

    @property
    def is_changed(self) -> bool:
        """Whether saving would change something."""
        return any(row.is_changed for row in self.rows)

    def tidy(self) -> None:
        """Keep an empty row at the end, and suggest a day in each row that has none."""
        if not self.rows or not self.rows[-1].is_blank:
            self.rows.append(Row(dict.fromkeys(ORDER, "")))
        while len(self.rows) > 1 and self.rows[-1].is_blank and self.rows[-2].is_blank:
            self.rows.pop()
        last: date | None = None
        for row in self.rows:
            row.suggested = "" if row.cells["date"].strip() else self._following(last)
            entry, wrong = row.read(self.today) if not row.is_removed else (None, {})
            if entry is not None and not wrong:
                last = entry.day
            elif not row.is_blank and row.suggested:
                last = _day_of(row.suggested, self.today) or last

    def _following(self, last: date | None) -> str:
        """The day after *last* by the measure's frequency, at the latest today."""
        if last is None:
            return written(self.today)
        every = self.measure.frequency
        is_due = every is not None and every is not Frequency.EVENT
        following = days_from(last, every, 2)[1] if every and is_due else self.today
        return written(min(following, self.today)) if min(following, self.today) > last else ""

    def put(self, row: int, column: str, text: str) -> None:
        """Write *text* into a cell; a day that is one is written as people write it."""
        cell = " ".join(text.split())
        if column in {"date", "value"} and (both := day_and_value(cell, self.today)):
            self.rows[row].cells["date"], self.rows[row].cells["value"] = both
            self.rows[row].is_removed = False
            self.tidy()
            return
        if column == "date" and cell:
            day = _day_of(cell, self.today)
            cell = written(day) if day is not None else cell
        self.rows[row].cells[column] = cell
        self.rows[row].is_removed = False
        self.tidy()

    def toggle(self, row: int) -> None:
        """Take the observation of *row* away, or back; a new row is emptied."""
        one = self.rows[row]
        if one.ident is None:
            self.rows[row] = Row(dict.fromkeys(ORDER, ""))
        else:
            one.is_removed = not one.is_removed
        self.tidy()

    def paste(self, row: int, column: str, text: str) -> int:
        """Lay a column, or several columns, from a cell on; the number of rows that were laid.

        A heading is left out. One column goes into *column*; several begin at it, or at the date
        where they would not fit beside each other.
        """
        laid = _table(text)
        if laid and (named := heading(laid[0])):
            columns, laid = named, laid[1:]
        else:
            widest = max((len(cells) for cells in laid), default=0)
            begin = ORDER.index(column)
            begin = begin if begin + widest <= len(ORDER) else 0
            begin = 0 if widest > 1 and _begins_with_days(laid, self.today) else begin
            columns = [*ORDER[begin : begin + widest]]
        for offset, cells in enumerate(laid[:MOST_PASTED]):
            while row + offset >= len(self.rows):
                self.rows.append(Row(dict.fromkeys(ORDER, "")))
            target = self.rows[row + offset]
            target.is_removed = False
            for name, cell in zip(columns, cells, strict=False):
                if name:
                    said = " ".join(cell.split())
                    day = _day_of(said, self.today) if name == "date" and said else None
                    target.cells[name] = written(day) if day is not None else said
            if target.ident is not None and "value" in columns and "n" not in columns[: len(cells)]:
                target.cells["n"] = ""  # how many it was out of goes with the value it replaces
        self._drop_gaps(row, len(laid), columns)
        self.tidy()
        return min(len(laid), MOST_PASTED)

    def _drop_gaps(self, row: int, count: int, columns: Sequence[str]) -> None:
        """Give the rows of a pasted column of values their days, so that a gap keeps its place.

        An empty cell in the middle is a day without a measurement: its row goes, the days after it
        stay where they are.
        """
        every = self.measure.frequency
        if "date" in columns or every is None or every is Frequency.EVENT:
            return
        if self.rows[row].cells["date"].strip():
            first = _day_of(self.rows[row].cells["date"], self.today)
        else:
            self.tidy()
            first = _day_of(self.rows[row].suggested, self.today)
        if first is None:
            return
        laid = self.rows[row : row + count]
        for target, day in zip(laid, days_from(first, every, count), strict=False):
            if target.ident is None and not target.cells["date"].strip():
                target.cells["date"] = written(day)
        empty = [one for one in laid if one.ident is None and not one.cells["value"].strip()]
        self.rows = [one for one in self.rows if not any(one is gone for gone in empty)]

    def problems(self) -> list[tuple[int, str, str]]:
        """Row, column and what is wrong, of the rows that would be saved."""
        found: list[tuple[int, str, str]] = []
        days: dict[date, int] = {}
        for place, row in enumerate(self.rows):
            if row.is_blank or row.is_removed:
                continue
            entry, wrong = row.read(self.today)
            found += [(place, column, said) for column, said in wrong.items()]
            if entry is None:
                continue
            if entry.day in days:
                said = _("{day} stands there twice").format(day=shown_day(entry.day))
                found.append((place, "date", said))
            days.setdefault(entry.day, place)
        return found

    def sheet(self) -> Sheet:
        """What saving changes; only where ``problems`` finds nothing."""
        entries, moved, removed = [], {}, []
        for row in self.rows:
            if not row.is_changed:
                continue
            if row.is_removed and row.ident is not None:
                removed.append(row.ident)
                continue
            entry, _wrong = row.read(self.today)
            if entry is not None and row.ident is None:
                entries.append(entry)
            elif entry is not None and row.ident is not None:
                moved[row.ident] = entry
        return Sheet(self.measure.id, entries, removed, moved)

    def kept(self) -> str:
        """Everything that was typed and not saved, as text for ``restore``."""
        rows = [
            [row.ident or "", "x" if row.is_removed else "", *(row.cells[name] for name in ORDER)]
            for row in self.rows
            if row.is_changed
        ]
        return json.dumps(rows)

    def restore(self, text: str) -> None:
        """Bring back what ``kept`` gave; rows that are gone from the log are left out."""
        known = {row.ident: row for row in self.rows if row.ident is not None}
        for ident, removed, *cells in json.loads(text):
            row = known.get(ident)
            if row is None and not ident:
                row = Row(dict.fromkeys(ORDER, ""))
                self.rows.insert(len(self.rows) - 1, row)
            if row is not None:
                row.cells = dict(zip(ORDER, cells, strict=True))
                row.is_removed = bool(removed)
        self.tidy()

    def replaced(self) -> Iterator[int]:
        """The rows whose value replaces another one."""
        for place, row in enumerate(self.rows):
            is_other = row.ident is not None and row.cells["value"] != row.before["value"]
            if is_other and not row.is_removed:
                yield place


def _row(one: Observation) -> Row:
    """The row of an observation in the log."""
    cells = {
        "date": written(one.date),
        "value": written(one.value),
        "n": written(one.n),
        "note": one.note or "",
    }
    return Row(cells, one.id, dict(cells))


def _table(text: str) -> list[list[str]]:
    """The cells of a pasted text: lines, and in them tabs or semicolons."""
    sign = separator(text)
    if sign == ",":  # a comma is decimal in a column of numbers
        return [[line] for line in text.splitlines()]
    return [line.split(sign) for line in text.splitlines()]


def _begins_with_days(laid: Sequence[Sequence[str]], today: date) -> bool:
    """Whether the first column of every row that has one is a day and no number."""
    first = [cells[0].strip() for cells in laid if cells and cells[0].strip()]
    return bool(first) and all(_day_of(one, today) and not NUMBER.fullmatch(one) for one in first)


NUMBER = re.compile(r"[-−]?\d+(?:[.,]\d+)?")
DAY_AND_VALUE = re.compile(rf"(.*\S)\s*[;\s]\s*({NUMBER.pattern})")


def day_and_value(typed: str, today: date) -> tuple[str, str] | None:
    """The day and the value of ``10/9;4,5`` or ``15. sep 5,0``; None where it is one of them."""
    found = DAY_AND_VALUE.fullmatch(typed)
    if found is None or _day_of(typed, today) is not None:
        return None
    day = None if NUMBER.fullmatch(found[1]) else _day_of(found[1], today)
    return (written(day), found[2]) if day is not None else None


def _day_of(typed: str, today: date) -> date | None:
    """The day *typed* says; None where it says none."""
    try:
        return said_day(typed, today)
    except ValueError:
        return None
