"""``explog restore``: back to a backup, without losing what is there now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.output import out, out_json
from explog.errors import NoFileError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        restore_,
        argument("file", _("FILE")),
        about=_(
            "Let the log be what the backup FILE is; what is there now is kept as a backup first."
        ),
    )


def restore_(session: Session, *, file: str) -> None:
    """Go back and say where the former log lies."""
    from explog.store.restoring import restore

    source = Path(file).expanduser()
    if not source.exists():
        raise NoFileError(file)
    kept = restore(source, session.path, datetime.now(UTC))
    if session.json:
        out_json({"log": str(session.path), "kept": str(kept) if kept else None})
        return
    out(_("The log is now what {file} is.").format(file=source))
    if kept is not None:
        out(_("What was there before is kept: {path}").format(path=kept))
