"""The four meetings minute by minute, as data (DOMAIN.md 10.1–10.6).

Every text is an English message id; ``explog.locale`` translates it where it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from explog.domain.naming.vocabulary_learning import Column, Gathering, ReviewKind
from explog.locale import N_, _

RULES = (
    N_(
        "We take it that everybody did the best they could, with what they knew and the means "
        "they had."
    ),
    N_("We talk about what we did – not about who."),
)
"""Read aloud at the opening."""

HALLMARKS = (
    N_("What did it mean for the core task?"),
    N_("Whose idea was it – and how did we spot it? (function, not name)"),
    N_("Where was there room to try things out, and were the frames clear?"),
    N_("What did we learn about technology that we could not do before?"),
    N_("How did we help the hesitant and give the frontrunners room?"),
)
"""The five reflection questions, optional; the codes of their notes are ``hallmark_1`` to ``5``."""

COLUMNS: dict[Gathering, tuple[Column, ...]] = {
    Gathering.FOUR_L: (Column.LIKED, Column.LEARNED, Column.LACKED, Column.LONGED_FOR),
    Gathering.START_STOP_CONTINUE: (Column.START, Column.STOP, Column.CONTINUE),
    Gathering.AAR: (Column.EXPECTED, Column.HAPPENED, Column.DIFFERENCE, Column.NEXT),
}
"""The columns of each way of gathering, left to right."""

VOTES_PER_PERSON = 3
"""Dots each person has in a retrospective."""


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

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(step.minutes for step in self.steps)

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


def agenda_of(kind: ReviewKind | str) -> Agenda:
    """The agenda of a meeting of *kind*.

    Raises:
        ValueError: When there is no such kind.
    """
    from explog.domain.reviews.agenda_kinds import AGENDAS  # noqa: PLC0415 - the texts are long

    return AGENDAS[ReviewKind(kind)]
