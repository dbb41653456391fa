"""A command: its own options, those that stand everywhere, and help in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from explog.cli import hinting
from explog.locale import LANGUAGES, _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explog.cli.session import Session

NAMES = {"help_option_names": ["-h", "--help"]}
"""Settings of every command's context."""

EVERYWHERE = ("log", "lang", "as_of", "role", "json")
"""The options of every command, before or after its name: fields of ``Session``."""


def _keep(ctx: click.Context, param: click.Parameter, value: object) -> None:
    """Keep an option that stands everywhere in the session, wherever it was given."""
    if value and param.name and ctx.obj is not None:
        setattr(ctx.obj, param.name, value)
        if param.name == "log":
            hinting.choose(str(value))


def everywhere() -> list[click.Option]:
    """The options of every command."""
    shared: dict[str, Any] = {"callback": _keep, "expose_value": False}
    return [
        click.Option(
            ["--log"],
            metavar=_("PATH"),
            help=_("Another log than your own (EXPLOG_LOG)."),
            **shared,
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help=_("The language (EXPLOG_LANG)."),
            **shared,
        ),
        click.Option(
            ["--as-of"],
            metavar=_("DAY"),
            help=_("The day that counts as today (EXPLOG_AS_OF)."),
            **shared,
        ),
        click.Option(
            ["--role"],
            metavar=_("FUNCTION"),
            help=_("The function that acts, never a name (EXPLOG_ROLE)."),
            **shared,
        ),
        click.Option(
            ["--json"], is_flag=True, help=_("JSON with stable keys instead of words."), **shared
        ),
    ]


def option(*names: str, about: str, metavar: str | None = None, **rest: Any) -> click.Option:  # noqa: ANN401 - click's
    """An option of one command."""
    return click.Option(names, help=about, metavar=metavar, **rest)


def flag(*names: str, about: str) -> click.Option:
    """An option that is there or not."""
    return click.Option(names, help=about, is_flag=True)


def argument(
    name: str,
    metavar: str,
    *,
    required: bool = True,
    many: bool = False,
    **rest: Any,  # noqa: ANN401 - click's
) -> click.Argument:
    """A word of the command that has no dashes; with *many*, all that follow."""
    shown = metavar if required else f"[{metavar}]"
    return click.Argument(
        [name],
        metavar=f"{shown}…" if many else shown,
        required=required,
        nargs=-1 if many else 1,
        **rest,
    )


class Formatter(click.HelpFormatter):
    """Help in which a heading that asks keeps its question mark."""

    def write_heading(self, heading: str) -> None:
        """Write *heading* with a colon, unless it ends in a mark of its own."""
        if heading.endswith(("?", "…")):
            self.write(f"{'':>{self.current_indent}}{heading}\n")
        else:
            super().write_heading(heading)


class CommandContext(click.Context):
    """The context of a command, for its help."""

    formatter_class = Formatter


class Command(click.Command):
    """One command, built in the language in force each time it is called."""

    context_class = CommandContext

    def __init__(
        self,
        name: str,
        run: Callable[..., int | None],
        *params: click.Parameter,
        about: str,
        sections: Sequence[tuple[str, Sequence[str]]] = (),
    ) -> None:
        """Make the command *name*.

        Args:
            name: As it is typed.
            run: Called with the ``Session`` and every parameter by name; gives the exit code, or
                None for 0.
            *params: Its own arguments and options.
            about: What it does; the first line stands in lists.
            sections: Titles and the parameters that help shows below each, by name; all others
                stand under Options.
        """
        super().__init__(
            name,
            params=[*params, *everywhere()],
            help=about,
            options_metavar=_("[OPTIONS]"),
            context_settings=NAMES,
        )
        self._run = run
        self._sections = sections

    def invoke(self, ctx: click.Context) -> int | None:
        """Run it in the session of the call."""
        session: Session = ctx.obj
        return self._run(session, **ctx.params)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The command's own options by section, then those that stand everywhere."""
        left = {
            param.name: param for param in self.get_params(ctx) if isinstance(param, click.Option)
        }
        named = [
            (title, [left.pop(name) for name in names if name in left])
            for title, names in self._sections
        ]
        last = [left.pop(name) for name in EVERYWHERE]
        for title, params in [*named, (_("Options"), [*left.values()]), (_("Everywhere"), last)]:
            records = [record for param in params if (record := param.get_help_record(ctx))]
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
