"""``explog views``: questions to the log that are kept under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asked import VIEW
from explog.cli.command import Command, argument, option
from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.cli.session import Session
    from explog.domain.record.fold import Document

FEWEST = {"save": 2, "rename": 2, "remove": 1}
"""What can be done → how many words it needs."""


def command(name: str) -> Command:
    """Build the command."""
    from explog.domain.query.order import SORTS

    return Command(
        name,
        views,
        argument("act", _("[list|save|rename|remove]"), required=False),
        argument("words", _("NAME QUERY"), required=False, many=True),
        option(
            "--sort",
            metavar=_("ORDER"),
            about=_("The order of a saved view: {orders}.").format(orders=", ".join(SORTS)),
        ),
        about="\n\n".join(
            (
                _("List the saved views; save, rename or remove one."),
                _('explog views save "Running" state:running workplace:AMB'),
                _('explog list --view "Running"'),
            )
        ),
    )


def views(session: Session, *, act: str | None, words: tuple[str, ...], sort: str | None) -> None:
    """Do what the words say."""
    if act in {None, "list"} and not words:
        _list(session)
        return
    if act not in FEWEST or len(words) < FEWEST[act]:
        raise UsageError(
            _("Write explog views, or explog views save NAME QUERY, rename NAME NEW, remove NAME.")
        )
    _write(session, act, words[0].removeprefix(VIEW), words[1:], sort)


def _write(session: Session, act: str, name: str, rest: Sequence[str], sort: str | None) -> None:
    """Save, rename or remove the view *name*."""
    from explog.domain.query.order import SORTS
    from explog.journal.views import keep, remove, rename

    if sort is not None and sort not in SORTS:
        raise UsageError(
            _("There is no order “{sort}”. Possible are {orders}.").format(
                sort=sort, orders=", ".join(SORTS)
            )
        )
    journal = session.journal(None if act == "save" else name)
    if act == "save":
        done, said = keep(journal, name, " ".join(rest), sort), _("“{name}” is saved.")
    elif act == "rename":
        new = " ".join(rest)
        done, said, name = rename(journal, name, new), _("It is called “{name}” now."), new
    else:
        done = remove(journal, name)
        said = _("“{name}” is taken away. Bring it back: explog undo")
    if session.json:
        out_json(journal.store.document(done.subject))
    else:
        out(safe(hint(said).format(name=name)))


def _list(session: Session) -> None:
    """Print the views, each with what it asks."""
    found = session.library().views()
    if session.json:
        out_json(found)
        return
    width = max((len(str(view["name"])) for view in found), default=0)
    lines = [safe(f"{str(view['name']).ljust(width)}  {_told(session, view)}") for view in found]
    nothing = hint(_('No view is saved yet. Save one: explog views save "Name" state:running'))
    out(lines or [nothing])


def _told(session: Session, view: Document) -> str:
    """What *view* asks, as it is typed in the language in force."""
    from explog.domain.query.error import QueryError
    from explog.domain.query.query import parse
    from explog.domain.query.writing import in_force

    query = str(view["query"])
    try:
        return in_force(parse(query, session.today))
    except QueryError:  # a newer explog may know more filters
        return query
