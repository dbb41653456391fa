"""Questions: what a form asks and a command takes as options, said once for both front ends.

A question knows its words, the kind of answer, and the path its answer is kept at. In a path,
``{cycle}`` is the current
cycle and every other name in braces an element that the act makes (or changes). Standard library
only.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from explog.locale import _


class Answer(StrEnum):
    """The kind of answer a question takes."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    MOMENT = "moment"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    WORDS = "words"
    CORE_TASK = "core_task"
    WORKPLACE = "workplace"
    MEASURE = "measure"
    EXPERIMENTS = "experiments"
    CRITERION = "criterion"
    LIMITS = "limits"
    STOPS = "stops"
    LINES = "lines"
    ACTUALS = "actuals"
    REACTIONS = "reactions"


@dataclass(frozen=True, slots=True)
class Question:
    """One question."""

    name: str
    """The answer's name; ``--name-with-dashes`` on the command line."""
    label: str
    """A sentence start or a short question, English; shown translated."""
    why: str
    """Why it is asked, in one line, English; shown translated."""
    path: str = ""
    """Where the answer is kept; empty where the act composes it."""
    kind: Answer = Answer.LINE
    limit: int = 0
    """The longest answer in characters; 0 where length does not apply."""
    choices: type[StrEnum] | None = None

    @property
    def asked(self) -> str:
        """The label in the language in force."""
        return _(self.label)

    @property
    def help(self) -> str:
        """The reason in the language in force; empty where the label says it all."""
        return _(self.why) if self.why else ""

    @property
    def option(self) -> str:
        """The command line's spelling."""
        return "--" + self.name.replace("_", "-")


def line(name: str, path: str, limit: int, label: str, why: str) -> Question:
    """A question answered in one line of at most *limit* characters."""
    return Question(name, label, why, path, Answer.LINE, limit)


def text(name: str, path: str, limit: int, label: str, why: str) -> Question:
    """A question answered in a sentence or two of at most *limit* characters."""
    return Question(name, label, why, path, Answer.TEXT, limit)


def choice(name: str, path: str, choices: type[StrEnum], label: str, why: str) -> Question:
    """A question with one answer out of *choices*."""
    return Question(name, label, why, path, Answer.CHOICE, 0, choices)


def choices(name: str, path: str, allowed: type[StrEnum], label: str, why: str) -> Question:
    """A question with any number of answers out of *allowed*."""
    return Question(name, label, why, path, Answer.CHOICES, 0, allowed)
