"""What stands in an empty field: the day that counts when it is left out, or an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.locale import N_, _

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.acts.questions import Question

TODAY = frozenset({"on", "date", "ended_on", "confirmed_on", "since", "met_on"})
"""The days that are today when they are left out."""

EXAMPLES = {
    "limits": N_("1 crew"),
    "stop_criteria": N_("more than 2 errors a week (1 day)"),
    "criterion": N_("at most 3"),
    "last_day": "+28",
}
"""What an answer can look like, where its form is not obvious."""


def example(question: Question, today: date) -> str:
    """The words in the empty field of *question*; none where the question says it all."""
    name = question.name
    if name in TODAY:
        return _("today: {day}").format(day=shown_day(today))
    return _("for example: {text}").format(text=_(EXAMPLES[name])) if name in EXAMPLES else ""
