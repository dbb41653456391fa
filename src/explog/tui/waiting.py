"""Questions that follow from the answer to another one: when they are asked, and when needed.

No Textual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.domain.acts.questions import Question
    from explog.tui.asked import Asked


def waits(question: Question) -> bool:
    """Whether *question* is asked only after a certain answer to another one."""
    return question.name in WAITING or question.name.startswith("reacted/")


WAITING: dict[str, tuple[str, frozenset[str]]] = {
    "result_reason": ("result", frozenset()),
    "override_reason": ("result", frozenset({"not_supported"})),
    "harm_role": ("harm", frozenset()),
    "way_back_done_on": ("way_back_status", frozenset({"done"})),
    "way_back_reason": ("way_back_status", frozenset({"not_needed", "failed"})),
    "way_back_unit": ("way_back_max_time", frozenset()),
    "stop_criterion": ("pause_reason", frozenset({"stop_criterion"})),
    "met_on": ("pause_reason", frozenset({"stop_criterion"})),
    "where": ("reported", frozenset({"yes"})),
}
"""Question → the one it waits for, and the answers it waits for; any answer where none is named."""

NEEDED_WHEN_SHOWN = frozenset(
    {
        "result_reason",
        "override_reason",
        "harm_role",
        "way_back_done_on",
        "way_back_reason",
        "stop_criterion",
    }
)
"""Those of them that the act cannot do without once they are asked."""

AFTERWARDS = frozenset({"register", "over"})
"""The acts that write down what is over already."""

FRAMING = frozenset({"plan", "frame", "start", "adapt", "tighten", "edit"})
"""The acts that may ask for the way back's time, which is no answer without its unit."""

LESSON = ("we_observed", "we_learned", "therefore", "theme")
"""One lesson: all of it or none."""

ALWAYS_BESIDE = frozenset({"way_back_unit"})
"""Those of them that are shown from the start, so that nobody types the unit into the number."""

NEEDED_WITH: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {
    "unit": (frozenset({"plan"}), ("measure",)),
    "way_back_unit": (FRAMING, ("way_back_max_time",)),
    "way_back_max_time": (FRAMING, ("way_back_unit",)),
    "plan_dated": (AFTERWARDS, ("plan_reference",)),
    "plan_reference": (AFTERWARDS, ("plan_dated", "limits", "stop_criteria")),
}
"""Question → in which acts, and with an answer to which others, it is needed."""

INSTEAD = {"we_learned": "learning"}
"""Question → the one whose answer will do as well: what a cycle taught, instead of a lesson."""


def hangs_on(name: str, other: str) -> bool:
    """Whether what is wrong with the answer to *name* may come from the one to *other*."""
    about, _slash, ident = name.partition("/")
    if about in {"met", "reacted"}:
        return other in {f"met/{ident}", f"reacted/{ident}"}
    _acts, others = NEEDED_WITH.get(name, (frozenset[str](), ()))
    lesson = LESSON if name in LESSON else ()
    return other in {WAITING.get(name, ("",))[0], INSTEAD.get(name), *others, *lesson}


def is_shown(made: Asked, question: Question, answers: dict[str, str]) -> bool:
    """Whether *question* is asked, given the *answers* so far.

    What follows from another answer waits for it.
    """
    name = question.name
    if name.startswith("reacted/"):
        return bool(answers.get("met/" + name.partition("/")[2]))
    if name == "result_reason":
        return answers.get("result", "") not in {"", made.suggested.get("result")}
    if name == "override_reason" and made.act.name == "adopt" and made.frame_is_unsafe:
        return True
    is_free = name in ALWAYS_BESIDE or name not in WAITING
    if is_free or (name == "override_reason" and made.act.name != "adopt"):
        return True
    other, values = WAITING[name]
    given = answers.get(other, "")
    return given in values if values else bool(given)


def follows(made: Asked, question: Question, answers: dict[str, str]) -> bool:
    """Whether *question* must be answered because of what other *answers* say."""
    name = question.name
    if name == "harm_role" and (made.role or answers.get("by_role")):
        return False
    if name in NEEDED_WHEN_SHOWN or name.startswith("reacted/"):
        return is_shown(made, question, answers)
    if name in LESSON and made.act.decision is not None:
        is_wanted = "we_learned" in made.needed and not answers.get("learning", "").strip()
        return is_wanted or any(_is_new(made, other, answers) for other in LESSON)
    acts, others = NEEDED_WITH.get(name, (frozenset[str](), ()))
    return made.act.name in acts and any(_is_new(made, other, answers) for other in others)


def _is_new(made: Asked, name: str, answers: dict[str, str]) -> bool:
    """Whether the question *name* is answered, and was not so before."""
    typed = answers.get(name, "").strip()
    return bool(typed) and typed != made.values.get(name, "").strip()


def needed_now(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """The questions that must be answered as the *answers* stand, with what to do."""
    following = {
        question.name: ""
        for question in made.questions
        if made.element is None and follows(made, question, answers)
    }
    instead = {name for name, other in INSTEAD.items() if answers.get(other, "").strip()}
    needed = {**following, **made.needed}
    return {name: help_ for name, help_ in needed.items() if name not in instead}
