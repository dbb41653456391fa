"""Workplaces and their core tasks: the acts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from explog.domain.naming.vocabulary import Kind
from explog.domain.problems import problems_of
from explog.domain.record.workplace import CoreTask, Workplace
from explog.errors import InvalidError, Refused
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.journal.journal import Done, Journal


def add(journal: Journal, code: str, name: str, core_tasks: Sequence[str] = ()) -> Done:
    """Make a workplace whose keys begin with *code*, with its *core_tasks* in order.

    Raises:
        InvalidError: When the code, the name or a core task breaks a rule.
        Refused: When the code is taken.
    """
    code = code.strip().upper()
    ident = journal.ids()
    tasks = tuple(
        CoreTask(id=journal.ids(), text=_task(text), order=order)
        for order, text in enumerate(core_tasks)
    )
    made = _checked(ident, code, name.strip(), tasks)
    with journal.store.writing():
        if any(document.get("key") == code for document in journal.store.documents(Kind.WORKPLACE)):
            raise Refused(_("The code {code} is taken by another workplace.").format(code=code))
        changes: dict[str, object] = {"key": code, "code": code, "name": made.name}
        for task in made.core_tasks:
            changes[f"core_tasks/{task.id}/text"] = task.text
            changes[f"core_tasks/{task.id}/order"] = task.order
        return journal.write(f"{Kind.WORKPLACE}/{ident}", "open", changes)


def add_core_task(journal: Journal, ref: str, text: str) -> Done:
    """Add a core task to the workplace *ref*, last in its list."""
    subject = journal.store.find(ref, Kind.WORKPLACE)
    known = Workplace.model_validate(journal.store.document(subject))
    task = CoreTask(id=journal.ids(), text=_task(text), order=len(known.core_tasks))
    return journal.write(
        subject,
        "core_task",
        {f"core_tasks/{task.id}/text": task.text, f"core_tasks/{task.id}/order": task.order},
    )


def rename(journal: Journal, ref: str, name: str) -> Done:
    """Give the workplace *ref* another name; its code and keys stay."""
    subject = journal.store.find(ref, Kind.WORKPLACE)
    known = Workplace.model_validate(journal.store.document(subject))
    made = _checked(known.id, known.code, name.strip(), known.core_tasks)
    return journal.write(subject, "rename", {"name": made.name})


def change(journal: Journal, ref: str, name: str, core_tasks: Sequence[str]) -> Done:
    """Give the workplace *ref* another *name*, and its core tasks other words or another order.

    A text that stood there before is the same core task; of the others, the first is what the first
    core task that is gone is called now. More texts than before make new core tasks.

    Raises:
        InvalidError: When the name or a core task breaks a rule.
        Refused: When a core task would be gone: experiments may serve it.
    """
    subject = journal.store.find(ref, Kind.WORKPLACE)
    known = Workplace.model_validate(journal.store.document(subject))
    made = _checked(known.id, known.code, name.strip(), known.core_tasks)
    texts = list(dict.fromkeys(map(_task, core_tasks)))
    before = {task.text: task for task in sorted(known.core_tasks, key=lambda task: task.order)}
    gone = [task for text, task in before.items() if text not in texts]
    changes: dict[str, object] = {}
    for order, text in enumerate(texts):
        task = before.get(text) or (gone.pop(0) if gone else None)
        ident = task.id if task is not None else journal.ids()
        changes[f"core_tasks/{ident}/text"] = text
        changes[f"core_tasks/{ident}/order"] = order
    if gone:
        said = _("Experiments may serve the core task “{text}”: write it again, or in other words.")
        raise Refused(said.format(text=gone[0].text))
    act = "rename" if texts == list(before) else "core_task"
    return journal.write(subject, act, {"name": made.name, **changes})


def _task(text: str) -> str:
    """A core task's text, refused when it breaks a rule."""
    try:
        return CoreTask(id="00000000-0000-8000-8000-000000000000", text=text.strip()).text
    except ValidationError as error:
        raise InvalidError(problems_of(error, _("core task"))) from error


def _checked(ident: str, code: str, name: str, tasks: tuple[CoreTask, ...]) -> Workplace:
    """The workplace as a model, or every problem with it."""
    try:
        return Workplace(id=ident, code=code, name=name, core_tasks=tasks)
    except ValidationError as error:
        raise InvalidError(problems_of(error)) from error
