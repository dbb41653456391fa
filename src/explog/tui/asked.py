"""What a form asks about one experiment: pages of questions, and what stands there already.

Made on the desk's thread from the journal, then handed to the form as plain values. No Textual.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from explog.domain.act import Act, Step
from explog.domain.acts import BY_NAME
from explog.domain.guards import NEEDED
from explog.domain.labels import label
from explog.domain.moments import shown_day
from explog.domain.progress import suggested_result
from explog.domain.questions_plan import IDEA
from explog.domain.questions_test import OPERATION
from explog.domain.verdicts import frame_verdict, suggested_failure_type
from explog.domain.vocabulary import FrameVerdict, Kind, State
from explog.errors import InvalidError, Refused
from explog.journal.asking import steps
from explog.journal.editing import PLAIN
from explog.journal.journal import newest
from explog.locale import N_, _
from explog.tui.prefilled import prefilled
from explog.tui.waiting import waits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from explog.domain.experiment import Experiment
    from explog.domain.questions import Question
    from explog.journal.journal import Journal

Offered = dict[str, list[tuple[str, str]]]
"""Question → what there is to choose from: value and label."""

MOST = 5
"""Questions on one page."""

NEVER = frozenset({"frame_check"})
"""Shortcuts of the command line: in a form the eight questions stand side by side."""

EDIT = Act(
    "edit",
    N_("Edit"),
    N_("Change what is not locked."),
    frozenset(State),
    (
        Step(N_("What it is"), IDEA),
        *(
            Step(step.title, tuple(q for q in step.questions if q not in IDEA))
            for step in BY_NAME["plan"].steps
        ),
        Step(N_("Daily operation"), OPERATION),
    ),
)
"""Single fields, changed without any step in the life."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a form."""

    title: str
    """In the language in force."""
    questions: tuple[Question, ...]
    is_needed: bool
    """Whether this page or a later one holds an answer without which the act cannot happen."""


@dataclass(slots=True)
class Asked:
    """Everything a form needs to ask."""

    act: Act
    experiment: Experiment
    element: str | None
    """The element being changed (a lesson's id); None where the act adds one."""
    today: date
    pages: list[Page]
    values: dict[str, str]
    """What stands there already, as a person would type it, by question."""
    needed: dict[str, str]
    """The questions the act cannot do without, as things stand, with what to do."""
    hints: dict[str, str] = field(default_factory=dict)
    """What the facts suggest, by question, in words."""
    suggested: dict[str, str] = field(default_factory=dict)
    """The same as values."""
    offered: Offered = field(default_factory=dict)
    """What there is to choose from, by question: value and label."""
    seen: str | None = None
    """The newest event of the experiment when it was read."""
    frame_is_unsafe: bool = False

    @property
    def questions(self) -> list[Question]:
        """All of them, in order."""
        return [question for page in self.pages for question in page.questions]


def asked(journal: Journal, name: str, ref: str, element: str | None = None) -> Asked:
    """What the form of the act *name* (or ``edit``) asks about *ref*.

    Raises:
        NotFoundError: No such experiment.
        Refused: The act cannot happen now; the sentence says why and what can.
    """
    experiment = journal.experiment(ref)
    act = EDIT if name == EDIT.name else BY_NAME[name]
    needed = _needed(journal, act, experiment) if element is None else {}
    offered = _offered(journal, act, experiment)
    made = Asked(
        act=act,
        experiment=experiment,
        element=element,
        today=journal.clock.today(),
        pages=_pages(act, experiment, needed, offered),
        values=prefilled(act, experiment, element),
        needed=needed,
        offered=offered,
        seen=newest(journal.store.events(f"{Kind.EXPERIMENT}/{experiment.id}")),
        frame_is_unsafe=frame_verdict(experiment) is FrameVerdict.UNSAFE,
    )
    _suggest(journal, made)
    return made


def _needed(journal: Journal, act: Act, experiment: Experiment) -> dict[str, str]:
    """The questions that the act cannot do without, as things stand, with what to do."""
    if act is EDIT:
        return {}
    try:
        missing = journal.missing(act.name, experiment.id)
    except (InvalidError, Refused):
        cannot = act.name == "observe" and not experiment.measures
        if experiment.state not in act.sources or cannot:
            raise
        # What an act adds is not complete without its answers; then the act's own list says which.
        return dict.fromkeys(NEEDED.get(act.name, ()), "")
    asked_for = {item.question: item.help for item in missing}
    if any(item.code == "frame_check" for item in missing):
        checks = [q.name for q in act.questions if q.name.startswith("check_")]
        asked_for |= dict.fromkeys(checks, "")
    return asked_for


