"""``explog demo``: a log with 20 experiments, in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, option
from explog.cli.demonstration import made_fresh, make
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        demo,
        option("--create", metavar=_("PATH"),
               about=_("Write the demo log to PATH, where no file may be yet, and open nothing.")),
        about=_("Look around in a demo log with 20 experiments of five workplaces.\n\n"
                "It is a file of its own and never mixes with your log."),
    )  # fmt: skip


def demo(session: Session, *, create: str | None) -> int:
    """Open the demo, print its Overview, or write it to a file."""
    if create is None:
        if session.log:
            raise UsageError(_("The demo has its own file; write it elsewhere with --create PATH."))
        path = session.settings.demo(session.language)
        made_fresh(path, session.language, session.today)
        session.log = str(path)
        from explog.cli.home import open_log

        return open_log(session, demo=True)
    path = Path(create).expanduser()
    brought = make(path, session.language, session.today)
    if session.json:
        out_json({"log": str(path), "events": brought.new})
    else:
        said = _("The demo is in {path}. Look: explog --log {path} list")
        out(safe(said.format(path=path)))
    return 0
