"""Values in words: what a stored field is called and what a person reads for its value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import ACTS, EDITABLE
from explog.domain.acts.questions import Answer
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
from explog.journal.parts import DAYS, NAMES, WORDS, kind_of
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
    return OF_PATHS.get(kind_of(path))


def field_words(path: str) -> str:
    """What the field at *path* is called: its question, else its name."""
    question, kind = question_of(path), kind_of(path)
    if question is not None:
        return question.asked
    last = path.rpartition("/")[2]
    name = NAMES.get(kind) or NAMES.get(f"*/{last}")
    return _(name) if name else last.replace("_", " ")


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
        return _of_our_words(path, value) or _said_text(path, value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return shown_number(value) if isinstance(value, int | float) else "–"


def _of_our_words(path: str, text: str) -> str | None:
    """The label of one of our own words that no question asks for; None for any other text."""
    kind = kind_of(path)
    found = (*OF_MEETINGS.get(kind, ()), *([WORDS[kind]] if kind in WORDS else ()))
    for words in found:
        if text in {word.value for word in words}:
            return label(words(text))
    return None


def _said_text(path: str, text: str) -> str:
    """A stored *text* as the answer at *path*: a label, a day, or the person's own words."""
    question = question_of(path)
    if question is not None and question.choices is not None:
        return label(question.choices(text))
    is_day = question is not None and question.kind in {Answer.DAY, Answer.MOMENT}
    return shown_moment(parse_moment(text)) if is_day or kind_of(path) in DAYS else text
