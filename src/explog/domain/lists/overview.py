"""What failed safely and what scaled, at one glance.

The content of the first page, from rows alone.

Standard library only; both the terminal's screen and the plain text are laid out from it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import WORKED
from explog.domain.naming.vocabulary_learning import Attention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from explog.domain.record.fold import Document
    from explog.domain.record.rows import ExperimentRow

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
    about: str | None = None
    """The key of the experiment it speaks of; None for an agreement about none that is there."""


@dataclass(slots=True)
class Overview:
    """The first page; a list may be only its beginning, a number always counts all."""

    attention: list[Item] = field(default_factory=list)
    pressing: int = 0
    """How many things need attention."""
    named: list[ExperimentRow] = field(default_factory=list)
    """The experiments that ``attention`` speaks of, each once."""
    running: list[ExperimentRow] = field(default_factory=list)
    """The one that ends first is first."""
    board: Counter[tuple[str, str]] = field(default_factory=Counter)
    """(``worked`` or ``failed``, frame verdict) → how many were decided so."""
    decided: int = 0
    open_verdicts: int = 0
    """Decided without saying whether the hypothesis held (inconclusive)."""
    scaled: list[ExperimentRow] = field(default_factory=list)
    """Scaled first, then spreading, then adopted; last what nobody has confirmed lately."""
    levels: Counter[str | None] = field(default_factory=Counter)
    """Level → how many of those in operation."""
    unconfirmed: int = 0
    """How many of those in operation nobody has confirmed lately."""
    taught: list[ExperimentRow] = field(default_factory=list)
    """What failed safely, newest decision first."""
    waiting: list[ExperimentRow] = field(default_factory=list)
    """Ideas and plans, newest first."""
    counts: Counter[str] = field(default_factory=Counter)
    """State → how many."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Outcome → how many."""
    meeting: str = ""
    """The key of the meeting that is going on, the newest of several; empty for none."""

    def count(self, state: str, outcome: str, verdict: str | None, times: int = 1) -> None:
        """Count so many experiments of this *state*, *outcome* and frame *verdict*."""
        self.counts[state] += times
        self.outcomes[outcome] += times
        if outcome in WORKED or outcome.startswith("failed_"):
            result = "worked" if outcome in WORKED else "failed"
            self.board[result, verdict or "pending"] += times
            self.decided += times
        elif outcome == "inconclusive":
            self.open_verdicts += times
            self.decided += times

    def cut(self, most: int) -> Overview:
        """The same with at most so many lines in each list; the numbers stay."""
        attention = self.attention[:most]
        spoken_of = {item.about for item in attention}
        return replace(
            self,
            attention=attention,
            named=[row for row in self.named if row.key in spoken_of],
            running=self.running[:most],
            scaled=self.scaled[:most],
            taught=self.taught[:most],
            waiting=self.waiting[:most],
        )

    @property
    def going_on(self) -> int:
        """How many are running or paused."""
        return self.counts["running"] + self.counts["paused"]

    @property
    def to_come(self) -> int:
        """How many are ideas or plans."""
        return self.counts["idea"] + self.counts["planned"]

    @property
    def in_operation(self) -> int:
        """How many were adopted and still are."""
        return sum(self.outcomes[outcome] for outcome in IN_OPERATION)

    @property
    def failed(self) -> int:
        """How many failed, safely or not."""
        return sum(count for (result, _verdict), count in self.board.items() if result == "failed")

    @property
    def failed_safely(self) -> int:
        """How many failed inside the frame."""
        return self.board["failed", "safe"]


IN_OPERATION = ("adopted", "scaled")
"""The outcomes of what a team still does every day."""

LADDER = {"scaled": 0, "spreading": 1, "adopted": 2, None: 3}
"""Level → which come first."""


def urgency(item: Item) -> tuple[int, str, str]:
    """What things that need attention are sorted by, most pressing first."""
    return PRESSING.index(item.code), item.since or "", item.key


def is_unconfirmed(row: ExperimentRow) -> bool:
    """Whether *row* is in operation and nobody has confirmed lately that it still works."""
    return Attention.CONFIRMATION_MISSING in row.attention


def overview(rows: Sequence[ExperimentRow], agreements: Iterable[Document], today: str) -> Overview:
    """Lay out the first page from all *rows* and *agreements* as of *today* (ISO).

    Archived ones are left out.
    """
    page = Overview()
    keys = {}
    for row in rows:
        if not row.archived:
            keys[row.id] = row.key
            _place(page, row, today)
    page.attention.extend(agreed(agreements, keys, today))
    page.attention.sort(key=urgency)
    page.pressing = len(page.attention)
    spoken_of = {item.about for item in page.attention}
    page.named = [row for row in rows if not row.archived and row.key in spoken_of]
    page.scaled.sort(key=lambda row: (is_unconfirmed(row), LADDER[row.level], row.key))
    page.taught.sort(key=lambda row: row.decided_on or "", reverse=True)
    page.running.sort(key=lambda row: row.derived["last_day"] or "")
    return page


def _place(page: Overview, row: ExperimentRow, today: str) -> None:
    """Count *row* where it belongs."""
    page.count(row.state, row.outcome, row.frame_verdict)
    if row.state in {"running", "paused"}:
        page.running.append(row)
    if row.state in {"idea", "planned"}:
        page.waiting.append(row)
    if row.outcome in IN_OPERATION:
        page.scaled.append(row)
        page.levels[row.level] += 1
        page.unconfirmed += is_unconfirmed(row)
    if row.outcome == "failed_safely":
        page.taught.append(row)
    page.attention.extend(
        Item(Attention(code), row.key, row.title, _since(row, code, today), row.key)
        for code in dict.fromkeys(row.attention)
    )
    if row.derived["versions"]:
        page.attention.append(Item(Attention.TWO_VERSIONS, row.key, row.title, None, row.key))


def _since(row: ExperimentRow, code: str, today: str) -> str | None:
    """The day from which *code* is shown *today*."""
    for named, since, until in row.derived["attention"]:
        if named == code and (since or "") <= today <= (until or today):
            return str(since) if since else None
    return None


def due_by(today: str) -> str:
    """The last day, ISO, on which an agreement that is shown *today* is due."""
    from datetime import date, timedelta  # noqa: PLC0415 - lists never pay for it

    return (date.fromisoformat(today) + timedelta(days=DUE_WITHIN)).isoformat()


def agreed(agreements: Iterable[Document], keys: Mapping[str, str], today: str) -> Iterable[Item]:
    """Open agreements that are overdue, or due within a week.

    *keys* has the key of each experiment that is there, by its id.
    """
    soon = due_by(today)
    for agreement in agreements:
        due = str(agreement["due"])
        if agreement.get("status", "open") != "open" or agreement.get("archived") or due > soon:
            continue
        code = Attention.AGREEMENT_OVERDUE if due < today else Attention.AGREEMENT_DUE
        about = agreement.get("experiments")
        first = keys.get(str(about[0])) if isinstance(about, list) and about else None
        yield Item(code, str(agreement["key"]), str(agreement["what"]), due, first)
