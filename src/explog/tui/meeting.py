"""Everything a guided meeting shows, read in one go on the desk's thread. No Textual."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import Kind
from explog.domain.record.review import Review
from explog.domain.reviews.agenda import agenda_of
from explog.domain.reviews.selection import open_agreements
from explog.journal.stored import stored
from explog.tui.dossier import dossier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from explog.domain.record.fold import Document
    from explog.domain.record.review import MeetingStep
    from explog.domain.reviews.steps import Agenda, AgendaStep
    from explog.journal.journal import Journal
    from explog.tui.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Turn:
    """One thing at a time: a step, about one experiment where it takes them one by one."""

    step: AgendaStep
    experiment: str | None = None
    """Its id."""


@dataclass(frozen=True)
class Meeting:
    """One meeting as it is now."""

    review: Review
    turns: tuple[Turn, ...]
    today: date
    dossiers: dict[str, Dossier] = field(default_factory=dict)
    """Id → what there is about each experiment of the meeting, in the order they are taken."""
    open: list[Document] = field(default_factory=list)
    """The agreements it opens with: the open ones, and those it has already settled."""
    made: list[Document] = field(default_factory=list)
    """The agreements made in it."""

    @cached_property
    def agenda(self) -> Agenda:
        """The agenda of its kind."""
        return agenda_of(self.review.kind)

    @property
    def here(self) -> int:
        """The place of the turn it was left at; the first one before it begins."""
        at = self.review.at_step
        return next((n for n, turn in enumerate(self.turns) if turn.step.code == at), 0)

    def place_of(self, turn: Turn, near: int) -> int:
        """The place of *turn*; where it is gone, the nearest one of its step, from *near* back."""
        if turn in self.turns:
            return self.turns.index(turn)
        left = [n for n, one in enumerate(self.turns) if one.step.code == turn.step.code]
        return max((n for n in left if n <= near), default=self.here)

    def kept(self, turn: Turn) -> MeetingStep | None:
        """What is in the log about *turn*."""
        return self.review.step(turn.step.code, turn.experiment)

    def is_done(self, turn: Turn) -> bool:
        """Whether the room has been through the step of *turn*."""
        kept = self.review.step(turn.step.code)
        return kept is not None and kept.done

    def has_begun(self, code: str) -> bool:
        """Whether the room has come to the step *code*."""
        kept = self.review.step(code)
        return kept is not None and (kept.began is not None or kept.done)

    def minutes_of(self, code: str) -> int:
        """Minutes the step *code* may take, with what was given on top."""
        step, kept = self.agenda.step(code), self.review.step(code)
        return (step.minutes if step else 0) + ((kept.extra or 0) if kept else 0)

    def used_in(self, code: str) -> int:
        """Minutes used in the step *code* before."""
        kept = self.review.step(code)
        return (kept.minutes or 0) if kept else 0

    def about(self, turn: Turn) -> Dossier:
        """The experiment *turn* is about.

        Raises:
            KeyError: Where the turn is about none.
        """
        return self.dossiers[turn.experiment or ""]


def meeting(journal: Journal, ref: str) -> Meeting:
    """Read the meeting *ref*.

    Raises:
        NotFoundError: When there is no such meeting.
    """
    document = journal.store.document(journal.store.find(ref, Kind.REVIEW))
    review = stored(Review, document)
    dossiers = {ident: dossier(journal, ident) for ident in review.experiments}
    today = journal.clock.today()
    agreements = journal.store.documents(Kind.AGREEMENT)
    opening = open_agreements(
        [one for one in agreements if one.get("review") != review.id],
        journal.store.documents(Kind.REVIEW),
        review.workplaces,
        today.isoformat(),
    )
    settled = [one for one in agreements if one.get("settled_in") == review.id]
    ids = {one["id"] for one in settled}
    return Meeting(
        review=review,
        turns=tuple(_turns(review)),
        today=today,
        dossiers=dossiers,
        open=[*(one for one in opening if one["id"] not in ids), *settled],
        made=[
            one for one in agreements if one.get("review") == review.id and not one.get("archived")
        ],
    )


def _turns(review: Review) -> Iterator[Turn]:
    """The agenda's steps; where a step takes the experiments one by one, once for each."""
    for step in agenda_of(review.kind).steps:
        if step.each and review.experiments:
            yield from (Turn(step, ident) for ident in review.experiments)
        else:
            yield Turn(step)
