"""The eight questions that are answered before a test starts: their numbers and their dead end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.questions_frame import CHECK

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question


def numbered(question: Question) -> str:
    """What is asked, with its number where it is one of the eight."""
    names = [one.name for one in CHECK]
    if question.name not in names:
        return question.asked
    return f"{names.index(question.name) + 1}. {question.asked}"


def is_dead_end(question: Question, raw: str) -> bool:
    """Whether *raw* is the no that keeps a test from starting."""
    return question.name in {one.name for one in CHECK} and raw == "no"
