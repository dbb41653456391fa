"""``explog rebuild``: state, keys and search made again from the events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.errors import NoFileError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        rebuild,
        about=_("Make everything again from the history; the events themselves are only read."),
    )


def rebuild(session: Session) -> None:
    """Rebuild, and say whether anything came out differently."""
    if not session.path.exists():
        raise NoFileError(session.path)
    log = session.store()
    before = log.fingerprint()
    log.rebuild()
    is_same = log.fingerprint() == before
    if session.json:
        out_json({"changed": not is_same})
    elif is_same:
        out(_("Rebuilt; everything came out the same."))
    else:
        out(_("Rebuilt; what was stored differed from the history and is mended."))
