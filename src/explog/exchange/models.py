"""The models of the log document: what an import accepts, and what the schemas are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import SkipValidation, ValidationError

from explog.domain.events import Event
from explog.domain.naming.vocabulary import (
    Decision,
    FrameVerdict,
    Kind,
    Level,
    Met,
    Outcome,
    Result,
    State,
)
from explog.domain.naming.vocabulary_learning import Attention, Signal
from explog.domain.problems import problems_of
from explog.domain.record.experiment import Experiment
from explog.domain.record.review import Agreement, Review
from explog.domain.record.view import View
from explog.domain.record.workplace import Workplace
from explog.domain.texts import Count, Day, Id, Number, Part
from explog.domain.thresholds import Thresholds

if TYPE_CHECKING:
    from explog.errors import Problem


class Derived(Part):
    """What follows from an experiment's facts as of the header's day; ignored by an import."""

    state: State
    """Where the experiment is."""
    outcome: Outcome
    """How it ended, or that it has not."""
    frame_verdict: FrameVerdict | None
    """Whether it stayed safe; null before the start."""
    conditions: dict[str, Met]
    """S1–S6, each met, not met or unknown; empty before the start."""
    result: Result | None
    """The last cycle's result, as a person judged it."""
    result_suggested: Result | None
    """The last cycle's result, as the facts suggest it."""
    decision: Decision | None
    """The decision in force; null while undecided."""
    started_on: Day | None
    """The first day of the first cycle."""
    ended_on: Day | None
    """The day the last cycle's test ended."""
    decided_on: Day | None
    """The day of the decision in force."""
    last_day: Day | None
    """The last day of the last cycle, as validly extended."""
    cycles: Count
    """How many cycles were started."""
    lessons: Count
    """How many complete lessons there are."""
    in_operation: Count | None
    """Origin and other places in daily operation; null unless adopted or scaled."""
    potential: Count | None
    """How many places it is relevant for: the denominator."""
    baseline: Number | None
    """Median of the primary measure before the start, in its unit; else the stated one."""
    current: Number | None
    """Median of the last five observations of the last cycle, in the primary measure's unit."""
    target: Number | None
    """The primary measure's target; the criterion where no target was set."""
    progress: Number | None
    """Share of the way from baseline to target: 0 at the baseline, 1 at the target."""
    signal: Signal | None
    """What the run chart of the primary measure says."""
    intelligent: bool
    """Whether it is an intelligent failure."""
    everyday_digital: bool
    """Whether it is everyday digital innovation: new, digital, and begun by the workplace."""
    registered_afterwards: bool
    """Whether the last cycle's frame was locked later than the day after its start."""
    versions: tuple[str, ...]
    """Paths with two values that nobody has chosen between yet."""
    level: Level | None
    """How far it has spread on the header's day; null unless adopted or scaled."""
    attention: tuple[Attention, ...]
    """What asks for a person's eye on the header's day."""


class ExportedExperiment(Experiment):
    """Everything recorded about one experiment, and what follows from it."""

    derived: Annotated[Derived | None, SkipValidation] = None
    """What follows from the facts as of the header's day; ignored when it is read back."""


class StoredThresholds(Thresholds):
    """The house numbers as a subject of the log."""

    id: Id


class Notice(Part):
    """What was checked for personal data, and that no check finds everything."""

    da: str
    """In Danish."""
    en: str
    """In English."""


class LogDocument(Part):
    """A log of small experiments: what was tried, whether it stayed safe and what was learned.

    Every part may be left out. A subject whose events are given comes in by its events, any other
    one by its record.
    """

    format: Literal["explog-log"]
    """What every document says it is."""
    version: Literal[1]
    """The version of the document; a reader refuses a higher one."""
    notice: Notice | None = None
    """For people who read the file; ignored when it is read back."""
    as_of: Day | None = None
    """The day that the derived blocks are told as of."""
    thresholds: Thresholds = Thresholds()
    """The house numbers in force; none of them is a standard."""
    workplaces: tuple[Workplace, ...] = ()
    """The organisational units that keep experiments, by id."""
    experiments: tuple[ExportedExperiment, ...] = ()
    """The experiments, by id."""
    reviews: tuple[Review, ...] = ()
    """The meetings in which teams looked at what they tried, by id."""
    agreements: tuple[Agreement, ...] = ()
    """What functions agreed to do, by id."""
    views: tuple[View, ...] = ()
    """Queries kept under a name, by id."""
    events: tuple[Event, ...] = ()
    """Every change that was ever made, by id; the history, from which the records follow."""


_OF_KIND: dict[str, type[Part]] = {
    Kind.WORKPLACE: Workplace,
    Kind.EXPERIMENT: Experiment,
    Kind.REVIEW: Review,
    Kind.AGREEMENT: Agreement,
    Kind.VIEW: View,
    Kind.THRESHOLDS: StoredThresholds,
}
"""The model of each kind of subject, as the log stores it."""


def problems_of_subject(subject: str, text: str, named: str) -> list[Problem]:
    """What speaks against the document in *text* (JSON) as the state of *subject*.

    Args:
        subject: ``kind/id``.
        text: The document.
        named: What places begin with.
    """
    try:
        _OF_KIND[subject.partition("/")[0]].model_validate_json(text, strict=True)
    except ValidationError as error:
        return problems_of(error, named)
    return []
