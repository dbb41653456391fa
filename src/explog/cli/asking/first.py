"""Asking for a new idea, and for the workplace where there is none yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asking.forms import Form, Trouble
from explog.domain.acts.questions_plan import IDEA, MAY_ANSWER
from explog.domain.naming.vocabulary import Kind
from explog.journal import workplaces
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explog.cli.asking.forms import Answers
    from explog.cli.session import Session
    from explog.domain.acts.questions import Question
    from explog.domain.record.fold import Document
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal

TITLE, WORKPLACE, _NEED = IDEA


def idea_form(session: Session, workplace: str | None = None) -> Form:
    """What is asked about a new idea; in *workplace* where it is known already."""
    journal = session.journal()
    places = _places(journal)
    is_open = workplace is None and len(places) > 1

    def save(answers: Answers) -> Done:
        said = {name: raw for name, raw in answers.items() if raw}
        where = said.pop("workplace", workplace)
        return journal.jot(said.pop("title", ""), where, **said)

    form = _form(
        session,
        "jot",
        _("A new experiment. The title is enough; everything else can come later."),
        (TITLE, *([WORKPLACE] if is_open else []), *MAY_ANSWER),
        save,
    )
    form.needed = {"title": "", **({"workplace": ""} if is_open else {})}
    form.offered = {
        "workplace": [(str(one["id"]), f"{one['code']}, {one['name']}") for one in places]
    }
    return form


def workplace_form(session: Session, code: str = "") -> Form:
    """What is asked about the first workplace; its *code* where it is known already."""
    from explog.tui.screens.first_forms import WORKPLACE as ABOUT

    def save(answers: Answers) -> Done:
        said = answers.get("core_tasks", "").splitlines()
        journal = session.journal()  # made now, so that who leaves leaves nothing behind
        return workplaces.add(journal, answers.get("code", ""), answers.get("name", ""), said)

    form = _form(
        session,
        "workplace",
        _("First your workplace, asked once."),
        ABOUT,
        save,
    )
    form.values = {"code": code} if code else {}
    form.needed = dict.fromkeys(("name", "code", "core_tasks"), "")
    return form


def has_workplace(session: Session) -> bool:
    """Whether there is a workplace an idea can belong to."""
    return session.path.exists() and bool(_places(session.journal()))


def _places(journal: Journal) -> list[Document]:
    """The workplaces that are not put away."""
    return [one for one in journal.store.documents(Kind.WORKPLACE) if not one.get("archived")]


def _form(
    session: Session,
    name: str,
    intro: str,
    questions: Sequence[Question],
    save: Callable[[Answers], Done],
) -> Form:
    """A form about something that is not there yet."""
    return Form(
        place=(name, ""),
        intro=[intro],
        questions=questions,
        values={},
        needed={},
        today=session.today,
        save=save,
        foreseen=lambda _answers: None,
        sorted_out=lambda _answers, error: _sorted_out(questions, error),
        is_shown=lambda _question, _answers: True,
        waits=lambda _question: False,
    )


def _sorted_out(questions: Sequence[Question], error: ExplogError) -> Trouble:
    """Each part of *error* with the question it speaks of."""
    from explog.domain.acts.missing import MissingError
    from explog.errors import InvalidError
    from explog.tui.complaint import Complaint

    complaint = Complaint()
    if isinstance(error, MissingError):
        complaint.beside = {item.question: item.help for item in error.items}
    elif isinstance(error, InvalidError):
        for problem in error.problems:
            names = [one.name for one in questions if problem.place in {one.name, one.asked}]
            if names:
                complaint.beside[names[0]] = problem.said
            else:
                complaint.below.append(str(problem))
    else:
        complaint.below.append(str(error))
    return complaint
