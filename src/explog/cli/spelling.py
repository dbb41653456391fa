"""How the questions of an act are spelled as options and words of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from explog.cli.width import cells
from explog.domain.acts.questions import Answer
from explog.domain.naming.labels import spelling
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.acts.catalogue import Act
    from explog.domain.acts.questions import Question

POSITIONAL = {
    "observe": "value",
    "dismiss": "not_met",
    "note": "text",
    "annotate": "text",
    "incident": "text",
    "measure": "measure",
    "place": "place",
    "confirm": "place",
    "extend": "last_day",
    "lesson": "we_learned",
}
"""Act → the question whose answer needs no option: it follows the key."""

LISTED = {
    "limits": "--limit",
    "stop_criteria": "--stop",
    "actuals": "--actual",
    "reactions": "--met",
}
"""Question → an option that is given once for each of its lines."""

OTHERWISE = {"role": "--measure-role"}
"""Question → its option, where another option has its name."""

REPEATED = frozenset({Answer.WORDS, Answer.CHOICES, Answer.EXPERIMENTS})
"""The kinds whose option may be given several times, or once with commas."""

LONGEST = 26
"""Cells of a list of choices that still stands beside its option; a longer one is in the help."""

_OF_ELEMENTS = {"actual": "--actual", "met": "--met", "reacted": "--met"}
"""``actual/<id>`` and its like → the option that answers for all of them."""

_CHECK = "check_"
"""Before each question of the frame check; ``--frame-check`` answers all that are open."""


def spelled(question: Question) -> str:
    """The option of *question*."""
    return LISTED.get(question.name) or OTHERWISE.get(question.name) or question.option


def asked(question: Question, name: str) -> click.Option:
    """The option that answers *question*, its parameter called *name*."""
    shown = metavar(question)
    about = [_sentence(question)]
    if question.choices is not None and cells(shown) > LONGEST:
        about.append(_("One of: {words}.").format(words=shown.replace("|", ", ")))
        shown = _("WORD")
    return click.Option(
        [spelled(question), name],
        metavar=shown,
        multiple=question.name in LISTED or question.kind in REPEATED,
        help=" ".join(about),
    )


def _sentence(question: Question) -> str:
    """What is asked and why, in one piece."""
    if not question.help:
        return question.asked
    colon = "" if question.asked.endswith(("?", "…", ".")) else ":"
    return f"{question.asked}{colon} {question.help}"


def where(act: Act, name: str) -> str:
    """Where the answer called *name* is given to the command of *act*; empty for none."""
    kind, slash, _ident = name.partition("/")
    if slash:
        return _OF_ELEMENTS.get(kind, "")
    question = next((question for question in act.questions if question.name == name), None)
    if question is None:
        return ""
    if name.startswith(_CHECK):
        return "--frame-check"
    return metavar(question) if POSITIONAL.get(act.name) == name else spelled(question)


def metavar(question: Question) -> str:
    """What an answer looks like, in one word."""
    if question.choices is not None:
        return "|".join(map(spelling, question.choices))
    return {
        Answer.NUMBER: _("NUMBER"),
        Answer.COUNT: _("NUMBER"),
        Answer.DAY: _("DAY"),
        Answer.MOMENT: _("TIME"),
        Answer.YES_NO: _("yes|no"),
        Answer.WORDS: _("WORDS"),
        Answer.EXPERIMENTS: _("KEYS"),
        Answer.ACTUALS: _("NUMBER"),
    }.get(question.kind, _("TEXT"))
