"""``explog undo`` and ``explog redo``: the newest act here is taken back, or done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.journal.undoing import Undone


def command(name: str) -> Command:
    """Build the command."""
    if name == "redo":
        return Command(
            name,
            redo_,
            about=_(
                "Do again what you took back last, as long as you did nothing else since. "
                "Again does one more."
            ),
        )
    return Command(
        name,
        undo_,
        about=_(
            "Take back the last thing you did; the history keeps both. Again takes back one more."
        ),
    )


def undo_(session: Session) -> None:
    """Take it back and say what it was."""
    from explog.journal.undoing import undo

    if not session.path.exists():
        raise Refused(_("There is nothing to undo."))
    _tell(session, "undone", undo(session.journal("")))


def redo_(session: Session) -> None:
    """Do it again and say what it was."""
    from explog.journal.undoing import redo

    if not session.path.exists():
        raise Refused(_("There is nothing to do again."))
    _tell(session, "redone", redo(session.journal("")))


def _tell(session: Session, name: str, undone: Undone) -> None:
    """Say what was taken back, or done again."""
    from explog.journal.undoing import said

    if session.json:
        out_json({name: undone.act, "key": undone.key, "event": undone.event.id})
    else:
        out(safe(said(undone)))
