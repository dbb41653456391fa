"""``explog borrow``, ``judge`` and ``share``: what becomes of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, option
from explog.cli.output import out, out_json
from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session


def command(name: str) -> Command:
    """Build the command called *name*."""
    return MADE[name](name)


def _borrow(name: str) -> Command:
    """``explog borrow AMB-02/1 "Title"``."""
    return Command(
        name,
        borrow,
        argument("lesson", _("LESSON")),
        argument("title", _("TITLE")),
        option("-w", "--workplace", metavar=_("CODE"), about=_("Whose experiment it is.")),
        about=_(
            'Begin an experiment that builds on a lesson: explog borrow AMB-02/1 "Title". '
            "The link counts as one use of it."
        ),
    )


def borrow(session: Session, *, lesson: str, title: str, workplace: str | None) -> None:
    """Write the new idea down and link it."""
    from explog.cli.done import say_done
    from explog.journal.lessons import borrow as borrowed

    journal = session.journal(lesson)
    done = borrowed(journal, lesson, title, workplace)
    happened = _("{key} is in the log and builds on {lesson}.").format(key=done.key, lesson=lesson)
    say_done(session, journal, done.key, happened)


def _judge(name: str) -> Command:
    """``explog judge AMB-02/1 contradicted --by LYS-05``."""
    return Command(
        name,
        judge,
        argument("lesson", _("LESSON")),
        argument("status", _("STATUS")),
        option("--by", metavar=_("KEY"), about=_("The experiment that showed it.")),
        about=_(
            "Say whether a lesson still stands: open, confirmed, contradicted or outdated. "
            "explog judge AMB-02/1 contradicted --by LYS-05"
        ),
    )


def judge(session: Session, *, lesson: str, status: str, by: str | None) -> None:
    """Write the judgement down."""
    from explog.journal.lessons import judge as judged

    judged(session.journal(lesson), lesson, status, by)
    _show(session, lesson)


def _share(name: str) -> Command:
    """``explog share AMB-02/1 "the leadership group"``."""
    return Command(
        name,
        share,
        argument("lesson", _("LESSON")),
        argument("whom", _("GROUP")),
        about=_("Note whom a lesson was told to: a group or a meeting, never a person."),
    )


def share(session: Session, *, lesson: str, whom: str) -> None:
    """Write down whom it was told to."""
    from explog.journal.lessons import share as shared

    shared(session.journal(lesson), lesson, whom)
    _show(session, lesson)


def _show(session: Session, ref: str) -> None:
    """The lesson as it stands now."""
    from explog.cli.marks import mark
    from explog.cli.pages.layout import joined
    from explog.cli.pages.lessons import standing
    from explog.journal.lessons import found

    origin, lesson = found(session.journal(ref), ref)
    today = session.today.isoformat()
    known = session.library().lessons_of([origin.id])
    one = next(one for one in known if one.id == lesson.id)
    if session.json:
        out_json(one.as_json(today))
        return
    sign, _word, _style = mark(one.state, one.outcome)
    out([safe(f"{sign} {one.ref}  {one.we_learned}"), safe(joined(*standing(one, today)))])


MADE = {"borrow": _borrow, "judge": _judge, "share": _share}
"""Command → how it is built."""
