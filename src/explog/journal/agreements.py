"""Agreements: making them, and saying what became of them. They return until they are closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from explog.domain.moments import shown_day
from explog.domain.naming.vocabulary import Kind
from explog.domain.naming.vocabulary_learning import AgreementStatus
from explog.domain.record.review import Agreement
from explog.errors import Refused
from explog.journal.stored import stored
from explog.journal.subjects import changed, day, ids, made, word
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.journal.journal import Done, Journal

KEPT = "kept"
"""Said of an agreement that stays open, looked at again."""


def agree(
    journal: Journal,
    what: str,
    role: str,
    due: str,
    *,
    review: str | None = None,
    experiments: Sequence[str] = (),
) -> Done:
    """Record that the function *role* does *what* by *due*.

    Agreed at the meeting *review* when there was one.
    """
    with journal.store.writing():
        fields: dict[str, Any] = {
            "what": what,
            "role": role,
            "due": day(journal, "due", due),
            "status": AgreementStatus.OPEN.value,
            "review": ids(journal, [review], Kind.REVIEW)[0] if review else None,
            "experiments": ids(journal, experiments, Kind.EXPERIMENT),
            "key": journal.store.next_key("A-"),
        }
        return made(journal, Agreement, Kind.AGREEMENT, "agree", fields)


def settle(
    journal: Journal,
    ref: str,
    status: str,
    *,
    on: str | None = None,
    reason: str | None = None,
    due: str | None = None,
    review: str | None = None,
) -> Done:
    """Say what became of the agreement *ref*.

    Args:
        journal: The log.
        ref: The agreement.
        status: ``done``, ``dropped`` (with a *reason*), ``kept`` (it stays open, with a new *due*
            day where that is needed), or ``open`` to open a closed one again.
        on: The day it happened; today when left out.
        reason: Why.
        due: The new day it is due, for one that stays open.
        review: The meeting in which it was said.

    Raises:
        Refused: When it is dropped without a reason, kept although it is closed, or due anew on a
            day that is past.
    """
    if status.strip().casefold() in {KEPT, _("kept").casefold()}:
        return _keep(journal, ref, on=on, reason=reason, due=due, review=review)
    wanted = word("status", AgreementStatus, status)
    if wanted is AgreementStatus.DROPPED and not reason:
        raise Refused(_("Say why the agreement is dropped."))
    with journal.store.writing():
        subject = journal.store.find(ref, Kind.AGREEMENT)
        is_open = wanted is AgreementStatus.OPEN
        changes = {
            "status": wanted.value,
            "closed_on": None if is_open else _day(journal, on),
            "reason": reason or None,
            **_told(journal, due if is_open else None, review),
        }
        act = "take_up" if is_open else wanted.value
        return changed(journal, Agreement, subject, act, changes)


def _keep(
    journal: Journal,
    ref: str,
    *,
    on: str | None,
    reason: str | None,
    due: str | None,
    review: str | None,
) -> Done:
    """Let the agreement stand, looked at again."""
    with journal.store.writing():
        subject = journal.store.find(ref, Kind.AGREEMENT)
        known = stored(Agreement, journal.store.document(subject))
        if known.status is not AgreementStatus.OPEN:
            said = _("{key} is closed; open it again instead.")
            raise Refused(said.format(key=known.key))
        changes: dict[str, Any] = {
            "kept_on": _day(journal, on),
            "reason": reason or None,
            **_told(journal, due, review),
        }
        return changed(journal, Agreement, subject, "kept", changes)


def _told(journal: Journal, due: str | None, review: str | None) -> dict[str, Any]:
    """The new day it is due, and the meeting in which it was looked at, where they are given."""
    changes: dict[str, Any] = {}
    if due:
        changes["due"] = _to_come(journal, due)
    if review:
        changes["settled_in"] = ids(journal, [review], Kind.REVIEW)[0]
    return changes


def _to_come(journal: Journal, due: str) -> str:
    """The ISO day *due*, today at the earliest.

    Raises:
        Refused: When it is past.
    """
    meant = day(journal, "due", due)
    if meant < journal.clock.today().isoformat():
        said = _("{day} is past. Say a day from today on, for example +14 for two weeks from now.")
        raise Refused(said.format(day=shown_day(date.fromisoformat(meant))))
    return meant


def _day(journal: Journal, on: str | None) -> str:
    """The day *on*, today when left out."""
    return day(journal, "on", on) if on else journal.clock.today().isoformat()
