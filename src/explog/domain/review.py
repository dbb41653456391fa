"""Review meetings and the agreements they make (DOMAIN.md 5.5, 10). Counts, never attendees."""

from __future__ import annotations

from explog.domain.texts import Brief, Count, Day, Id, Long, Part, Role, Short, Title
from explog.domain.vocabulary_learning import AgreementStatus, ReviewKind


class Step(Part):
    """One step of a meeting and what was noted in it."""

    id: Id
    name: Brief
    note: Long | None = None
    minutes: Count | None = None


class Review(Part):
    """One meeting in which a team looks at what it tried."""

    id: Id
    key: Brief
    aliases: tuple[Brief, ...] = ()
    kind: ReviewKind
    title: Title
    date: Day
    minutes: Count | None = None
    """Minutes used."""
    participants_n: Count | None = None
    """How many took part; a count and nothing else."""
    workplaces: tuple[Id, ...] = ()
    experiments: tuple[Id, ...] = ()
    steps: tuple[Step, ...] = ()
    language: Brief | None = None
    archived: bool = False


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
    reason: Short | None = None
    """Why it was dropped."""
    review: Id | None = None
    experiments: tuple[Id, ...] = ()
    archived: bool = False

    def is_overdue(self, today: Day) -> bool:
        """Whether it is still open after its due date."""
        return self.status is AgreementStatus.OPEN and self.due < today
