"""The acts of a life, from a planned idea to something retired (DOMAIN.md 6, T2–T17)."""

from __future__ import annotations

from explog.domain.acts import questions_evidence as seen
from explog.domain.acts import questions_frame as frame
from explog.domain.acts import questions_plan as plan
from explog.domain.acts import questions_trial as trial
from explog.domain.acts.act import Act, Step
from explog.domain.acts.steps import (
    BY,
    DECIDED,
    FRAME_STEPS,
    LESSON_STEP,
    MORE_LESSON,
    ON,
    STUDY_STEP,
    WHY,
    WHY_STEP,
    pick,
)
from explog.domain.naming.vocabulary import State
from explog.locale import N_

TESTING = frozenset({State.RUNNING, State.PAUSED})
"""The states in which a test is going on."""

LIFE: tuple[Act, ...] = (
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
                pick(
                    plan.MORE,
                    "watch_out",
                    "prior_knowledge",
                    "novelty",
                    "size_reason",
                    "prediction",
                ),
            ),
            Step(N_("How small?"), pick(plan.MORE, "confidence", "cost_of_failure")),
            Step(
                N_("More about the measure"),
                pick(
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
                pick(
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
            Step(N_("When"), (ON, BY)),
        ),
        State.PLANNED,
    ),
    Act(
        "frame",
        N_("Frame"),
        N_("Write down parts of the frame before the start."),
        frozenset({State.PLANNED}),
        FRAME_STEPS,
    ),
    Act(
        "start",
        N_("Start"),
        N_("Set the frame, read it aloud, and lock it."),
        frozenset({State.PLANNED}),
        (*FRAME_STEPS, Step(N_("When"), (ON, BY))),
        State.RUNNING,
    ),
    Act(
        "pause",
        N_("Pause"),
        N_("Stop for now; a met stop criterion is reacted to."),
        frozenset({State.RUNNING}),
        (Step(N_("Pause"), (*trial.PAUSE[:3], WHY, ON, BY)),),
        State.PAUSED,
    ),
    Act(
        "resume",
        N_("Resume"),
        N_("Go on after a pause."),
        frozenset({State.PAUSED}),
        (Step(N_("Resume"), (trial.PAUSE[3], BY, ON)),),
        State.RUNNING,
    ),
    Act(
        "extend",
        N_("Extend"),
        N_("Move the last day, before it has passed."),
        TESTING,
        (Step(N_("Extend"), (frame.FRAME[1], WHY, ON)),),
    ),
    Act(
        "tighten",
        N_("Tighten"),
        N_("Make the frame narrower; never wider."),
        TESTING,
        (Step(N_("Tighten"), (frame.FRAME[0], frame.FRAME[1], frame.FRAME[2], WHY)),),
    ),
    Act(
        "end",
        N_("End the test"),
        N_("Say when and why it ended and what each limit came to."),
        TESTING,
        (Step(N_("The end of the test"), trial.END),),
        State.IN_REVIEW,
    ),
    Act(
        "adapt",
        N_("Adapt"),
        N_("Close this cycle and start the next with a new frame."),
        frozenset({State.IN_REVIEW}),
        (
            STUDY_STEP,
            WHY_STEP,
            LESSON_STEP,
            Step(
                N_("The next cycle"),
                (*trial.ADAPT, *pick(plan.MORE, "prediction", "prediction_number"), plan.PLAN[6]),
            ),
            Step(N_("What is tried now"), (plan.PLAN[1], plan.PLAN[2], plan.PLAN[3])),
            Step(N_("How small?"), pick(plan.MORE, "confidence", "cost_of_failure")),
            *FRAME_STEPS,
            DECIDED,
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
            STUDY_STEP,
            LESSON_STEP,
            Step(N_("Daily operation"), trial.OPERATION[:4]),
            DECIDED,
            WHY_STEP,
            Step(N_("More"), (*trial.OPERATION[4:7], *MORE_LESSON.questions)),
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
            STUDY_STEP,
            Step(N_("The way back"), trial.WAY_BACK),
            LESSON_STEP,
            DECIDED,
            WHY_STEP,
            Step(N_("More"), (trial.END[3], *MORE_LESSON.questions)),
        ),
        State.ABANDONED,
        "abandon",
    ),
    Act(
        "shelve",
        N_("Shelve"),
        N_("Put it away before it was tried; not a failure."),
        frozenset({State.IDEA, State.PLANNED}),
        (Step(N_("Shelve"), (WHY, ON, BY)),),
        State.SHELVED,
    ),
    Act(
        "reopen_idea",
        N_("Take up again"),
        N_("Make a shelved idea an idea again."),
        frozenset({State.SHELVED}),
        (Step(N_("Take up again"), (ON, BY)),),
        State.IDEA,
    ),
    Act(
        "scale",
        N_("Mark as scaled"),
        N_("Only while the facts carry it."),
        frozenset({State.ADOPTED}),
        (Step(N_("Scaled"), (trial.OPERATION[6], ON, BY)),),
        State.SCALED,
    ),
    Act(
        "lapse",
        N_("No longer scaled"),
        N_("Say that the facts no longer carry it."),
        frozenset({State.SCALED}),
        (Step(N_("No longer scaled"), (WHY, ON, BY)),),
        State.ADOPTED,
    ),
    Act(
        "retire",
        N_("Retire"),
        N_("Take it out of daily operation."),
        frozenset({State.ADOPTED, State.SCALED}),
        (Step(N_("Retire"), (WHY, trial.PAUSE[4], ON, BY)),),
        State.RETIRED,
    ),
    Act(
        "reopen",
        N_("Reopen"),
        N_("Withdraw the decision; it stays in the history."),
        frozenset({State.ADOPTED, State.ABANDONED}),
        (Step(N_("Reopen"), (WHY, ON, BY)),),
        State.IN_REVIEW,
    ),
    Act(
        "register",
        N_("Register afterwards"),
        N_("Log a test that is already over."),
        frozenset({State.IDEA}),
        (
            Step(N_("What was tried"), (plan.IDEA[2], *plan.PLAN[:4])),
            Step(N_("When"), (seen.REGISTER[0], trial.END[0], trial.END[1], trial.END[4])),
            Step(
                N_("What was measured"),
                (*plan.PLAN[4:], *pick(plan.MORE, "direction", "frequency", "novelty")),
            ),
            Step(
                N_("A written plan"),
                (*seen.REGISTER[1:], *frame.FRAME[:4]),
            ),
            Step(N_("Recorded"), (ON, BY)),
        ),
        State.IN_REVIEW,
    ),
)
"""The acts of a life, in the order it is lived (T2–T17)."""
