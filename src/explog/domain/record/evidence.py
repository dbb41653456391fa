"""What was seen: measures, observations, incidents, notes and lessons (DOMAIN.md 5.3, 5.5, 8.1)."""

from __future__ import annotations

from explog.domain.naming.vocabulary_learning import (
    Comparator,
    Competence,
    Direction,
    Frequency,
    IncidentKind,
    IncidentLevel,
    LessonKind,
    LessonStatus,
    MeasureKind,
    MeasureRole,
    Reported,
    Theme,
)
from explog.domain.texts import (
    Brief,
    Count,
    Day,
    Id,
    Long,
    Mark,
    Number,
    Part,
    Role,
    Short,
    Text,
    Word,
)
from explog.locale import _


class Measure(Part):
    """What is counted, and which way is better."""

    id: Id
    name: Brief
    definition: Text | None = None
    """What counts and how it is taken."""
    role: MeasureRole = MeasureRole.OUTCOME
    unit: Word | None = None
    kind: MeasureKind = MeasureKind.NUMBER
    direction: Direction
    target: Number | None = None
    limit: Number | None = None
    """For a balancing measure: the worst it may be, in *unit*; which side is worse follows from
    *direction*.
    """
    frequency: Frequency | None = None
    source: Brief | None = None
    collector: Role | None = None
    baseline_stated: Number | None = None
    """A starting point someone stated; used only where nothing was measured."""

    @property
    def limit_comparator(self) -> Comparator:
        """How a value must stand to *limit* to be inside it."""
        return Comparator.AT_LEAST if self.direction is Direction.UP else Comparator.AT_MOST


def target_problem(direction: Direction, baseline: float, target: float) -> str | None:
    """What is wrong with *target* seen from *baseline*, both in the measure's unit.

    None when nothing is.
    """
    if direction is Direction.WITHIN:
        return None
    if target == baseline:
        return _("the target equals the baseline; choose “stay within” if it should not change")
    if (target > baseline) is not (direction is Direction.UP):
        return _("the target lies on the worse side of the baseline; check the direction")
    return None


class Observation(Part):
    """One value of one measure on one day."""

    id: Id
    measure: Id
    date: Day
    value: Number
    n: Count | None = None
    """The denominator of a percentage or a count."""
    note: Short | None = None
    not_met: Short | None = None
    """Why it does not meet a stop criterion or cross a limit although its number says so."""


class Incident(Part):
    """Something that happened to someone or something; reported where the law says, never here."""

    id: Id
    date: Day
    kind: IncidentKind
    level: IncidentLevel
    text: Short
    reported: Reported = Reported.PENDING
    where: Brief | None = None


class Note(Part):
    """A dated line in the logbook."""

    id: Id
    date: Day
    text: Long


class Annotation(Part):
    """A numbered mark on the run chart."""

    id: Id
    date: Day
    text: Short


class Lesson(Part):
    """What was believed, seen and learned, and what follows."""

    id: Id
    we_believed: Text | None = None
    we_observed: Text | None = None
    we_learned: Text
    therefore: Text | None = None
    kind: LessonKind | None = None
    theme: Theme | None = None
    evidence: Mark | None = None
    """How sure: 1 opinion, 2 single observation, 3 seen by several, 4 measured change, 5 measured
    and repeated.
    """
    hallmark: Mark | None = None
    """Which of the five reflection questions it answers."""
    competence: Competence | None = None
    status: LessonStatus = LessonStatus.OPEN
    judged_by: Id | None = None
    """The experiment that confirmed, contradicted or outdated it; None where people just knew."""
    judged_on: Day | None = None
    """The day its status was last changed; None while it is open."""
    made_on: Day | None = None
    shared_with: tuple[Brief, ...] = ()
    shared_on: Day | None = None
    used_by: tuple[Id, ...] = ()
    """Ids of experiments that build on it."""

    @property
    def is_complete(self) -> bool:
        """Whether it says what was observed, learned and follows, and names its theme."""
        return bool(self.we_observed and self.therefore and self.theme)
