"""``explog export``: the log, or a part of it, as one canonical JSON document or as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, flag, option
from explog.cli.output import out_bytes, talk
from explog.errors import NoFileError, UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        export,
        option(
            "-o",
            "--output",
            metavar=_("FILE"),
            about=_("Write to FILE instead of standard output; only you can read it."),
        ),
        option(
            "--query",
            metavar=_("QUERY"),
            about=_("Only the experiments that fit, with their workplaces; as in explog list."),
        ),
        option("--view", metavar=_("NAME"), about=_("Only what this saved view asks for.")),
        flag("--no-events", about=_("The records without their history.")),
        flag("--csv", "as_table", about=_("Experiments as a table for a spreadsheet instead.")),
        about=_("Write the log as one JSON document; the same bytes for the same log and day."),
    )


def export(
    session: Session,
    *,
    output: str | None,
    query: str | None,
    view: str | None,
    no_events: bool,
    as_table: bool,
) -> None:
    """Write the document, or the table."""
    from explog.cli.sending import document, table
    from explog.exchange import files

    if as_table and session.json:
        raise UsageError(_("A table or a document: leave out --csv or --json."))
    if not session.path.exists():
        raise NoFileError(session.path)
    ids = _chosen(session, query, view)
    if as_table:
        written = [*table(session.library().rows_of(_all(session) if ids is None else ids))]
    else:
        written = document(session.path, session.today, ids, events=not no_events)
    if output is None or output == "-":
        out_bytes(partial(files.pour, written))
    else:
        path = Path(output).expanduser()
        files.save(written, path)
        talk(_("Written to {path}.").format(path=path))


def _chosen(session: Session, query: str | None, view: str | None) -> list[str] | None:
    """The ids of what *query* and *view* ask for; None where they are not given."""
    from explog.cli.asked import asked

    if query is None and view is None:
        return None
    wanted = asked(session, [query] if query else [], view)
    return session.library().ids(wanted.query, wanted.sort)


def _all(session: Session) -> list[str]:
    """The ids of all experiments, the newest first."""
    from explog.domain.query.query import Query

    return session.library().ids(Query(), "newest")
