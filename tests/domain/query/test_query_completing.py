from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.query.completing import Vocabulary, completed, completions
from explog.domain.query.error import QueryError
from explog.domain.query.query import parse

TODAY = date(2026, 11, 16)

KNOWN = Vocabulary(
    tags=["energi", "Ro og orden", '"citat"', "-x"],
    tasks=["Sikker overlevering til akutmodtagelsen", "Trygge veje"],
    workplaces={"AMB": "Ambulancetjenesten", "BØR": "Børnehuset Mosebo"},
)


def offered(text: str) -> list[str]:
    return completions(text, len(text), KNOWN)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("st", ["state:", "started:"]),
        ("-st", ["-state:", "-started:"]),
        ("stat", ["state:"]),
        ("t", ["task:", "tag:", "theme:", "state:", "until:"]),
        ("cabin", []),
        ("++", []),
        ("state:r", ["state:running", "state:retired"]),
        ("cabin state:sc", ["state:scaled"]),
        ("state:!id", ["state:!idea"]),
        ("state:running,pa", ["state:running,paused"]),
        ("status:i_g", ["status:running"]),
        ("has:!l", ["has:!lesson", "has:!link"]),
        ("tag:ENE", ["tag:energi"]),
        ("tag:ro", ['tag:"Ro og orden"']),
        ('tag:"Ro o', ['tag:"Ro og orden"']),
        ("task:over", ['task:"Sikker overlevering til akutmodtagelsen"']),
        ("workplace:bor", ["workplace:BØR"]),
        ("workplace:mose", ["workplace:BØR"]),
        ("since:y", ["since:yesterday"]),
        ("nothing:x", []),
        ("decided:2", []),
        ("initiator:em", ["initiator:employees"]),
        ("reached:sc", ["reached:scaled"]),
    ],
)
def test_what_fits_the_token_before_the_cursor_is_offered(text: str, what: list[str]) -> None:
    assert offered(text) == what


def test_every_filter_is_offered_where_nothing_stands_yet() -> None:
    assert len(offered("")) == 24
    assert offered("cabin ") == offered("")


def test_a_value_that_is_there_is_not_offered_again() -> None:
    assert "state:running,running" not in offered("state:running,")


@pytest.mark.usefixtures("danish")
def test_danish_is_offered_in_danish() -> None:
    assert offered("sta") == ["status:", "startet:"]
    assert offered("status:i") == [
        "status:idé",
        "status:i_gang",
        "status:under_evaluering",
        "status:indført",
    ]
    assert offered("siden:i ") != []
    assert offered("siden:") == [
        'siden:"i dag"',
        'siden:"i går"',
        "siden:mandag",
        "siden:-7",
        "siden:-30",
    ]


@pytest.mark.parametrize(
    ("text", "cursor", "choice", "after"),
    [
        ("st", 2, "state:", "state:|"),
        ("cabin state:r noise", 13, "state:running", "cabin state:running| noise"),
        ("state:r", 7, "state:running", "state:running |"),
        ('tag:"Ro o', 9, 'tag:"Ro og orden"', 'tag:"Ro og orden" |'),
    ],
)
def test_a_choice_takes_the_place_of_the_token(
    text: str, cursor: int, choice: str, after: str
) -> None:
    done, at = completed(text, cursor, choice)
    assert f"{done[:at]}|{done[at:]}" == after


@given(st.text(), st.integers(0, 20))
def test_no_text_is_too_odd_to_complete(text: str, cursor: int) -> None:
    for choice in completions(text, cursor, KNOWN):
        assert completed(text, cursor, choice)[0]


@pytest.mark.parametrize("language", ["en", "da"])
def test_whatever_is_offered_can_be_read(language: str) -> None:
    from explog import locale

    locale.speak(language)
    for head in offered(""):
        for choice in offered(head):
            assert str(parse(choice, TODAY))
        with pytest.raises(QueryError) as caught:
            parse(head, TODAY)
        assert caught.value.is_unfinished
