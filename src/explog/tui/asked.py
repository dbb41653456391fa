"""What a form asks about one experiment: pages of questions, and what stands there already.

Made on the desk's thread from the journal, then handed to the form as plain values. No Textual.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING

from explog.domain.acts.act import Act, Step
from explog.domain.acts.catalogue import BY_NAME
from explog.domain.acts.draft import Place
from explog.domain.acts.guards import NEEDED
from explog.domain.acts.questions_plan import IDEA
from explog.domain.acts.questions_trial import OPERATION
from explog.domain.acts.steps import LESSON_STEP
from explog.domain.judging.verdicts import frame_verdict
from explog.domain.naming.vocabulary import FrameVerdict, Kind, State
from explog.errors import InvalidError, Refused
from explog.journal.asking import steps
from explog.journal.editing import PLAIN
from explog.journal.journal import newest
from explog.locale import N_, _
from explog.tui import over
from explog.tui.offering import core_tasks, offered, suggest
from explog.tui.over import OVER
from explog.tui.prefilled import prefilled
from explog.tui.waiting import waits
from explog.tui.wording import worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from explog.domain.acts.questions import Question
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Journal
    from explog.tui.offering import Offered, Pairs

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
    tasks: dict[str, Pairs] = field(default_factory=dict)
    """The core tasks by workplace, where the workplace is asked too."""
    role: str = ""
    """The function that acts when nobody says otherwise."""
    seen: str | None = None
    """The newest event of the experiment when it was read."""
    frame_is_unsafe: bool = False

    @property
    def questions(self) -> list[Question]:
        """All of them, in order."""
        return [question for page in self.pages for question in page.questions]

    @property
    def at_first(self) -> dict[str, str]:
        """What stands in the form before anybody types: a core task too, where there is but one."""
        tasks = self.choices_of("core_task", {}) or []
        is_only = len(tasks) == 1 and "core_task" in self.needed
        return {**({"core_task": tasks[0][0]} if is_only else {}), **self.values}

    @property
    def place(self) -> Place:
        """Where its draft is kept."""
        subject = "" if self.act is OVER else self.experiment.id
        return Place(self.act.name, subject, self.element)

    def page_of(self, name: str | None) -> int | None:
        """The page on which the question *name* stands."""
        pages = enumerate(self.pages)
        return next((n for n, page in pages if any(q.name == name for q in page.questions)), None)

    def choices_of(self, name: str, answers: dict[str, str]) -> Pairs | None:
        """What there is to choose from for the question *name*, given the *answers* so far."""
        if name == "core_task" and self.tasks:
            only = next(iter(self.tasks)) if len(self.tasks) == 1 else ""
            return self.tasks.get(answers.get("workplace") or only)
        return self.offered.get(name)


def asked(journal: Journal, name: str, ref: str, element: str | None = None) -> Asked:
    """What the form of the act *name* (or ``edit``) asks about *ref*; ``over`` asks about none.

    Raises:
        NotFoundError: No such experiment.
        Refused: The act cannot happen now; the sentence says why and what can.
    """
    if name == OVER.name:
        return _asked_over(journal)
    experiment = journal.experiment(ref)
    act = EDIT if name == EDIT.name else BY_NAME[name]
    needed = _needed(journal, act, experiment) if element is None else {}
    choices = offered(journal, act, experiment)
    made = Asked(
        act=act,
        experiment=experiment,
        element=element,
        today=journal.clock.today(),
        pages=_pages(act, experiment, needed, choices),
        values=prefilled(act, experiment, element),
        needed=needed,
        offered=choices,
        role=journal.role or "",
        seen=newest(journal.store.events(f"{Kind.EXPERIMENT}/{experiment.id}")),
        frame_is_unsafe=frame_verdict(experiment) is FrameVerdict.UNSAFE,
    )
    suggest(journal, made)
    return made


def _asked_over(journal: Journal) -> Asked:
    """What is asked about a test that is already over and not in the log yet."""
    experiment = over.unborn(journal)
    lacks = over.needed(journal, experiment)
    choices = offered(journal, OVER, experiment)
    return Asked(
        act=OVER,
        experiment=experiment,
        element=None,
        today=journal.clock.today(),
        pages=_pages(OVER, experiment, lacks, choices),
        values={},
        needed=lacks,
        offered=choices,
        tasks=core_tasks(journal),
        role=journal.role or "",
    )


def _needed(journal: Journal, act: Act, experiment: Experiment) -> dict[str, str]:
    """The questions that the act cannot do without, as things stand, with what to do."""
    if act is EDIT:
        return {}
    is_now = experiment.state in act.sources
    if act.name == "observe" and is_now and not experiment.measures:
        raise Refused(_("There is no measure yet. Plan the experiment, or add a measure first."))
    try:
        missing = journal.missing(act.name, experiment.id)
    except (InvalidError, Refused):
        if not is_now:
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
            worded(act, experiment, question)
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
    is_learned = any(lesson.is_complete for lesson in experiment.lessons)
    if question.name in NEVER or (
        act.decision is not None and is_learned and question in LESSON_STEP.questions
    ):
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
