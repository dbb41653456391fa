"""``explog completion``: the script that lets a shell complete commands, options and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explog.cli.command import Command
from explog.cli.output import out
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session

SHELLS = ("bash", "zsh", "fish")


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        completion,
        click.Argument(["shell"], type=click.Choice(SHELLS), metavar="|".join(SHELLS)),
        about=_(
            "Print the completion script for your shell.\n\n"
            'bash and zsh: eval "$(explog completion bash)" in your start file. '
            "fish: explog completion fish | source"
        ),
    )


def completion(session: Session, *, shell: str) -> None:
    """Print click's script for *shell*."""
    from click.shell_completion import get_completion_class

    from explog.cli.program import COMPLETE
    from explog.cli.root import Root

    made = get_completion_class(shell)
    if made is not None:
        shown = made(Root(), {"obj": session}, "explog", COMPLETE)
        out(shown.source_template % shown.source_vars())
