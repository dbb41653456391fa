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
    from explog.journal.wording import said_change

    typed = Typed()
    given: dict[str, str] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals:
            raise UsageError(_("“{field}” has no =; write for example need=…").format(field=field))
        given[name.strip()] = typed.text(value)
    journal = session.journal(key)
    done = edit(journal, key, given)
    said = "; ".join(
        said_change(path, change.value) for path, change in sorted(done.event.changes.items())
    )
    happened = _("Changed in {key}: {what}.").format(key=done.key, what=said.rstrip("."))
    say_done(session, journal, done.key, happened)
