from __future__ import annotations

from datetime import date

import pytest

from explog import locale
from explog.domain.query.query import Query, parse
from explog.domain.query.terms import Filter, Text

TODAY = date(2026, 11, 16)
"""A Monday."""

MOCK = "state:running task:handover has:!lesson cabin noise"
"""The example of INTERFACE.md."""


def chips(text: str) -> list[str]:
    return [chip.text for chip in parse(text, TODAY).chips()]


def test_an_empty_query_asks_for_nothing() -> None:
    assert parse("  ", TODAY).is_empty
    assert str(parse("", TODAY)) == ""
    assert not parse("a", TODAY).is_empty


def test_words_and_filters_are_told_apart() -> None:
    query = parse(MOCK, TODAY)
    assert query.texts == (Text("cabin"), Text("noise"))
    assert [term.name for term in query.filters] == ["state", "task", "has"]
    assert query.filters[2] == Filter("has", ("lesson",), ("lesson",), negated=True)


def test_chips_say_what_is_asked_for() -> None:
    assert chips(MOCK) == ["running", "core task: handover", "no lesson", "cabin", "noise"]
    assert chips('-"cabin noise" -radio state:!running') == [
        "not “cabin noise”",
        "not radio",
        "not running",
    ]
    assert chips("state:idea,planned,paused workplace:amb tag:x theme:workflow") == [
        "idea, planned or paused",
        "workplace: amb",
        "tag: x",
        "theme: workflow",
    ]
    assert chips("since:monday until:2026-12") == ["since 16 Nov 2026", "until 31 Dec 2026"]
    assert chips("outcome:failed is:!archived") == ["failed", "not archived"]


@pytest.mark.usefixtures("danish")
def test_chips_speak_danish() -> None:
    said = chips('state:running,paused has:!lesson frame:safe since:12/10 "to ord"')
    assert said == [
        "i gang eller sat på pause",
        "uden læringspunkt",
        "inden for rammerne",
        "siden 12. okt. 2026",
        "»to ord«",
    ]


def test_taking_a_chip_away_leaves_the_others() -> None:
    query = parse(MOCK, TODAY)
    left = [str(chip.without) for chip in query.chips()]
    assert left[0] == "task:handover has:!lesson cabin noise"
    assert left[4] == "state:running task:handover has:!lesson cabin"


def test_the_last_chip_leaves_the_empty_query() -> None:
    (chip,) = parse("has:lesson", TODAY).chips()
    assert chip.without == Query()


def test_a_saved_view_reads_the_same_in_both_languages() -> None:
    written = str(parse("status:igang har:!læringspunkt", TODAY))
    locale.speak("da")
    assert written == "state:running has:!lesson"
    assert str(parse(written, TODAY)) == written


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("is:archived", True), ("-is:archived", True), ("is:overdue", False), ("archived", False)],
)
def test_a_query_speaks_of_archived_ones_only_by_the_filter(text: str, *, speaks: bool) -> None:
    assert parse(text, TODAY).speaks_of_archived is speaks
