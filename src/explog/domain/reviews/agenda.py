"""The four meetings minute by minute, as data (DOMAIN.md 10.1–10.6).

Every text is an English message id; ``explog.locale`` translates it where it is shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import Column, Gathering, ReviewKind
from explog.locale import N_, _

if TYPE_CHECKING:
    from explog.domain.record.review import Review
    from explog.domain.reviews.steps import Agenda

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


def title_of(kind: ReviewKind | str, code: str) -> str:
    """What the step *code* of a meeting of *kind* is called, or the question ``hallmark_<n>``.

    The code itself where the agenda knows neither.
    """
    hallmarks = {f"hallmark_{number}": text for number, text in enumerate(HALLMARKS, 1)}
    step = agenda_of(kind).step(code)
    return step.title if step else _(hallmarks[code]) if code in hallmarks else code


def is_revealed(review: Review) -> bool:
    """Whether the room has seen how it came out: no guess is honest from then on."""
    codes = [step.code for step in agenda_of(review.kind).steps if step.reveals]
    return any(review.has_come_to(code) for code in codes)


def agenda_of(kind: ReviewKind | str) -> Agenda:
    """The agenda of a meeting of *kind*.

    Raises:
        ValueError: When there is no such kind.
    """
    from explog.domain.reviews.agenda_kinds import AGENDAS  # noqa: PLC0415 - the texts are long

    return AGENDAS[ReviewKind(kind)]
