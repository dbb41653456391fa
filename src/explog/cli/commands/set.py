"""``explog set``: single fields, beside the named acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.done import say_done
from explog.cli.typed import Typed
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        set_,
        argument("key", _("KEY"), shell_complete=keys),
        argument("fields", _("FIELD=VALUE"), many=True),
        about=_(
            "Change single fields, for example need=…, tags=…, lessons/1/theme=workflow.\n\n"
            "An empty value clears the field; - reads the value from standard input. "
            "What was locked at the start stays locked."
        ),
    )


def set_(session: Session, *, key: str, fields: tuple[str, ...]) -> None:
    """Change all of them at once, or none."""
    from explog.journal.editing import edit

    typed = Typed()
    given: dict[str, str] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals:
            raise UsageError(_("“{field}” has no =; write for example need=…").format(field=field))
        given[name.strip()] = typed.text(value)
    journal = session.journal(key)
    done = edit(journal, key, given)
    happened = _("Changed in {key}: {fields}.").format(key=done.key, fields=", ".join(given))
    say_done(session, journal, done.key, happened)
