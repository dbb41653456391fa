"""The words of the query language: both languages, whichever is in force."""

from __future__ import annotations

from datetime import date

import pytest

from explog import locale
from explog.domain.query import words
from explog.domain.query.error import QueryError
from explog.domain.query.query import parse
from explog.locale import _

TODAY = date(2026, 11, 16)

CLOSED = (
    *("state", "outcome", "frame", "theme", "has", "is", "level", "result", "initiator", "value"),
    *("prediction", "hallmark", "reached"),
)
VALUES = [(name, value) for name in CLOSED for value in words.labels(name)]


@pytest.mark.parametrize(("name", "value"), VALUES)
def test_a_value_is_understood_by_its_label_in_either_language(name: str, value: str) -> None:
    english = words.labels(name)[value]
    locale.speak("da")
    danish = _(english)
    locale.speak("en")
    for typed in (value, english, danish, danish.upper()):
        assert str(parse(f'{name}:"{typed}"', TODAY)) == f"{name}:{value}"


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize(("name", "value"), VALUES)
def test_what_is_offered_is_understood(language: str, name: str, value: str) -> None:
    locale.speak(language)
    offered = f"{words.name_in_force(name)}:{words.value_in_force(name, value)}"
    assert " " not in offered
    assert str(parse(offered, TODAY)) == f"{name}:{value}"


@pytest.mark.parametrize("name", CLOSED)
def test_no_spelling_means_two_values(name: str) -> None:
    spelled = [one for known in words.spellings(name).values() for one in known]
    assert len(spelled) == len(set(spelled))


def test_no_spelling_means_two_filters() -> None:
    spelled = [words.bare(one) for name, also in words.NAMES.items() for one in (name, *also)]
    assert len(spelled) == len(set(spelled))


@pytest.mark.parametrize(
    ("one", "other"),
    [("I gang", "i_gang"), ("Idé", "ide"), ("måling", "maling"), ("afgjort!", "AFGJORT")],
)
def test_case_accents_and_punctuation_make_no_other_name(one: str, other: str) -> None:
    assert words.bare(one) == words.bare(other)


@pytest.mark.parametrize("typed", ["++", "😀", "_"])
def test_a_value_needs_a_letter(typed: str) -> None:
    assert words.values_called("state", typed) == []
    with pytest.raises(QueryError):
        parse(f"state:{typed}", TODAY)
