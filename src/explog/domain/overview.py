"""What failed safely and what scaled, at one glance.

The content of the first page, from rows alone.

Standard library only; both the terminal's screen and the plain text are laid out from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explog.domain.vocabulary_learning import Attention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from explog.domain.fold import Document
    from explog.domain.rows import ExperimentRow

PRESSING = (
    Attention.OUTSIDE_FRAME,
    Attention.NOTICE_OPEN,
    Attention.PAST_LAST_DAY,
    Attention.REPORT_PENDING,
    Attention.AGREEMENT_OVERDUE,
    Attention.TWO_VERSIONS,
    Attention.CLOSE_TO_LIMIT,
    Attention.CLOSE_TO_LAST_DAY,
    Attention.ENDED_NOT_REVIEWED,
    Attention.NO_LONGER_SCALED,
    Attention.MEASUREMENT_DUE,
    Attention.FRAME_NOT_SET,
    Attention.CONFIRMATION_MISSING,
    Attention.AGREEMENT_DUE,
)
"""Most pressing first."""

DUE_WITHIN = 7
"""An agreement due within this many days is shown as due [house]."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of what needs attention."""

    code: Attention
    key: str
    """The experiment's or the agreement's key."""
    title: str
    since: str | None = None
    """The day it began or was due, ISO; None where no day says it."""


@dataclass(slots=True)
class Overview:
    """The first page."""

    attention: list[Item] = field(default_factory=list)
    running: list[ExperimentRow] = field(default_factory=list)
    board: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(``worked`` or ``failed``, frame verdict) → how many were decided so."""
    decided: int = 0
    open_verdicts: int = 0
    """Decided without saying whether the hypothesis held (inconclusive)."""
    scaled: list[ExperimentRow] = field(default_factory=list)
    """Scaled first, then spreading, then adopted."""
    taught: list[ExperimentRow] = field(default_factory=list)
    """What failed safely, newest decision first."""
    counts: Counter[str] = field(default_factory=Counter)
    """State → how many."""

    @property
    def failed(self) -> int:
        """How many failed, safely or not."""
        return sum(count for (result, _verdict), count in self.board.items() if result == "failed")

    @property
    def failed_safely(self) -> int:
        """How many failed inside the frame."""
        return self.board["failed", "safe"]


WORKED = frozenset({"adopted", "scaled", "retired", "worked_not_adopted"})
"""The outcomes that count as worked."""

_LADDER = {"scaled": 0, "spreading": 1, "adopted": 2, None: 3}


def overview(rows: Sequence[ExperimentRow], agreements: Iterable[Document], today: str) -> Overview:
    """Lay out the first page from all *rows* and *agreements* as of *today* (ISO).

    Archived ones are left out.
    """
    page = Overview()
    for row in rows:
        if not row.archived:
            _place(page, row, today)
    page.attention.extend(_agreed(agreements, today))
    page.attention.sort(key=lambda item: (PRESSING.index(item.code), item.since or "", item.key))
    page.scaled.sort(key=lambda row: (_LADDER[row.level], row.key))
    page.taught.sort(key=lambda row: row.decided_on or "", reverse=True)
    page.running.sort(key=lambda row: row.derived["last_day"] or "")
    return page


def _place(page: Overview, row: ExperimentRow, today: str) -> None:
    """Count *row* where it belongs."""
    page.counts[row.state] += 1
    if row.state in {"running", "paused"}:
        page.running.append(row)
    if row.outcome in WORKED or row.outcome.startswith("failed_"):
        result = "worked" if row.outcome in WORKED else "failed"
        page.board[result, row.frame_verdict or "pending"] += 1
        page.decided += 1
    elif row.outcome == "inconclusive":
        page.open_verdicts += 1
        page.decided += 1
    if row.outcome in {"adopted", "scaled"}:
        page.scaled.append(row)
    if row.outcome == "failed_safely":
        page.taught.append(row)
    page.attention.extend(
        Item(Attention(code), row.key, row.title, _since(row, code, today))
        for code in dict.fromkeys(row.attention)
    )
    if row.derived["versions"]:
        page.attention.append(Item(Attention.TWO_VERSIONS, row.key, row.title))


def _since(row: ExperimentRow, code: str, today: str) -> str | None:
    """The day from which *code* is shown *today*."""
    for named, since, until in row.derived["attention"]:
        if named == code and (since or "") <= today <= (until or today):
            return str(since) if since else None
    return None


def _agreed(agreements: Iterable[Document], today: str) -> Iterable[Item]:
    """Open agreements that are overdue, or due within a week."""
    from datetime import date, timedelta  # noqa: PLC0415 - lists without agreements never pay for it

    soon = (date.fromisoformat(today) + timedelta(days=DUE_WITHIN)).isoformat()
    for agreement in agreements:
        due = str(agreement["due"])
        if agreement.get("status", "open") != "open" or agreement.get("archived") or due > soon:
            continue
        code = Attention.AGREEMENT_OVERDUE if due < today else Attention.AGREEMENT_DUE
        yield Item(code, str(agreement["key"]), str(agreement["what"]), due)
