"""``explog export``: the whole log as one canonical JSON document, streamed."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, flag, option
from explog.cli.output import out_bytes, talk
from explog.errors import NotFoundError
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
        flag("--no-events", about=_("The records without their history.")),
        about=_("Write the log as one JSON document; the same bytes for the same log and day."),
    )


def export(session: Session, *, output: str | None, no_events: bool) -> None:
    """Write the document."""
    from explog.exchange import exporting
    from explog.store import reading
    from explog.store.connection import transaction

    conn = reading.open_reader(session.path)
    if conn is None:
        raise NotFoundError(str(session.path))
    with closing(conn), transaction(conn, "BEGIN"):
        source = exporting.Source(
            partial(reading.export_parts, conn), partial(reading.event_bodies, conn)
        )
        # Read to the end before the first byte is written: a pager that is left open would block
        # every writer for as long as the log is being read.
        document = [*exporting.lines(source, session.today.isoformat(), events=not no_events)]
    if output is None or output == "-":
        out_bytes(partial(exporting.pour, document))
    else:
        path = Path(output).expanduser()
        exporting.save(document, path)
        talk(_("Written to {path}.").format(path=path))
