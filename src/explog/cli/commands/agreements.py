"""``explog agreements``: what a function does by when; done, kept, or dropped with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explog.cli.command import Command, argument, flag, option
from explog.cli.output import out, out_json, width
from explog.errors import InvalidError, UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.record.fold import Document

LIST, DONE, KEPT, DROPPED, OPEN = "list", "done", "kept", "dropped", "open"


def command(name: str) -> Command:
    """Build the command."""
    choices = [LIST, DONE, KEPT, DROPPED, OPEN]
    return Command(
        name,
        agreements,
        click.Argument(
            ["what"], type=click.Choice(choices), metavar=f"[{'|'.join(choices)}]", default=LIST
        ),
        argument("key", _("KEY"), required=False),
        option("--reason", metavar=_("TEXT"), about=_("Why it is dropped, or kept.")),
        option("--due", metavar=_("DAY"), about=_("The new day it is due, for one that is kept.")),
        option("--review", metavar=_("KEY"), about=_("The meeting in which that was said.")),
        flag("--all", "everything", about=_("Those that are done or dropped too.")),
        about=_(
            "List the open agreements, overdue first, or say what became of one: "
            "explog agreements done A-01"
        ),
    )


def agreements(
    session: Session,
    *,
    what: str,
    key: str | None,
    reason: str | None,
    due: str | None,
    review: str | None,
    everything: bool,
) -> None:
    """List them, or settle the one called *key*."""
    if what == LIST:
        _list(session, everything=everything)
        return
    if key is None:
        raise UsageError(_("Say which agreement: explog agreements {what} A-01").format(what=what))
    from explog.journal.agreements import settle

    if due and what not in {KEPT, OPEN}:
        raise UsageError(_("--due is for an agreement that stays open: kept or open."))
    journal = session.journal(key)
    try:
        done = settle(journal, key, what, reason=reason, due=due, review=review)
    except InvalidError as error:
        from explog.cli.reviewing.places import named

        raise named(error) from error
    document = journal.store.document(done.subject) or {}
    if session.json:
        out_json(_told(document, session.today.isoformat()))
    else:
        out(_lines(session, [document]))


def _list(session: Session, *, everything: bool) -> None:
    """Print one line for each agreement, the overdue first, then the earliest due."""
    today = session.today.isoformat()
    found = [one for one in session.library().agreements() if not one.get("archived")]
    if not everything:
        found = [one for one in found if one.get("status", "open") == "open"]
    found.sort(key=lambda one: (not _is_late(one, today), str(one["due"]), str(one["key"])))
    if session.json:
        out_json([_told(one, today) for one in found])
    else:
        out(_lines(session, found) or [_("No open agreements.")])


def _told(document: Document, today: str) -> dict[str, object]:
    """One agreement as JSON, with whether it is overdue."""
    return {**document, "overdue": _is_late(document, today)}


def _is_late(document: Document, today: str) -> bool:
    """Whether it is open after its due day."""
    return document.get("status", "open") == "open" and str(document["due"]) < today


def _lines(session: Session, found: list[Document]) -> list[str]:
    """The agreements for people."""
    from explog.cli.marks import word
    from explog.cli.pages.layout import day
    from explog.cli.table import Cell, laid_out

    today = session.today.isoformat()
    rows = []
    for one in found:
        is_late = _is_late(one, today)
        status = word("AgreementStatus", str(one.get("status") or "open"))
        shown = _("overdue") if is_late else status
        rows.append(
            [
                Cell("!" if is_late else "·"),
                Cell(str(one["key"]), "bold"),
                Cell(str(one["what"])),
                Cell(str(one["role"])),
                Cell(day(str(one["due"])), "dim"),
                Cell(shown),
            ]
        )
    return laid_out(rows, width(), flexible=2, dropped=(3,))
