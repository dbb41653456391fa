"""The values people write: bounded, clean, and the same bytes for the same value."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from explog.domain.problems import problems_of
from explog.domain.texts import (
    Brief,
    Count,
    Day,
    Long,
    Mark,
    Number,
    Role,
    Short,
    Text,
    Title,
    When,
    Word,
    moment_text,
)
from tests.domain.acts.test_answers import born

TEXTS: dict[str, tuple[object, int]] = {
    "Word": (Word, 40),
    "Role": (Role, 60),
    "Title": (Title, 80),
    "Brief": (Brief, 120),
    "Short": (Short, 200),
    "Text": (Text, 300),
    "Long": (Long, 500),
}


def taken(kind: object, value: object) -> object:
    """*value* as a field of this *kind* keeps it."""
    adapter: TypeAdapter[object] = TypeAdapter(kind)  # type: ignore[arg-type]
    return adapter.validate_python(value)


def refused(kind: object, value: object) -> str:
    """What is said about *value* in a field of this *kind*."""
    with pytest.raises(ValidationError) as caught:
        taken(kind, value)
    return "; ".join(map(str, problems_of(caught.value)))


@pytest.mark.parametrize(("kind", "longest"), TEXTS.values(), ids=TEXTS)
def test_a_text_has_one_character_at_least_and_so_many_at_most(kind: object, longest: int) -> None:
    assert taken(kind, "å" * longest) == "å" * longest
    assert taken(kind, "a") == "a"
    assert refused(kind, "") == "is empty"
    assert refused(kind, "a" * (longest + 1)) == f"at most {longest} characters fit"


@pytest.mark.parametrize(("kind", "longest"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("character", ["\x00", "\x1b", "\x7f", "\x9b", "\u202e"])
def test_a_text_holds_no_control_characters(kind: object, longest: int, character: str) -> None:
    assert longest
    said = refused(kind, f"ab{character}c")
    assert "character 3" in said
    assert character not in said


def test_half_a_character_is_refused() -> None:
    assert refused(Text, "ab\ud800") == "holds a character that cannot be stored"


@pytest.mark.parametrize(("kind", "longest"), TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("form", ["{}-{}", "{} {}", "{}{}"])
def test_a_text_holds_no_person_number_and_the_error_does_not_repeat_it(
    kind: object, longest: int, form: str
) -> None:
    assert longest
    number = form.format(*born("010180", 1234).split("-"))
    said = refused(kind, f"Call {number}")
    assert "person number" in said
    assert number not in said
    assert number[:6] not in said


@pytest.mark.parametrize("name", TEXTS)
def test_headlines_are_one_line_and_sentences_may_be_several(name: str) -> None:
    kind, longest = TEXTS[name]
    if longest >= 200:
        assert taken(kind, "a\nb") == "a\nb"
    else:
        assert "character 2" in refused(kind, "a\nb")


@pytest.mark.parametrize(
    ("value", "kept"), [(3.0, 3), (-0.0, 0), (2.5, 2.5), (1e12, 10**12), (-1e12, -(10**12)), (7, 7)]
)
def test_whole_numbers_are_kept_whole(value: float, kept: float) -> None:
    found = taken(Number, value)
    assert (found, type(found)) == (kept, type(kept))


@pytest.mark.parametrize(
    "value", [True, False, "many", 1e13, -1e13, float("nan"), float("inf")], ids=repr
)
def test_what_is_no_number_is_refused(value: object) -> None:
    assert refused(Number, value)


@given(st.integers(-(10**12), 10**12))
def test_a_number_as_a_float_and_as_an_int_has_the_same_bytes(value: int) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(Number)
    as_float = adapter.dump_json(adapter.validate_python(float(value)))
    assert as_float == adapter.dump_json(adapter.validate_python(value))


@pytest.mark.parametrize("value", [-1, 1_000_001, 1.5])
def test_a_count_lies_between_nothing_and_a_million(value: float) -> None:
    assert refused(Count, value)


@pytest.mark.parametrize("value", [0, 6])
def test_a_mark_lies_between_one_and_five(value: int) -> None:
    assert refused(Mark, value)


@pytest.mark.parametrize("kind", [Day, When], ids=["Day", "When"])
@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("1900-12-31", False),
        ("1901-01-01", True),
        ("2199-12-31", True),
        ("2200-01-01", False),
        ("9999-12-31", False),
        ("0001-01-01", False),
    ],
)
def test_a_day_lies_in_years_that_can_be_counted_from(
    kind: object, value: str, *, fits: bool
) -> None:
    if fits:
        assert taken(kind, value) == date.fromisoformat(value)
    else:
        assert "between 1901 and 2199" in refused(kind, value)


@pytest.mark.parametrize("value", ["12/10", "2026-13-01", "2026-10-12T08:30+02:00", "20261012", ""])
def test_a_moment_is_written_one_way_in_files(value: str) -> None:
    assert "2026-10-12T08:30" in refused(When, value)


def test_a_moment_keeps_whether_the_time_of_day_is_known() -> None:
    assert taken(When, "2026-10-12") == date(2026, 10, 12)
    assert type(taken(When, "2026-10-12")) is date
    assert taken(When, "2026-10-12T08:30") == datetime(2026, 10, 12, 8, 30)  # noqa: DTZ001
    assert TypeAdapter(When).dump_python(date(2026, 10, 12), mode="json") == "2026-10-12"
    assert moment_text(datetime(2026, 10, 12, 8, 30, 59)) == "2026-10-12T08:30"  # noqa: DTZ001
