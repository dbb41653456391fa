"""The experiment: one small thing a team tries, with its cycles, frames.

Evidence and lessons (DOMAIN.md 4, 5).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import (
    Closeness,
    Decision,
    Initiator,
    InnovationType,
    MedStatus,
    Novelty,
    State,
    Value,
)
from explog.domain.naming.vocabulary_learning import Source
from explog.domain.record.cycle import Cycle, Transition
from explog.domain.record.evidence import Annotation, Incident, Lesson, Measure, Note, Observation
from explog.domain.record.frame import Extension, Limit, StopCriterion, Tightening
from explog.domain.record.people import Readiness, Stance
from explog.domain.record.spread import Operation, Place
from explog.domain.texts import Brief, Count, Id, Long, Part, Role, Short, Text, Title, Word

if TYPE_CHECKING:
    from datetime import date


class Experiment(Part):
    """Everything recorded about one experiment.

    Verdicts are derived elsewhere and never stored as input.
    """

    id: Id
    key: Brief
    """Workplace code and number, ``LYS-03``: said aloud in meetings, never reused."""
    aliases: tuple[Brief, ...] = ()
    """Keys it had before two logs were merged."""
    title: Title
    workplace: Id | None = None
    core_task: Id | None = None
    """From the workplace's own list."""
    need: Text | None = None
    beneficiary: Brief | None = None
    """A group, not a person."""
    initiator: tuple[Initiator, ...] = ()
    innovation_types: tuple[InnovationType, ...] = ()
    technology: tuple[Word, ...] = ()
    novelty: Novelty | None = None
    closeness: Closeness | None = None
    prior_knowledge: Text | None = None
    primary_measure: Id | None = None
    watch_out: Short | None = None
    size_reason: Short | None = None
    """Why this is the smallest test that can answer."""
    if_it_works: Short | None = None
    responsible_role: Role | None = None
    participants_n: Count | None = None
    med_status: MedStatus | None = None
    value_achieved: tuple[Value, ...] = ()
    operation: Operation = Operation()
    places_potential: Count | None = None
    """How many places it is relevant for: the denominator."""
    derived_from: tuple[Id, ...] = ()
    copied_from: tuple[Brief, ...] = ()
    """Experiments elsewhere; an id or a description."""
    parallel_to: tuple[Id, ...] = ()
    tags: tuple[Word, ...] = ()
    links: tuple[Long, ...] = ()
    """Photo, document or case number; only http(s) is ever opened."""
    source: Source = Source.OWN
    archived: bool = False
    cycles: tuple[Cycle, ...] = ()
    limits: tuple[Limit, ...] = ()
    stop_criteria: tuple[StopCriterion, ...] = ()
    extensions: tuple[Extension, ...] = ()
    tightenings: tuple[Tightening, ...] = ()
    measures: tuple[Measure, ...] = ()
    observations: tuple[Observation, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    incidents: tuple[Incident, ...] = ()
    notes: tuple[Note, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    places: tuple[Place, ...] = ()
    stances: tuple[Stance, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    transitions: tuple[Transition, ...] = ()

    @cached_property
    def life(self) -> tuple[Transition, ...]:
        """The transitions in the order they follow each other, the last one deciding the state.

        Where two follow the same one (two versions, not yet chosen between), the one with the lower
        id is walked.
        """
        following: dict[str | None, Transition] = {}
        for step in sorted(self.transitions, key=lambda step: step.id, reverse=True):
            following[step.after] = step
        walked: list[Transition] = []
        last: str | None = None
        while last in following:
            walked.append(following.pop(last))
            last = walked[-1].id
        return tuple(walked)

    @property
    def state(self) -> State:
        """Where it is."""
        return STATE_AFTER[self.life[-1].act] if self.life else State.IDEA

    @cached_property
    def rounds(self) -> tuple[Cycle, ...]:
        """The cycles by number."""
        return tuple(sorted(self.cycles, key=lambda cycle: (cycle.no, cycle.id)))

    @property
    def cycle(self) -> Cycle | None:
        """The last cycle: the one the experiment shows; None only in an incomplete import."""
        return self.rounds[-1] if self.cycles else None

    @cached_property
    def started_rounds(self) -> tuple[Cycle, ...]:
        """The cycles whose test has begun."""
        return tuple(cycle for cycle in self.rounds if cycle.is_started)

    @cached_property
    def started_on(self) -> date | None:
        """The first day of the first cycle."""
        return self.started_rounds[0].started_on if self.started_rounds else None

    @cached_property
    def primary(self) -> Measure | None:
        """The outcome measure the criterion speaks of."""
        return next(
            (measure for measure in self.measures if measure.id == self.primary_measure), None
        )

    @cached_property
    def decided(self) -> Transition | None:
        """The decision in force.

        The last adopt, adapt or abandon that was not withdrawn by reopening.
        """
        found: Transition | None = None
        for step in self.life:
            if step.decision is not None:
                found = step
            elif step.act == "reopen":
                found = None
        return found

    @property
    def begun_lesson(self) -> Lesson | None:
        """The last lesson that is not complete yet: a decision completes it."""
        return next((one for one in reversed(self.lessons) if not one.is_complete), None)

    @property
    def decision(self) -> Decision | None:
        """What was decided; None while undecided."""
        return self.decided.decision if self.decided else None

    @property
    def affects_work(self) -> bool:
        """Whether it touches work, personnel.

        Cooperation or working environment (DOMAIN.md 9.3).
        """
        return self.med_status not in {None, MedStatus.NOT_RELEVANT}

    def last_day_of(self, cycle: Cycle) -> date | None:
        """The last day of *cycle* as validly extended: an extension that came too late is none."""
        if cycle.last_day is None:
            return None
        extended = (change for change in self.extensions if change.cycle == cycle.id)
        return min([cycle.last_day, *(change.old for change in extended if not change.is_valid)])

    def limits_of(self, cycle: Cycle) -> tuple[Limit, ...]:
        """The limits of *cycle*."""
        return tuple(limit for limit in self.limits if limit.cycle == cycle.id)

    def stop_criteria_of(self, cycle: Cycle) -> tuple[StopCriterion, ...]:
        """The stop criteria of *cycle*."""
        return tuple(criterion for criterion in self.stop_criteria if criterion.cycle == cycle.id)


STATE_AFTER: dict[str, State] = {
    "plan": State.PLANNED,
    "start": State.RUNNING,
    "pause": State.PAUSED,
    "resume": State.RUNNING,
    "end": State.IN_REVIEW,
    "adapt": State.RUNNING,
    "adopt": State.ADOPTED,
    "abandon": State.ABANDONED,
    "shelve": State.SHELVED,
    "reopen_idea": State.IDEA,
    "scale": State.SCALED,
    "lapse": State.ADOPTED,
    "retire": State.RETIRED,
    "reopen": State.IN_REVIEW,
    "register": State.IN_REVIEW,
}
"""The state each act leads to (DOMAIN.md 6, T2–T17)."""
