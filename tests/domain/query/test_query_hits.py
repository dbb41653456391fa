from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.query.hits import hits, stands_in
from explog.domain.query.query import parse
from explog.domain.query.terms import Text

TODAY = date(2026, 11, 16)


def marked(query: str, text: str) -> str:
    """*text* with its hits in brackets."""
    for start, end in reversed(hits(parse(query, TODAY).texts, text)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("møde", "Års[møde] om [møde]lokaler, Personale[MØDE]r"),
        ("ro", "[Ro] i [ro]tationen"),
        ("år", "[År]smøde"),
        ("ar", "[Ar]kiv"),
        ("å", "[Å] i mit liv"),
        ('"møde"', "årsmøde og [møde]"),
        ('"ro og"', "[ro og] orden, bro og"),
        ("c++", "i [c]++"),
        ("foo-bar", "[foo-bar]er"),
        ("sol solskin", "[solskin]"),
        ("-møde", "årsmøde"),
        ("state:running", "running"),
    ],
)
def test_hits_are_marked_where_search_finds_them(query: str, shown: str) -> None:
    assert marked(query, shown.replace("[", "").replace("]", "")) == shown


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ar", "årsmøde"),
        ("år", "ar"),
        ("ø", "ord"),
        ("ro", "bro"),
        ('"ro"', "ros"),
        ("bar-foo", "foo-bar"),
    ],
)
def test_some_things_are_not_there(query: str, text: str) -> None:
    (term,) = parse(query, TODAY).texts
    assert not stands_in(term, text)


@given(st.text(), st.text(min_size=1))
def test_marks_stand_apart_and_inside_the_text(text: str, word: str) -> None:
    spans = hits([Text(word), Text(text[:3])], text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= start < end <= len(text) for start, end in spans)
