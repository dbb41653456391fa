"""From what a person types to a value, in both languages."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.acts.answers import answer, lines, words
from explog.domain.acts.catalogue import ACTS
from explog.domain.acts.questions import Answer, Question, choice, choices, line, text
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Initiator, Result
from explog.domain.naming.vocabulary_learning import Comparator
from explog.locale import speak

TODAY = date(2026, 10, 12)


def read(kind: Answer, raw: object, **more: object) -> object:
    """What *raw* means as an answer of this kind."""
    return answer(Question("asked", "Asked", "", kind=kind, **more), raw, TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", Answer)
@pytest.mark.parametrize("raw", ["", "  ", None, [], ()], ids=repr)
def test_nothing_is_no_answer_of_any_kind(kind: Answer, raw: object) -> None:
    question = Question("asked", "Asked", "", kind=kind, choices=Result)
    assert answer(question, raw, TODAY) is None


COMPARED: dict[str, tuple[str, float]] = {
    "højst 3": ("<=", 3),
    "Højst 3": ("<=", 3),
    "maks 3": ("<=", 3),
    "maksimalt 3": ("<=", 3),
    "max 3": ("<=", 3),
    "maximum 3": ("<=", 3),
    "at most 3": ("<=", 3),
    "no more than 3": ("<=", 3),
    "<= 3": ("<=", 3),
    "<=3": ("<=", 3),
    "≤ 3": ("<=", 3),
    "mindst 60": (">=", 60),
    "minimum 60": (">=", 60),
    "min 60": (">=", 60),
    "at least 60": (">=", 60),
    ">= 60": (">=", 60),
    "≥ 62,5 %": (">=", 62.5),
    "mere end 2": (">", 2),
    "over 2": (">", 2),
    "more than 2": (">", 2),
    "> 2": (">", 2),
    ">2": (">", 2),
    "mindre end 3": ("<", 3),
    "under 3": ("<", 3),
    "less than 3": ("<", 3),
    "< 3": ("<", 3),
    "<-3": ("<", -3),
    "= 0": ("=", 0),
    "exactly 0": ("=", 0),
    "  at most 3 ": ("<=", 3),
}


@pytest.mark.parametrize(("typed", "expected"), COMPARED.items(), ids=COMPARED)
def test_a_criterion_in_both_languages_and_in_signs(
    typed: str, expected: tuple[str, float]
) -> None:
    comparator, number = expected
    assert read(Answer.CRITERION, typed) == {"comparator": comparator, "criterion": number}


@pytest.mark.parametrize("comparator", Comparator)
@pytest.mark.parametrize("language", ["en", "da"])
def test_a_criterion_is_understood_as_it_is_shown(comparator: Comparator, language: str) -> None:
    speak(language)
    found = read(Answer.CRITERION, f"{label(comparator)} 3")
    assert found == {"comparator": comparator.value, "criterion": 3}


@pytest.mark.parametrize(
    "typed", ["3", "about 3", "at most", "at most many", "minutter 3", "overalt 3"]
)
def test_what_is_no_criterion_says_what_one_is(typed: str) -> None:
    with pytest.raises(ValueError, match=r"for example|Not a number"):
        read(Answer.CRITERION, typed)


@pytest.mark.parametrize("language", ["en", "da"])
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        *((word, True) for word in ("ja", "yes", "J", "y", "Ja ", "true", "1", True)),
        *((word, False) for word in ("nej", "no", "N", " No", "false", "0", False)),
    ],
    ids=repr,
)
def test_yes_and_no_are_understood_in_both_languages(
    typed: object, language: str, *, expected: bool
) -> None:
    speak(language)
    assert read(Answer.YES_NO, typed) is expected


def test_maybe_is_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError, match="yes or no"):
        read(Answer.YES_NO, "maybe")


@pytest.mark.parametrize(
    ("typed", "expected"), [("12", 12), ("12,5", 12.5), ("12.5", 12.5), ("62 %", 62), (3, 3)]
)
def test_numbers_take_a_comma_or_a_point(typed: object, expected: float) -> None:
    assert read(Answer.NUMBER, typed) == expected


@pytest.mark.parametrize("typed", ["12,5", "-1", "many", 1.5])
def test_a_count_is_a_whole_number_from_zero(typed: object) -> None:
    with pytest.raises(ValueError, match=r"whole number|Not a number"):
        read(Answer.COUNT, typed)


def test_none_at_all_is_a_count() -> None:
    assert read(Answer.COUNT, "0") == 0


def test_days_and_moments_become_iso_texts() -> None:
    assert read(Answer.DAY, "i går") == "2026-10-11"
    assert read(Answer.DAY, date(2026, 1, 2)) == "2026-01-02"
    assert read(Answer.MOMENT, "12/10 8.30") == "2026-10-12T08:30"
    assert read(Answer.MOMENT, "12/10") == "2026-10-12"
    assert read(Answer.MOMENT, datetime(2026, 1, 2, 3, 4)) == "2026-01-02T03:04"  # noqa: DTZ001
    assert read(Answer.MOMENT, "2026-10-12T08:30:59") == "2026-10-12T08:30"


def test_words_stand_between_commas_each_once() -> None:
    assert read(Answer.WORDS, "QR, mobil, , QR") == ["QR", "mobil"]
    assert read(Answer.WORDS, ["QR", " mobil "]) == ["QR", "mobil"]
    assert words("a,b") == ["a", "b"]
    assert lines("a\n \nb") == ["a", "b"]
    assert lines([1, " ", "b"]) == [1, "b"]


def test_a_choice_and_several_choices() -> None:
    one = choice("result", "", Result, "Held?", "")
    assert answer(one, "partly", TODAY) == "partly_supported"
    several = choices("initiator", "", Initiator, "Who?", "")
    assert answer(several, "employees, citizens", TODAY) == ["employees", "citizens"]
    with pytest.raises(ValueError, match="is not one of: supported"):
        answer(one, "great", TODAY)


def test_a_text_may_be_as_long_as_its_question_allows_and_not_longer() -> None:
    short = text("need", "need", 10, "Need", "")
    assert answer(short, "x" * 10, TODAY) == "x" * 10
    assert answer(short, f"  {'x' * 10}  ", TODAY) == "x" * 10
    with pytest.raises(ValueError, match="at most 10 characters fit; these are 11"):
        answer(short, "x" * 11, TODAY)


def test_a_line_is_one_line_and_a_text_may_have_several() -> None:
    with pytest.raises(ValueError, match="character 2"):
        answer(line("title", "title", 80, "Title", ""), "a\nb", TODAY)
    assert answer(text("need", "need", 80, "Need", ""), "a\nb", TODAY) == "a\nb"


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u2028"])
@pytest.mark.parametrize("kind", Answer)
def test_control_characters_are_refused_in_every_kind_of_answer_and_never_repeated(
    kind: Answer, character: str
) -> None:
    question = Question("asked", "Asked", "", kind=kind, choices=Result)
    with pytest.raises(ValueError, match="character 2") as caught:
        answer(question, f"a{character}b", TODAY)
    assert character not in str(caught.value)


def born(day: str, serial: int) -> str:
    """A person number, put together here so that none stands in the source."""
    return f"{day}-{serial:04d}"


@pytest.mark.parametrize("kind", Answer)
def test_a_person_number_is_refused_in_every_kind_of_answer_and_never_repeated(
    kind: Answer,
) -> None:
    number = born("010180", 1234)
    question = Question("asked", "Asked", "", kind=kind, choices=Result)
    with pytest.raises(ValueError, match="person number") as caught:
        answer(question, f"call {number}", TODAY)
    assert number not in str(caught.value)
    assert "6–16" in str(caught.value)


@given(st.sampled_from(Answer), st.text(max_size=60))
def test_whatever_is_typed_is_a_value_or_one_sentence(kind: Answer, typed: str) -> None:
    question = Question("asked", "Asked", "", kind=kind, choices=Result)
    said = ""
    try:
        answer(question, typed, TODAY)
    except ValueError as error:
        said = str(error)
    assert said.count("\n") <= typed.count("\n")


def test_every_kind_of_answer_is_asked_by_an_act_or_by_the_first_forms() -> None:
    asked = {question.kind for act in ACTS for question in act.questions}
    assert asked | {Answer.LINES, Answer.WORKPLACE} == {*Answer}
