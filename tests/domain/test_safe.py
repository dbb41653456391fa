"""What may be shown of a text, and what is refused at the door."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.safe import REPLACEMENT, control_problem, safe, safe_lines

ANY_TEXT = st.text(st.characters(exclude_categories=()))
STEERING = st.sampled_from(
    "\x00\x07\x08\x1b\x1c\x7f\x85\x9b\x9d\u061c\u200e\u202e\u2066\u2028\u2029\ud800\udfff\ufdd0\uffff"
    "\U0001fffe\U0010ffff\U000e0041"
)
HOSTILE = st.text(
    st.one_of(
        STEERING,
        st.sampled_from("\r\n\tab [/]\u200b\u200d\ufeff\u00ad"),
        st.characters(exclude_categories=()),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Blåbærgrød à la crème – 50 % «ja»", "Blåbærgrød à la crème – 50 % «ja»"),
        ("👩‍🚒 ❤️ 你好", "👩‍🚒 ❤️ 你好"),
        ("[@click=app.quit]x[/]", "[@click=app.quit]x[/]"),
        ("first\nsecond\r\nthird\rfourth\tfifth", "first second third fourth fifth"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("\x1b]52;c;aGk=\x07", "�]52;c;aGk=�"),
        ("C1: \x9b31m, \x9d, \x85, \x7f", "C1: �31m, �, �, �"),
        ("bank\u202etxt.exe\u2066", "bank�txt.exe�"),
        ("one\u2028two\u2029three", "one�two�three"),
        ("lone \ud83d surrogate", "lone � surrogate"),
        ("non\ufdd0char\uffff\U0001ffff", "non�char��"),
        ("zero\u200bwidth\u200c\u2060\ufeff and soft\u00adhyphen", "zerowidth and softhyphen"),
        ("a flag\U000e0067\U000e007f", "a flag��"),
    ],
)
def test_what_steers_is_replaced_and_what_hides_is_left_out(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_lines_stay_lines_where_several_may_be_shown() -> None:
    assert safe_lines("one\r\ntwo\rthree\n\tfour\x1b") == "one\ntwo\nthree\n four�"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("plain", None),
        ("", None),
        ("zero\u200bwidth comes along when people paste", None),
        ("👩‍🚒", None),
        ("a\x1bb", (2, "U+001B")),
        ("\x00", (1, "U+0000")),
        ("a\tb", (2, "U+0009")),
        ("a\nb\x1b", (2, "U+000A")),
        ("ab\u202e", (3, "U+202E")),
        ("\ud800", (1, "U+D800")),
        ("\U0010ffff", (1, "U+10FFFF")),
        ("a\u2028", (2, "U+2028")),
        ("🏴\U000e0067", (2, "U+E0067")),
    ],
)
def test_the_first_refused_character_is_named_by_place_and_code_point(
    text: str, problem: tuple[int, str] | None
) -> None:
    assert control_problem(text) == problem


def test_line_ends_and_tabs_are_allowed_in_text_of_several_lines_and_nothing_else() -> None:
    assert control_problem("a\n\tb", multiline=True) is None
    assert control_problem("a\n\tb\r", multiline=True) == (5, "U+000D")
    assert control_problem("a\n\u2066", multiline=True) == (3, "U+2066")


@given(HOSTILE)
def test_nothing_that_would_be_refused_is_ever_shown(text: str) -> None:
    assert control_problem(safe(text)) is None
    assert control_problem(safe_lines(text), multiline=True) is None


@given(HOSTILE)
def test_showing_twice_is_showing_once(text: str) -> None:
    assert safe(safe(text)) == safe(text)
    assert safe_lines(safe_lines(text)) == safe_lines(text)


@given(HOSTILE)
def test_no_control_separator_or_surrogate_is_left(text: str) -> None:
    assert not {"Cc", "Zl", "Zp", "Cs"} & {unicodedata.category(char) for char in safe(text)}


@given(ANY_TEXT.filter(str.isprintable))
def test_what_people_write_is_shown_as_they_wrote_it(text: str) -> None:
    assert safe(text) == text


@given(STEERING)
def test_a_steering_character_is_visible_where_it_was(char: str) -> None:
    assert safe(f"a{char}b") == f"a{REPLACEMENT}b"
    assert control_problem(f"a{char}b") == (2, f"U+{ord(char):04X}")
