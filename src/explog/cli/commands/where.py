"""``explog where``: the paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(name, where, about=_("Say where the log, its backups and the config file lie."))


def where(session: Session) -> None:
    """Print the path of the log alone, or everything as JSON."""
    if not session.json:
        out(str(session.path))
        return
    settings = session.settings
    out_json(
        {
            "log": str(session.path),
            "exists": session.path.exists(),
            "backups": str(session.path.parent / "backups"),
            "demo": str(settings.demo(session.language)),
            "config": str(settings.config_path),
        }
    )
