"""``explog review``: reading one meeting. The guided meeting is an issue of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from explog.cli.command import Command, argument
from explog.cli.output import out, out_json
from explog.errors import UsageError
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.fold import Document

LIST, SHOW = "list", "show"


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        review,
        click.Argument(
            ["what"], type=click.Choice([LIST, SHOW]), metavar=f"[{LIST}|{SHOW}]", default=LIST
        ),
        argument("key", _("KEY"), required=False),
        about=_("List the review meetings, or show one: explog review show LM-2026-01"),
    )


def review(session: Session, *, what: str, key: str | None) -> None:
    """List them, or show the one called *key*."""
    if what == SHOW and key is None:
        raise UsageError(_("Say which meeting: explog review show LM-2026-01"))
    if what == LIST or key is None:
        from explog.cli.commands.reviews import reviews

        reviews(session)
        return
    document, _derived = session.library().found(key, "review")
    agreements = [
        one for one in session.library().agreements() if one.get("review") == document["id"]
    ]
    if session.json:
        out_json({**document, "agreements": agreements})
    else:
        out(_lines(session, document, agreements))


def _lines(session: Session, review: Document, agreements: list[Document]) -> list[str]:
    """The meeting for people: what it was about, what was noted and what was agreed."""
    from explog.cli.marks import row_mark, word
    from explog.cli.pages.layout import Page, day, number

    page = Page()
    told: dict[str, Any] = dict(review)
    page.heading(f"{told['key']}  {told['title']}")
    people, minutes = told.get("participants_n"), told.get("minutes")
    parts = [word("ReviewKind", told["kind"]), day(told["date"])]
    if people:
        parts.append(ngettext("{n} took part", "{n} took part", people).format(n=people))
    if minutes:
        told_time = ngettext("{n} minute", "{n} minutes", minutes)
        parts.append(told_time.format(n=number(minutes)))
    page.text(" · ".join(parts))
    rows = {row.id: row for row in session.library().rows(archived=True)}
    page.heading(_("Experiments"))
    for ident in told.get("experiments") or ():
        row = rows.get(ident)
        if row is not None:
            sign, shown, style = row_mark(row)
            page.marked(sign, f"{row.key}  {row.title} · {shown}", style=style)
    for step in told.get("steps") or ():
        page.marked("·", " – ".join(part for part in (step["name"], step.get("note")) if part))
    if agreements:
        page.heading(_("Agreements"))
    for one in agreements:
        status = word("AgreementStatus", str(one.get("status") or "open"))
        page.marked(
            "·", f"{one['key']}  {one['what']} · {one['role']} · {day(str(one['due']))} · {status}"
        )
    return page.lines
