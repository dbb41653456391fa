"""``explog workplace``: made, listed, renamed, given core tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.command import Command, argument, option
from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.cli.typed import Typed
from explog.domain.safe import safe
from explog.errors import NotFoundError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.cli.session import Session
    from explog.journal.journal import Journal


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        workplace,
        argument("code", _("CODE"), required=False),
        argument("name", _("NAME"), required=False),
        option(
            "--core-task",
            multiple=True,
            metavar=_("TEXT"),
            about=_("A core task, as an effect for someone; may be given several times."),
        ),
        about=_(
            "List the workplaces; make or rename one with CODE and NAME; add core tasks to it.\n\n"
            "Keys of experiments begin with the code: two to six letters."
        ),
    )


def workplace(
    session: Session, *, code: str | None, name: str | None, core_task: tuple[str, ...]
) -> None:
    """Do what the words say."""
    tasks = Typed().lines(core_task)
    if code is None or (name is None and not tasks and _is_list(session, code)):
        _list(session, session.library().workplaces())
    elif name is None and not tasks:
        document, _derived = session.library().found(code, "workplace")
        _list(session, [document])
    else:
        journal = session.journal()
        with journal.store.writing():
            subject = _written(journal, code, name, tasks)
        document = journal.store.document(subject) or {}
        _list(session, [document], one=True)


def _is_list(session: Session, code: str) -> bool:
    """Whether *code* is the word for a list, and no workplace is called so."""
    if code.casefold() not in {"list", "liste"}:
        return False
    known = {str(one["code"]).casefold() for one in session.library().workplaces()}
    return code.casefold() not in known


def _written(journal: Journal, code: str, name: str | None, tasks: Sequence[str]) -> str:
    """Make the workplace, or change the one there is; its subject."""
    from explog.domain.naming.vocabulary import Kind
    from explog.journal import workplaces

    try:
        subject = journal.store.find(code, Kind.WORKPLACE)
    except NotFoundError:
        if name is None:
            raise
        return workplaces.add(journal, code, name, tasks).subject
    if name is not None and name != (journal.store.document(subject) or {}).get("name"):
        workplaces.rename(journal, code, name)
    for task in tasks:
        workplaces.add_core_task(journal, code, task)
    return subject


def _list(session: Session, documents: Sequence[dict[str, Any]], *, one: bool = False) -> None:
    """Print workplaces with their core tasks, numbered as ``--core-task`` takes them."""
    if session.json:
        out_json(documents[0] if one else [*documents])
        return
    lines = []
    for document in documents:
        archived = " (" + _("archived") + ")" if document.get("archived") else ""
        lines.append(
            safe(f"{document.get('key') or document['code']}  {document['name']}{archived}")
        )
        tasks = sorted(
            document.get("core_tasks") or (), key=lambda task: (task.get("order", 0), task["id"])
        )
        lines.extend(safe(f"  {number} {task['text']}") for number, task in enumerate(tasks, 1))
        if not tasks:
            said = _('no core task yet: explog workplace {code} --core-task "…"')
            lines.append("  " + safe(hint(said).format(code=document["code"])))
    if not lines:
        lines.append(
            hint(_('There is no workplace yet. Make one with: explog workplace AMB "Station East"'))
        )
    out(lines)
