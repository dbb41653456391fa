"""``explog review``: plan a meeting, hold it, read it and print its pages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from explog.cli.command import Command, argument, flag, option
from explog.cli.completing import keys
from explog.errors import InvalidError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session

LIST = "list"

WHERE = {
    "suggest": "planning",
    "new": "planning",
    "prepare": "planning",
    "show": "showing",
    "start": "holding",
    "step": "holding",
    "note": "holding",
    "guess": "holding",
    "gather": "holding",
    "vote": "holding",
    "choose": "holding",
    "spent": "holding",
    "agree": "holding",
    "close": "holding",
    "report": "paging",
}
"""Action → the module of ``explog.cli.reviewing`` whose function of that name does it."""


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        review,
        click.Argument(
            ["action"], type=click.Choice([LIST, *WHERE]), metavar=_("ACTION"), default=LIST
        ),
        argument("words", _("WORDS"), required=False, many=True),
        *_of_planning(),
        *_of_holding(),
        *_of_pages(),
        about=_about(),
        sections=(
            (_("Planning"), PLANNING),
            (_("In the room"), IN_ROOM),
            (_("Pages"), ("page", "form", "output", "opened")),
        ),
    )


PLANNING = (
    "title",
    "on",
    "workplace",
    "query",
    "since",
    "until",
    "purpose",
    "add",
    "leave_out",
    "order",
)


IN_ROOM = ("minutes", "theme", "experiment", "participants", "function", "due")


def review(session: Session, *, action: str, words: tuple[str, ...], **options: Any) -> int | None:  # noqa: ANN401 - click's
    """Do *action*."""
    from explog.cli.reviewing.request import Request

    if action == LIST:
        from explog.cli.commands.reviews import reviews

        reviews(session)
        return None
    module = import_module(f"explog.cli.reviewing.{WHERE[action]}")
    try:
        code: int | None = getattr(module, action)(Request(session, action, words, **options))
    except InvalidError as error:
        from explog.cli.reviewing.places import named

        raise named(error) from error
    return code


def _about() -> str:
    """The help, with the way a meeting goes."""
    return "\n\n".join(
        (
            _("Plan a meeting, hold it, read it and print its pages."),
            _(
                "list · suggest KIND · new KIND · prepare KEY · show KEY · start KEY · report KEY. "
                "KIND is check_in, single, retrospective or leadership."
            ),
            _(
                "In the room, for scripts: step KEY STEP · note KEY STEP TEXT · guess KEY "
                "EXPERIMENT ANSWER (or supported=6 not_supported=3) · gather KEY COLUMN TEXT · "
                "vote KEY 2=5 AUT-01=4 · choose KEY spread|try|stop TEXT · agree KEY TEXT "
                "(with --function and --due) · spent KEY 5=6 4=3 · close KEY. Counts only, "
                "never names."
            ),
        )
    )


def _of_planning() -> list[click.Option]:
    """The options of ``new`` and ``prepare``."""
    key = _("KEY")
    return [
        option("--title", metavar=_("TEXT"), about=_("What the meeting is called.")),
        option("--on", metavar=_("DAY"), about=_("The day it is held.")),
        option(
            "-w", "--workplace", multiple=True, metavar=_("CODE"), about=_("Of this workplace.")
        ),
        option("--query", metavar=_("QUERY"), about=_("Take the experiments that fit.")),
        option(
            "--since",
            metavar=_("DAY"),
            about=_("Take what happened from this day on; last: since the last meeting."),
        ),
        option("--until", metavar=_("DAY"), about=_("… and up to this day.")),
        option("--purpose", metavar=_("TEXT"), about=_("What the meeting is for.")),
        option("--add", multiple=True, metavar=key, about=_("Put it on the list.")),
        option("--leave-out", multiple=True, metavar=key, about=_("Take it off the list.")),
        option("--order", metavar=_("KEYS"), about=_("Take them in this order.")),
    ]


def _of_holding() -> list[click.Option]:
    """The options of what is done in the room."""
    return [
        option(
            "--experiment",
            multiple=True,
            metavar=_("KEY"),
            shell_complete=keys,
            about=_("The experiment it is about; more than one for new."),
        ),
        option("--participants", type=int, metavar=_("N"), about=_("How many; a count, no names.")),
        option("--minutes", type=int, metavar=_("N"), about=_("Minutes used.")),
        option("--theme", metavar=_("THEME"), about=_("What a note is about.")),
        option("--function", metavar=_("FUNCTION"), about=_("Which function does what is agreed.")),
        option("--due", metavar=_("DAY"), about=_("The day by which it does it.")),
    ]


def _of_pages() -> list[click.Option]:
    """The options of ``report``."""
    return [
        option(
            "--kind",
            "page",
            type=click.Choice(["minutes", "programme"]),
            about=_("The minutes afterwards, or the programme before."),
        ),
        *page_options(),
    ]


def page_options() -> list[click.Option]:
    """The options of every page."""
    return [
        option("--format", "form", type=click.Choice(["md", "html"]), about=_("Markdown or HTML.")),
        option(
            "-o", "--output", metavar=_("FILE"), about=_("Write to FILE; only you can read it.")
        ),
        flag("--open", "opened", about=_("Show it in the browser.")),
    ]
