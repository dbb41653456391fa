"""A test that is already over, written down in one form: an idea and *register* at once.

No Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.act import Act, Step
from explog.domain.acts.catalogue import BY_NAME
from explog.domain.acts.guards import missing
from explog.domain.acts.proposal import Proposal
from explog.domain.acts.questions_plan import IDEA
from explog.domain.record.cycle import Cycle
from explog.domain.record.experiment import Experiment
from explog.journal.one_act import one_act
from explog.locale import N_

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal

REGISTER = BY_NAME["register"]

_FIRST = {question.name: question for question in REGISTER.steps[0].questions}

OVER = Act(
    "over",
    N_("Over already"),
    N_("Write down a test that is already over, in one form."),
    frozenset(),
    (
        Step(N_("What was tried"), (*IDEA, _FIRST["belief"])),
        # The core tasks to choose from follow from the workplace, so they come a step later.
        Step(N_("How it was tried"), (_FIRST["core_task"], _FIRST["because"], _FIRST["test"])),
        *REGISTER.steps[1:],
    ),
)
"""What *register* asks, and what an idea needs before it."""

OF_THE_IDEA = ("title", "workplace")

NOBODY = "–"
"""The key of what is not in the log yet."""


def unborn(journal: Journal) -> Experiment:
    """An experiment that is not in the log yet."""
    cycle = Cycle(id=journal.ids(), no=1)
    return Experiment(id=journal.ids(), key=NOBODY, title=NOBODY, cycles=(cycle,))


def needed(journal: Journal, experiment: Experiment) -> dict[str, str]:
    """What it cannot do without, with what to do."""
    thresholds = journal.thresholds()
    proposal = Proposal(REGISTER.name, experiment, experiment, journal.clock.today(), thresholds)
    return {
        **dict.fromkeys(OF_THE_IDEA, ""),
        **{item.question: item.help for item in missing(proposal)},
    }


def write(journal: Journal, answers: dict[str, str]) -> Done:
    """Write the idea and what came of it; all of it or nothing.

    Raises:
        ExplogError: Nothing was written.
    """
    told = dict(answers)
    title, workplace = told.pop("title", ""), told.pop("workplace", None)
    with one_act(journal):
        idea = journal.jot(title, workplace)
        return journal.act(REGISTER.name, idea.key, **told)
