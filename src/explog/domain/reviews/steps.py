"""A step of a meeting, and the steps of a kind of meeting in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.naming.vocabulary_learning import ReviewKind


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One step of a meeting."""

    code: str
    minutes: int
    name: str
    """Message id of its title."""
    cue: str
    """Message id: what the facilitator says and does, and what the screen shows."""
    yields: str
    """Message id: what there is when the step is over."""
    each: bool = False
    """Whether it goes through the experiments one by one."""
    reveals: bool = False
    """Whether the result is on the screen from this step on."""

    @property
    def title(self) -> str:
        """The title in the language in force."""
        return _(self.name)

    @property
    def said(self) -> str:
        """The cue in the language in force."""
        return _(self.cue)

    @property
    def output(self) -> str:
        """The output in the language in force."""
        return _(self.yields)


@dataclass(frozen=True, slots=True)
class Agenda:
    """One kind of meeting."""

    kind: ReviewKind
    purpose: str
    """Message id, like all texts here."""
    output: str
    fewest: int
    """People."""
    most: int | None
    preparation: tuple[str, ...]
    follow_up: tuple[str, ...]
    steps: tuple[AgendaStep, ...]
    size: int | None
    """How many experiments are suggested at most; None for as many as there are."""
    is_about_experiments: bool = True
    """Whether there is nothing to meet about without an experiment on the list."""

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps)

    @property
    def decides(self) -> bool:
        """Whether what becomes of its experiments is decided in it."""
        return self.step("decision") is not None

    def step(self, code: str) -> AgendaStep | None:
        """The step called *code*."""
        return next((step for step in self.steps if step.code == code), None)

    def after(self, code: str | None) -> AgendaStep | None:
        """The step that follows *code*, the first one after None; None after the last."""
        codes = [step.code for step in self.steps]
        at = codes.index(code) + 1 if code in codes else 0
        return self.steps[at] if at < len(self.steps) else None

    def before(self, code: str | None) -> AgendaStep | None:
        """The step before *code*; None before the first."""
        codes = [step.code for step in self.steps]
        at = codes.index(code) if code in codes else 0
        return self.steps[at - 1] if at > 0 else None
