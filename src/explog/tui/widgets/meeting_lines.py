"""Meetings and agreements as lines of a list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import AgreementStatus, ReviewKind, ReviewStatus
from explog.locale import _, ngettext
from explog.tui.widgets.days import short_day
from explog.tui.widgets.lined_up import LinedUp
from explog.tui.widgets.pieces import padded, run, said, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from explog.domain.record.fold import Document

SIGNS = {
    ReviewStatus.PLANNED: ("◔", "$quiet"),
    ReviewStatus.GOING_ON: ("▶", "$running"),
    ReviewStatus.HELD: ("✓", "$worked"),
}
"""Sign and colour of how far a meeting has come; its word stands beside it."""

KEY = 11
"""Cells for ``LM-2026-04``."""


def status_of(meeting: Document) -> ReviewStatus:
    """How far *meeting* has come; one that does not say was held."""
    return ReviewStatus(str(meeting.get("status") or ReviewStatus.HELD.value))


def by_status(meetings: Iterable[Document]) -> list[Document]:
    """*meetings* that are not archived: going on, planned by day, held with the newest first."""
    kept = [one for one in meetings if not one.get("archived")]
    order = [ReviewStatus.GOING_ON, ReviewStatus.PLANNED, ReviewStatus.HELD]

    def place(meeting: Document) -> tuple[int, int, str]:
        """Where it stands."""
        status = status_of(meeting)
        day = date.fromisoformat(str(meeting["date"])).toordinal()
        is_held = status is ReviewStatus.HELD
        return order.index(status), -day if is_held else day, str(meeting["key"])

    return sorted(kept, key=place)


def meeting_line(meeting: Document, today: date) -> LinedUp:
    """``◔ LM-2026-04 title      single review · 1 experiment · 16 Nov``."""
    told: dict[str, Any] = dict(meeting)
    status = status_of(meeting)
    sign, colour = SIGNS[status]
    left = run(
        word(f"{sign} ", colour),
        padded(said(str(told["key"]), "bold"), KEY),
        said(str(told["title"])),
    )
    count = len(told.get("experiments") or ())
    about = ngettext("{n} experiment", "{n} experiments", count).format(n=count)
    kind = label(ReviewKind(str(told["kind"])))
    day = short_day(str(told["date"]), today)
    parts = [
        [label(status), kind, about, day],
        [label(status), kind, day],
        [label(status), day],
    ]
    rights = [word(" · ".join(part), "$quiet") for part in parts]
    return LinedUp(left, rights, "meeting", str(told["id"]))


def overdue_first(agreements: Iterable[Document], today: date) -> list[Document]:
    """*agreements*: overdue ones, other open ones by day, then closed ones, newest first."""

    def place(agreement: Document) -> tuple[int, int, str]:
        """Where it stands."""
        is_open = agreement.get("status", "open") == "open"
        due = str(agreement["due"])
        group = (0 if due < today.isoformat() else 1) if is_open else 2
        day = date.fromisoformat(due if is_open else str(agreement.get("closed_on") or due))
        return group, day.toordinal() if is_open else -day.toordinal(), str(agreement["key"])

    return sorted((one for one in agreements if not one.get("archived")), key=place)


def agreement_row(agreement: Document, today: date) -> LinedUp:
    """``! A-05 what      function · overdue since 30 Sep``."""
    told: dict[str, Any] = dict(agreement)
    status = AgreementStatus(str(told.get("status") or "open"))
    due = str(told["due"])
    sign, when = _standing(status, due, told, today)
    left = run(sign, padded(said(str(told["key"]), "bold"), 6), said(str(told["what"])))
    role = said(f"{told.get('role', '')} · ", "$quiet")
    about = str(told.get("id") or told["key"])
    return LinedUp(left, [run(role, when), when], "settle", about)


def _standing(
    status: AgreementStatus, due: str, told: dict[str, Any], today: date
) -> tuple[Content, Content]:
    """Sign and words of where an agreement stands."""
    day = short_day(due, today)
    if status is AgreementStatus.DONE:
        closed = short_day(str(told.get("closed_on") or due), today)
        return word("✓ ", "$worked"), word(_("done {day}").format(day=closed), "$worked")
    if status is AgreementStatus.DROPPED:
        reason = f" · {told['reason']}" if told.get("reason") else ""
        return word("– ", "$quiet"), said(f"{label(status)}{reason}", "$quiet")
    if due < today.isoformat():
        return word("! ", "bold $no-net"), word(_("overdue since {day}").format(day=day), "$no-net")
    return word("○ ", "$mark"), word(_("by {day}").format(day=day), "$quiet")
