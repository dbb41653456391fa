"""``explog show``: one experiment as a page, or its whole record with everything derived."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
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
        about=_("Show one experiment as a page: what was believed, its frame, what came of it."),
    )


def show(session: Session, *, key: str) -> None:
    """Print the page, or with ``--json`` the whole record."""
    from explog.cli.pages.experiment import experiment_lines
    from explog.journal.telling import agreements_of, whole

    journal = session.journal(key)
    record = whole(journal, key)
    if session.json:
        out_json(record)
        return
    place = journal.store.document(f"workplace/{record['workplace']}") or {}
    agreements = agreements_of(journal, journal.experiment(key))
    out(experiment_lines(record, place, agreements, width()))
