"""What is done with a lesson from any screen: it is asked for in a box, and done. No rules here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import LessonStatus
from explog.locale import _
from explog.tui.say import say
from explog.tui.screens.choose import ChooseScreen
from explog.tui.screens.line_form import LineForm

if TYPE_CHECKING:
    from explog.domain.lists.lessons import Lesson
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program
    from explog.tui.screens.line_form import Tell

KNOWN = "-"
"""Typed in place of an experiment where people know without one."""


async def borrow(app: Program, lesson: Lesson) -> Done | None:
    """Ask for a title, and begin an experiment that builds on *lesson*; None when it was left.

    Only inside a worker, as the others.
    """
    hint = _("Builds on {ref}: {learned}").format(ref=lesson.ref, learned=lesson.we_learned)

    async def borrowed(title: str, tell: Tell) -> Done | None:
        begin = partial(_borrowed, ref=lesson.ref, title=title, workplace=lesson.workplace)
        return await app.attempt(begin, tell)

    form: LineForm[Done] = LineForm(_("What will you try?"), hint, "", borrowed)
    done = await app.push_screen_wait(form)
    if done is not None:
        told = _("{key} is in the log and builds on {lesson}.")
        say(app, told.format(key=done.key, lesson=lesson.ref))
    return done


async def judge(app: Program, lesson: Lesson) -> Done | None:
    """Ask whether *lesson* still stands and which experiment showed it; None when it was left."""
    choices = [(status.value, label(status)) for status in LessonStatus]
    title = _("Does the lesson still stand?")
    status = await app.push_screen_wait(ChooseScreen(title, choices, lesson.status))
    if status is None:
        return None
    if status == LessonStatus.OPEN:
        return await app.attempt(partial(_judged, ref=lesson.ref, status=status, by=None))

    async def judged(by: str, tell: Tell) -> Done | None:
        named = None if by == KNOWN else by
        return await app.attempt(partial(_judged, ref=lesson.ref, status=status, by=named), tell)

    hint = _("Its key, for example LYS-05; a hyphen when you know it without one.")
    form: LineForm[Done] = LineForm(_("Which experiment showed it?"), hint, "", judged)
    return await app.push_screen_wait(form)


async def share(app: Program, lesson: Lesson) -> Done | None:
    """Ask whom *lesson* was told to; None when it was left."""

    async def shared(whom: str, tell: Tell) -> Done | None:
        return await app.attempt(partial(_shared, ref=lesson.ref, whom=whom), tell)

    hint = _("A group or a meeting, for example the leadership group; never a person.")
    form: LineForm[Done] = LineForm(_("Who was told?"), hint, "", shared)
    return await app.push_screen_wait(form)


def _borrowed(journal: Journal, ref: str, title: str, workplace: str | None) -> Done:
    """Begin the experiment; imported on the desk's thread, so that no key waits for it."""
    from explog.journal.lessons import borrow

    return borrow(journal, ref, title, workplace)


def _judged(journal: Journal, ref: str, status: str, by: str | None) -> Done:
    """Write the judgement down."""
    from explog.journal.lessons import judge

    return judge(journal, ref, status, by)


def _shared(journal: Journal, ref: str, whom: str) -> Done:
    """Write down whom it was told to."""
    from explog.journal.lessons import share

    return share(journal, ref, whom)
