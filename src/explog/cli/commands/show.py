"""``explog show``: one experiment as a page, or its whole record with everything derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, flag, option
from explog.cli.completing import keys
from explog.cli.output import out, out_json, width
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        show,
        argument("key", _("KEY"), shell_complete=keys),
        flag("--card", about=_("Only the start card, to print or read aloud (Markdown).")),
        flag("--chart", about=_("Only the run chart, as text; as wide as the terminal.")),
        option(
            "--measure",
            metavar=_("TEXT"),
            about=_("With --chart: another measure than the primary one; its number or name."),
        ),
        about=_("Show one experiment as a page: what was believed, its frame, what came of it."),
    )


def show(session: Session, *, key: str, card: bool, chart: bool, measure: str | None) -> None:
    """Print the page, its start card or its chart; with ``--json`` the whole record."""
    if card and not session.json:
        _card(session, key)
        return
    if (chart or measure) and not session.json:
        _chart(session, key, measure)
        return
    from explog.cli.pages.experiment import experiment_lines
    from explog.cli.pages.lessons import standing
    from explog.journal.telling import agreements_of, whole

    journal = session.journal(key)
    record = whole(journal, key)
    if session.json:
        out_json(record)
        return
    place = journal.store.document(f"workplace/{record['workplace']}") or {}
    agreements = agreements_of(journal, journal.experiment(key))
    lessons = {
        lesson.id: standing(lesson, session.today.isoformat())
        for lesson in session.library().lessons_of([record["id"]])
    }
    out(experiment_lines(record, place, agreements, width(), lessons))


def _card(session: Session, key: str) -> None:
    """Print the start card."""
    from explog.cli.pages.card import card_lines
    from explog.tui.card import card_of

    out(card_lines(card_of(session.journal(key).experiment(key))))


def _chart(session: Session, key: str, measure: str | None) -> None:
    """Print the run chart."""
    from explog.cli.commands.chart import series_for
    from explog.cli.pages.chart import chart_lines

    series = series_for(session, key, measure)
    out(chart_lines(series, session.journal(key).experiment(key).key, width()))
