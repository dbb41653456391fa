"""The words of the countdown."""

from __future__ import annotations

import pytest

from explog import locale
from explog.tui.widgets.countdown import in_words, told


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (600, "10 min left"),
        (541, "10 min left"),
        (540, "9 min left"),
        (1, "1 min left"),
        (0, "time to go on"),
        (-59, "time to go on"),
        (-60, "over time by 1 min"),
        (-150, "over time by 2 min"),
    ],
)
def test_it_speaks_in_whole_minutes_and_calmly(left: float, words: str) -> None:
    locale.speak("en")
    assert in_words(left) == words


def test_nothing_is_red_and_nothing_blinks() -> None:
    for left in (600.0, 30.0, -600.0):
        drawn = told(left, 10).markup
        assert "outside" not in drawn
        assert "blink" not in drawn


def test_in_a_narrow_room_the_words_stand_alone() -> None:
    locale.speak("da")
    assert told(60, 10, bar_too=False).plain == "1 min. tilbage"
