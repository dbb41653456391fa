"""Whether a row fits the filters of a query. Pure; texts are the store's search to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary_learning import Attention
from explog.domain.query.terms import EXACT, SPANS
from explog.domain.record.keys import folded as folded_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.query.query import Query
    from explog.domain.query.terms import Filter
    from explog.domain.record.rows import ExperimentRow

REACHED = ("idea", "planned", "started", "decided", "adopted", "scaled")
"""How far an experiment can come, each step with those before it; its place is what is stored."""

LATE = (
    Attention.PAST_LAST_DAY.value,
    Attention.MEASUREMENT_DUE.value,
    Attention.CONFIRMATION_MISSING.value,
    Attention.REPORT_PENDING.value,
)
"""What makes an experiment overdue: a day that has passed."""

STORED = frozenset({"registered_afterwards", "intelligent", "everyday_digital"})
"""The values of ``is:`` that stand in the summary under their own name."""


SEEN = {
    "past_last_day": Attention.PAST_LAST_DAY.value,
    "unconfirmed": Attention.CONFIRMATION_MISSING.value,
}
"""Value of ``is:`` → what asks for a person's eye today."""

SPAN_FACTS = {"started": "started_on", "decided": "closed_on"} | {
    name: f"{name}_on" for name in ("noted", "planned", "adopted", "scaled")
}
"""Filter with a period → the day of the summary it looks at."""


def matches(row: ExperimentRow, query: Query, *, archived: bool = False) -> bool:
    """Whether *row* fits every filter of *query*; its words and phrases are not looked at.

    Args:
        row: As of the day the query was read.
        query: What is asked for.
        archived: Whether archived ones count although the query does not speak of them.
    """
    if row.archived and not (archived or query.speaks_of_archived):
        return False
    return all(_fits(row, term) for term in query.filters)


def begins_a_word(text: str, part: str) -> bool:
    """Whether *part* stands in *text* where a word begins; case does not matter."""
    whole, wanted = " ".join(text.casefold().split()), part.casefold()
    at = whole.find(wanted)
    while at > 0 and whole[at - 1].isalnum():
        at = whole.find(wanted, at + 1)
    return at >= 0


def is_task(text: str, wanted: str) -> bool:
    """Whether the core task *text* is the *wanted* one; after ``=`` it is exactly that."""
    if wanted.startswith(EXACT):
        return " ".join(text.casefold().split()) == " ".join(wanted[1:].split())
    return begins_a_word(text, wanted)


def _within(name: str) -> Callable[[ExperimentRow, str], bool]:
    """Whether the day of the filter *name* lies in a period ``first..last``."""

    def holds(row: ExperimentRow, value: str) -> bool:
        first, _dots, last = value.partition("..")
        return first <= (row.derived.get(SPAN_FACTS[name]) or "") <= last

    return holds


def _fits(row: ExperimentRow, term: Filter) -> bool:
    """Whether one of the values of *term* holds, or none where it is negated."""
    judge = _JUDGES[term.name]
    return any(judge(row, value) for value in term.meant) is not term.negated


def _is(row: ExperimentRow, value: str) -> bool:
    """``is:`` *value*."""
    if value in STORED:
        return bool(row.derived.get(value))
    if value == "spreading":
        return row.level == "spreading"
    if value == "overdue":
        return not {*LATE}.isdisjoint(row.attention)
    if value in SEEN:
        return SEEN[value] in row.attention
    if value == "attention":
        return bool(row.attention or row.derived.get("versions"))
    return row.archived


_JUDGES: dict[str, Callable[[ExperimentRow, str], bool]] = {
    "state": lambda row, value: row.state == value,
    "outcome": lambda row, value: row.outcome == value,
    "frame": lambda row, value: row.frame_verdict == value,
    "task": lambda row, value: is_task(row.core_task or "", value),
    "workplace": lambda row, value: folded_key(row.workplace or "") == value,
    "tag": lambda row, value: value in {tag.casefold() for tag in row.tags},
    "theme": lambda row, value: value in row.derived.get("themes", ()),
    "since": lambda row, value: (row.derived.get("step_on") or "") >= value,
    "until": lambda row, value: "" < (row.derived.get("step_on") or "") <= value,
    "has": lambda row, value: value in row.derived.get("has", ()),
    "is": _is,
    "level": lambda row, value: row.level == value,
    "result": lambda row, value: row.result == value,
    "initiator": lambda row, value: value in row.derived.get("initiators", ()),
    "value": lambda row, value: value in row.derived.get("gained", ()),
    "prediction": lambda row, value: row.derived.get("matched") == value,
    "hallmark": lambda row, value: value in row.derived.get("hallmarks", ()),
    "reached": lambda row, value: row.derived.get("reached", 0) >= REACHED.index(value),
    **{name: _within(name) for name in SPANS},
}
"""Filter → whether a row fits one of its values."""
