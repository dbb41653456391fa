"""The command ``explog`` itself: a group whose commands are imported only when called."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from explog import __version__
from explog.cli.command import NAMES, everywhere
from explog.cli.index import ACTS, MODULES, SECTIONS
from explog.cli.output import out
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator


class Root(click.Group):
    """Every command of explog, built in the language in force."""

    def __init__(self) -> None:
        """Take the options that stand everywhere, and answer without a command too."""
        super().__init__(
            "explog",
            params=[*everywhere(), _version_option()],
            help=_("A log of small experiments at work: what failed safely, and what scaled."),
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND …"),
            context_settings=NAMES,
            invoke_without_command=True,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every name, in the order of the sections."""
        return [*MODULES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command *cmd_name*, its module imported now; None when there is none."""
        module = MODULES.get(cmd_name)
        if module is None:
            return None
        made: click.Command = import_module(f"explog.cli.commands.{module}").command(cmd_name)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with names that look like a misspelt one."""
        if args[0] in MODULES or ctx.resilient_parsing or args[0].startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        said = _("No such command {name!r}.").format(name=args[0])
        near = get_close_matches(args[0], MODULES)
        if near:
            said += " " + _("Did you mean {near}?").format(near=", ".join(near))
        raise click.UsageError(said, ctx)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command, or open explog where none is given."""
        found: object = super().invoke(ctx)
        if ctx.invoked_subcommand is not None:
            return found
        from explog.cli.home import open_log

        return open_log(ctx.obj)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands by section, then the options."""
        sections = [(_(title), [*_lines(commands)]) for title, commands in SECTIONS]
        longest = max(len(name) for _title, lines in sections for name, _line in lines)
        for title, lines in sections:
            with formatter.section(title):
                formatter.write_dl([(name.ljust(longest), line) for name, line in lines])
        click.Command.format_options(self, ctx, formatter)


def _lines(commands: tuple[tuple[str, str, str], ...]) -> Iterator[tuple[str, str]]:
    """The name and the line of each command, in the language in force."""
    from explog.domain.acts.catalogue import BY_NAME

    for name, module, line in commands:
        yield name, BY_NAME[name].help if module == ACTS else _(line)


def _version_option() -> click.Option:
    """``--version`` where it does not come first; alone it is answered before click is imported."""

    def say(ctx: click.Context, param: click.Parameter, value: object) -> None:  # noqa: ARG001 - click's signature
        if value and not ctx.resilient_parsing:
            out(f"explog {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=say,
        help=_("Say which version this is."),
    )
