"""``explog`` alone and ``explog demo``: the screens where a person looks, else plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asking.voice import is_asking
from explog.cli.output import is_conversation, out, out_json, width

if TYPE_CHECKING:
    from explog.cli.session import Session


def open_log(session: Session, *, demo: bool = False) -> int:
    """Open the log of *session* for a person, or print its Overview; the exit code."""
    if is_asking(session):
        from explog.cli.asking.menu import open_menu

        return open_menu(session)
    if is_conversation() and not session.json:
        from explog.cli.opening import open_screens

        return open_screens(session, demo=demo)
    print_overview(session)
    return 0


def print_overview(session: Session) -> None:
    """Print the Overview, or the first-run words where nothing stands yet; creates nothing."""
    library = session.library()
    if session.json:
        out_json(library.stats())
    elif not library.count():
        from explog.cli.pages.empty import first_run

        out(first_run(library.path()))
    else:
        from explog.cli.pages.overview import MOST, overview_lines

        out(overview_lines(library.overview(MOST), session.today, width()))
