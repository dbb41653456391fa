"""Questions that wait for a certain answer to another one. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.domain.questions import Question
    from explog.tui.asked import Asked


def waits(question: Question) -> bool:
    """Whether *question* is asked only after a certain answer to another one."""
    return question.name in WAITING or question.name.startswith("reacted/")


WAITING: dict[str, tuple[str, frozenset[str]]] = {
    "result_reason": ("result", frozenset()),
    "override_reason": ("result", frozenset({"not_supported"})),
    "way_back_done_on": ("way_back_status", frozenset({"done"})),
    "way_back_reason": ("way_back_status", frozenset({"not_needed", "failed"})),
    "way_back_unit": ("way_back_max_time", frozenset()),
    "stop_criterion": ("pause_reason", frozenset({"stop_criterion"})),
    "met_on": ("pause_reason", frozenset({"stop_criterion"})),
    "where": ("reported", frozenset({"yes"})),
}
"""Question → the one it waits for, and the answers it waits for; any answer where none is named."""


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
    if name not in WAITING or (name == "override_reason" and made.act.name != "adopt"):
        return True
    other, values = WAITING[name]
    given = answers.get(other, "")
    return given in values if values else bool(given)
