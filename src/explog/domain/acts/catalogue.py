"""The acts: everything a person can do to an experiment, said once for command line and forms.

What must be answered is said by ``explog.domain.acts.guards``. Standard library only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts import questions_plan as plan
from explog.domain.acts import questions_trial as trial
from explog.domain.acts.act import Act, Step
from explog.domain.acts.evidence import SEEN
from explog.domain.acts.life import LIFE
from explog.domain.naming.vocabulary import State

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question

__all__ = ["ACTS", "BY_NAME", "EDITABLE", "NEXT", "Act", "Step", "acts_in"]

ACTS: tuple[Act, ...] = (*LIFE, *SEEN)
"""Every act, those of a life first."""

BY_NAME: dict[str, Act] = {act.name: act for act in ACTS}
"""Every act by its name."""

EDITABLE: tuple[Question, ...] = tuple(
    {
        question.name: question
        for question in (*plan.IDEA, *plan.PLAN, *plan.MORE, *trial.OPERATION)
        if question.path
    }.values()
)
"""The plain fields ``set`` can change beside the acts."""


def acts_in(state: State) -> list[Act]:
    """The acts that may happen in *state*, transitions first."""
    return sorted(
        (act for act in ACTS if state in act.sources), key=lambda act: not act.is_transition
    )


NEXT: dict[State, str] = {
    State.IDEA: "plan",
    State.PLANNED: "start",
    State.RUNNING: "observe",
    State.PAUSED: "resume",
    State.IN_REVIEW: "adopt",
    State.ADOPTED: "place",
    State.SCALED: "confirm",
    State.SHELVED: "reopen_idea",
    State.ABANDONED: "lesson",
    State.RETIRED: "lesson",
}
"""The one next step of each state; for a test past its last day it is *end*, and for a review any
decision.
"""
