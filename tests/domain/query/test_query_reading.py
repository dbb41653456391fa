from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from explog.domain.query.error import QueryError
from explog.domain.query.query import parse
from explog.domain.query.reading import LONGEST
from explog.domain.query.terms import Text
from explog.domain.query.words import NAMES
from explog.errors import UsageError
from tests.queries import HOSTILE

TODAY = date(2026, 11, 16)


def canonical(text: str) -> str:
    return str(parse(text, TODAY))


@pytest.mark.parametrize(
    ("english", "danish", "means"),
    [
        ("state:running", "status:igang", "state:running"),
        ("state:running,paused", 'status:"i gang",pause', "state:running,paused"),
        ("state:in-review", "tilstand:under_evaluering", "state:in_review"),
        ("state:re", "status:udf", "state:retired"),
        ("outcome:failed_safely", 'udfald:"mislykket inden for rammerne"', "outcome:failed_safely"),
        ("outcome:worked,inconclusive", "udfald:virkede,uafklaret", "outcome:worked,inconclusive"),
        ("frame:inside", "rammer:inden", "frame:safe"),
        ("frame:no-net", "ramme:uden_sikkerhedsnet", "frame:no_net"),
        ("frame:!unsafe", "rammer:!udenforrammerne", "frame:!unsafe"),
        ("task:Handover", "kerneopgave:Handover", "task:Handover"),
        ("workplace:bør", "arbejdsplads:bør", "workplace:bør"),
        ('tag:"two words",x', "emne:»two words«,x", 'tag:"two words",x'),
        ("theme:work", "tema:arbejdsgang", "theme:workflow"),
        ("since:2026-10-01", "siden:1/10", "since:2026-10-01"),
        ("until:2026-10", "indtil:2026-10", "until:2026-10-31"),
        ("has:lesson", "har:læring", "has:lesson"),
        ("has:!criterion-met", "har:!stopkriterium", "has:!criterion_met"),
        ("is:archived", "er:arkiveret", "is:archived"),
        ("is:everyday-digital", "er:digital_innovation", "is:everyday_digital"),
    ],
)
def test_filters_are_understood_in_both_languages(english: str, danish: str, means: str) -> None:
    assert canonical(english) == means
    assert canonical(danish) == means


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("STATE:Running", "state:running"),
        ("state: running", "state:running"),
        ("state:running, paused cabin", "state:running,paused cabin"),
        ("state:running,", "state:running"),
        ("state:running,running", "state:running"),
        ("-state:running", "state:!running"),
        ("state:-running", "state:!running"),
        ("!has:lesson", "has:!lesson"),
        ("-has:!lesson", "has:lesson"),
        ("state:!running,!paused", "state:!running,paused"),
        ("since:-7", "since:-7"),
        ("since:!-7", "since:!-7"),
        ("since:Yesterday", "since:yesterday"),
        ('siden:"i går"', 'since:"i går"'),
        ("cabin cabin", "cabin"),
        ("–støj −støj -støj !støj", "-støj"),
        ('"to  ord"', '"to ord"'),
        ("»to ord« “to ord” „to ord“", '"to ord"'),
        ('"not closed', '"not closed"'),
        ('"one"two', '"one" two'),
        ("a\u030ar", "år"),
        ("- møde –", "møde"),
        ("kl. 8:30", "kl. 8:30"),
        ("http://a.example", "http://a.example"),
        ("Husk: mød op", "Husk: mød op"),
        ("😀 + *", ""),
        ("a\tb\nc\0d", "a b c d"),
    ],
)
def test_what_is_typed_is_kept_in_one_way(text: str, means: str) -> None:
    assert canonical(text) == means


def test_a_phrase_is_more_than_its_words() -> None:
    assert parse('"cabin noise"', TODAY).terms == (Text("cabin noise", is_phrase=True),)
    assert parse('-"møde"', TODAY).terms == (Text("møde", is_phrase=True, negated=True),)


@pytest.mark.parametrize(
    ("text", "start", "near", "said"),
    [
        ("cabin stat:running", 6, ("state:", "started:"), "“stat” (character 7)"),
        ("colour:x", 0, (), "state:, outcome:"),
        ("state:runing", 6, ("running",), "Did you mean running?"),
        ("has:x", 4, (), "Possible are lesson,"),
        ("frame:green", 6, (), "safe, no_net, unsafe, pending"),
        ("since:soonish", 6, (), "for example today"),
        ("state:idea,!running", 11, (), "before the first value"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_is_possible(
    text: str, start: int, near: tuple[str, ...], said: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, TODAY)
    error = caught.value
    assert isinstance(error, UsageError)
    assert error.start == start
    assert error.near == near
    assert said in str(error)
    assert text[error.start : error.end] == error.word


@pytest.mark.usefixtures("danish")
def test_a_mistake_is_explained_in_danish_with_danish_words() -> None:
    with pytest.raises(QueryError, match="i_gang"):
        parse("status:igank", TODAY)
    with pytest.raises(QueryError, match="status:"):
        parse("statuss:igang", TODAY)


@pytest.mark.parametrize(
    ("text", "is_unfinished"),
    [
        ("state:", True),
        ("state:r", True),
        ("since:1", True),
        ("state:r cabin", False),
        ("state:x", False),
        ("has:, cabin", False),
    ],
)
def test_a_query_that_is_still_being_typed_is_no_reason_to_bother(
    text: str, *, is_unfinished: bool
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, TODAY)
    assert caught.value.is_unfinished is is_unfinished


@pytest.mark.parametrize(
    "text", ["x" * (LONGEST + 1), "ord " * 10_000, "tag:a " * 200 + "é" * 9000]
)
def test_what_is_too_long_is_said_to_be_too_long(text: str) -> None:
    with pytest.raises(QueryError, match="too long"):
        parse(text, TODAY)


def test_more_than_fifty_different_words_are_too_many() -> None:
    assert len(parse(" ".join(f"w{n}" for n in range(50)), TODAY).terms) == 50
    with pytest.raises(QueryError, match="50 words"):
        parse(" ".join(f"w{n}" for n in range(51)), TODAY)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_a_query_or_a_query_error(text: str) -> None:
    read_again(text)


PIECES = st.sampled_from(
    [*(f"{name}:" for name in NAMES), *HOSTILE, "lesson", "running", "i dag", ",", "!", "-", " "]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=3))).map("".join))


@given(TEXTS)
@example('tag:"a, b" -c')
def test_a_query_written_and_read_again_is_the_same(text: str) -> None:
    read_again(text)


def read_again(text: str) -> None:
    """Whatever *text* is, its query has a text that means the same."""
    try:
        query = parse(text, TODAY)
    except QueryError:
        return
    again = parse(str(query), TODAY)
    assert again == query
    assert str(again) == str(query)
    for chip in query.chips():
        assert chip.text
        assert parse(str(chip.without), TODAY) == chip.without
