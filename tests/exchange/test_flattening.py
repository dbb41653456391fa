"""A record without events becomes one event that says all of it, and nothing else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from explog.domain.record.fold import fold
from explog.exchange import demo
from explog.exchange.flattening import changes, imported

SUBJECT = "experiment/0193e000-0000-7000-8000-000000000001"
DAY = date(2026, 11, 16)


def documents() -> list[dict[str, Any]]:
    """The demo's records, as they stand in a log."""
    told = json.loads(demo.document("da"))
    every = [*told["workplaces"], *told["experiments"], *told["reviews"], *told["agreements"]]
    return [
        {name: value for name, value in each.items() if name not in {"id", "derived"}}
        for each in every
    ]


def test_every_record_of_the_demo_folds_back_to_itself() -> None:
    for document in documents():
        assert fold([imported(SUBJECT, changes(document), DAY)]).document() == document


def test_the_same_record_gives_the_same_event_and_another_one_another() -> None:
    one, same, other = (imported(SUBJECT, {"title": t}, DAY) for t in ("a", "a", "b"))
    assert one == same
    assert one.id != other.id
    assert one.id != imported(SUBJECT, {"title": "a"}, date(2026, 11, 17)).id
    assert one.is_intact()


def test_the_id_is_a_uuid8_that_sorts_by_its_day() -> None:
    days = [date(1969, 7, 20), date(2025, 1, 1), DAY, date(2031, 5, 5)]
    ids = [imported(SUBJECT, {"title": "a"}, day).id for day in days]
    assert ids == sorted(ids)
    assert {ident[14] for ident in ids} == {"8"}
    assert {ident[19] for ident in ids} <= set("89ab")


def test_what_has_no_value_says_nothing() -> None:
    document: dict[str, Any] = {
        "title": "x",
        "need": None,
        "tags": [],
        "operation": {"since": None},
        "limits": [],
    }
    assert changes(document) == {"title": "x"}


def test_ids_former_keys_and_what_is_derived_are_left_out() -> None:
    assert changes({"id": "1", "aliases": ["A"], "derived": {"x": 1}, "title": "x"}) == {
        "title": "x"
    }


def test_groups_and_elements_are_taken_apart_and_transitions_are_not() -> None:
    one = "0193e000-0000-7000-8000-000000000002"
    document: dict[str, Any] = {
        "operation": {"since": "2026-01-01"},
        "cycles": [{"id": one, "no": 1, "way_back": {"plan": "p"}}],
        "transitions": [{"id": one, "act": "plan", "on": "2026-01-01"}],
        "tags": ["a", "b"],
    }
    assert changes(document) == {
        "operation/since": "2026-01-01",
        f"cycles/{one}/no": 1,
        f"cycles/{one}/way_back/plan": "p",
        f"transitions/{one}": {"act": "plan", "on": "2026-01-01"},
        "tags": ["a", "b"],
    }


@given(st.dictionaries(st.from_regex(r"\A[a-z]{1,9}\Z"), st.text(min_size=1), min_size=1))
def test_any_plain_record_folds_back_to_itself(document: dict[str, Any]) -> None:
    values = changes(document)
    if values:
        assert fold([imported(SUBJECT, values, DAY)]).document() == values
