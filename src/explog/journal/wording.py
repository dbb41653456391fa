"""Values in words: what a stored field is called and what a person reads for its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import ACTS, EDITABLE
from explog.domain.acts.questions import Answer
from explog.domain.events import ID
from explog.domain.moments import parse_moment, shown_moment
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Result
from explog.domain.naming.vocabulary_learning import (
    AgreementStatus,
    Choice,
    Column,
    Gathering,
    ReviewKind,
    ReviewStatus,
)
from explog.domain.numbers import shown_number
from explog.locale import _

if TYPE_CHECKING:
    from enum import StrEnum

    from pydantic import JsonValue

    from explog.domain.acts.questions import Question

OF_PATHS = {
    re.sub(r"\{\w+\}", "*", question.path): question
    for question in (*(question for act in ACTS for question in act.questions), *EDITABLE)
    if question.path
}
"""The question that each kind of path answers."""

REFERENCES = frozenset({Answer.CORE_TASK, Answer.WORKPLACE, Answer.MEASURE, Answer.EXPERIMENTS})
"""Answers that are ids: nothing a person reads."""


OF_MEETINGS: dict[str, tuple[type[StrEnum], ...]] = {
    "status": (AgreementStatus, ReviewStatus),
    "kind": (ReviewKind,),
    "gathering": (Gathering,),
    "gathered/*/column": (Column,),
    "chosen/*/what": (Choice,),
    "guesses/*/room": (Result,),
}
"""The words of meetings and agreements, which no question asks for."""


def question_of(path: str) -> Question | None:
    """The question whose answer is kept at *path*; None for a path that no question asks for."""
    return OF_PATHS.get(re.sub(ID, "*", path))


def field_words(path: str) -> str:
    """What the field at *path* is called: its question, else its name."""
    question = question_of(path)
    return question.asked if question else path.rpartition("/")[2].replace("_", " ")


def said_change(path: str, value: JsonValue, *, name: str = "", before: JsonValue = None) -> str:
    """What changed at *path*, from what and to what; an id is left out, for nobody reads it."""
    question, name = question_of(path), name or field_words(path)
    if value is not None and question is not None and question.kind in REFERENCES:
        return name
    said = f"→ {said_value(path, value)}"
    if before is None:
        return f"{name} {said}"
    return f"{asked(name)} {said_value(path, before)} {said}"


def asked(name: str) -> str:
    """What stands before an answer: a question, or the field's name with a colon."""
    return name if name.endswith(("?", "…", ":")) else f"{name}:"


def said_value(path: str, value: JsonValue) -> str:
    """What a person reads for *value* at *path*: labels, days, numbers in the language in force."""
    if isinstance(value, list):
        return ", ".join(said_value(path, part) for part in value)
    if isinstance(value, str):
        return _of_a_meeting(path, value) or _said_text(question_of(path), value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return shown_number(value) if isinstance(value, int | float) else "–"


def _of_a_meeting(path: str, text: str) -> str | None:
    """The label of one of our own words in a meeting or an agreement; None for any other text."""
    for words in OF_MEETINGS.get(re.sub(ID, "*", path), ()):
        if text in {word.value for word in words}:
            return label(words(text))
    return None


def _said_text(question: Question | None, text: str) -> str:
    """A stored *text* as the answer to *question*: a label, a day, or the person's own words."""
    if question is not None and question.choices is not None:
        return label(question.choices(text))
    if question is not None and question.kind in {Answer.DAY, Answer.MOMENT}:
        return shown_moment(parse_moment(text))
    return text
