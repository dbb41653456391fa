"""What must never come in or go out, wherever it hides. Person numbers are built at run time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from explog.domain.events import sealed
from explog.errors import InvalidError
from explog.exchange.guarding import checked, hidden_in, is_clean, problems_in
from explog.journal import editing
from tests.exchange.making import brought, exported, journal, unchanged

if TYPE_CHECKING:
    from explog.store.log import Log

DAY, LAST = "25" + "12" + "48", "99" + "96"
EARLY = "01" + "01" + "01" + "12" + "34"
"""Begins with 0, which a number loses."""


@pytest.mark.parametrize(
    "value", [int(DAY + LAST), float(DAY + LAST), int(EARLY), [int(EARLY)], {"max": int(EARLY)}]
)
def test_a_person_number_that_is_a_number_is_seen(value: object) -> None:
    """An import took ten digits as the actual value of a limit."""
    assert not is_clean(value)
    assert len([*problems_in(value, "x")]) == len([*hidden_in(value, "x")]) == 1


@pytest.mark.parametrize(
    "value",
    [12345678, 99_000_000, 10**9 * 5, 3321000000, 1.5, -int(DAY + LAST), True, None, 10**12],
)
def test_other_numbers_pass(value: object) -> None:
    assert is_clean(value)
    assert [*problems_in(value, "x")] == [*hidden_in(value, "x")] == []


def test_one_that_stands_in_two_words_of_a_list_is_seen() -> None:
    """A person wrote one with a comma as two tags, and it was shown as one."""
    for parts in ([DAY, LAST], ["a", DAY, LAST]):
        assert not is_clean(parts)
        assert [one.place for one in hidden_in({"tags": parts}, "x")] == ["x.tags"]
    assert is_clean([DAY, "og", LAST])


def test_two_tags_that_are_one_are_refused_when_they_are_typed(other: Log) -> None:
    """``explog set AMB-01 tags=…`` split it at the comma, and each half passed."""
    for raw in (f"{DAY},{LAST}", [DAY, LAST]):
        with pytest.raises(InvalidError, match="person number"):
            editing.edit(journal(other), "AMB-01", {"tags": raw})


def test_an_import_refuses_both_and_names_their_places(log: Log, other: Log) -> None:
    told = json.loads(exported(other, events=False))
    told["experiments"][0]["participants_n"] = 3
    told["experiments"][0]["tags"] = [DAY, LAST]
    told["experiments"][0]["measures"] = [
        {
            "id": "0193e000-0000-7000-8000-000000000001",
            "name": "Mangler",
            "unit": "stk.",
            "direction": "down",
            "role": "outcome",
            "target": int(DAY + LAST),
        }
    ]
    before = unchanged(log)
    with pytest.raises(InvalidError) as caught:
        brought(log, told)
    assert unchanged(log) == before
    places = sorted(problem.place for problem in caught.value.problems)
    assert places == [
        "log.json: experiments[0].measures[0].target",
        "log.json: experiments[0].tags",
    ]
    assert DAY not in str(caught.value)


def test_an_event_may_not_hide_one_as_a_number_either(log: Log, other: Log) -> None:
    told = json.loads(exported(other))
    subject = next(each["subject"] for each in told["events"] if each["act"] == "jot")
    hidden = sealed(
        id="ffffffff-0000-7000-8000-000000000000",
        subject=subject,
        act="set",
        changes={"places_potential": {"value": int(EARLY)}},
        at="2026-11-17T08:00:00Z",
        as_of="2026-11-17",
        device="elsewhere",
    )
    told["events"].append(hidden.body())
    told.pop("experiments")
    with pytest.raises(InvalidError, match="places_potential"):
        brought(log, told)


def test_nothing_goes_out_with_one_in_two_lines() -> None:
    piece = json.dumps({"key": "AMB-01", "need": f"{DAY}\n{LAST}"})
    with pytest.raises(InvalidError, match="need"):
        list(checked([piece]))
    assert list(checked(['{"key": "AMB-01", "need": "a\\nb"}']))
