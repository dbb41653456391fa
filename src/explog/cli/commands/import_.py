"""``explog import``: a document comes in by event; nothing is ever deleted by its absence."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, flag
from explog.cli.hinting import on_log
from explog.cli.output import out, out_json
from explog.errors import NoFileError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        import_,
        argument("file", _("FILE")),
        flag("--dry-run", about=_("Only say what would come; change nothing.")),
        about=_(
            "Bring in a JSON document, - for standard input.\n\n"
            "Twice changes nothing, nothing is ever deleted, and a backup is made first."
        ),
    )


def import_(session: Session, *, file: str, dry_run: bool) -> None:
    """Bring it in, and say what came."""
    from explog.cli.bringing import bring

    path = None if file == "-" else Path(file).expanduser()
    if path is not None and not path.exists():
        raise NoFileError(file)
    brought = bring(session, path, trial=dry_run)
    if session.json:
        out_json({**asdict(brought), "dry_run": dry_run})
        return
    out(on_log(brought.sentence()))
    if dry_run:
        out(_("Nothing was changed: this was a trial."))
