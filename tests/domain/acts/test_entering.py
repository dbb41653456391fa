"""Reading observations as people enter them: in a row, from a spreadsheet, from a file."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.acts.entering import Entered, Entry, days_from, from_csv, in_a_row, read_cells
from explog.domain.naming.vocabulary_learning import Frequency

TODAY = date(2026, 11, 16)
MONDAY = date(2026, 9, 28)


def _said(read: Entered) -> list[str]:
    """The problems as a person reads them."""
    return [str(problem) for problem in read.problems]


def test_values_in_a_row_lie_as_far_apart_as_the_measure_is_taken() -> None:
    read = in_a_row(["12", "14,5", "11"], "2026-W40", Frequency.WEEK, TODAY, "40")
    assert read.problems == []
    assert read.entries == [
        Entry(MONDAY, 12, 40),
        Entry(MONDAY + timedelta(7), 14.5, 40),
        Entry(MONDAY + timedelta(14), 11, 40),
    ]


def test_a_point_leaves_its_day_out() -> None:
    read = in_a_row(["1", ".", "3"], "1/10", Frequency.DAY, TODAY)
    assert [entry.day.day for entry in read.entries] == [1, 3]


def test_values_past_today_are_all_refused_with_their_place() -> None:
    read = in_a_row(["1", "2", "x", "4"], "9/11-2026", Frequency.WEEK, TODAY)
    assert [entry.value for entry in read.entries] == [1, 2]
    assert [problem.place for problem in read.problems] == ["value 3", "value 3", "value 4"]


@pytest.mark.parametrize(
    ("start", "days"),
    [
        (date(2026, 1, 31), ["2026-01-31", "2026-02-28", "2026-03-31"]),
        (date(2027, 12, 15), ["2027-12-15", "2028-01-15", "2028-02-15"]),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one_there_is(
    start: date, days: list[str]
) -> None:
    assert [day.isoformat() for day in days_from(start, Frequency.MONTH, 3)] == days


@given(
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.sampled_from([one for one in Frequency if one is not Frequency.EVENT]),
    st.integers(0, 60),
)
def test_days_in_a_row_only_go_forward_and_begin_where_they_are_told(
    start: date, every: Frequency, count: int
) -> None:
    days = days_from(start, every, count)
    assert len(days) == count
    assert days[:1] == [start][:count]
    assert days == sorted(set(days))


DANISH = "dato;værdi;antal;bemærkning\n28-09-2026;12,5;40;rolig uge\n5/10-2026;1.250,5;;\n"
ENGLISH = 'date,value,n,note\n2026-09-28,12.5,40,"calm, quiet"\n2026-10-05,"1,250.5",,\n'


@pytest.mark.parametrize(("text", "note"), [(DANISH, "rolig uge"), (ENGLISH, "calm, quiet")])
def test_a_csv_file_reads_alike_in_both_languages(text: str, note: str) -> None:
    read = from_csv(text, TODAY)
    assert _said(read) == []
    assert read.entries == [Entry(MONDAY, 12.5, 40, note), Entry(date(2026, 10, 5), 1250.5)]


def test_columns_are_known_by_their_heading_in_any_order_and_others_are_left_out() -> None:
    text = "\ufeffnote\tvalue\tward\tdate\r\nok\t3\t7B\tuge 40 2026\r\n"
    assert from_csv(text, TODAY).entries == [Entry(MONDAY, 3, None, "ok")]


def test_without_a_heading_the_order_is_date_value_n_note() -> None:
    assert from_csv("28/9 2026;3\n\n5/10 2026;4;9;x\n", TODAY).entries == [
        Entry(MONDAY, 3),
        Entry(date(2026, 10, 5), 4, 9, "x"),
    ]


def test_every_problem_is_told_with_its_line() -> None:
    text = (
        "date;value;n\n2026-09-28;3;\nnever;x;1,5\n2026-09-28;4\n2027-01-01;5\n2026-10-05;6;1;2;3\n"
    )
    read = from_csv(text, TODAY)
    assert [problem.place for problem in read.problems] == [
        *["line 3"] * 3,
        "line 4",
        "line 5",
        "line 6",
    ]
    assert "twice" in _said(read)[3]
    assert "future" in _said(read)[4]


@pytest.mark.parametrize("text", ["", "\n\n", "date,value\n", ";;\n"])
def test_an_empty_file_is_a_problem_and_not_nothing(text: str) -> None:
    read = from_csv(text, TODAY)
    assert not read.entries
    assert _said(read) == ["There is nothing in it."]


def test_a_person_number_is_refused_in_every_cell() -> None:
    number = "0101" + "70" + "1234"
    for column in ("date", "value", "n", "note"):
        cells = {"date": "2026-09-28", "value": "3", column: number}
        entry, wrong = read_cells(cells, TODAY)
        assert entry is None, column
        assert column in wrong


@pytest.mark.parametrize("note", ["\x1b[31mred", "a\x00b", "x" * 201])
def test_a_note_that_cannot_be_kept_is_refused(note: str) -> None:
    entry, wrong = read_cells({"date": "2026-09-28", "value": "3", "note": note}, TODAY)
    assert entry is None
    assert set(wrong) == {"note"}


def test_a_single_mark_is_read_by_the_language_in_force() -> None:
    locale.speak("da")
    assert read_cells({"date": "i dag", "value": "1.250"}, TODAY)[0] == Entry(TODAY, 1250)
    locale.speak("en")
    assert read_cells({"date": "today", "value": "1.250"}, TODAY)[0] == Entry(TODAY, 1.25)


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    read = from_csv(text, TODAY)
    assert read.entries or read.problems
