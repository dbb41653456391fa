"""The sheet of observations while it is typed: cells, pastes, problems, what saving changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.acts.entering import ORDER, Entry
from explog.tui.sheet import MeasureSheet
from tests.builders import START, Fields, experiment, ident, weekly

TODAY = START + timedelta(28)
MONDAY = START


def _sheet(*values: float, frequency: str | None = "week", **more: object) -> MeasureSheet:
    """A sheet whose measure has these values, one a week from the start on."""
    measure: Fields = {"name": "x", "unit": "y", "direction": "down", "frequency": frequency}
    seen = [*weekly(START, *values)]
    one = experiment("running", {"measures": [measure], "observations": seen, **more})
    return MeasureSheet(one.measures[0], one.observations, TODAY)


def _days(sheet: MeasureSheet) -> list[tuple[date, float]]:
    """What saving would add."""
    return [(entry.day, float(entry.value)) for entry in sheet.sheet().entries]


def test_it_shows_what_is_there_and_an_empty_row_with_the_next_day() -> None:
    sheet = _sheet(3, 12.5)
    assert [row.cells["value"] for row in sheet.rows] == ["3", "12.5", ""]
    assert sheet.rows[-1].suggested == "19 Oct 2026"
    assert not sheet.is_changed


def test_values_typed_below_each_other_take_the_days_that_follow() -> None:
    sheet = _sheet(3)
    sheet.put(1, "value", "4")
    sheet.put(2, "value", "5")
    assert _days(sheet) == [(MONDAY + timedelta(7), 4), (MONDAY + timedelta(14), 5)]


def test_no_day_past_today_is_suggested() -> None:
    sheet = _sheet(1, 2, 3, 4, 5)
    assert sheet.rows[-1].suggested == ""
    sheet.put(5, "value", "6")
    assert [said for _row, _column, said in sheet.problems()] == ["the day is missing"]


def test_a_day_is_understood_as_people_write_it() -> None:
    sheet = _sheet()
    sheet.put(0, "date", "uge 42")
    assert sheet.rows[0].cells["date"] == "12 Oct 2026"


def test_a_pasted_column_of_values_fills_downwards_and_a_gap_keeps_its_place() -> None:
    sheet = _sheet(3)
    assert sheet.paste(1, "value", "4\n\n6,5\n") == 3
    assert _days(sheet) == [(MONDAY + timedelta(7), 4), (MONDAY + timedelta(21), 6.5)]


def test_two_pasted_columns_are_day_and_value_wherever_the_cursor_stands() -> None:
    sheet = _sheet(frequency=None)
    sheet.paste(0, "date", "5/10-2026\t3\n6/10-2026\t4,5")
    assert _days(sheet) == [(MONDAY, 3), (MONDAY + timedelta(1), 4.5)]


def test_a_pasted_heading_names_the_columns() -> None:
    sheet = _sheet()
    sheet.paste(0, "value", "Note\tVærdi\tDato\nrolig\t3\tuge 41")
    assert sheet.sheet().entries == [Entry(MONDAY, 3, None, "rolig")]


def test_a_changed_value_says_that_it_replaces_and_an_unchanged_one_is_not_saved() -> None:
    sheet = _sheet(3, 4)
    sheet.put(0, "value", "5")
    assert [*sheet.replaced()] == [0]
    assert [*sheet.sheet().moved.values()] == [Entry(MONDAY, 5)]
    sheet.put(0, "value", "3")
    assert not sheet.is_changed


def test_a_row_is_taken_away_and_brought_back() -> None:
    sheet = _sheet(3)
    sheet.toggle(0)
    assert sheet.sheet().removed == [ident("observations 1")]
    sheet.toggle(0)
    assert not sheet.is_changed
    sheet.put(1, "value", "4")
    sheet.toggle(1)
    assert not sheet.is_changed


def test_problems_stand_at_their_cells() -> None:
    sheet = _sheet(3)
    sheet.paste(1, "date", "5/10-2026\t4\nnever\tx\n1/1-2027\t5")
    assert [(row, column) for row, column, _said in sheet.problems()] == [
        (1, "date"),
        (2, "date"),
        (2, "value"),
        (3, "date"),
    ]


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_what_is_there_is_read_again_as_what_it_is(language: str) -> None:
    """1.125 is 1,125 in Danish and must not become 1125."""
    locale.speak(language)
    sheet = _sheet(1.125, 12.5, 1250, -3)
    read = [row.read(TODAY)[0] for row in sheet.rows[:-1]]
    assert [entry.value for entry in read if entry] == [1.125, 12.5, 1250, -3]


def test_what_was_typed_comes_back_from_what_was_kept() -> None:
    sheet = _sheet(3, 4)
    sheet.put(0, "value", "9")
    sheet.toggle(1)
    sheet.put(2, "note", '[/] odd "text"')
    sheet.put(2, "value", "x")
    again = _sheet(3, 4)
    again.restore(sheet.kept())
    assert [row.cells for row in again.rows] == [row.cells for row in sheet.rows]
    assert again.rows[1].is_removed
    assert again.problems() == sheet.problems()


_TEXT = st.text(alphabet=st.sampled_from("0123456789,.\t\n;ux/- æ"), max_size=60)


@given(st.lists(st.tuples(st.sampled_from(ORDER), _TEXT), max_size=8))
def test_no_paste_breaks_the_sheet_or_loses_the_empty_row(pasted: list[tuple[str, str]]) -> None:
    sheet = _sheet(3)
    for column, text in pasted:
        sheet.paste(len(sheet.rows) - 1, column, text)
    assert sheet.rows[-1].is_blank
    assert all(0 <= row < len(sheet.rows) for row, _column, _said in sheet.problems())
    if not sheet.problems():
        assert len({entry.day for entry in sheet.sheet().entries}) == len(sheet.sheet().entries)


@pytest.mark.parametrize("typed", ["19/10;4,5", "19. oct 4,5", "19 Oct 2026 4,5"])
def test_a_day_and_a_value_typed_in_one_cell_are_split(typed: str) -> None:
    sheet = _sheet()
    sheet.put(0, "value", typed)
    assert _days(sheet) == [(date(2026, 10, 19), 4.5)]


def test_a_pasted_first_column_of_days_is_the_day_wherever_the_cursor_stands() -> None:
    sheet = _sheet()
    sheet.paste(0, "value", "12/10\t4\n19/10\t5")
    assert _days(sheet) == [(date(2026, 10, 12), 4), (date(2026, 10, 19), 5)]
