"""Which questions an act asks about one experiment right now, and what they are called.

Forms use it to show one field for each limit and each stop criterion; guards' answers use it to
name what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.catalogue import Act, Step
from explog.domain.acts.questions import Answer, Question
from explog.domain.judging.conditions import TITLES as SAFE_TITLES
from explog.domain.judging.notices import unanswered
from explog.domain.judging.scale import TITLES as SCALE_TITLES
from explog.domain.naming.vocabulary import Met, TimeUnit
from explog.domain.numbers import shown_number
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.acts.missing import Missing
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import Limit, StopCriterion


def steps(act: Act, experiment: Experiment) -> list[Step]:
    """The steps of *act*, with one question for each limit and each stop criterion where asked.

    A decision begins with what was left unanswered at the end of the test.
    """
    made = [Step(step.title, tuple(_expanded(step, experiment))) for step in act.steps]
    asked = {question.name for step in made for question in step.questions}
    is_judging = act.decision is not None or act.name == "assess"
    open_still = _unanswered(experiment) if is_judging else ()
    late = tuple(question for question in open_still if question.name not in asked)
    return [Step(N_("Still open from the test"), late), *made] if late else made


def _expanded(step: Step, experiment: Experiment) -> Iterator[Question]:
    """The questions of *step*, those that stand for several split up."""
    cycle = experiment.cycle
    for question in step.questions:
        if question.kind is Answer.ACTUALS and cycle is not None:
            yield from map(_actual, experiment.limits_of(cycle))
        elif question.kind is Answer.REACTIONS and cycle is not None:
            for criterion in experiment.stop_criteria_of(cycle):
                yield from _reaction(criterion)
        else:
            yield question


def _unanswered(experiment: Experiment) -> Iterator[Question]:
    """Limits without an actual value, and stop criteria whose reaction cannot be told."""
    cycle = experiment.cycle
    if cycle is None:
        return
    yield from (_actual(limit) for limit in experiment.limits_of(cycle) if limit.actual is None)
    criteria = experiment.stop_criteria_of(cycle)
    is_open = cycle.ended_by_stop_criterion and not any(item.met_on for item in criteria)
    measured = {notice.criterion for notice in unanswered(experiment)}
    for criterion in criteria:
        if is_open or criterion.in_time is Met.UNKNOWN or criterion in measured:
            yield from _reaction(criterion)


def _actual(limit: Limit) -> Question:
    """What *limit* came to."""
    said = _("How many? ({unit}; at most {max})")
    said = said.format(unit=limit.unit, max=shown_number(limit.max))
    why = N_("The most it came to during the test.")
    return Question(f"actual/{limit.id}", said, why, kind=Answer.NUMBER)


def _reaction(criterion: StopCriterion) -> Iterator[Question]:
    """When *criterion* was met, and when somebody reacted."""
    said = _("“{criterion}”: when was it met?").format(criterion=criterion.text)
    is_timed = criterion.unit is not TimeUnit.DAYS
    why = N_("Empty when it never was.")
    if is_timed:
        why = N_("Day and time, like “today 12.10”; empty when it never was.")
    yield Question(f"met/{criterion.id}", said, why, kind=Answer.MOMENT)
    said = N_("… and when did you react?")
    why = N_("Day and time, like “today 12.10”.") if is_timed else ""
    yield Question(f"reacted/{criterion.id}", said, why, kind=Answer.MOMENT)


def label_of(act: Act, item: Missing, experiment: Experiment, *more: Act) -> str:
    """What the missing *item* of *act* (or of *more* acts) is called."""
    titles = {**SAFE_TITLES, **SCALE_TITLES}
    if item.code in titles:
        return f"{item.code} {_(titles[item.code])}"
    for asking in (act, *more):
        for step in steps(asking, experiment):
            for question in step.questions:
                if question.name == item.question:
                    return question.asked
        if item.question in {question.name for question in asking.questions}:
            return asking.question(item.question).asked
    return item.question.replace("_", " ").capitalize()
