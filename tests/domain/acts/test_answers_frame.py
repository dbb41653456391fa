"""How people write limits, stop criteria and reaction times."""

from __future__ import annotations

import pytest

from explog.domain.acts.answers import reaction
from explog.domain.acts.questions import Answer
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import LimitKind, TimeUnit
from tests.domain.acts.test_answers import read


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 crew", ("places", 1, "crew")),
        ("8 børn", ("places", 8, "børn")),
        ("højst 1 garderobe", ("places", 1, "garderobe")),
        ("at most 2 phone desks", ("places", 2, "phone desks")),
        ("outage: 10 minutes", ("outage", 10, "minutes")),
        ("Outage : 10 minutes", ("outage", 10, "minutes")),
        ("participants: 10 citizens", ("participants", 10, "citizens")),
        ("answers: 0 answers to citizens", ("answers", 0, "answers to citizens")),
        ("money: 1.250,50 kr.", ("money", 1250.5, "kr.")),
        ("money: 10 000 kr.", ("money", 10000, "kr.")),
        ("money: 1 000 000 kr.", ("money", 1000000, "kr.")),
        ("10kr", ("places", 10, "kr")),
        ("1 2-seater car", ("places", 1, "2-seater car")),
    ],
)
def test_a_limit_is_a_number_and_a_unit_and_may_name_its_kind(
    typed: str, expected: tuple[str, float, str]
) -> None:
    kind, most, unit = expected
    assert read(Answer.LIMITS, typed) == [{"kind": kind, "max": most, "unit": unit}]


@pytest.mark.parametrize(
    "typed", ["crew", "10", "outage:", "colour: 3 crews", "-1 crew", "1,2,3 x"]
)
def test_what_is_no_limit_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read(Answer.LIMITS, typed)


def test_several_limits_stand_on_lines_of_their_own() -> None:
    found = read(Answer.LIMITS, "1 crew\n\n  outage: 10 minutes\n")
    assert [item["unit"] for item in found] == ["crew", "minutes"]  # type: ignore[attr-defined]
    ready = [{"kind": "places", "max": 1, "unit": "crew"}]
    assert read(Answer.LIMITS, ready) == ready


@pytest.mark.parametrize("kind", LimitKind)
def test_every_kind_of_limit_can_be_named(kind: LimitKind) -> None:
    for named in (kind.value, label(kind)):
        found = read(Answer.LIMITS, f"{named}: 3 of them")
        assert found == [{"kind": kind.value, "max": 3, "unit": "of them"}]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1 day", (1, TimeUnit.DAYS)),
        ("1 dag", (1, TimeUnit.DAYS)),
        ("2 arbejdsdage", (2, TimeUnit.DAYS)),
        ("2 hverdage", (2, TimeUnit.DAYS)),
        ("2 working days", (2, TimeUnit.DAYS)),
        ("10 minutter", (10, TimeUnit.MINUTES)),
        ("10 min.", (10, TimeUnit.MINUTES)),
        ("10min", (10, TimeUnit.MINUTES)),
        ("4 timer", (4, TimeUnit.HOURS)),
        ("1 time", (1, TimeUnit.HOURS)),
        ("4 hours", (4, TimeUnit.HOURS)),
        ("samme dag", (0, TimeUnit.DAYS)),
        ("Same day", (0, TimeUnit.DAYS)),
        ("0 days", (0, TimeUnit.DAYS)),
        ("1 uge", None),
        ("soon", None),
        ("day 1", None),
        ("", None),
        ("99999 days", None),
    ],
)
def test_a_reaction_time_in_both_languages(
    typed: str, expected: tuple[int, TimeUnit] | None
) -> None:
    assert reaction(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("more than 2 errors (1 day)", ("more than 2 errors", 1, "days")),
        ("the signal is out (10 minutes)", ("the signal is out", 10, "minutes")),
        ("a child is afraid", ("a child is afraid", 1, "days")),
        ("the screen (wall) is down", ("the screen (wall) is down", 1, "days")),
        ("an error (once is enough)", ("an error (once is enough)", 1, "days")),
        ("an error (once) (same day)", ("an error (once)", 0, "days")),
    ],
)
def test_a_stop_criterion_has_its_reaction_time_in_parentheses_else_one_working_day(
    typed: str, expected: tuple[str, int, str]
) -> None:
    said, time, unit = expected
    assert read(Answer.STOPS, typed) == [{"text": said, "reaction_time": time, "unit": unit}]


def test_several_stop_criteria_stand_on_lines_of_their_own() -> None:
    found = read(Answer.STOPS, "one\ntwo (2 days)")
    assert [item["reaction_time"] for item in found] == [1, 2]  # type: ignore[attr-defined]
