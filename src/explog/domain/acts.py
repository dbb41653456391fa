"""The acts: everything a person can do to an experiment, each said once for command line and forms.

An act is data: what it is called, from which states it may happen, where it leads, and what it
asks, in steps of three
to five questions. What must be answered is said by ``explog.domain.guards``. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.domain import questions_evidence as seen
from explog.domain import questions_plan as plan
from explog.domain import questions_test as test
from explog.domain.vocabulary import State
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.questions import Question


@dataclass(frozen=True, slots=True)
class Step:
    """One page of a form."""

    title: str
    """English; shown translated."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a person can do to an experiment; one event each."""

    name: str
    title: str
    """An imperative, English; shown translated."""
    about: str
    """What it does, in one line, English; shown translated."""
    sources: frozenset[State]
    """The states it may happen in."""
    steps: tuple[Step, ...] = ()
    target: State | None = None
    """The state it leads to; None where the state stays."""
    decision: str | None = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order they are asked."""
        return tuple(question for step in self.steps for question in step.questions)

    @property
    def is_transition(self) -> bool:
        """Whether it changes the state."""
        return self.target is not None

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)

    @property
    def help(self) -> str:
        """The one line in the language in force."""
        return _(self.about)

    def question(self, name: str) -> Question:
        """The question called *name*.

        Raises:
            KeyError: When the act asks no such question.
        """
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)


EVERY = frozenset(State)
STARTED = EVERY - {State.IDEA, State.PLANNED, State.SHELVED}
TESTING = frozenset({State.RUNNING, State.PAUSED})


def _pick(questions: Iterable[Question], *names: str) -> tuple[Question, ...]:
    """The questions called *names*, in that order."""
    known = {question.name: question for question in questions}
    return tuple(known[name] for name in names)


_ON, _BY, _WHY = test.STEP
_FRAME_STEPS = (
    Step(N_("The frame"), (*plan.FRAME[:4],)),
    Step(
        N_("The way back"),
        _pick(
            plan.FRAME, "who_may_stop", "way_back_max_time", "way_back_unit", "way_back_tested_on"
        ),
    ),
    Step(N_("Frame check, 1–4"), plan.CHECK[:4]),
    Step(N_("Frame check, 5–8"), (*plan.CHECK[4:], plan.CHECK_ALL)),
)
_LESSON_STEP = Step(
    N_("What did you learn?"), _pick(test.LESSON, "we_observed", "we_learned", "therefore", "theme")
)
_MORE_LESSON = Step(
    N_("More about the lesson"),
    _pick(
        test.LESSON,
        "we_believed",
        "lesson_kind",
        "evidence",
        "hallmark",
        "competence",
        "shared_with",
    ),
)
_STUDY_STEP = Step(
    N_("Result and harm"), _pick(test.STUDY, "result", "result_reason", "harm", "harm_role")
)
_WHY_STEP = Step(
    N_("Why it went so"),
    _pick(test.STUDY, "prediction_matched", "causes", "failure_type", "value_achieved"),
)
_DECIDED = Step(N_("The decision"), (_WHY, _BY, _ON))

ACTS: tuple[Act, ...] = (
    Act(
        "plan",
        N_("Plan"),
        N_("Say what you believe, how you test it and what you measure."),
        frozenset({State.IDEA}),
        (
            Step(N_("What and why"), (plan.IDEA[2], *plan.PLAN[:3])),
            Step(N_("Test and measure"), plan.PLAN[3:]),
            Step(
                N_("What could get worse?"),
                _pick(
                    plan.MORE,
                    "watch_out",
                    "prior_knowledge",
                    "novelty",
                    "size_reason",
                    "prediction",
                ),
            ),
            Step(
                N_("More about the measure"),
                _pick(
                    plan.MORE,
                    "direction",
                    "measure_kind",
                    "frequency",
                    "target",
                    "definition",
                    "baseline_stated",
                    "prediction_number",
                ),
            ),
            Step(
                N_("People and kind"),
                _pick(
                    plan.MORE,
                    "closeness",
                    "initiator",
                    "innovation_types",
                    "technology",
                    "beneficiary",
                    "responsible_role",
                    "participants_n",
                    "med_status",
                    "tags",
                    "if_it_works",
                    "derived_from",
                    "parallel_to",
                    "links",
                ),
            ),
            Step(N_("When"), (_ON, _BY)),
        ),
        State.PLANNED,
    ),
    Act(
        "frame",
        N_("Frame"),
        N_("Write down parts of the frame before the start."),
        frozenset({State.PLANNED}),
        _FRAME_STEPS,
    ),
    Act(
        "start",
        N_("Start"),
        N_("Set the frame, read it aloud, and lock it."),
        frozenset({State.PLANNED}),
        (*_FRAME_STEPS, Step(N_("When"), (_ON, _BY))),
        State.RUNNING,
    ),
    Act(
        "pause",
        N_("Pause"),
        N_("Stop for now; a met stop criterion is reacted to."),
        frozenset({State.RUNNING}),
        (Step(N_("Pause"), (*test.PAUSE[:3], _WHY, _ON, _BY)),),
        State.PAUSED,
    ),
    Act(
        "resume",
        N_("Resume"),
        N_("Go on after a pause."),
        frozenset({State.PAUSED}),
        (Step(N_("Resume"), (test.PAUSE[3], _BY, _ON)),),
        State.RUNNING,
    ),
    Act(
        "extend",
        N_("Extend"),
        N_("Move the last day, before it has passed."),
        TESTING,
        (Step(N_("Extend"), (plan.FRAME[1], _WHY, _ON)),),
    ),
    Act(
        "tighten",
        N_("Tighten"),
        N_("Make the frame narrower; never wider."),
        TESTING,
        (Step(N_("Tighten"), (plan.FRAME[0], plan.FRAME[1], plan.FRAME[2], _WHY)),),
    ),
    Act(
        "end",
        N_("End the test"),
        N_("Say when and why it ended and what each limit came to."),
        TESTING,
        (Step(N_("The end of the test"), test.END),),
        State.IN_REVIEW,
    ),
    Act(
        "adapt",
        N_("Adapt"),
        N_("Close this cycle and start the next with a new frame."),
        frozenset({State.IN_REVIEW}),
        (
            _STUDY_STEP,
            _WHY_STEP,
            _LESSON_STEP,
            Step(
                N_("The next cycle"),
                (*test.ADAPT, *_pick(plan.MORE, "prediction", "prediction_number"), plan.PLAN[6]),
            ),
            Step(N_("What is tried now"), (plan.PLAN[1], plan.PLAN[2], plan.PLAN[3])),
            *_FRAME_STEPS,
            _DECIDED,
        ),
        State.RUNNING,
        "adapt",
    ),
    Act(
        "adopt",
        N_("Adopt"),
        N_("Take it into daily operation here."),
        frozenset({State.IN_REVIEW}),
        (
            _STUDY_STEP,
            _LESSON_STEP,
            Step(N_("Daily operation"), test.OPERATION[:4]),
            _DECIDED,
            _WHY_STEP,
            Step(N_("More"), (*test.OPERATION[4:7], *_MORE_LESSON.questions)),
        ),
        State.ADOPTED,
        "adopt",
    ),
    Act(
        "abandon",
        N_("Abandon"),
        N_("Stop here, with what was learned."),
        frozenset({State.IN_REVIEW}),
        (
            _STUDY_STEP,
            Step(N_("The way back"), test.WAY_BACK),
            _LESSON_STEP,
            _DECIDED,
            _WHY_STEP,
            Step(N_("More"), (test.END[3], *_MORE_LESSON.questions)),
        ),
        State.ABANDONED,
        "abandon",
    ),
    Act(
        "shelve",
        N_("Shelve"),
        N_("Put it away before it was tried; not a failure."),
        frozenset({State.IDEA, State.PLANNED}),
        (Step(N_("Shelve"), (_WHY, _ON, _BY)),),
        State.SHELVED,
    ),
    Act(
        "reopen_idea",
        N_("Take up again"),
        N_("Make a shelved idea an idea again."),
        frozenset({State.SHELVED}),
        (Step(N_("Take up again"), (_ON, _BY)),),
        State.IDEA,
    ),
    Act(
        "scale",
        N_("Mark as scaled"),
        N_("Only while the facts carry it."),
        frozenset({State.ADOPTED}),
        (Step(N_("Scaled"), (test.OPERATION[6], _ON, _BY)),),
        State.SCALED,
    ),
    Act(
        "lapse",
        N_("No longer scaled"),
        N_("Say that the facts no longer carry it."),
        frozenset({State.SCALED}),
        (Step(N_("No longer scaled"), (_WHY, _ON, _BY)),),
        State.ADOPTED,
    ),
    Act(
        "retire",
        N_("Retire"),
        N_("Take it out of daily operation."),
        frozenset({State.ADOPTED, State.SCALED}),
        (Step(N_("Retire"), (_WHY, test.PAUSE[4], _ON, _BY)),),
        State.RETIRED,
    ),
    Act(
        "reopen",
        N_("Reopen"),
        N_("Withdraw the decision; it stays in the history."),
        frozenset({State.ADOPTED, State.ABANDONED}),
        (Step(N_("Reopen"), (_WHY, _ON, _BY)),),
        State.IN_REVIEW,
    ),
    Act(
        "register",
        N_("Register afterwards"),
        N_("Log a test that is already over."),
        frozenset({State.IDEA}),
        (
            Step(N_("What was tried"), (plan.IDEA[2], *plan.PLAN[:4])),
            Step(N_("When"), (seen.REGISTER[0], test.END[0], test.END[1], test.END[4])),
            Step(
                N_("What was measured"),
                (*plan.PLAN[4:], *_pick(plan.MORE, "direction", "frequency", "novelty")),
            ),
            Step(
                N_("A written plan"),
                (*seen.REGISTER[1:], *plan.FRAME[:4], test.END[2], test.END[3]),
            ),
            Step(N_("Recorded"), (_ON, _BY)),
        ),
        State.IN_REVIEW,
    ),
    Act(
        "confirm",
        N_("Confirm"),
        N_("Say that it still works."),
        frozenset({State.ADOPTED, State.SCALED}),
        (Step(N_("Confirm"), (test.OPERATION[7], seen.PLACE[0])),),
    ),
    Act(
        "observe",
        N_("Observe"),
        N_("Write down a measurement."),
        EVERY,
        (Step(N_("Observation"), seen.OBSERVATION),),
    ),
    Act(
        "note",
        N_("Note"),
        N_("Write a line in the logbook."),
        EVERY,
        (Step(N_("Note"), seen.NOTE),),
    ),
    Act(
        "annotate",
        N_("Annotate"),
        N_("Put a mark on the run chart."),
        EVERY,
        (Step(N_("Annotation"), seen.ANNOTATION),),
    ),
    Act(
        "lesson",
        N_("Learn"),
        N_("Write down what was learned."),
        EVERY,
        (_LESSON_STEP, _MORE_LESSON),
    ),
    Act(
        "place",
        N_("Place"),
        N_("Record another place and how far it is there."),
        frozenset({State.ADOPTED, State.SCALED}),
        (Step(N_("The place"), seen.PLACE[:4]), Step(N_("What they do there"), seen.PLACE[4:])),
    ),
    Act(
        "incident",
        N_("Incident"),
        N_("Record something that happened to someone or something."),
        STARTED,
        (Step(N_("Incident"), seen.INCIDENT),),
    ),
    Act(
        "measure",
        N_("Measure"),
        N_("Add a measure, for example one that shows what gets worse."),
        EVERY,
        (
            Step(N_("The measure"), seen.MEASURE[:5]),
            Step(N_("More about the measure"), seen.MEASURE[5:]),
        ),
    ),
    Act(
        "stance",
        N_("Stance"),
        N_("Count how the team stands to it; five or more."),
        EVERY,
        (Step(N_("Counts"), seen.STANCE[:5]), Step(N_("What you do about it"), seen.STANCE[5:])),
    ),
    Act(
        "readiness",
        N_("Readiness"),
        N_("Five marks for the group as a whole."),
        EVERY,
        (Step(N_("Marks"), seen.READINESS),),
    ),
)

BY_NAME: dict[str, Act] = {act.name: act for act in ACTS}
"""Every act by its name."""

EDITABLE: tuple[Question, ...] = tuple(
    {
        question.name: question
        for question in (*plan.IDEA, *plan.PLAN, *plan.MORE, *test.OPERATION)
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
