"""Which experiments a meeting takes, with the reason for each (DOMAIN.md 10.7).

From rows and plain documents alone. Standard library only, so that a list is quick to make.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import State
from explog.domain.naming.vocabulary_learning import PickReason, ReviewKind, ReviewStatus
from explog.domain.record.keys import folded
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow

LONGEST = 365
"""Days a meeting looks back when there was none before [house]."""

GOING = frozenset({State.RUNNING.value, State.PAUSED.value})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An experiment for the list, and why."""

    row: ExperimentRow
    reason: PickReason
    on: str | None = None
    """The day the reason dates from, ISO; None where no day says it."""

    @property
    def why(self) -> str:
        """The reason in words, with its day where there is one."""
        said = label(self.reason)
        if self.on is None:
            return said
        return _("{reason} · {day}").format(reason=said, day=shown_day(date.fromisoformat(self.on)))


@dataclass(frozen=True, slots=True)
class Scope:
    """What a meeting looks at."""

    kind: ReviewKind
    today: str
    """ISO."""
    workplaces: frozenset[str] = frozenset()
    """Codes; none means all."""
    last: str | None = None
    """The day of the last meeting of these workplaces; None where there was none."""

    @property
    def since(self) -> str:
        """The first day looked back to."""
        return self.last or (date.fromisoformat(self.today) - timedelta(days=LONGEST)).isoformat()


def suggested(rows: Sequence[ExperimentRow], scope: Scope) -> list[Suggestion]:
    """The default list, most pressing first, each experiment once by its most pressing reason.

    A check-in takes what is running, a single review what ended, a retrospective all of 10.7 and
    what was decided since last time, a leadership round what scaled and what failed since then.
    """
    reasons = REASONS[scope.kind]
    rank = {reason: number for number, reason in enumerate(reasons)}
    followers = _followers(rows, scope.since)
    codes = {folded(code) for code in scope.workplaces}
    found: list[Suggestion] = []
    for row in rows:
        if row.archived or (codes and folded(row.workplace or "") not in codes):
            continue
        holding = [
            Suggestion(row, reason, on)
            for reason, on in _holding(row, scope, followers.get(row.id))
            if reason in rank
        ]
        if holding:
            found.append(min(holding, key=lambda one: rank[one.reason]))
    return sorted(found, key=lambda one: (rank[one.reason], one.on or "", one.row.key))


def by_query(rows: Sequence[ExperimentRow], fitting: set[str]) -> list[Suggestion]:
    """Those of *rows* that a query found, in their order."""
    return [Suggestion(row, PickReason.QUERY) for row in rows if row.id in fitting]


def in_period(rows: Sequence[ExperimentRow], since: str, until: str) -> list[Suggestion]:
    """What started, ended or was decided from *since* to *until* (ISO, both included).

    The latest first; the day is the last of its days in the period.
    """
    found = []
    for row in rows:
        days = [day for day in (row.started_on, row.ended_on, row.decided_on) if day]
        inside = [day for day in days if since <= day <= until]
        if inside and not row.archived:
            found.append(Suggestion(row, PickReason.PERIOD, max(inside)))
    return sorted(found, key=lambda one: (one.on or "", one.row.key), reverse=True)


def last_meeting(
    reviews: Iterable[Document],
    workplaces: Iterable[str] = (),
    *,
    before: str,
    kind: ReviewKind | None = None,
) -> Document | None:
    """The latest meeting that was held.

    Args:
        reviews: All meetings.
        workplaces: Ids; a meeting counts that was of one of them. None means all meetings.
        before: ISO; only meetings held before this day count.
        kind: Only meetings of this kind, where it is given.
    """
    wanted = set(workplaces)
    held = [
        one
        for one in reviews
        if one.get("status", ReviewStatus.HELD) == ReviewStatus.HELD
        and not one.get("archived")
        and str(one["date"]) < before
        and (kind is None or one["kind"] == kind)
        and (not wanted or not wanted.isdisjoint(_ids(one, "workplaces")))
    ]
    return max(held, key=lambda one: (str(one["date"]), str(one["id"])), default=None)


