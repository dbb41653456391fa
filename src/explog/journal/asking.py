"""Which questions an act asks about one experiment right now, and what they are called.

Forms use it to show one field for each limit and each stop criterion; guards' answers use it to
name what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts import Act, Step
from explog.domain.conditions import TITLES as SAFE_TITLES
from explog.domain.numbers import shown_number
from explog.domain.questions import Answer, Question
from explog.domain.scale import TITLES as SCALE_TITLES
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.experiment import Experiment
    from explog.domain.missing import Missing


def steps(act: Act, experiment: Experiment) -> list[Step]:
    """The steps of *act*, with one question for each limit and each stop criterion where asked."""
    return [Step(step.title, tuple(_expanded(step, experiment))) for step in act.steps]


def _expanded(step: Step, experiment: Experiment) -> Iterator[Question]:
    """The questions of *step*, those that stand for several split up."""
    cycle = experiment.cycle
    for question in step.questions:
        if question.kind is Answer.ACTUALS and cycle is not None:
            for limit in experiment.limits_of(cycle):
                said = _("How many {unit}? (at most {max})").format(
                    unit=limit.unit, max=shown_number(limit.max)
                )
                yield Question(
                    f"actual/{limit.id}", said, N_("What it came to."), kind=Answer.NUMBER
                )
        elif question.kind is Answer.REACTIONS and cycle is not None:
            for criterion in experiment.stop_criteria_of(cycle):
                said = _("Met on: {criterion}").format(criterion=criterion.text)
                yield Question(
                    f"met/{criterion.id}",
                    said,
                    N_("Empty when it was never met."),
                    kind=Answer.MOMENT,
                )
                yield Question(
                    f"reacted/{criterion.id}", N_("… and you reacted on"), "", kind=Answer.MOMENT
                )
        else:
            yield question


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
    return item.question.replace("_", " ").capitalize()
