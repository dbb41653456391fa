"""What every number of Insights means, in a sentence; shown on demand. Standard library only."""

from __future__ import annotations

from typing import NamedTuple

from explog.locale import N_, _


class Definition(NamedTuple):
    """One number or table, English; shown translated."""

    title: str
    means: str


DEFINITIONS: dict[str, Definition] = {
    "experiments": Definition(
        N_("Experiments"), N_("All experiments of the set, archived ones left out.")
    ),
    "flow": Definition(
        N_("Flow per quarter"),
        N_(
            "How many were noted, started, decided, adopted, scaled and failed safely, each in the "
            "quarter in which it happened. Noted is the first day the log knows of. What was "
            "reopened or taken back is not counted."
        ),
    ),
    "board": Definition(
        N_("How it ended"),
        N_(
            "What is decided, by whether the hypothesis held and whether the frame did. Worked: "
            "adopted, scaled, retired after use, or worked but not adopted. The frame verdict is "
            "derived from limits, reactions, harm and the way back, never typed."
        ),
    ),
    "failed_safely": Definition(
        N_("Failed safely"),
        N_("Of what failed, how many stayed inside a frame that was set before the start."),
    ),
    "inconclusive": Definition(
        N_("Inconclusive"),
        N_("Decided without an answer to whether the hypothesis held; neither worked nor failed."),
    ),
    "funnel": Definition(
        N_("From idea to scale"),
        N_(
            "How many came as far as each step or further, by who took the initiative. One "
            "experiment can have several initiators and is counted for each of them."
        ),
    ),
    "tasks": Definition(
        N_("Core tasks and outcomes"),
        N_(
            "What was tried on each core task of the workplaces, and how it ended. A core task "
            "without experiments is shown too: perhaps there is something small to try."
        ),
    ),
    "hallmarks": Definition(
        N_("Hallmarks and outcomes"),
        N_(
            "How many experiments have a lesson about each of the five hallmarks of leading "
            "digital innovation, by how the experiment ended."
        ),
    ),
    "learning_rate": Definition(
        N_("Learning rate"),
        N_(
            "Of what is decided, how many have a complete lesson: what was observed, what it "
            "taught, what follows, and its theme."
        ),
    ),
    "days_to_decision": Definition(
        N_("Time to a decision"),
        N_("The median of days from the first start to the decision to adopt or abandon."),
    ),
    "from_the_floor": Definition(
        N_("From the floor"),
        N_("Of what was started, how many were the initiative of employees, alone or with others."),
    ),
    "lessons_reused": Definition(
        N_("Lessons used again"),
        N_(
            "Of all complete lessons, how many a later experiment names as what it builds on. "
            "Behind the number stand the experiments that taught them."
        ),
    ),
    "built_on": Definition(
        N_("Built on an earlier experiment"),
        N_("Experiments that were derived from an earlier one or copied from another workplace."),
    ),
    "intelligent": Definition(
        N_("Intelligent failures"),
        N_(
            "Failed safely, on new ground, with a belief written down beforehand, with what was "
            "known already and with a reason for the size."
        ),
    ),
    "value": Definition(
        N_("Value achieved"),
        N_(
            "What was gained, as the team answered it at the decision; several answers are "
            "possible. The five words are those of the Danish innovation barometer."
        ),
    ),
    "predictions": Definition(
        N_("How right we were beforehand"),
        N_(
            "The criterion (we are right if …) against the result, the written prediction against "
            "the result as the team judged it, and the room's guess in reviews against the "
            "result. Being surprised is not a mistake: it is where the learning is."
        ),
    ),
    "ladder": Definition(
        N_("Scale"),
        N_(
            "Adopted: in daily operation at home. Spreading: on trial or in operation in other "
            "places. Scaled: held at home, in operation elsewhere and run by others, still "
            "working and confirmed lately. Places that are only interested count as none."
        ),
    ),
    "unconfirmed": Definition(
        N_("Confirmation missing"),
        N_(
            "In daily operation, but nobody has confirmed for a long time that it still works. "
            "The number of days is a house number (180)."
        ),
    ),
    "coverage": Definition(
        N_("Coverage"),
        N_(
            "Places in daily operation, the origins included, out of the places it is relevant "
            "for. Counted where it is known how many are relevant."
        ),
    ),
    "places": Definition(
        N_("Places in operation over time"),
        N_("Places in daily operation at the end of each quarter, the origins included."),
    ),
    "mirror": Definition(
        N_("The mirror"),
        N_(
            "Questions that the log's own numbers raise. They are for the team alone, compare "
            "nobody with anybody, and can be changed or switched off: explog thresholds."
        ),
    ),
}
"""Code → what it means; the codes are those of ``explog insights --json``."""


def title(code: str) -> str:
    """What *code* is called, in the language in force."""
    return _(DEFINITIONS[code].title)


def means(code: str) -> str:
    """What *code* means, in the language in force."""
    return _(DEFINITIONS[code].means)
