"""``explog stats``: the log in numbers; never a ranking of people, teams or workplaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.command import Command
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
        about=_("Count what failed safely, what scaled and what was learned."),
    )


def stats_(session: Session) -> None:
    """Print the figures."""
    from explog.domain.stats import stats

    library = session.library()
    figures: dict[str, Any] = stats(library.rows(), session.today.isoformat())
    if session.json:
        out_json(figures)
    elif not figures["experiments"]:
        from explog.cli.pages.empty import first_run

        out(first_run(library.path()))
    else:
        out(_lines(figures))


def _lines(figures: dict[str, Any]) -> list[str]:
    """The figures for people."""
    from explog.cli.marks import STYLES
    from explog.cli.pages.layout import Page, day, number
    from explog.cli.table import Cell
    from explog.domain.labels import GLYPHS
    from explog.domain.labels_plural import PLURALS

    page = Page()
    said = ngettext("{n} experiment", "{n} experiments", figures["experiments"])
    page.heading(f"{day(figures['as_of'])} · {said.format(n=figures['experiments'])}")
    for name in COUNTED:
        count = figures[name]
        if count:
            words = ngettext(*PLURALS[name], count).format(n=count)
            page.table([[Cell(GLYPHS[name], STYLES.get(name, "")), Cell(words)]], flexible=1)
    page.heading(_("Learning"))
    lessons = _("{n} of {all} decided ones have a lesson")
    page.text(lessons.format(n=figures["decided_with_lesson"], all=figures["decided"]))
    if figures["failed"]:
        failed = _("{n} of {all} that failed, failed safely")
        page.text(failed.format(n=figures["failed_safely"], all=figures["failed"]))
    if figures["median_days_to_decision"] is not None:
        days = _("Median from start to decision: {n} days")
        page.text(days.format(n=number(figures["median_days_to_decision"])))
    return page.lines
