"""What is wrong with a form, each thing where it belongs: beside its question, or below.

No Textual.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explog.domain.acts.missing import MissingError
from explog.domain.acts.questions import Answer
from explog.domain.moments import parse_moment
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import Comparator
from explog.errors import ConflictError, InvalidError
from explog.locale import _
from explog.tui.heard import told_moment, written
from explog.tui.waiting import hangs_on

if TYPE_CHECKING:
    from explog.domain.acts.missing import Missing
    from explog.domain.acts.questions import Question
    from explog.errors import ExplogError, Problem
    from explog.tui.asked import Asked


@dataclass(slots=True)
class Complaint:
    """What is wrong with a form, each thing where it belongs."""

    beside: dict[str, str] = field(default_factory=dict)
    """By question."""
    below: list[str] = field(default_factory=list)
    """What belongs to no question of this form."""
    instead: str | None = None
    """Another act that must come first (``incident``), or can be done instead (``frame``)."""
    pages: list[int] = field(default_factory=list)
    """The numbers of the pages nobody saw yet that hold needed answers."""

    def __bool__(self) -> bool:
        """Whether anything is wrong."""
        return bool(self.beside or self.below)

    def forget(self, name: str) -> None:
        """Let go of what is wrong with the answer to *name*, which changed, and follows from it."""
        kept = {one: said for one, said in self.beside.items() if not hangs_on(one, name)}
        self.beside = {one: said for one, said in kept.items() if one != name}


def sorted_out(made: Asked, error: ExplogError) -> Complaint:
    """Where each part of *error* belongs."""
    complaint = Complaint()
    if isinstance(error, MissingError):
        for item, label in zip(error.items, error.labels, strict=True):
            place_missing(complaint, made, item, label)
    elif isinstance(error, InvalidError):
        for problem in error.problems:
            name = _question_of(made, problem)
            if name is None:
                complaint.below.append(str(problem))
            else:
                complaint.beside.setdefault(name, problem.said)
    elif isinstance(error, ConflictError) and (asked := _asked_at(made, error.path)):
        said = _(
            "“{question}” was changed meanwhile to “{theirs}”; yours is “{yours}”. "
            "Nothing was saved."
        )
        theirs, yours = (_worded(made, asked, one) for one in (error.theirs, error.yours))
        complaint.below.append(said.format(question=asked.asked, theirs=theirs, yours=yours))
    else:
        complaint.below.append(str(error))
    return complaint


def place_missing(complaint: Complaint, made: Asked, item: Missing, label: str) -> None:
    """One missing answer: beside its question, or below when this form does not ask it."""
    names = [question.name for question in made.questions]
    wanted = item.question
    if wanted == "reactions":
        wanted = next((name for name in names if name.startswith("met/")), wanted)
    if wanted in names:
        complaint.beside[wanted] = item.help or _("please answer this")
        return
    complaint.below.append(" – ".join(part for part in (label, item.help) if part))
    if wanted == "incident":
        complaint.instead = wanted


def _question_of(made: Asked, problem: Problem) -> str | None:
    """The question a problem speaks of; its place is the question's words or a field's path."""
    asked = {q.name: q.asked for q in made.act.questions}  # a form may have words of its own
    by_words = [
        q
        for q in made.questions
        if problem.place in {q.asked, asked.get(q.name), q.name.partition("/")[0]}
    ]
    if by_words:
        return by_words[0].name
    path = re.sub(r"\[\d+\]", "", problem.place).replace(".", "/")
    for question in made.questions:
        if path and path in {_plain(question), question.name}:
            return question.name
    collection = path.partition("/")[0]
    return next((q.name for q in made.questions if q.name == collection), None)


def _asked_at(made: Asked, path: str) -> Question | None:
    """The question of the form about the field *path* of the experiment."""
    for question in made.questions:
        at = re.sub(r"\{\w+\}", "[^/]+", question.path) or question.name
        if re.fullmatch(f"{at}|{question.name}/.+", path):
            return question
    is_criterion = path.rpartition("/")[2] in {"comparator", "criterion"}  # one answer, two fields
    return next((q for q in made.questions if is_criterion and q.name == "criterion"), None)


def _worded(made: Asked, question: Question, value: object) -> str:
    """*value*, an answer to *question*, in words; a dash where there is none."""
    if question.kind in {Answer.DAY, Answer.MOMENT} and isinstance(value, str):
        return told_moment(parse_moment(value))
    choices = Comparator if question.kind is Answer.CRITERION else question.choices
    named = {one.value: label(one) for one in choices or ()}
    named |= {"yes": _("yes"), "no": _("no"), **dict(made.choices_of(question.name, {}) or ())}
    parts = map(written, value if isinstance(value, list | tuple) else [value])
    return ", ".join(named.get(part, part) for part in parts if part) or "–"


def _plain(question: Question) -> str:
    """The path of *question* without the names in braces."""
    return re.sub(r"/\{\w+\}", "", question.path)
