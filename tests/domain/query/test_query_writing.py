"""A query written in the language in force is the same query when it is read again."""

from __future__ import annotations

from datetime import date

import pytest

from explog import locale
from explog.domain.query.error import QueryError
from explog.domain.query.query import parse
from explog.domain.query.writing import in_force
from tests.queries import HOSTILE

TODAY = date(2026, 11, 16)
QUERIES = (
    "state:running,paused",
    'noise -"cabin noise"',
    "outcome:!failed_safely frame:no_net",
    'tag:"a b",c task:!"»x" workplace:BØR',
    "since:-7 until:2026-11-01 is:overdue has:!lesson theme:timing",
)


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("text", [*QUERIES, *HOSTILE])
def test_what_is_written_reads_as_the_same(text: str, language: str) -> None:
    locale.speak(language)
    try:
        query = parse(text, TODAY)
    except QueryError:
        return
    assert parse(in_force(query), TODAY) == query


def test_filters_and_values_are_danish_where_danish_is_spoken(danish: None) -> None:  # noqa: ARG001
    query = parse("state:running outcome:!failed_safely lys", TODAY)
    assert in_force(query) == "status:i_gang udfald:!mislykket_inden_for_rammerne lys"
