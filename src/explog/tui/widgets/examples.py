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
    "last_day": N_("in 6 weeks"),
    "way_back_tested_on": N_("last Friday"),
    "way_back_done_on": N_("today 12.10"),
    "operation_since": N_("1 October"),
    "plan_dated": N_("1 October"),
    "started_on": N_("3 weeks ago"),
    "last_confirmed_on": N_("yesterday"),
    "due": N_("in 2 weeks"),
    "harm_role": N_("team leader"),
    "by_role": N_("team leader"),
    "responsible_role": N_("team leader"),
    "operation_owner": N_("team leader"),
    "place_owner": N_("team leader"),
}
"""What an answer can look like, where its form is not obvious."""


def example(question: Question, today: date, *, has_default: bool = True) -> str:
    """The words in the empty field of *question*; none where the question says it all.

    Args:
        question: What is asked.
        today: The day that counts when a day is left out.
        has_default: Whether it counts here; else the answer is needed.
    """
    name = question.name
    if name.startswith(("met/", "reacted/")):
        name = "last_confirmed_on"
    if name in TODAY:
        return _("empty = today, {day}").format(day=shown_day(today)) if has_default else ""
    return _("for example: {text}").format(text=_(EXAMPLES[name])) if name in EXAMPLES else ""
