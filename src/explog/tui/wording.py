"""Questions in the words of one form: what is measured, what is over already, what can wait.

No Textual.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.numbers import shown_number
from explog.locale import N_, _
from explog.tui.heard import told_criterion
from explog.tui.waiting import AFTERWARDS

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.domain.acts.questions import Question
    from explog.domain.record.evidence import Measure
    from explog.domain.record.experiment import Experiment

OVER = {
    "title": N_("What did you try?"),
    "need": N_("What was hard in the core task?"),
    "core_task": N_("Which core task did it serve?"),
    "belief": N_("We believed that …"),
    "test": N_("To verify that, we …"),
    "measure": N_("We measured …"),
    "criterion": N_("We were right if …"),
    "frequency": N_("How often did you measure?"),
    "limits": N_("At most how many were to be touched?"),
    "stop_criteria": N_("We would stop if …"),
    "way_back": N_("How would you get back to the former way?"),
}
"""The questions of a test that is over, by name."""

BEFORE_THE_DECISION = frozenset({"we_observed", "therefore", "theme"})
"""What a lesson may do without until a decision completes it."""


def worded(act: Act, experiment: Experiment, question: Question) -> Question:
    """*question* as the form of *act* on *experiment* asks it."""
    if act.name in AFTERWARDS and question.name in OVER:
        return replace(question, label=OVER[question.name])
    if act.name == "observe" and question.name == "value" and experiment.measures:
        return replace(question, why=_measured(experiment, question))
    if waits_for_the_decision(act, experiment, question):
        told = _("Needed before the decision.")
        return replace(question, why=f"{question.help} {told}".strip())
    return question


def waits_for_the_decision(act: Act, experiment: Experiment, question: Question) -> bool:
    """Whether *question* may be left out now and is asked again at the decision."""
    is_wanted = not any(lesson.is_complete for lesson in experiment.lessons)
    return act.name == "lesson" and is_wanted and question.name in BEFORE_THE_DECISION


def _measured(experiment: Experiment, question: Question) -> str:
    """What is measured; where there are several measures, the one to choose says so itself."""
    if len(experiment.measures) > 1:
        return question.help
    return told_measure(experiment.measures[0], experiment)


def told_measure(measure: Measure, experiment: Experiment) -> str:
    """``Missing items (items) · right if at most 3 · lower is better``."""
    named = measure.name if not measure.unit else f"{measure.name} ({measure.unit})"
    cycle = experiment.cycle
    goal = ""
    if measure.id == experiment.primary_measure and cycle and cycle.comparator:
        goal = _("right if {criterion}").format(
            criterion=told_criterion(cycle.comparator, cycle.criterion or 0)
        )
    elif measure.limit is not None:
        goal = told_criterion(measure.limit_comparator, measure.limit)
    elif measure.target is not None:
        goal = _("target {number}").format(number=shown_number(measure.target))
    return " · ".join(part for part in (named, goal, label(measure.direction)) if part)
