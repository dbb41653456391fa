"""``explog insights``: what the log says as a whole, each number with its definition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, option
from explog.cli.output import out, out_json
from explog.errors import NotFoundError
from explog.locale import _

if TYPE_CHECKING:
    import click

    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        insights_,
        *which(),
        option(
            "--definition",
            "wanted",
            metavar=_("NUMBER"),
            about=_("Say what one number means; all: every one."),
        ),
        about=_(
            "Read what the log tells as a whole, as on the page Insights: flow, verdicts, funnel, "
            "core tasks, learning, scale, and the mirror. With --json each number has the query "
            "that lists its experiments. For how many ended how, see stats."
        ),
    )


def which() -> tuple[click.Parameter, click.Parameter]:
    """What chooses the experiments: a query and a period."""
    return (
        argument("words", _("QUERY"), required=False, many=True),
        option(
            "--period",
            metavar=_("PERIOD"),
            about=_(
                "Only experiments whose latest step (noted, started, decided, scaled …) fell in "
                "it: 2026, 2026-Q3, 2026-01..2026-06."
            ),
        ),
    )


def insights_(
    session: Session, *, words: tuple[str, ...], period: str | None, wanted: str | None
) -> None:
    """Print the page, the object, or what numbers mean."""
    if wanted is not None:
        _define(session, wanted)
        return
    library = session.library()
    page = library.insights(" ".join(words), period or "")
    if session.json:
        from explog.domain.insights.as_json import as_json

        out_json(as_json(page))
    elif page.is_empty and not (page.query or page.period):
        from explog.cli.pages.empty import first_run

        out(first_run(library.path()))
    else:
        from explog.cli.pages import insights
        from explog.cli.pages.layout import day, joined
        from explog.locale import ngettext

        said = ngettext("{n} experiment", "{n} experiments", page.everything.count)
        then = _("latest step in {period}").format(period=page.period) if page.period else ""
        out([joined(day(page.as_of), said.format(n=page.everything.count), then), ""])
        out(insights.lines(page))


def _define(session: Session, wanted: str) -> None:
    """Print what the number *wanted* means, or what all of them do."""
    from explog.cli.pages.layout import Page
    from explog.domain.insights.definitions import DEFINITIONS, means, title

    if wanted != "all" and wanted not in DEFINITIONS:
        raise NotFoundError(wanted, tuple(DEFINITIONS))
    codes = [*DEFINITIONS] if wanted == "all" else [wanted]
    if session.json:
        out_json({code: {"title": title(code), "means": means(code)} for code in codes})
        return
    page = Page()
    for code in codes:
        page.heading(f"{title(code)} ({code})")
        page.text(means(code))
    out(page.lines)
