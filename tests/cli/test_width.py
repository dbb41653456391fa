from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.cli.width import cells, cut, pad, wrapped
from explog.domain.safe import safe


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("", 0),
        ("abc", 3),
        ("Årsmøde", 7),
        ("A\u030arsmøde", 7),
        ("日本", 4),
        ("▶ ◇", 3),
        ("👍", 2),
        ("e\u0301\u0323", 1),
    ],
)
def test_a_text_takes_the_cells_that_it_shows(text: str, size: int) -> None:
    assert cells(text) == size


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("ab cdef", 4, "ab…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("abc", 0, ""),
        ("abc", 1, "…"),
    ],
)
def test_what_does_not_fit_is_cut_with_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


def test_a_letter_and_its_accent_are_cut_off_together() -> None:
    assert cut("ae\u0301io", 3) == "ae\u0301…"


def test_padding_counts_cells_and_not_characters() -> None:
    assert pad("日本", 6) == "日本  "
    assert pad("abcdef", 4) == "abc…"


@given(st.text(max_size=60).map(safe), st.integers(1, 30))
def test_nothing_is_ever_wider_than_asked(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width
    assert cells(pad(text, width)) == width
    assert all(cells(line) <= max(width, 2) for line in wrapped(text, width))


@given(st.text(alphabet="abc æøå日", max_size=60), st.integers(2, 30))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    assert "".join(wrapped(text, width)).replace(" ", "") == "".join(text.split())
