"""``explog add``: the shell's word for jotting down an idea."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from explog.cli.asking.voice import is_asking
from explog.cli.command import Command, option
from explog.cli.done import say_done
from explog.cli.spelling import asked
from explog.cli.typed import Typed
from explog.domain.acts.questions_plan import MAY_ANSWER
from explog.errors import Refused
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.journal.journal import Done, Journal


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        add,
        click.Argument(["title"], metavar=_("TITLE"), required=False),
        option(
            "-w",
            "--workplace",
            about=_("The short code of your workplace; left out where there is only one."),
            metavar=_("CODE"),
        ),
        *(asked(question, question.name) for question in MAY_ANSWER),
        about=_(
            "Write down one thing your team will try.\n\n"
            "The title is enough, everything else can come later. "
            "- reads the title from standard input."
        ),
        sections=[
            (_("Often given at once"), ["workplace", "need", "tags"]),
            (_("Can wait"), [question.name for question in MAY_ANSWER]),
        ],
    )


def add(session: Session, *, title: str | None, workplace: str | None, **given: Any) -> None:  # noqa: ANN401 - click's values
    """Write it down and say under which key."""
    typed = Typed()
    answers = {
        name: ",".join(typed.lines(value)) if isinstance(value, tuple) else typed.text(value)
        for name, value in given.items()
        if value
    }
    if title is None:
        _ask(session, workplace, answers)
        return
    if workplace is None and not session.path.exists():
        raise Refused(_('There is no workplace yet. Say its short code: explog add "…" -w AMB'))
    journal = session.journal()
    done = _jot(journal, typed.text(title), workplace, answers)
    happened = _("{key} is written down.").format(key=done.key)
    say_done(session, journal, done.key, happened, resembling=True)


def _ask(session: Session, workplace: str | None, answers: dict[str, str]) -> None:
    """Ask in lines for the title and all else, where that is wanted; else it is missing."""
    if not is_asking(session):
        ctx = click.get_current_context()
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    from explog.cli.asking.entry import asked_idea

    asked_idea(session, workplace, answers)


def _jot(journal: Journal, title: str, workplace: str | None, answers: dict[str, str]) -> Done:
    """Write it down; the first one makes its workplace too, so that two minutes are enough."""
    from explog.domain.naming.vocabulary import Kind
    from explog.journal import workplaces

    with journal.store.writing():
        if workplace is not None and not journal.store.documents(Kind.WORKPLACE):
            workplaces.add(journal, workplace, workplace.strip().upper())
        return journal.jot(title, workplace, **answers)
