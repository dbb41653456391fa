"""State as a fold of events: any order, versions kept, tombstones (DESIGN.md 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.events import Event, canonical, sealed
from explog.domain.record.fold import Folded, fold
from tests.builders import ident

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from pydantic import JsonValue

SUBJECT = f"experiment/{ident('experiment')}"
LESSON = f"lessons/{ident('lesson')}"


def number(n: int) -> str:
    """The id of the event with this number; ids sort as their numbers do."""
    return f"{n:08x}-0000-7000-8000-000000000000"


def event(n: int, changes: Mapping[str, JsonValue], over: Sequence[int] = ()) -> Event:
    """The event with this number, whose values replace those of the events *over*."""
    return sealed(
        id=number(n),
        subject=SUBJECT,
        act="set",
        changes={
            path: {"value": value, "over": [number(old) for old in over]}
            for path, value in changes.items()
        },
        at="2026-10-12T08:30:00Z",
        as_of="2026-10-12",
        device="kimola-37",
    )


def test_nothing_folds_to_nothing() -> None:
    assert fold([]).document() == {}
    assert fold([]).value("title") is None
    assert fold([]).over("title") == ()


def test_fields_groups_and_elements_make_a_document() -> None:
    folded = fold(
        [
            event(
                1,
                {
                    "title": "QR",
                    "operation/since": "2026-11-09",
                    f"{LESSON}/theme": "workflow",
                    f"cycles/{ident('cycle')}/way_back/plan": "Paper",
                    f"transitions/{ident('step')}": {"act": "plan", "on": "2026-10-12"},
                },
            )
        ]
    )
    assert folded.document() == {
        "title": "QR",
        "operation": {"since": "2026-11-09"},
        "lessons": [{"id": ident("lesson"), "theme": "workflow"}],
        "cycles": [{"id": ident("cycle"), "way_back": {"plan": "Paper"}}],
        "transitions": [{"id": ident("step"), "act": "plan", "on": "2026-10-12"}],
    }


def test_elements_stand_in_the_order_of_their_ids() -> None:
    names = ["a", "b", "c", "d"]
    folded = fold([event(n, {f"notes/{ident(name)}/text": name}) for n, name in enumerate(names)])
    found = [element["id"] for element in folded.document()["notes"]]  # type: ignore[union-attr,index,call-overload]
    assert found == sorted(ident(name) for name in names)


def test_a_later_value_replaces_the_one_it_says_it_replaces() -> None:
    folded = fold([event(1, {"title": "QR"}), event(2, {"title": "QR list"}, over=[1])])
    assert folded.document() == {"title": "QR list"}
    assert folded.versions() == []
    assert folded.over("title") == (number(2),)


def test_two_values_that_replace_the_same_one_are_two_versions_and_the_newest_is_shown() -> None:
    folded = fold(
        [
            event(1, {"title": "QR"}),
            event(2, {"title": "QR list"}, over=[1]),
            event(3, {"title": "QR check"}, over=[1]),
        ]
    )
    assert folded.value("title") == "QR check"
    assert folded.versions() == ["title"]
    assert folded.over("title") == (number(2), number(3))


def test_a_third_value_settles_two_versions() -> None:
    folded = fold(
        [
            event(1, {"title": "QR"}),
            event(2, {"title": "a"}, over=[1]),
            event(3, {"title": "b"}, over=[1]),
            event(4, {"title": "a"}, over=[2, 3]),
        ]
    )
    assert folded.value("title") == "a"
    assert folded.versions() == []


def test_the_same_value_written_twice_is_no_conflict() -> None:
    folded = fold([event(1, {"title": "QR"}), event(2, {"title": "QR"})])
    assert folded.versions() == []
    assert folded.over("title") == (number(1), number(2))


def test_a_value_that_was_taken_away_on_one_side_and_changed_on_the_other_is_two_versions() -> None:
    folded = fold(
        [
            event(1, {"need": "x"}),
            event(2, {"need": None}, over=[1]),
            event(3, {"need": "y"}, over=[1]),
        ]
    )
    assert folded.versions() == ["need"]
    assert folded.document() == {"need": "y"}


@pytest.mark.parametrize("value", ["yes", True, 1])
def test_a_removed_element_is_gone_with_all_its_fields(value: JsonValue) -> None:
    folded = fold(
        [
            event(1, {f"{LESSON}/theme": "workflow", "title": "QR"}),
            event(2, {f"{LESSON}/removed": value}),
            event(3, {f"{LESSON}/we_learned": "Written on another device"}),
        ]
    )
    assert folded.document() == {"title": "QR"}


def test_a_tombstone_that_was_lifted_gives_the_element_back() -> None:
    folded = fold(
        [
            event(1, {f"{LESSON}/theme": "workflow"}),
            event(2, {f"{LESSON}/removed": True}),
            event(3, {f"{LESSON}/removed": None}, over=[2]),
        ]
    )
    assert folded.document() == {"lessons": [{"id": ident("lesson"), "theme": "workflow"}]}


def test_an_element_without_a_value_left_is_no_element() -> None:
    folded = fold(
        [event(1, {f"{LESSON}/theme": "x"}), event(2, {f"{LESSON}/theme": None}, over=[1])]
    )
    assert folded.document() == {}


def test_events_that_replace_each_other_in_a_ring_lose_nothing() -> None:
    """No honest log holds them; a forged one must not crash the fold."""
    ring = [event(1, {"title": "a"}, over=[2]), event(2, {"title": "b"}, over=[1])]
    assert fold(ring).value("title") == "b"


def test_a_path_below_a_plain_value_does_not_crash() -> None:
    folded = fold([event(1, {"operation": "x", "operation/since": "2026-11-09"})])
    assert folded.document() == {"operation": "x"}


PATHS = ["title", "need", "operation/since", f"{LESSON}/theme", f"{LESSON}/removed"]
VALUES: st.SearchStrategy[JsonValue] = st.sampled_from([None, True, False, "a", "b", 1, 2.5])


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Events of which each may replace any that came before it."""
    made = []
    for n in range(1, draw(st.integers(1, 8)) + 1):
        changes: dict[str, JsonValue] = draw(
            st.dictionaries(st.sampled_from(PATHS), VALUES, min_size=1)
        )
        over = draw(st.sets(st.integers(1, n - 1))) if n > 1 else set()
        made.append(event(n, changes, [*over]))
    return made


@given(histories(), st.randoms())
def test_the_order_in_which_events_arrive_does_not_matter(
    events: list[Event], order: random.Random
) -> None:
    shuffled = [*events]
    order.shuffle(shuffled)
    first, second = fold(events), fold(shuffled)
    assert canonical(first.document()) == canonical(second.document())
    assert first.versions() == second.versions()
    assert all(first.over(path) == second.over(path) for path in PATHS)


@given(histories())
def test_an_event_that_arrives_twice_counts_once(events: list[Event]) -> None:
    assert fold([*events, *events]).heads == fold(events).heads


@given(histories())
def test_writing_over_all_versions_leaves_one(events: list[Event]) -> None:
    folded = fold(events)
    for path in PATHS:
        settled = fold([*events, _settling(folded, path)])
        assert path not in settled.versions()
        assert settled.value(path) == "settled"


def _settling(folded: Folded, path: str) -> Event:
    """An event that replaces every version of *path*."""
    return sealed(
        id=number(999),
        subject=SUBJECT,
        act="set",
        changes={path: {"value": "settled", "over": folded.over(path)}},
        at="2026-10-12T08:30:00Z",
        as_of="2026-10-12",
        device="kimola-37",
    )
