"""From a typed line to an answer, and from an answer to words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from explog.domain.acts.answers import answer, words
from explog.domain.acts.questions import Answer, Question
from explog.domain.naming.labels import choice_of, label
from explog.locale import N_, _

if TYPE_CHECKING:
    from explog.cli.asking.forms import Form

HELP = {
    Answer.DAY: N_("A day: today, 12/10, 2026-10-12, week 42, or +28 for days from today."),
    Answer.MOMENT: N_("A day, with the time of day where it counts: 12/10 14:30."),
    Answer.NUMBER: N_("A number; 12,5 and 12.5 are the same."),
    Answer.COUNT: N_("A whole number."),
    Answer.WORDS: N_("Words separated by commas."),
    Answer.EXPERIMENTS: N_("Keys separated by commas."),
    Answer.CRITERION: N_("How and how much: at most 3, or at least 60."),
}
"""What an answer looks like, by its kind."""


def is_by_line(question: Question) -> bool:
    """Whether the answer to *question* is a list, one a line."""
    from explog.tui.heard import BY_LINE

    return question.kind in BY_LINE


def choices(form: Form, question: Question) -> list[tuple[str, str]]:
    """What there is to choose from, as values and words; empty where anything can be typed."""
    offered = form.offered.get(question.name)
    if offered:
        return offered
    if question.kind is Answer.YES_NO:
        return [("yes", _("yes")), ("no", _("no"))]
    return [(word.value, label(word)) for word in question.choices or ()]


def understood(form: Form, question: Question, typed: str) -> tuple[str, str]:
    """The answer that *typed* gives, and what it is understood as where that is worth saying.

    Raises:
        ValueError: With one sentence that says what is wrong.
    """
    from explog.tui.heard import heard

    pairs = choices(form, question)
    if question.kind is Answer.CHOICES:
        raw = ", ".join(_chosen(question, part, pairs) for part in words(typed))
    elif pairs:
        raw = _chosen(question, typed, pairs)
    else:
        raw = typed
    found = heard(question, raw, form.today)
    if found.problem:
        raise ValueError(found.problem)
    told = shown(form, question, raw) if pairs else found.said
    return raw, " ".join(part for part in (told, found.doubt) if part)


def _chosen(question: Question, typed: str, pairs: list[tuple[str, str]]) -> str:
    """The value that *typed* names, by its number or its word."""
    if typed.isdecimal():
        if 1 <= int(typed) <= len(pairs):
            return pairs[int(typed) - 1][0]
        raise ValueError(_which(pairs))
    by_word = [value for value, word in pairs if typed.casefold() == word.casefold()]
    if by_word:
        return by_word[0]
    if question.choices is not None:
        try:
            return choice_of(question.choices, typed).value
        except ValueError:
            raise ValueError(_which(pairs)) from None
    if question.kind is Answer.YES_NO:
        return "yes" if answer(question, typed, date.min) else "no"
    return typed  # a reference by another name: the journal looks it up


def _which(pairs: list[tuple[str, str]]) -> str:
    """What can be answered where there is something to choose from."""
    said = _("Answer with a number from 1 to {n}, or with the word.")
    return said.format(n=len(pairs))


def shown(form: Form, question: Question, raw: str) -> str:
    """The answer *raw* in words."""
    named = dict(choices(form, question))
    if question.kind is Answer.CHOICES:
        return ", ".join(named.get(part, part) for part in words(raw))
    return "; ".join(named.get(raw, raw).splitlines())
