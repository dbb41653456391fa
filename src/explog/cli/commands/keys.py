"""``explog keys``: the keys of the screens, and the names that the config file knows them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command
from explog.cli.output import out, out_json, paint, talk, width
from explog.cli.width import cells, pad
from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session

INVALID = 4
"""The exit code when the config file asks for a key that cannot be."""


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        keys,
        about=_(
            "List the keys of the screens; each can be changed in the config file by its name."
        ),
    )


def keys(session: Session) -> int:
    """Print every command with its keys; the exit code tells whether the config file is right."""
    from explog.tui.command_lists import command_lists, known
    from explog.tui.keymap import keymap

    lists = command_lists()
    made = keymap(session.settings.config.get("keys", {}), lists)
    commands = known(lists, made.keys)
    if session.json:
        out_json([one.record() for one in commands])
    else:
        out(
            [
                *_table(
                    [
                        (one.name, " ".join(one.shown), _(one.about) or _(one.title))
                        for one in commands
                    ]
                ),
                "",
                *example(session),
            ]
        )
    for complaint in made.complaints:
        talk(complaint)
    return INVALID if made.complaints else 0


def example(session: Session) -> list[str]:
    """How a key is changed, ready to be copied."""
    path = safe(str(session.settings.config_path))
    return [
        _("To change a key, write its name into {path}:").format(path=path),
        "",
        "  [keys]",
        '  undo = ["z", "ctrl+z"]',
        '  quit = "Q"',
    ]


def _table(rows: list[tuple[str, str, str]]) -> list[str]:
    """One line for each command."""
    widths = [max(cells(row[n]) for row in rows) for n in (0, 1)]
    room = max(20, width() - sum(widths) - 4)
    return [
        f"{paint(pad(name, widths[0]), 'bold')}  {pad(shown, widths[1])}  {_cut(about, room)}"
        for name, shown, about in rows
    ]


def _cut(text: str, room: int) -> str:
    """*text*, with an ellipsis where there is no room for all of it."""
    return text if cells(text) <= room else text[: room - 1].rstrip() + "…"
