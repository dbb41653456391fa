"""Large letters for a meeting room."""

from __future__ import annotations

import pytest

from explog import locale
from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.reviews.agenda import agenda_of
from explog.tui.widgets.large import ROWS, large


def test_a_word_is_three_lines_high_and_fits() -> None:
    drawn = large("What happened?", 60)
    assert len(drawn) == ROWS
    assert all(len(line) <= 60 for line in drawn)
    assert all(line.strip() for line in drawn)


def test_long_titles_are_broken_between_words() -> None:
    drawn = large("mislykket inden for rammerne", 40)
    assert len(drawn) == 3 * ROWS or len(drawn) == 2 * ROWS
    assert all(len(line) <= 40 for line in drawn)


def test_a_word_that_does_not_fit_or_a_letter_nobody_drew_gives_nothing() -> None:
    assert large("Forandringsparathed", 20) == []
    assert large("漢字", 60) == []
    assert large("  ", 60) == []


def test_different_letters_look_different() -> None:
    seen = {tuple(large(letter, 20)) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ0123456789"}
    assert len(seen) == 38, "only O and 0 may look alike"


@pytest.mark.parametrize("language", locale.LANGUAGES)
@pytest.mark.parametrize("kind", ReviewKind)
def test_every_title_of_every_agenda_can_be_drawn(kind: ReviewKind, language: str) -> None:
    locale.speak(language)
    for step in agenda_of(kind).steps:
        assert large(step.title, 80), step.title
