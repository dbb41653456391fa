"""``explog archive``: out of sight, never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, flag
from explog.cli.completing import keys
from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        archive,
        argument("key", _("KEY"), shell_complete=keys),
        flag("--back", about=_("Bring it back.")),
        about=_("Put an experiment, a review, an agreement or a workplace out of sight."),
    )


def archive(session: Session, *, key: str, back: bool) -> None:
    """Archive it, or bring it back."""
    journal = session.journal(key)
    done = journal.archive(key, back=back)
    if session.json:
        out_json(journal.store.document(done.subject))
    elif back:
        out(safe(_("{key} is back in the lists.").format(key=done.key)))
    else:
        said = _("{key} is archived. Bring it back: explog archive {key} --back")
        out(safe(hint(said).format(key=done.key)))
