"""Signs for a terminal that has only ASCII."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog import locale
from explog.domain.naming.labels import GLYPHS
from explog.locale.signs import SIGNS, named_key, plain, shows_unicode, worded

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def plainly() -> Iterator[None]:
    """ASCII signs during the test."""
    locale.draw_plainly()
    yield
    locale.draw_plainly(on=False)


def test_every_state_and_outcome_has_a_sign_and_those_that_matter_differ() -> None:
    assert {*GLYPHS.values()} <= {*SIGNS}
    told = ("scaled", "adopted", "failed_safely", "failed_no_net", "failed_unsafely", "running",
            "paused", "in_review", "planned", "idea", "shelved", "retired")  # fmt: skip
    assert len({plain(GLYPHS[state]) for state in told}) == len(told)


def test_a_rising_line_still_rises() -> None:
    steps = plain("▁▂▄▅▆▇█")
    assert all(low != high for low, high in pairwise(steps))
    assert steps.isascii()


@given(st.text(alphabet=[*SIGNS, "æ", "ø", "å", "a", " ", "…", "≥", "≤"]))
def test_a_line_stays_as_wide_as_it_was_and_letters_stay(text: str) -> None:
    drawn = plain(text)
    assert len(drawn) == len(text)
    assert drawn.translate(str.maketrans("", "", "æøå")).isascii()
    assert [one for one in drawn if one in "æøå"] == [one for one in text if one in "æøå"]


@pytest.mark.usefixtures("plainly")
def test_a_sentence_is_spelled_out_before_it_is_laid_out() -> None:
    assert locale._("We believe that …") == "We believe that ..."
    assert worded("⏎ next") == "enter next"
    assert named_key("↑") == "up"


@pytest.mark.parametrize(
    ("environment", "can"),
    [
        ({}, True),
        ({"LANG": "da_DK.UTF-8"}, True),
        ({"LANG": "da_DK.utf8"}, True),
        ({"LANG": "C"}, True),
        ({"LANG": "da_DK.ISO-8859-1"}, False),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "da_DK.ISO-8859-15@euro"}, False),
        ({"TERM": "linux", "LANG": "da_DK.UTF-8"}, False),
        ({"TERM": "xterm-256color"}, True),
    ],
    ids=str,
)
def test_the_environment_tells_what_the_terminal_can(
    environment: dict[str, str], can: bool
) -> None:
    assert shows_unicode(environment) is can
