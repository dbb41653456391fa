"""The frame agreed before the start.

Limits, last day, stop criteria and the way back (DOMAIN.md 5.2).

A limit must never be crossed. A stop criterion may be met; what counts is the reaction in time.
"""

from __future__ import annotations

from datetime import date, datetime

from explog.domain.moments import day_of, took
from explog.domain.naming.vocabulary import (
    FrameAnswer,
    FrameQuestion,
    LimitKind,
    Met,
    TimeUnit,
    WayBackStatus,
)
from explog.domain.naming.vocabulary_learning import Comparator
from explog.domain.texts import Count, Day, Id, Number, Part, Short, Text, When, Word

CLOSE_SHARE = 0.8
"""From this share of a limit on, it is *close* [house]."""


class Limit(Part):
    """A bound that must not be crossed; a maximum of 0 is inside at 0 and outside above."""

    id: Id
    cycle: Id
    kind: LimitKind
    max: Number
    unit: Word
    """What is counted: crews, children, minutes out of operation."""
    actual: Number | None = None
    """What it came to, in *unit*; None until the end of the test."""

    @property
    def inside(self) -> Met:
        """Whether the actual value stayed inside; unknown while it is missing."""
        if self.actual is None:
            return Met.UNKNOWN
        return Met.MET if self.actual <= self.max else Met.NOT_MET

    @property
    def is_close(self) -> bool:
        """Whether a limit that is used up little by little has 20 % or less left."""
        if self.actual is None or not self.kind.is_used_up or self.max <= 0:
            return False
        used = round(self.actual / self.max, 9)  # 2.4 of 3 is 0.8, whatever floats make of it
        return CLOSE_SHARE <= used <= 1


class StopCriterion(Part):
    """What makes the team stop, and how soon it must react."""

    id: Id
    cycle: Id
    text: Text
    measure: Id | None = None
    """The measure it is coded on, with *comparator* and *number*; None for a criterion in words
    only.
    """
    comparator: Comparator | None = None
    number: Number | None = None
    reaction_time: Count = 1
    """At most this long from met to reacted, in *unit*; 0 days is the same day."""
    unit: TimeUnit = TimeUnit.DAYS
    met_on: When | None = None
    reacted_on: When | None = None

    @property
    def in_time(self) -> Met:
        """Whether the reaction came in time; met when the criterion was never met.

        A reaction before the criterion was met is none.
        """
        if self.met_on is None:
            return Met.MET
        if self.reacted_on is None:
            return Met.UNKNOWN
        elapsed = took(self.met_on, self.reacted_on, self.unit)
        if elapsed is None or elapsed < 0:
            return Met.UNKNOWN
        return Met.MET if elapsed <= self.reaction_time else Met.NOT_MET


class WayBack(Part):
    """How the former way of working is restored."""

    plan: Text | None = None
    max_time: Count | None = None
    """At most this long, in *unit*, from the reaction (or the end) until it is done; None for no
    bound.
    """
    unit: TimeUnit | None = None
    tested_on: Day | None = None
    """When it was tried out before the start; None for never."""
    status: WayBackStatus = WayBackStatus.NOT_STARTED
    done_on: When | None = None
    reason: Text | None = None
    """Why it was not needed, or what went wrong."""

    def taken(self, since: When | None) -> Met:
        """Whether the way back was taken in time, counted from *since* (the reaction.

        Else the end).
        """
        match self.status:
            case WayBackStatus.FAILED:
                return Met.NOT_MET
            case WayBackStatus.NOT_NEEDED:
                return Met.MET if self.reason else Met.UNKNOWN
            case WayBackStatus.NOT_STARTED:
                return Met.UNKNOWN
            case WayBackStatus.DONE:
                return self._in_time(since)

    def _in_time(self, since: When | None) -> Met:
        """Whether *done_on* lies within *max_time* of *since*.

        A test ends on a day, at no time of day: then whole days are counted, in any unit.
        """
        if self.max_time is None:
            return Met.MET
        if since is None or self.done_on is None:
            return Met.UNKNOWN
        unit, done = self.unit or TimeUnit.DAYS, self.done_on
        if unit is not TimeUnit.DAYS and not isinstance(since, datetime):
            since, done = _midnight(since), _midnight(day_of(done))
        elapsed = took(since, done, unit)
        if elapsed is None:
            return Met.UNKNOWN
        return Met.MET if elapsed <= self.max_time else Met.NOT_MET


def _midnight(day: date) -> datetime:
    """The beginning of *day*."""
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - local time, as everywhere


class Extension(Part):
    """A later last day; valid only when made on or before the old one."""

    id: Id
    cycle: Id
    old: Day
    new: Day
    reason: Text
    made_on: Day

    @property
    def is_valid(self) -> bool:
        """Whether it was made in time."""
        return self.made_on <= self.old


class FrameCheck(Part):
    """The eight questions before a start (DOMAIN.md 5.4); None is not answered yet."""

    own_decision: FrameAnswer | None = None
    personal_data: FrameAnswer | None = None
    equipment: FrameAnswer | None = None
    affected_told: FrameAnswer | None = None
    med: FrameAnswer | None = None
    safety: FrameAnswer | None = None
    ai: FrameAnswer | None = None
    purchase: FrameAnswer | None = None

    def open_questions(self) -> list[FrameQuestion]:
        """The questions without an answer, or answered with no, in the order they are asked."""
        return [
            question
            for question in FrameQuestion
            if getattr(self, question.value) not in {FrameAnswer.YES, FrameAnswer.NOT_RELEVANT}
        ]


class PlanReference(Part):
    """A dated written plan that stood before an experiment was registered afterwards."""

    text: Short
    dated: Day
    """The day on the plan; it counts only when it is not later than the start."""


class Tightening(Part):
    """A limit made narrower inside a cycle, or an attempt to loosen one that came in by import."""

    id: Id
    cycle: Id
    limit: Id
    old: Number
    new: Number
    made_on: Day
    reason: Text | None = None

    @property
    def is_loosening(self) -> bool:
        """Whether it made the frame wider, which breaks S1."""
        return self.new > self.old
