"""``explog stats``: the log in numbers; never a ranking of people, teams or workplaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.command import Command
from explog.cli.commands.insights import which
from explog.cli.output import out, out_json
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.cli.session import Session

COUNTED = (
    "scaled", "adopted", "spreading", "worked_not_adopted",
    "failed_safely", "failed_no_net", "failed_unsafely", "failed_pending", "inconclusive",
    "ongoing", "not_started", "shelved", "retired",
)  # fmt: skip
"""The counts in the order they are told."""


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        stats_,
        *which(),
        about=_(
            "Count what failed safely, what scaled and what was learned.\n\n"
            "First how many ended how, in a few lines, and below them everything that insights "
            "tells; with --json only the counts."
        ),
    )


def stats_(session: Session, *, words: tuple[str, ...], period: str | None) -> None:
    """Print the figures, and below them all that Insights shows."""
    library, asked = session.library(), None
    if words or period:
        from explog.domain.insights.chosen import chosen

        asked = chosen(" ".join(words), period or "", session.today).query
    figures: dict[str, Any] = library.stats(asked)
    if session.json:
        out_json(figures)
    elif not figures["experiments"] and not (words or period):
        from explog.cli.pages.empty import first_run

        out(first_run(library.path()))
    else:
        from explog.cli.pages import insights

        page = library.insights(" ".join(words), period or "")
        hidden = 0 if words or period else _archived(session)
        out([*_lines(figures, hidden), "", *insights.lines(page)])


def _archived(session: Session) -> int:
    """How many experiments are out of sight, and so in no figure."""
    library = session.library()
    return library.count(archived=True) - library.count()


def _lines(figures: dict[str, Any], hidden: int = 0) -> list[str]:
    """The figures for people, and how many are *hidden* from them."""
    from explog.cli.marks import STYLES
    from explog.cli.pages.layout import Page, day
    from explog.cli.table import Cell
    from explog.domain.naming.labels import GLYPHS
    from explog.domain.naming.labels_plural import PLURALS

    page = Page()
    said = ngettext("{n} experiment", "{n} experiments", figures["experiments"])
    page.heading(f"{day(figures['as_of'])} · {said.format(n=figures['experiments'])}")
    for name in COUNTED:
        count = figures[name]
        if count:
            words = ngettext(*PLURALS[name], count).format(n=count)
            page.table([[Cell(GLYPHS[name], STYLES.get(name, "")), Cell(words)]], flexible=1)
    if hidden:
        page.text(
            ngettext("{n} archived, not counted", "{n} archived, not counted", hidden).format(
                n=hidden
            )
        )
    return page.lines
