"""Steps that several acts share: the frame, the study of the result, the lesson, the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts import questions_frame as frame
from explog.domain.acts import questions_trial as trial
from explog.domain.acts.act import Step
from explog.locale import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.acts.questions import Question


def pick(questions: Iterable[Question], *names: str) -> tuple[Question, ...]:
    """The questions called *names*, in that order."""
    known = {question.name: question for question in questions}
    return tuple(known[name] for name in names)


ON, BY, WHY = trial.STEP
FRAME_STEPS = (
    Step(N_("The frame"), (*frame.FRAME[:4],)),
    Step(
        N_("The way back"),
        pick(
            frame.FRAME, "who_may_stop", "way_back_max_time", "way_back_unit", "way_back_tested_on"
        ),
    ),
    Step(N_("Frame check, 1–4"), frame.CHECK[:4]),
    Step(N_("Frame check, 5–8"), (*frame.CHECK[4:], frame.CHECK_ALL)),
)
LESSON_STEP = Step(
    N_("What did you learn?"), pick(trial.LESSON, "we_observed", "we_learned", "therefore", "theme")
)
MORE_LESSON = Step(
    N_("More about the lesson"),
    pick(
        trial.LESSON,
        "we_believed",
        "lesson_kind",
        "evidence",
        "hallmark",
        "competence",
        "shared_with",
    ),
)
STUDY_STEP = Step(
    N_("Result and harm"), pick(trial.STUDY, "result", "harm", "harm_role", "result_reason")
)
WHY_STEP = Step(
    N_("Why it went so"),
    pick(trial.STUDY, "prediction_matched", "causes", "failure_type", "value_achieved"),
)
DECIDED = Step(N_("The decision"), (WHY, BY, ON))
