"""What stands in a form before anybody types: the answers there are, as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explog.domain.acts.questions import Answer
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import LimitKind, TimeUnit, WayBackStatus
from explog.domain.safe import safe_lines
from explog.journal.composing import NEXT_CYCLE
from explog.locale import _, ngettext
from explog.tui.heard import written

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.domain.acts.questions import Question
    from explog.domain.record.cycle import Cycle
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.frame import Limit, StopCriterion

KEPT_BY_ADAPT = frozenset(
    {
        "belief",
        "because",
        "test",
        "criterion",
        "limits",
        "stop_criteria",
        "way_back",
        "who_may_stop",
    }
)
"""What the next cycle takes over unless it is said anew; a last day and a frame check never are."""

OF_THE_PRIMARY = frozenset({"plan", "register", "edit", "adapt"})
"""The acts that speak of the primary measure instead of adding one."""


OF_THE_FRAME = frozenset({"frame", "start", "adapt"})
"""The acts that show the frame as it stands; *tighten* asks only for what gets narrower."""

NOT_AGAIN = frozenset(
    {("extend", "last_day"), ("tighten", "last_day"), ("confirm", "confirmed_on")}
)
"""What is asked anew although there is an answer: the act replaces it."""


def prefilled(act: Act, experiment: Experiment, element: str | None) -> dict[str, str]:
    """The answers of *experiment* to the questions of *act*, by name; only those that are there."""
    found = {
        question.name: safe_lines(_answer(act, experiment, question, element))
        for question in act.questions
    }
    if "of_measure" in found and element is None and len(experiment.measures) > 1:
        found["of_measure"] = experiment.primary_measure or ""
    return {name: raw for name, raw in found.items() if raw}


def _answer(act: Act, experiment: Experiment, question: Question, element: str | None) -> str:
    """The answer to one question; empty where there is none or it is asked anew."""
    cycle = experiment.cycle
    if cycle is None or element is not None:
        return written(_at(act, experiment, question, element))
    if _is_asked_anew(act, cycle, question):
        return ""
    if question.name == "we_believed" and not (act.decision and experiment.begun_lesson):
        return cycle.belief or ""
    if question.name == "criterion" and cycle.comparator and cycle.criterion is not None:
        return f"{cycle.comparator.value} {written(cycle.criterion)}"
    if act.name in OF_THE_FRAME and question.kind in {Answer.LIMITS, Answer.STOPS}:
        limits, stops = experiment.limits_of(cycle), experiment.stop_criteria_of(cycle)
        is_limits = question.kind is Answer.LIMITS
        return "\n".join(map(_limit, limits) if is_limits else map(_stop, stops))
    return written(_at(act, experiment, question, element))


def _is_asked_anew(act: Act, cycle: Cycle, question: Question) -> bool:
    """Whether an answer that is there says nothing about what is asked."""
    if act.name == "adapt" and question.name in NEXT_CYCLE - KEPT_BY_ADAPT:
        return question.path.startswith("cycles/")
    is_default = cycle.way_back.status is WayBackStatus.NOT_STARTED
    return (act.name, question.name) in NOT_AGAIN or (
        question.name == "way_back_status" and is_default
    )


def _at(act: Act, experiment: Experiment, question: Question, element: str | None) -> Any:  # noqa: ANN401
    """The value at the path of *question*; None where there is none."""
    value: Any = experiment
    parts = question.path.split("/") if question.path else []
    for part in parts:
        if value is None:
            return None
        if part.startswith("{"):
            value = _element(act, experiment, value, part, element)
        else:
            value = getattr(value, part, None)
    return value if parts else None


def _element(
    act: Act, experiment: Experiment, elements: tuple[Any, ...], name: str, wanted: str | None
) -> Cycle | Any | None:  # noqa: ANN401 - one element of any collection
    """The element a name in braces stands for."""
    if name == "{cycle}":
        return experiment.cycle
    if name == "{measure}" and wanted is None:
        return experiment.primary if act.name in OF_THE_PRIMARY else None
    if name == "{lesson}" and wanted is None:
        return experiment.begun_lesson if act.decision is not None else None
    return next((one for one in elements if one.id == wanted), None)


def _limit(limit: Limit) -> str:
    """``1 crew`` or ``outage: 10 minutes``."""
    said = f"{written(limit.max)} {limit.unit}"
    return said if limit.kind is LimitKind.PLACES else f"{label(limit.kind)}: {said}"


def _stop(stop: StopCriterion) -> str:
    """``more than 2 errors a week (1 day)``."""
    if stop.unit is TimeUnit.DAYS and stop.reaction_time == 0:
        return f"{stop.text} (" + _("same day") + ")"
    n = stop.reaction_time
    within = {
        TimeUnit.MINUTES: ngettext("{n} minute", "{n} minutes", n),
        TimeUnit.HOURS: ngettext("{n} hour", "{n} hours", n),
        TimeUnit.DAYS: ngettext("{n} day", "{n} days", n),
    }[stop.unit]
    return f"{stop.text} ({within.format(n=n)})"


def element_path(question: Question, element: str) -> str:
    """The field of *question* in the element with the id *element*: ``lessons/<id>/theme``."""
    return re.sub(r"\{\w+\}", element, question.path)
