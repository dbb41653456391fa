"""What an import refuses because it cannot be true, or because logs that meet make it broken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.events import sealed
from explog.errors import InvalidError
from tests.exchange.making import brought, exported, journal, unchanged

if TYPE_CHECKING:
    from pydantic import JsonValue

    from explog.store.log import Log

IDENT = "0193e000-0000-7000-8000-00000000000c"

UNTRUE: dict[str, tuple[dict[str, Any], str]] = {
    "too many initiators": (
        {"initiator": ["employees", "management", "citizens", "supplier"]},
        "AMB-01.initiator",
    ),
    "an end before the start": (
        {"cycles": [{"id": IDENT, "no": 1, "started_on": "2026-10-05", "ended_on": "2026-10-01"}]},
        "AMB-01.cycles[1].ended_on",
    ),
    "a note from the future": (
        {"notes": [{"id": IDENT, "date": "2027-10-05", "text": "x"}]},
        "AMB-01.notes[0].date",
    ),
}


@pytest.mark.parametrize("name", UNTRUE)
@pytest.mark.parametrize("is_known", [False, True], ids=["new", "known"])
def test_what_cannot_be_true_is_refused_with_its_key(
    log: Log, other: Log, name: str, is_known: bool
) -> None:
    """A file with an end before its start came in, and its page made no sense."""
    changed, place = UNTRUE[name]
    if is_known:
        brought(log, exported(other))
    told = json.loads(exported(other, events=False))
    told["experiments"][0].update(changed)
    before = unchanged(log)
    with pytest.raises(InvalidError) as caught:
        brought(log, told)
    assert unchanged(log) == before
    assert [problem.place for problem in caught.value.problems] == [f"log.json: {place}"]


def test_the_future_counts_from_the_later_of_the_two_clocks(log: Log, other: Log) -> None:
    told = json.loads(exported(other, events=False))
    told["experiments"][0]["notes"] = [{"id": IDENT, "date": "2027-10-05", "text": "x"}]
    assert brought(log, {**told, "as_of": "2027-10-05"}).added == 2


def event(other: Log, changes: dict[str, JsonValue]) -> dict[str, Any]:
    """A document of one sealed event on AMB-01."""
    found = sealed(
        id="ffffffff-0000-7000-8000-000000000000",
        subject=journal(other).store.find("AMB-01"),
        act="set",
        changes={path: {"value": value} for path, value in changes.items()},
        at="2026-11-17T08:00:00Z",
        as_of="2026-11-17",
        device="elsewhere",
    )
    return {"format": "explog-log", "version": 1, "events": [found.body()]}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"places_potential": "3"}, "AMB-01.places_potential"),
        ({"archived": "yes"}, "AMB-01.archived"),
    ],
)
def test_an_event_whose_value_is_of_another_kind_is_refused(
    log: Log, other: Log, changes: dict[str, JsonValue], place: str
) -> None:
    """A number in quotes is read kindly by the store, and would be exported as a text."""
    brought(log, exported(other))
    before = unchanged(log)
    with pytest.raises(InvalidError) as caught:
        brought(log, event(other, changes))
    assert unchanged(log) == before
    assert [problem.place for problem in caught.value.problems] == [f"log.json: {place}"]


def test_an_event_alone_that_cannot_be_true_is_refused_too(log: Log, other: Log) -> None:
    brought(log, exported(other))
    note: dict[str, JsonValue] = {
        f"notes/{IDENT}/date": "2027-10-05",
        f"notes/{IDENT}/text": "x",
    }
    with pytest.raises(InvalidError, match=r"AMB-01\.notes"):
        brought(log, event(other, note))
