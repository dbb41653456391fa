"""``explog undo``: this installation's newest act is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        undo_,
        about=_(
            "Take back the last thing you did; the history keeps both. Again takes back one more."
        ),
    )


def undo_(session: Session) -> None:
    """Take it back and say what it was."""
    from explog.journal.undoing import said, undo

    if not session.path.exists():
        raise Refused(_("There is nothing to undo."))
    undone = undo(session.journal(""))
    if session.json:
        out_json({"undone": undone.act, "key": undone.key, "event": undone.event.id})
    else:
        out(safe(said(undone)))
