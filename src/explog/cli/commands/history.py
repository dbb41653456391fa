"""``explog log``: the history of one subject, read aloud."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.journal.story import Told


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        history,
        argument("key", _("KEY"), shell_complete=keys),
        about=_("Read the history of one experiment, review or agreement, oldest first."),
    )


def history(session: Session, *, key: str) -> None:
    """Print one line for each event."""
    from explog.cli.pages.layout import Page, day
    from explog.journal.story import story

    told = story(session.journal(key), key)
    if session.json:
        out_json([asdict(one) for one in told])
        return
    page = Page()
    page.pairs([(day(one.on), _line(one)) for one in told])
    waiting = _waiting(session, key)
    if waiting:
        said = ngettext(
            "{n} field has two versions: explog choose {key}",
            "{n} fields have two versions: explog choose {key}",
            waiting,
        )
        page.text(hint(said).format(n=waiting, key=key))
    out(page.lines)


def _waiting(session: Session, key: str) -> int:
    """How many choices wait for a person."""
    from explog.journal.versions import choices

    return len(choices(session.journal(key), key))


def _line(told: Told) -> str:
    """What happened, who did it, when it was written if later, and whether it was taken back."""
    from explog.cli.pages.layout import joined
    from explog.domain.moments import shown_day

    later = told.written_on
    written = _("written down on {day}").format(day=shown_day(later)) if later else ""
    back = _("taken back") if told.is_undone else ""
    return joined(told.sentence, told.by_role, written, back)
