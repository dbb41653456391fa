"""``explog backup``: a verified copy, made while others may be writing."""

from __future__ import annotations

import shlex
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.hinting import hint
from explog.cli.output import out, out_json, talk
from explog.errors import NoFileError, Refused
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        backup_,
        argument("to", _("TO"), required=False),
        about=_(
            "Make a verified copy of the log: in TO when it is a folder, as TO when it is a new "
            "file, else in the folder of backups beside the log."
        ),
    )


def backup_(session: Session, *, to: str | None) -> None:
    """Make the copy and print where it lies."""
    path = session.path
    if not path.exists():
        raise NoFileError(path)
    made = _copy(path, Path(to).expanduser() if to else None)
    if session.json:
        out_json({"backup": str(made), "bytes": made.stat().st_size})
        return
    out(str(made))
    talk(
        hint(_("The copy was checked and is sound. Go back to it: explog restore {path}")).format(
            path=shlex.quote(str(made))
        )
    )


def _copy(path: Path, to: Path | None) -> Path:
    """Copy the log at *path*; where the copy lies."""
    from explog.store.backup import backup, copied, folder_of
    from explog.store.reading import open_reader

    if to is None or to.is_dir():
        return backup(path, to or folder_of(path), datetime.now(UTC))
    if to.exists():
        raise Refused(_("{path} is there already; nothing was written over it.").format(path=to))
    conn = open_reader(path)
    if conn is None:
        raise NoFileError(path)
    with closing(conn):
        return copied(conn, to)
