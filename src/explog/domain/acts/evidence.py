"""The acts of seeing, learning and spreading: they leave the state as it is."""

from __future__ import annotations

from explog.domain.acts import questions_evidence as seen
from explog.domain.acts import questions_trial as trial
from explog.domain.acts.act import Act, Step
from explog.domain.acts.steps import LESSON_STEP, MORE_LESSON, WHY_STEP, pick
from explog.domain.naming.vocabulary import State
from explog.locale import N_

EVERY = frozenset(State)
STARTED = EVERY - {State.IDEA, State.PLANNED, State.SHELVED}
"""Every state after a start."""

SEEN: tuple[Act, ...] = (
    Act(
        "confirm",
        N_("Confirm"),
        N_("Say that it still works."),
        frozenset({State.ADOPTED, State.SCALED}),
        (Step(N_("Confirm"), (trial.OPERATION[7], seen.PLACE[0])),),
    ),
    Act(
        "observe",
        N_("Observe"),
        N_("Write down a measurement."),
        EVERY,
        (Step(N_("Observation"), seen.OBSERVATION),),
    ),
    Act(
        "dismiss",
        N_("Not met"),
        N_("Say why a measurement does not meet a stop criterion or a limit."),
        frozenset({State.RUNNING, State.PAUSED, State.IN_REVIEW}),
        (Step(N_("Not met"), seen.NOT_MET),),
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
        (LESSON_STEP, MORE_LESSON),
    ),
    Act(
        "assess",
        N_("Assess"),
        N_("Say what is known of harm, result and causes before the decision."),
        frozenset({State.IN_REVIEW}),
        (
            Step(N_("Was anyone or anything harmed?"), pick(trial.STUDY, "harm", "harm_role")),
            Step(N_("Result"), pick(trial.STUDY, "result", "result_reason")),
            WHY_STEP,
            Step(N_("The way back"), trial.WAY_BACK),
        ),
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
"""The acts that add facts."""
