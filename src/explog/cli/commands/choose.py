"""``explog choose`` and ``explog revert``: between two versions, and back to an earlier value."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.done import say_done
from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.domain.naming.vocabulary import Kind
from explog.domain.safe import safe
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.journal.restoring import Earlier
    from explog.journal.versions import Choice, Version


def command(name: str) -> Command:
    """Build the command."""
    key = argument("key", _("KEY"), shell_complete=keys)
    if name == "revert":
        return Command(
            name,
            revert,
            key,
            argument("number", _("NUMBER"), required=False),
            about=_(
                "Put one field back to an earlier value. Without a number: list the fields that "
                "had other values, newest first."
            ),
        )
    return Command(
        name,
        choose_,
        key,
        argument("field", _("FIELD"), required=False),
        argument("version", _("VERSION"), required=False),
        about=_(
            "Choose between two versions of a field after two logs met. Without a field: list "
            "them. Of an experiment a third value closes it, too: explog set KEY field=value."
        ),
    )


def choose_(session: Session, *, key: str, field: str | None, version: str | None) -> None:
    """List the choices, or make one."""
    from explog.journal.versions import choices, choose, numbered
    from explog.journal.wording import asked

    journal = session.journal(key)
    found = choices(journal, key)
    if field is None:
        _list_choices(session, found, key)
        return
    if version is None:
        raise UsageError(
            _("Say which version, for example: explog choose {key} 1 2").format(key=key)
        )
    choice, chosen = numbered(found, field, version)
    done = choose(journal, key, choice.path, chosen.event)
    happened = _("Chosen in {key}: {field} {value}.")
    words = happened.format(
        key=done.key or key, field=asked(choice.name), value=chosen.said.rstrip(".")
    )
    if done.subject.startswith(f"{Kind.EXPERIMENT}/"):
        say_done(session, journal, done.key, words)
    elif session.json:
        out_json(journal.store.document(done.subject))
    else:
        out(safe(words))


def revert(session: Session, *, key: str, number: str | None) -> None:
    """List earlier values, or put one back."""
    from explog.journal.restoring import earlier, restore
    from explog.journal.wording import asked

    journal = session.journal(key)
    found = earlier(journal, key)
    if number is None:
        _list_earlier(session, found)
        return
    place = int(number) if number.isdecimal() else 0
    if not 1 <= place <= len(found):
        said = _("There is no earlier value {number}; there are {n}.")
        raise UsageError(said.format(number=number, n=len(found)))
    one = found[place - 1]
    done = restore(journal, key, one.event, one.path, before=one.before)
    happened = _("Put back in {key}: {field} {value}.")
    words = happened.format(key=done.key, field=asked(one.name), value=one.said.rstrip("."))
    say_done(session, journal, done.key, words)


def _list_choices(session: Session, found: list[Choice], key: str) -> None:
    """What there is to choose between."""
    from explog.cli.pages.layout import Page

    if session.json:
        out_json([asdict(one) for one in found])
        return
    page = Page()
    if not found:
        page.text(_("There is nothing to choose between."))
    for number, choice in enumerate(found, 1):
        page.heading(f"{number}  {choice.name}")
        page.pairs([(f"  {n}", _line(one)) for n, one in enumerate(choice.versions, 1)])
    if found:
        said = hint(_("Choose: explog choose {key} FIELD VERSION, both by number."))
        page.text(said.format(key=key))
    out(page.lines)


def _line(version: Version) -> str:
    """One version: the value, who and when, and whether it is shown meanwhile."""
    from explog.cli.pages.layout import day, joined

    shown = _("shown meanwhile") if version.is_shown else ""
    return joined(_("“{text}”").format(text=version.said), day(version.on), version.by_role, shown)


def _list_earlier(session: Session, found: list[Earlier]) -> None:
    """The earlier values."""
    from explog.cli.pages.layout import Page, day, joined
    from explog.journal.wording import asked

    if session.json:
        out_json([asdict(one) for one in found])
        return
    page = Page()
    if not found:
        page.text(_("No field has another value to go back to."))
    page.pairs(
        [
            (str(n), joined(f"{asked(one.name)} {one.said}", day(one.on), one.by_role))
            for n, one in enumerate(found, 1)
        ]
    )
    out(page.lines)
