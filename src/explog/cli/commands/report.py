"""``explog report``: one page for the leadership group or for the MED committee."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from explog.cli.command import Command, option
from explog.cli.commands.review import page_options
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.record.material import Period

LEADERSHIP, MED = "leadership", "med"


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        report,
        click.Argument(["page"], type=click.Choice([LEADERSHIP, MED])),
        option(
            "--period",
            metavar=_("PERIOD"),
            about=_("A year, a month or two days: 2026, 2026-10, 2026-01-01:2026-06-30."),
        ),
        option("--question", metavar=_("TEXT"), about=_("Your question to the committee.")),
        *page_options(),
        about=_("Make one page for the leadership group, or for the MED committee."),
    )


def report(
    session: Session,
    *,
    page: str,
    period: str | None,
    question: str | None,
    form: str | None,
    output: str | None,
    opened: bool,
) -> None:
    """Draw the page."""
    from explog.cli.reviewing.paging import hand_over
    from explog.errors import NoFileError
    from explog.exchange.pages.leadership import leadership
    from explog.exchange.pages.med import med
    from explog.journal.reporting import of_log

    days = _period(period, session.today)
    if not session.path.exists():
        raise NoFileError(session.path)
    material = of_log(session.journal(str(session.path)))
    sheet = leadership(material, days) if page == LEADERSHIP else med(material, days, question)
    hand_over(sheet, f"{page}-{days.until}", form, output, opened=opened)


def _period(said: str | None, today: date) -> Period:
    """The days that were *said*; this year until today by default."""
    from explog.domain.query.days import first_day, last_day
    from explog.domain.record.material import Period

    if not said:
        return Period(date(today.year, 1, 1), today)
    first, _colon, last = said.partition(":")
    try:
        found = Period(first_day(first, today), last_day(last or first, today))
    except ValueError as error:
        raise UsageError(_("{option}: {said}").format(option="--period", said=error)) from error
    if found.since > found.until:
        raise UsageError(_("The period ends before it begins."))
    return found