def _pages(
    act: Act, experiment: Experiment, needed: dict[str, str], offered: Offered
) -> list[Page]:
    """The act's steps as pages of at most five questions."""
    parts: list[tuple[str, tuple[Question, ...]]] = []
    for step in steps(act, experiment):
        kept = [
            question
            for question in step.questions
            if _is_asked(act, experiment, question) and not _is_settled(question, offered)
        ]
        parts.extend(_split(_(step.title), kept))
    last = max(
        (
            place
            for place, (_title, questions) in enumerate(parts)
            if any(q.name in needed for q in questions)
        ),
        default=-1,
    )
    return [Page(title, questions, place <= last) for place, (title, questions) in enumerate(parts)]


def _split(title: str, questions: Sequence[Question]) -> Iterable[tuple[str, tuple[Question, ...]]]:
    """*questions* in even parts of at most five; the title counts them where there are several.

    A question that waits for another one's answer stands with it and does not count.
    """
    groups: list[list[Question]] = []
    for question in questions:
        if groups and waits(question):
            groups[-1].append(question)
        else:
            groups.append([question])
    parts = ceil(len(groups) / MOST)
    for part in range(parts):
        size = ceil(len(groups) / parts)
        chunk = tuple(
            question for group in groups[part * size : (part + 1) * size] for question in group
        )
        yield (f"{title} ({part + 1}/{parts})" if parts > 1 else title), chunk


def _is_asked(act: Act, experiment: Experiment, question: Question) -> bool:
    """Whether *question* makes sense here and now."""
    if question.name in NEVER:
        return False
    if act is not EDIT:
        return True
    if question.name not in PLAIN and question.name != "criterion":
        return False
    is_locked = bool(experiment.cycle and experiment.cycle.is_started)
    if is_locked and (question.name == "criterion" or question.path.startswith("cycles/")):
        return False
    if "{measure}" in question.path and experiment.primary_measure is None:
        return False
    return question not in OPERATION or experiment.state in {State.ADOPTED, State.SCALED}


def _is_settled(question: Question, offered: Offered) -> bool:
    """Whether there is only one thing to choose."""
    return question.name in {"of_measure", "workplace"} and len(offered.get(question.name, ())) < 2  # noqa: PLR2004


def _offered(journal: Journal, act: Act, experiment: Experiment) -> Offered:
    """What there is to choose from, for the questions that refer to something."""
    found: Offered = {}
    names = {question.name for question in act.questions}
    if "core_task" in names and experiment.workplace is not None:
        document = journal.store.document(f"{Kind.WORKPLACE}/{experiment.workplace}") or {}
        tasks: list[dict[str, object]] = document.get("core_tasks") or []  # type: ignore[assignment]
        found["core_task"] = [
            (str(task["id"]), str(task["text"])) for task in sorted(tasks, key=_order)
        ]
    if "workplace" in names:
        places = [one for one in journal.store.documents(Kind.WORKPLACE) if not one.get("archived")]
        found["workplace"] = [(str(one["id"]), f"{one['key']} · {one['name']}") for one in places]
    found["of_measure"] = [(measure.id, measure.name) for measure in experiment.measures]
    if experiment.cycle is not None:
        criteria = experiment.stop_criteria_of(experiment.cycle)
        found["stop_criterion"] = [
            (str(number), one.text) for number, one in enumerate(criteria, 1)
        ]
    if act.name == "confirm":
        found["place"] = [
            (place.name, place.name) for place in experiment.places if place.is_in_operation
        ]
    return found


def _order(task: dict[str, object]) -> tuple[int, str]:
    """Where a core task stands in its list."""
    order = task.get("order")
    return (order if isinstance(order, int) else 0, str(task["id"]))


def _suggest(journal: Journal, made: Asked) -> None:
    """What the facts suggest for the result and the kind of failure."""
    names = {question.name for question in made.act.questions}
    result = suggested_result(made.experiment, journal.thresholds())
    if "result" in names and result is not None:
        made.suggested["result"] = result.value
        made.hints["result"] = _("The facts suggest: {result}").format(result=label(result))
    failure = suggested_failure_type(made.experiment)
    if "failure_type" in names and failure is not None:
        made.suggested["failure_type"] = failure.value
        made.hints["failure_type"] = _("The causes suggest: {kind}").format(kind=label(failure))
    cycle = made.experiment.cycle
    if made.act.name in {"extend", "tighten"} and cycle is not None and cycle.last_day is not None:
        made.hints["last_day"] = _("Now: {day}").format(day=shown_day(cycle.last_day))
    if journal.role and "by_role" in names:
        made.hints["by_role"] = _("{role}, when left out").format(role=journal.role)
