"""Lessons across the log: groups, marks, words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from explog import locale
from explog.domain.lists.lessons import (
    BY_CODE,
    GROUPINGS,
    MARKS,
    SURE,
    Lesson,
    Taught,
    grouped,
)
from explog.domain.query.query import parse

ONE = Lesson(
    id="id-1",
    experiment="id-e",
    key="AMB-02",
    no=1,
    title="Dictating while driving",
    state="abandoned",
    outcome="failed_safely",
    workplace="AMB",
    core_task="Safe help",
    we_believed=None,
    we_observed="Words were misheard.",
    we_learned="Cabin noise was the problem.",
    therefore="Try it parked.",
    kind=None,
    theme="technology",
    evidence=3,
    hallmark=4,
    competence=None,
    status="open",
    judged_by=None,
    judged_on=None,
    made_on="2026-02-12",
    shared_with=(),
    used_by=(),
)


@pytest.mark.parametrize(
    ("changes", "marks"),
    [
        ({}, ("never_used",)),
        ({"used_by": ("AMB-05",)}, ()),
        ({"status": "contradicted", "used_by": ("AMB-05",)}, ("contradicted",)),
        ({"status": "outdated"}, ("never_used", "outdated")),
        ({"used_by": ("AMB-05",), "made_on": "2025-11-16"}, ()),
        ({"used_by": ("AMB-05",), "made_on": "2025-11-15"}, ("old",)),
        ({"used_by": ("AMB-05",), "made_on": None}, ()),
    ],
)
def test_a_lesson_is_marked_for_a_second_look(
    changes: dict[str, object], marks: tuple[str, ...]
) -> None:
    assert replace(ONE, **changes).marks("2026-11-16") == marks  # type: ignore[arg-type]
    assert {*marks} <= {*MARKS}


def test_a_lesson_is_old_from_the_day_after_a_year() -> None:
    assert "old" not in ONE.marks("2027-02-12")
    assert "old" in ONE.marks("2027-02-13")


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("noise", True),
        ("NOISE parked", True),
        ("noise library", False),
        ("-noise", False),
        ("-library", True),
        ("AMB-02/1", True),
        ("driving", True),
        ("", True),
    ],
)
def test_every_word_is_looked_for_in_what_the_lesson_says(query: str, *, holds: bool) -> None:
    found = Taught([ONE]).holding(parse(query, date(2026, 11, 16)).texts)
    assert found == ([ONE] if holds else [])


def test_groups_follow_the_order_of_the_words_and_what_is_not_said_comes_last() -> None:
    unsaid = replace(ONE, id="id-2", theme=None)
    timing = replace(ONE, id="id-3", theme="timing")
    groups = grouped([unsaid, timing, ONE], BY_CODE["theme"])
    assert [(group.title, [one.id for one in group.lessons]) for group in groups] == [
        ("technology", ["id-1"]),
        ("timing", ["id-3"]),
        ("not said", ["id-2"]),
    ]


def test_core_tasks_are_sorted_as_danes_do() -> None:
    tasks = ["Ås", "Ære", "Zoo", "Ør", "Bo"]
    lessons = [replace(ONE, id=f"id-{task}", core_task=task) for task in tasks]
    groups = grouped(lessons, BY_CODE["task"])
    assert [group.title for group in groups] == ["Bo", "Zoo", "Ære", "Ør", "Ås"]


def test_inside_a_group_the_newest_lesson_comes_first() -> None:
    newer = replace(ONE, id="id-0", made_on="2026-05-01")
    assert [one.id for one in grouped([ONE, newer], BY_CODE["theme"])[0].lessons] == [
        "id-0",
        "id-1",
    ]


@pytest.mark.parametrize("language", locale.LANGUAGES)
def test_every_grouping_and_every_value_has_words(language: str) -> None:
    locale.speak(language)
    for grouping in GROUPINGS:
        assert grouping.spoken
        assert all(grouping.named(value) for value in grouping.order)
    assert {*SURE} == {1, 2, 3, 4, 5}


def test_its_json_says_what_it_is_called_and_marked() -> None:
    told = ONE.as_json("2026-11-16")
    assert (told["ref"], told["marks"], told["used_by"]) == ("AMB-02/1", ["never_used"], [])
