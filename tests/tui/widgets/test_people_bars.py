"""Stance and readiness as lines: groups and marks, bands stay bands."""

from __future__ import annotations

from datetime import date

import pytest

from explog import locale
from explog.domain.record.people import Readiness, Stance
from explog.domain.record.people_words import GROUPS, HINTS, MARKS
from explog.tui.widgets.people_bars import readiness_lines, stance_lines

ONE = "00000000-0000-7000-8000-000000000001"
TWO = "00000000-0000-7000-8000-000000000002"
BEFORE = Stance(
    id=ONE, date=date(2026, 1, 12), n=12, frontrunner=3, on_board=4, waiting=3, hesitant="1-2"
)
AFTER = Stance(
    id=TWO, date=date(2026, 6, 1), n=12, frontrunner=4, on_board=6, waiting="1-2",
    for_hesitant="[/] time together",
)  # fmt: skip


def plain(lines: list[object]) -> str:
    """The lines as text."""
    return "\n".join(str(line) for line in lines)


def test_before_and_after_stand_beside_each_other_and_bands_stay_bands() -> None:
    locale.speak("en")
    told = plain([*stance_lines([AFTER, BEFORE])])
    assert "12 Jan 2026 (12)" in told
    assert "on board      4 → 6" in told
    assert "hesitant      1-2 → 0" in told
    assert "[/] time together" in told


def test_a_bar_is_as_long_as_all_together() -> None:
    first, second = stance_lines([BEFORE, AFTER])[:2]
    assert len(first.plain) == len(second.plain)


def test_without_a_stance_there_is_nothing_to_show() -> None:
    assert stance_lines([]) == []
    assert readiness_lines([]) == []


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("barrier", MARKS)
def test_the_first_mark_of_three_or_below_is_the_barrier_with_its_hint(
    barrier: str, language: str
) -> None:
    locale.speak(language)
    marks = dict.fromkeys(MARKS, 4) | {barrier: 3, "keep_up": 2}
    told = plain([*readiness_lines([Readiness(id=ONE, date=date(2026, 2, 1), **marks)])])
    first = next(name for name in MARKS if marks[name] <= 3)
    assert locale._(HINTS[first]) in told
    assert told.count("◂") == 1


def test_no_barrier_is_said_too() -> None:
    locale.speak("en")
    marks = dict.fromkeys(MARKS, 4)
    assert "no barrier" in plain(
        [*readiness_lines([Readiness(id=ONE, date=date(2026, 2, 1), **marks)])]
    )


def test_every_group_has_a_name_and_a_shade_of_its_own() -> None:
    assert set(GROUPS) == {"frontrunner", "on_board", "waiting", "hesitant", "unknown"}