def open_agreements(
    agreements: Iterable[Document],
    reviews: Iterable[Document],
    workplaces: Iterable[str],
    today: str,
) -> list[Document]:
    """The agreements a meeting opens with: open ones, overdue first, then by the day they are due.

    Args:
        agreements: All agreements.
        reviews: All meetings.
        workplaces: Ids; an agreement counts that was made in a meeting of one of them, or in none.
            None means all.
        today: ISO.
    """
    wanted = set(workplaces)
    theirs = {str(one["id"]): set(_ids(one, "workplaces")) for one in reviews}
    found = []
    for one in agreements:
        made_by = theirs.get(str(one.get("review")), set())
        if one.get("archived") or one.get("status", "open") != "open":
            continue
        if not wanted or not made_by or not wanted.isdisjoint(made_by):
            found.append(one)
    return sorted(
        found, key=lambda one: (str(one["due"]) >= today, str(one["due"]), str(one["key"]))
    )


def _holding(
    row: ExperimentRow, scope: Scope, followed: str | None
) -> list[tuple[PickReason, str | None]]:
    """Every reason that holds for *row*, each with the day it dates from."""
    since = {code: start for code, start, _until in row.derived["attention"]}
    found = [
        (PickReason(code), since.get(code)) for code in dict.fromkeys(row.attention) if code in SEEN
    ]
    if row.state in GOING and row.derived["signal"] in {"shift", "shift_worse"}:
        found.append((PickReason.SIGNAL, None))
    if followed is not None:
        found.append((PickReason.LESSON_REUSED, followed))
    decided = row.decided_on if row.decided_on and row.decided_on > scope.since else None
    if decided is not None:
        found.append((PickReason.DECIDED, decided))
        if row.outcome == "failed_safely":
            found.append((PickReason.FAILED_INSIDE, decided))
        elif row.outcome.startswith("failed_"):
            found.append((PickReason.FAILED_OUTSIDE, decided))
    if row.level == "scaled":
        found.append((PickReason.SCALED, row.derived.get("scaled_on")))
    return found


def _followers(rows: Sequence[ExperimentRow], since: str) -> dict[str, str]:
    """Experiment's id → the day another one first built on it, for those days after *since*."""
    noted = {row.id: str(row.derived.get("noted_on") or "") for row in rows}
    found: dict[str, str] = {}
    for row in rows:
        for ident in row.derived.get("forerunners", ()):
            _note(found, str(ident), noted[row.id], since)
        for ident in row.derived.get("lesson_users", ()):
            _note(found, row.id, noted.get(str(ident), ""), since)
    return found


def _note(found: dict[str, str], ident: str, day: str, since: str) -> None:
    """Remember the first *day* after *since* on which *ident* was built on."""
    if day > since:
        found[ident] = min(day, found.get(ident, day))


def _ids(document: Document, name: str) -> list[str]:
    """The ids in the list *name* of *document*."""
    value = document.get(name)
    return [str(one) for one in value] if isinstance(value, list) else []


SEEN = frozenset(
    {
        PickReason.OUTSIDE_FRAME.value,
        PickReason.PAST_LAST_DAY.value,
        PickReason.ENDED_NOT_REVIEWED.value,
        PickReason.CLOSE_TO_LIMIT.value,
        PickReason.CONFIRMATION_MISSING.value,
    }
)
"""The reasons that are also why something asks for a person's eye."""

_TEN_SEVEN = (
    PickReason.OUTSIDE_FRAME,
    PickReason.PAST_LAST_DAY,
    PickReason.ENDED_NOT_REVIEWED,
    PickReason.CLOSE_TO_LIMIT,
    PickReason.SIGNAL,
    PickReason.CONFIRMATION_MISSING,
    PickReason.LESSON_REUSED,
)
"""The default list of DOMAIN.md 10.7."""

REASONS: dict[ReviewKind, tuple[PickReason, ...]] = {
    ReviewKind.CHECK_IN: (
        PickReason.OUTSIDE_FRAME,
        PickReason.PAST_LAST_DAY,
        PickReason.CLOSE_TO_LIMIT,
        PickReason.SIGNAL,
    ),
    ReviewKind.SINGLE: (PickReason.ENDED_NOT_REVIEWED, PickReason.PAST_LAST_DAY),
    ReviewKind.RETROSPECTIVE: (*_TEN_SEVEN, PickReason.DECIDED),
    ReviewKind.LEADERSHIP: (
        PickReason.SCALED,
        PickReason.FAILED_INSIDE,
        PickReason.FAILED_OUTSIDE,
        PickReason.CONFIRMATION_MISSING,
        PickReason.LESSON_REUSED,
    ),
}
"""What each kind of meeting looks for, most pressing first."""
