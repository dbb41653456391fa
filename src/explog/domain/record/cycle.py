"""The cycle: one round of plan, do, study, act.

It owns its frame, its frozen belief and its result.
"""

from __future__ import annotations

from typing import Literal

from explog.domain.moments import day_of
from explog.domain.naming.vocabulary import (
    Cause,
    Decision,
    Degree,
    EndReason,
    FailureType,
    Harm,
    PauseReason,
    Result,
)
from explog.domain.naming.vocabulary_learning import Comparator
from explog.domain.naming.vocabulary_size import Confidence, CostOfFailure
from explog.domain.record.frame import FrameCheck, PlanReference, WayBack
from explog.domain.texts import Brief, Count, Day, Id, Number, Part, Role, Short, Text, When


class HarmAnswer(Part):
    """The answer to "Was anyone or anything harmed?": an empty list of incidents proves nothing."""

    answer: Harm
    answered_on: Day
    by_role: Role


class Cycle(Part):
    """One round; a one-cycle experiment shows no cycle wording."""

    id: Id
    no: Count
    """1 for the first."""
    belief: Text | None = None
    """What comes after *We believe that*; frozen at the start."""
    because: Short | None = None
    """The mechanism that makes the belief plausible."""
    test: Text | None = None
    """Who, where, how long."""
    comparator: Comparator | None = None
    criterion: Number | None = None
    """Right if the primary measure stands so to this number, in its unit; frozen at the start."""
    prediction: Short | None = None
    prediction_number: Number | None = None
    """The team's guess, in the primary measure's unit."""
    confidence: Confidence | None = None
    cost_of_failure: CostOfFailure | None = None
    """With how ready people are: how small the test should be, as a hint."""
    frame_check: FrameCheck = FrameCheck()
    last_day: Day | None = None
    """As validly extended; the duration limit."""
    who_may_stop: Brief | None = None
    """None means everyone who takes part."""
    way_back: WayBack = WayBack()
    frozen_at: When | None = None
    """When the frame was locked, by the journal's clock."""
    loosened: bool = False
    """Whether the frame was made wider after its start, by whatever way; it follows from events."""
    unreviewed: bool = False
    """Whether a fact was changed after the decision that closed it; it follows from events."""
    plan_reference: PlanReference | None = None
    """Only for what was registered afterwards."""
    started_on: Day | None = None
    ended_on: Day | None = None
    end_reason: EndReason | None = None
    as_planned: Degree | None = None
    result: Result | None = None
    result_reason: Text | None = None
    prediction_matched: Degree | None = None
    causes: tuple[Cause, ...] = ()
    failure_type: FailureType | None = None
    harm: HarmAnswer | None = None
    learning: Text | None = None
    """What this cycle taught, when it was closed with *adapt*."""
    change: Text | None = None
    """What changes in the next cycle."""
    override_reason: Text | None = None
    """Why it was adopted in spite of the result or of the frame."""

    @property
    def is_started(self) -> bool:
        """Whether the test of this cycle has begun."""
        return self.started_on is not None

    @property
    def ended_by_stop_criterion(self) -> bool:
        """Whether a stop criterion ended it."""
        return self.end_reason is EndReason.STOP_CRITERION

    @property
    def registered_afterwards(self) -> bool:
        """Whether the frame was locked later than the day after the start [house].

        Unknown dates count as no.
        """
        if self.started_on is None or self.frozen_at is None:
            return False
        return (day_of(self.frozen_at) - self.started_on).days > 1


TransitionAct = Literal[
    "plan",
    "start",
    "pause",
    "resume",
    "end",
    "adapt",
    "adopt",
    "abandon",
    "shelve",
    "reopen_idea",
    "scale",
    "lapse",
    "retire",
    "reopen",
    "register",
]
"""The acts that are steps of a life (T2–T17)."""


class Transition(Part):
    """One step of a life. The state derives from the last step of the chain."""

    id: Id
    act: TransitionAct
    """The name of the act: start, pause, end, adopt …"""
    on: Day
    """The day it counts from."""
    after: Id | None = None
    """The transition it follows; None for the first. Two that follow the same one are two versions.
    """
    cycle: Id | None = None
    by_role: Role | None = None
    reason: Text | None = None
    decision: Decision | None = None
    stop_criterion: Id | None = None
    """The stop criterion a pause reacts to."""
    pause_reason: PauseReason | None = None
    changed: Text | None = None
    """What was changed before a resume."""
    replaced_by: Brief | None = None
    """What came instead of something retired."""
