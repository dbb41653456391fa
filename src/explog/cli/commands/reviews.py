"""``explog reviews``: the meetings, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(name, reviews, about=_("List the review meetings, newest first."))


def reviews(session: Session) -> None:
    """Print one line for each meeting."""
    from explog.cli.marks import word
    from explog.cli.pages.layout import Page, day
    from explog.cli.table import Cell

    found = [one for one in session.library().reviews() if not one.get("archived")]
    found.sort(key=lambda one: str(one["date"]), reverse=True)
    if session.json:
        out_json(found)
        return
    page = Page()
    rows = []
    for one in found:
        count = len(one.get("experiments") or ())  # type: ignore[arg-type]
        about = ngettext("{n} experiment", "{n} experiments", count).format(n=count)
        rows.append(
            [
                Cell(str(one["key"]), "bold"),
                Cell(str(one["title"])),
                Cell(word("ReviewKind", str(one["kind"]))),
                Cell(about),
                Cell(word("ReviewStatus", str(one.get("status") or "held"))),
                Cell(day(str(one["date"])), "dim"),
            ]
        )
    page.table(rows, flexible=1, dropped=(3,))
    out(page.lines or [_("No review meeting has been held yet.")])
