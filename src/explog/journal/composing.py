"""From answers to changes.

Which path each answer of an act is kept at, and what an act adds by itself.

Nothing is written here; the changes are a plain mapping of paths to values.
"""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from explog.domain.acts import questions_frame as frame
from explog.domain.acts import questions_plan as plan
from explog.domain.acts.questions import Answer
from explog.domain.judging.notices import first_met
from explog.domain.moments import parse_moment, shown_day
from explog.domain.naming.vocabulary import Met, PauseReason, TimeUnit
from explog.domain.texts import moment_text
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.acts.catalogue import Act
    from explog.domain.acts.questions import Question
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import StopCriterion

Values = dict[str, Any]
"""Paths, or names of answers, to JSON values."""

NEXT_CYCLE = frozenset(
    question.name for question in (*plan.PLAN, *plan.MORE, *frame.FRAME, *frame.CHECK)
)
"""The questions of *adapt* that speak of the new cycle; all others speak of the one being closed.
"""


@dataclass(slots=True)
class Draft:
    """The changes of one act while they are put together."""

    experiment: Experiment
    act: Act
    answers: Values
    """Read answers by name; empty ones are left out."""
    today: date
    as_of: str
    ids: Callable[[], str]
    role: str | None
    """The function that acts; default of *by_role*."""
    element: str | None = None
    """The element being changed, where the act changes one instead of adding it."""
    changes: Values = field(default_factory=dict)
    new_cycle: str | None = None
    """The id of the cycle that *adapt* opens."""
    _new: dict[str, str] = field(default_factory=dict)

    @property
    def cycle(self) -> str:
        """The id of the current cycle."""
        current = self.experiment.cycle
        if current is not None:
            return current.id
        ident = self.new("cycle")  # only an incomplete import has none
        self.changes.setdefault(f"cycles/{ident}/no", 1)
        return ident

    def new(self, name: str) -> str:
        """The id of the element called *name* in paths: the one being changed, else a new one."""
        if name not in self._new:
            self._new[name] = (
                self.element if self.element is not None and name != "cycle" else self.ids()
            )
        return self._new[name]

    def take(self, name: str, id_: str) -> None:
        """Let *name* in paths stand for the existing element *id_*."""
        self._new[name] = id_

    def path(self, question: Question) -> str:
        """The path of *question* in this act."""
        names = [name for _, name, _, _ in string.Formatter().parse(question.path) if name]
        cycle = self.new_cycle if self.new_cycle and question.name in NEXT_CYCLE else None
        filled = {
            name: (cycle or self.cycle) if name == "cycle" else self.new(name) for name in names
        }
        return question.path.format(**filled)

    def put_plain(self) -> None:
        """Keep every answer whose question has a path."""
        for question in self.act.questions:
            if (
                question.path
                and question.name in self.answers
                and question.kind is not Answer.MEASURE
            ):
                self.changes[self.path(question)] = self.answers[question.name]

    def default(self, path: str, value: object) -> None:
        """Set *path* to *value* unless the act already sets it or *value* is None."""
        if value is not None:
            self.changes.setdefault(path, value)


def transition(draft: Draft) -> None:
    """Add the step in the life that *draft*'s act is."""
    life, answers = draft.experiment.life, draft.answers
    if draft.act.name == "pause" and "stop_criterion" in answers:
        answers["pause_reason"] = PauseReason.STOP_CRITERION.value
    on: str = answers.get("on") or answers.get("ended_on") or draft.today.isoformat()
    step = {
        "act": draft.act.name,
        "on": on,
        "after": life[-1].id if life else None,
        "cycle": draft.new_cycle or draft.cycle,
        "by_role": answers.get("by_role") or draft.role,
        "reason": answers.get("reason"),
        "decision": draft.act.decision,
        "pause_reason": answers.get("pause_reason"),
        "changed": answers.get("changed"),
        "replaced_by": answers.get("replaced_by"),
    }
    _refuse_early(draft, on)
    if draft.act.name == "pause" and "stop_criterion" in answers:
        step["stop_criterion"] = _react(draft, on)
    draft.changes[f"transitions/{draft.ids()}"] = {
        name: value for name, value in step.items() if value is not None
    }


def _react(draft: Draft, on: str) -> str:
    """Record that a stop criterion was met and is reacted to by this pause; the criterion's id."""
    cycle = draft.experiment.cycle
    criteria = draft.experiment.stop_criteria_of(cycle) if cycle else ()
    number: int = draft.answers["stop_criterion"]
    if not 1 <= number <= len(criteria):
        said = _("There is no stop criterion {number}; there are {n}.")
        raise Refused(said.format(number=number, n=len(criteria)))
    criterion = criteria[number - 1]
    is_now = criterion.unit is not TimeUnit.DAYS and on == draft.as_of[:10]
    reacted = draft.as_of if is_now else on
    measured = first_met(draft.experiment, criterion.id)
    met = draft.answers.get("met_on", measured.isoformat() if measured else reacted)
    if criterion.met_on is not None and criterion.reacted_on is None:
        met = moment_text(criterion.met_on)
    if _counts(criterion, met, reacted):
        draft.changes[f"stop_criteria/{criterion.id}/met_on"] = met
        draft.changes[f"stop_criteria/{criterion.id}/reacted_on"] = reacted
    return criterion.id


def _counts(criterion: StopCriterion, met: str, reacted: str) -> bool:
    """Whether *criterion* tells of this reaction from now on.

    Where it was met before, the worst reaction counts: a late one is not made good by a second one,
    and one in time gives way only to a late one.
    """
    if criterion.reacted_on is None:
        return True
    again = {"met_on": parse_moment(met), "reacted_on": parse_moment(reacted)}
    is_late = criterion.model_copy(update=again).in_time is Met.NOT_MET
    return criterion.in_time is not Met.NOT_MET and is_late


def _refuse_early(draft: Draft, on: str) -> None:
    """Refuse a step that lies before the test it speaks of."""
    cycle = draft.experiment.cycle
    if cycle is None:
        return
    if draft.act.decision and cycle.ended_on and on < cycle.ended_on.isoformat():
        said = _("The decision lies before the end of the test ({end}).")
        raise Refused(said.format(end=shown_day(cycle.ended_on)))
    going = draft.act.name in {"pause", "resume"}
    if going and cycle.started_on and on < cycle.started_on.isoformat():
        said = _("{day} lies before the start ({start}).")
        day = shown_day(date.fromisoformat(on))
        raise Refused(said.format(day=day, start=shown_day(cycle.started_on)))
