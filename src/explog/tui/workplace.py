"""Changing what a workplace is called and what its core tasks are. Only inside a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.domain.record.workplace import Workplace
from explog.locale import _
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.choosing import ChoosingScreen
from explog.tui.screens.first_forms import WORKPLACE
from explog.tui.screens.meeting_forms import MeetingForm

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal
    from explog.journal.library import Library
    from explog.tui.program import Program

NAME, _CODE, CORE_TASKS = WORKPLACE
"""The code stays: experiments are called by it."""


async def changed(app: Program) -> bool:
    """Ask for the name and the core tasks of a workplace; whether they were changed."""
    every = await app.or_say_why(app.desk.read(_open_workplaces))
    if not every:
        if every is not None:
            say(app, _("There is no workplace yet; the first experiment makes one."))
        return False
    one = every[0] if len(every) == 1 else await _chosen(app, every)
    if one is None:
        return False
    words = (one.key or one.code, _("Core tasks are effects for citizens, one a line."))
    values = {
        "name": one.name,
        "core_tasks": "\n".join(
            task.text for task in sorted(one.core_tasks, key=lambda task: task.order)
        ),
    }
    form = MeetingForm(
        words,
        (NAME, CORE_TASKS),
        partial(_change, ref=one.id),
        values,
        place=Place("rename", one.id),
        needed=("name", "core_tasks"),
    )
    done = await app.push_screen_wait(form)
    if done is not None:
        told = _("{key} is changed. {undo} takes it back.")
        say(app, told.format(key=one.key or one.code, undo=key_of(app, "undo")))
    return done is not None


async def _chosen(app: Program, every: list[Workplace]) -> Workplace | None:
    """The workplace that a person chose."""
    offered = [(one.id, one.key or one.code, one.name) for one in every]
    ident = await app.push_screen_wait(ChoosingScreen(_("Which workplace?"), offered))
    return next((one for one in every if one.id == ident), None)


def _open_workplaces(library: Library) -> list[Workplace]:
    """The workplaces that are not archived."""
    every = map(Workplace.model_validate, library.workplaces())
    return [one for one in every if not one.archived]


def _change(journal: Journal, answers: dict[str, str], *, ref: str) -> Done:
    """Write down what was answered."""
    from explog.journal.workplaces import change

    tasks = [task for task in answers["core_tasks"].splitlines() if task.strip()]
    return change(journal, ref, answers["name"], tasks)
