"""How small the next test should be: a hint before the start, never a block.

The less sure you are, the more a failure would cost the citizen and the less ready people are, the
smaller the test. Source: the scale of a test by degree of belief, cost of a failed test and
readiness (Langley et al., The Improvement Guide, 2nd ed., table 7.1). The row *some signs* lies
between the two of the source [house].
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import LimitKind
from explog.domain.naming.vocabulary_size import Confidence, CostOfFailure
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.people import Readiness

LOW_MARK = 2
"""A mark this low for *know why* or *want to* is resistance; the barrier itself begins at three."""


class Size(IntEnum):
    """How much a test touches, smallest first."""

    ONE_PERSON = 0
    ONE_SHIFT = 1
    ONE_TEAM = 2
    WHOLE_UNIT = 3

    @property
    def words(self) -> str:
        """In the language in force."""
        return _(SIZES[self])


SIZES = {
    Size.ONE_PERSON: N_("one person, once"),
    Size.ONE_SHIFT: N_("one shift"),
    Size.ONE_TEAM: N_("one team"),
    Size.WHOLE_UNIT: N_("a whole unit"),
}

RESISTANT, INDIFFERENT, READY = range(3)
"""How ready people are: columns of the table."""

TABLE: dict[tuple[CostOfFailure, Confidence], tuple[int, int, int]] = {
    (CostOfFailure.LARGE, Confidence.GUESS): (0, 0, 0),
    (CostOfFailure.LARGE, Confidence.SIGNS): (0, 0, 1),
    (CostOfFailure.LARGE, Confidence.SEEN): (0, 1, 2),
    (CostOfFailure.SMALL, Confidence.GUESS): (0, 0, 1),
    (CostOfFailure.SMALL, Confidence.SIGNS): (0, 1, 2),
    (CostOfFailure.SMALL, Confidence.SEEN): (1, 2, 3),
}
"""Cost and belief → the size where people are resistant, indifferent, ready."""

MOST: dict[LimitKind, tuple[int, int, int]] = {
    LimitKind.PARTICIPANTS: (1, 6, 20),
    LimitKind.ANSWERS: (1, 10, 50),
    LimitKind.DEVICES: (1, 3, 10),
}
"""Up to how many each size below a whole unit holds [house]; places are told below."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the answers suggest."""

    size: Size
    planned: Size | None
    """How large the plan is by its limits; None where they do not tell."""
    readiness_is_known: bool

    @property
    def is_larger(self) -> bool:
        """Whether the plan is larger than the advice."""
        return self.planned is not None and self.planned > self.size

    @property
    def sentence(self) -> str:
        """The advice in one line."""
        said = _("Start no larger than: {size}.").format(size=self.size.words)
        if self.readiness_is_known:
            return said
        return said + " " + _("(Readiness is not asked; it counts as neither for nor against.)")

    @property
    def warning(self) -> str:
        """What is said where the plan is larger; empty where it is not."""
        if self.planned is None or not self.is_larger:
            return ""
        return _(
            "The plan is larger ({planned}) than what you know speaks for ({size}). "
            "Could the first test be smaller?"
        ).format(planned=self.planned.words, size=self.size.words)


def advice(
    experiment: Experiment, limits: Iterable[tuple[LimitKind, float]] | None = None
) -> Advice | None:
    """The advice for the current cycle; None while its two questions are not answered.

    Args:
        experiment: As it is.
        limits: Kind and most of each limit, as a form holds them; those of the cycle by default.
    """
    cycle = experiment.cycle
    if cycle is None or cycle.confidence is None or cycle.cost_of_failure is None:
        return None
    if limits is None:
        limits = [(limit.kind, float(limit.max)) for limit in experiment.limits_of(cycle)]
    last = max(experiment.readiness, key=lambda one: (one.date, one.id), default=None)
    column = INDIFFERENT if last is None else readiness_of(last)
    row = TABLE[cycle.cost_of_failure, cycle.confidence]
    return Advice(Size(row[column]), planned_size(limits), last is not None)


def readiness_of(marks: Readiness) -> int:
    """How ready the group is: without a barrier ready; unwilling where *why* or *want* is low."""
    if marks.barrier is None:
        return READY
    return RESISTANT if min(marks.know_why, marks.want_to) <= LOW_MARK else INDIFFERENT


def planned_size(limits: Iterable[tuple[LimitKind, float]]) -> Size | None:
    """How large *limits* let the test become: the smallest size that one of them holds it to.

    Places say little (a crew, a ward): one is a team at most, several are a whole unit.
    """
    sizes = [size for kind, most in limits if (size := _size(kind, most)) is not None]
    return min(sizes, default=None)


def _size(kind: LimitKind, most: float) -> Size | None:
    """The size one limit holds the test to; None where its kind does not tell."""
    if kind is LimitKind.PLACES:
        return Size.ONE_TEAM if most <= 1 else Size.WHOLE_UNIT
    if kind not in MOST:
        return None
    return Size(sum(most > bound for bound in MOST[kind]))
