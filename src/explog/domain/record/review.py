"""Review meetings and the agreements they make (DOMAIN.md 5.5, 10). Counts, never attendees."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Self

from pydantic import Field, model_validator

from explog.domain.naming.vocabulary import Result
from explog.domain.naming.vocabulary_learning import (
    AgreementStatus,
    Choice,
    Column,
    Gathering,
    PickReason,
    ReviewKind,
    ReviewStatus,
    Theme,
)
from explog.domain.record.people import SMALLEST_GROUP, Band
from explog.domain.texts import Brief, Count, Day, Id, Long, Part, Role, Short, Text, Title, When
from explog.locale import _

if TYPE_CHECKING:
    from datetime import date

Hands = Annotated[int, Field(ge=SMALLEST_GROUP, le=100_000)]
"""How many hands were counted; never fewer than a group."""


class MeetingStep(Part):
    """One step of a meeting: what was noted in it, and how long it took."""

    id: Id
    step: Brief
    """Its code in the agenda (``domain.reviews.agenda``), or ``hallmark_1`` to ``hallmark_5``."""
    experiment: Id | None = None
    """The experiment the note is about, where the step goes through several."""
    note: Long | None = None
    """What was noted."""
    began: When | None = None
    """When the room came to it; a day where the clock knows no more."""
    minutes: Count | None = None
    """Minutes used."""
    extra: Count | None = None
    """Minutes given on top of the agenda's."""
    done: bool = False
    """Whether the room went on from it."""


class Guess(Part):
    """What the room expected before it saw the result: one answer, or hands in bands."""

    id: Id
    experiment: Id
    """The experiment, by id."""
    cycle: Id | None = None
    """The cycle whose result was guessed."""
    room: Result | None = None
    """The answer the room agreed on, or that most hands were for."""
    n: Hands | None = None
    """How many hands were counted; None where the room gave one answer."""
    supported: Band = 0
    """Hands for *it holds*; 1 and 2 are the band 1-2, a masked cell is 3+."""
    partly_supported: Band = 0
    """Hands for *it holds in part*, in bands."""
    not_supported: Band = 0
    """Hands for *it does not hold*, in bands."""
    inconclusive: Band = 0
    """Hands for *we will not know*, in bands."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        """A guess has an answer or hands."""
        if self.room is None and self.n is None:
            raise ValueError(_("a guess needs one answer of the room, or counted hands"))
        return self


class Gathered(Part):
    """One note on the wall."""

    id: Id
    column: Column
    text: Text
    theme: Theme | None = None
    experiment: Id | None = None
    """The experiment it is about, by id."""


class Vote(Part):
    """The dots on one thing: a gathered note, a lesson or an experiment."""

    id: Id
    of: Id
    """The note, the lesson or the experiment, by id."""
    count: Band = 0
    """How many; 1 and 2 are the band 1-2, a masked cell is 3+."""


class Chosen(Part):
    """The one thing to spread, to try or to stop."""

    id: Id
    what: Choice
    """What it was chosen for."""
    text: Text
    experiment: Id | None = None
    """The experiment it is about, by id."""


class Pick(Part):
    """Why an experiment is on the meeting's list."""

    id: Id
    experiment: Id
    """The experiment, by id."""
    reason: PickReason
    """Why."""


class WellSpent(Part):
    """Was the time well spent? Hands for each mark from 1 to 5, in bands."""

    n: Hands | None = None
    """How many hands were counted; None where nobody asked."""
    mark_1: Band = 0
    """Hands for 1, not at all; 1 and 2 are the band 1-2, a masked cell is 3+."""
    mark_2: Band = 0
    """Hands for 2, in bands."""
    mark_3: Band = 0
    """Hands for 3, in bands."""
    mark_4: Band = 0
    """Hands for 4, in bands."""
    mark_5: Band = 0
    """Hands for 5, very well, in bands."""


class Review(Part):
    """One meeting in which a team looks at what it tried."""

    id: Id
    key: Brief
    aliases: tuple[Brief, ...] = ()
    kind: ReviewKind
    title: Title
    date: Day
    """The day it is planned for, and from its beginning the day it was held."""
    status: ReviewStatus = ReviewStatus.HELD
    at_step: Brief | None = None
    """The agenda's code of the step the room is in, or was in when it was left."""
    minutes: Count | None = None
    """Minutes used."""
    participants_n: Count | None = None
    """How many took part; a count and nothing else."""
    workplaces: tuple[Id, ...] = ()
    experiments: tuple[Id, ...] = ()
    """In the order they are taken."""
    picks: tuple[Pick, ...] = ()
    """Why each experiment is on the list."""
    since: Day | None = None
    """The first day of the period the meeting looks at."""
    until: Day | None = None
    """The last day of it."""
    query: Text | None = None
    """The query that chose the experiments."""
    purpose: Text | None = None
    """In the facilitator's words; None for the agenda's own."""
    gathering: Gathering | None = None
    """How the notes on the wall are gathered; None before the first one."""
    steps: tuple[MeetingStep, ...] = ()
    """What was noted step by step."""
    guesses: tuple[Guess, ...] = ()
    """What the room expected before it saw the results."""
    gathered: tuple[Gathered, ...] = ()
    """The notes on the wall."""
    votes: tuple[Vote, ...] = ()
    """The dots, as counts."""
    chosen: tuple[Chosen, ...] = ()
    """What the room chose."""
    well_spent: WellSpent = WellSpent()
    """Whether the time was well spent, as counts."""
    language: Brief | None = None
    archived: bool = False

    def step(self, code: str, experiment: str | None = None) -> MeetingStep | None:
        """What is kept of the step *code*, about *experiment*; the newest where there are two."""
        found = [one for one in self.steps if (one.step, one.experiment) == (code, experiment)]
        return found[-1] if found else None

    def has_come_to(self, code: str) -> bool:
        """Whether the room has come to the step *code*, even if it went back since."""
        found = [one for one in self.steps if one.step == code]
        return any(one.began is not None or one.done for one in found)

    def guess_of(self, experiment: str) -> Guess | None:
        """What the room guessed of *experiment*; the newest where there are two."""
        found = [one for one in self.guesses if one.experiment == experiment]
        return found[-1] if found else None

    def votes_of(self, thing: str) -> int | str:
        """The dots on *thing*, as a band; 0 where there are none."""
        found = [one.count for one in self.votes if one.of == thing]
        return found[-1] if found else 0

    def choice(self, what: str) -> Chosen | None:
        """What was chosen to be spread, tried or stopped; the newest where there are two."""
        found = [one for one in self.chosen if one.what == what]
        return found[-1] if found else None


class Agreement(Part):
    """What a function does by when."""

    id: Id
    key: Brief
    aliases: tuple[Brief, ...] = ()
    what: Short
    role: Role
    """A function, never a name."""
    due: Day
    status: AgreementStatus = AgreementStatus.OPEN
    closed_on: Day | None = None
    kept_on: Day | None = None
    """The day it was last looked at and kept open."""
    reason: Short | None = None
    """Why it was dropped, or kept open."""
    review: Id | None = None
    """The meeting it was made in."""
    settled_in: Id | None = None
    """The meeting that last said what became of it."""
    experiments: tuple[Id, ...] = ()
    archived: bool = False

    def is_overdue(self, today: date) -> bool:
        """Whether it is still open after its due date."""
        return self.status is AgreementStatus.OPEN and self.due < today
