"""``explog check``: damage in any event or in what is made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.errors import InvalidError, NoFileError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        check,
        about=_(
            "Look for damage: every event against its hash, everything else against the events."
        ),
    )


def check(session: Session) -> int:
    """Say that the log is sound, or everything that is wrong with it."""
    if not session.path.exists():
        raise NoFileError(session.path)
    problems = session.store().check()
    if session.json:
        out_json([{"place": problem.place, "said": problem.said} for problem in problems])
        return InvalidError.exit_code if problems else 0
    if problems:
        raise InvalidError(problems)
    out(safe(_("{path} is sound.").format(path=session.path)))
    return 0
