"""What an act is: a name, the states it may happen in, where it leads and what it asks.

Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question
    from explog.domain.naming.vocabulary import State


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a form."""

    title: str
    """English; shown translated."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person can do to an experiment; one event each."""

    name: str
    title: str
    """An imperative, English; shown translated."""
    about: str
    """What it does, in one line, English; shown translated."""
    sources: frozenset[State]
    """The states it may happen in."""
    steps: tuple[Step, ...] = ()
    target: State | None = None
    """The state it leads to; None where the state stays."""
    decision: str | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order they are asked."""
        return tuple(question for step in self.steps for question in step.questions)

    @property
    def is_transition(self) -> bool:
        """Whether it changes the state."""
        return self.target is not None

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)

    @property
    def help(self) -> str:
        """The one line in the language in force."""
        return _(self.about)

    def question(self, name: str) -> Question:
        """The question called *name*.

        Raises:
            KeyError: When the act asks no such question.
        """
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)
