"""What can be done next with one experiment, and what is missing for it, in words. No Textual."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from explog.domain.acts.catalogue import BY_NAME
from explog.domain.acts.missing import Missing
from explog.domain.judging.scale import TITLES as SCALE_TITLES
from explog.domain.naming.vocabulary import Met, State
from explog.errors import ExplogError
from explog.journal.asking import label_of
from explog.locale import N_, _, ngettext

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Journal

DECISIONS = {
    "supported": ("adopt", "adapt", "abandon"),
    "not_supported": ("abandon", "adapt", "adopt"),
}
"""The decisions in the order the facts suggest; a person decides."""

LOOKED_UP = {"C1": "operation_since", "C5": "core"}
"""The fields that give a condition of scaling its fact."""

BY_ACT = {"C2": "place", "C3": "place", "C4": "observe"}
"""The acts that do."""

TURN = N_("the facts carry it")
"""Why something adopted can be marked as scaled now."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One line of the box *Next*: an act, or what is missing for it."""

    act: str
    """The act it opens: one of ``explog.domain.acts.catalogue``, or ``edit``."""
    words: str
    about: str = ""
    focus: str | None = None
    """The question it opens; None for the form's beginning."""
    is_missing: bool = False
    element: str | None = None
    """What it changes, where something was begun already."""


def next_steps(journal: Journal, experiment: Experiment, derived: dict[str, Any]) -> list[NextStep]:
    """What can be done next, the one primary step first; below it what is missing for it.

    Args:
        journal: To ask the guards.
        experiment: As it is.
        derived: What follows from it, as ``explog.journal.telling.derived`` tells it.
    """
    if experiment.state is State.IN_REVIEW:
        return _decisions(journal, experiment, str(derived["result_suggested"]))
    if experiment.state in {State.ADOPTED, State.SCALED}:
        return _scaling(experiment, derived)
    nearest = str(derived["next"])
    steps = [_step(nearest)]
    if BY_NAME[nearest].is_transition:
        lacks = [Missing(**item) for item in derived["missing_next"]]
        steps += _missing(experiment, nearest, lacks)
    if experiment.state is State.PAUSED:
        steps.append(_step("end"))
    if experiment.state is State.RUNNING:
        steps.append(_step("observe" if nearest == "end" else "end"))
    return steps


def _step(name: str, about: str = "") -> NextStep:
    """The act called *name* as a line."""
    act = BY_NAME[name]
    return NextStep(name, act.spoken, about or act.help)


def _missing(experiment: Experiment, name: str, lacks: list[Missing]) -> list[NextStep]:
    """What is missing for the act *name*, each a door to its field."""
    act = BY_NAME[name]
    named = {"frame_check": _("Frame check")}
    return [
        NextStep(
            name,
            named.get(item.code) or label_of(act, item, experiment),
            item.help,
            item.question,
            is_missing=True,
        )
        for item in lacks
    ]


def _lacks(journal: Journal, experiment: Experiment, name: str) -> list[Missing]:
    """What the guards miss for the act *name*; nothing where it cannot be told."""
    try:
        return journal.missing(name, experiment.id)
    except ExplogError:
        return []


def _decisions(journal: Journal, experiment: Experiment, suggested: str) -> list[NextStep]:
    """The three decisions, what each of them lacks, and what all of them lack."""
    order = DECISIONS.get(suggested, ("adapt", "adopt", "abandon"))
    lacks = {name: _lacks(journal, experiment, name) for name in order}
    common = set.intersection(*({item.code for item in found} for found in lacks.values()))
    steps = []
    for name in order:
        count = len(lacks[name])
        open_ones = ngettext("{n} answer is missing", "{n} answers are missing", count).format(
            n=count
        )
        steps.append(_step(name, f"{BY_NAME[name].help} {open_ones}." if count else ""))
    first = order[0]
    steps += _missing(experiment, first, [item for item in lacks[first] if item.code in common])
    return [_learning(experiment, one) if one.focus == "we_learned" else one for one in steps]


def _learning(experiment: Experiment, step: NextStep) -> NextStep:
    """The *step* to the lesson every decision asks for: a new one, or the one that was begun."""
    begun = experiment.begun_lesson
    if begun is None:
        return replace(step, act="lesson")
    told = _("Complete what was begun: {lesson}").format(lesson=begun.we_learned)
    return replace(step, act="lesson", about=told, element=begun.id)


def _scaling(experiment: Experiment, derived: dict[str, Any]) -> list[NextStep]:
    """Places, confirmation and the mark; below them what the facts do not carry yet."""
    judged = derived["scale_conditions"]
    open_ones = [told for told in judged if told["met"] != Met.MET.value]
    is_scaled = experiment.state is State.SCALED
    steps = [_step("confirm"), _step("place")]
    if "confirmation_missing" not in derived["attention"] and not is_scaled:
        steps.reverse()
    if is_scaled and open_ones:
        steps.append(_step("lapse"))
    if not is_scaled and not open_ones:
        steps.insert(0, _step("scale", _(TURN)))
    for told in open_ones:
        code = str(told["code"])
        words = f"{code} {_(SCALE_TITLES[code])}"
        act = (
            "confirm"
            if code == "C4" and "confirmation_missing" in derived["attention"]
            else BY_ACT.get(code, "edit")
        )
        steps.append(
            NextStep(act, words, str(told["reason"]), LOOKED_UP.get(code), is_missing=True)
        )
    return steps
