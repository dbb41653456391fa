"""Lines made of pieces: exactly as wide as asked, literal whatever a person wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from explog.tui.widgets.pieces import Column, ends, padded, said, table, word, wrapped

TEXTS = st.text(max_size=30)
COLUMNS = (Column(), Column(gap=1), Column(grow=1, least=8), Column(goes=1), Column(is_right=True))


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), max_size=4), st.integers(1, 90))
def test_every_line_of_a_table_is_exactly_as_wide_as_asked(
    rows: list[tuple[str, ...]], width: int
) -> None:
    lines = table([[said(cell) for cell in row] for row in rows], COLUMNS, width)
    assert [line.cell_length for line in lines] == [width] * len(rows)


@given(TEXTS, TEXTS, st.integers(1, 60))
def test_two_ends_fill_their_line(left: str, right: str, width: int) -> None:
    assert ends(said(left), said(right), width).cell_length == width
    assert padded(said(left), width).cell_length == width


def test_a_column_that_may_go_goes_before_the_title_gets_too_narrow() -> None:
    rows = [[word("▲"), word("AMB-01"), word("A title that is long"), word("▰▰▰▰"), word("4 of 7")]]
    (wide,) = table(rows, COLUMNS, 46)
    (narrow,) = table(rows, COLUMNS, 30)
    assert wide.plain == "▲ AMB-01  A title that is long  ▰▰▰▰    4 of 7"
    assert narrow.plain == "▲ AMB-01  A title tha…  4 of 7"


def test_right_aligned_cells_end_under_each_other_at_the_end_of_the_line() -> None:
    rows = [[word("a"), word(""), word("title"), word(""), word("4 of 7")]]
    rows += [[word("b"), word(""), word("title"), word(""), word("14 of 20")]]
    assert [line.plain[-8:] for line in table(rows, COLUMNS, 40)] == ["  4 of 7", "14 of 20"]


@given(st.text(max_size=200), st.integers(4, 40), st.integers(1, 3))
def test_a_wrapped_text_stays_in_its_lines_and_its_width(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, most)
    assert len(lines) <= most
    assert all(line.cell_length <= width for line in lines)


def test_a_text_that_is_cut_says_so() -> None:
    assert [line.plain for line in wrapped("one two three four five", 9, 2)] == [
        "one two",
        "three …",
    ]


def test_what_a_person_wrote_is_literal() -> None:
    assert said("[/] [@click=app.quit]x[/]").plain == "[/] [@click=app.quit]x[/]"
    assert said("[b]x[/b]").spans == []
    assert "\x1b" not in said("a\x1b]52;c;x\x07b").plain
    assert isinstance(said("x"), Content)
