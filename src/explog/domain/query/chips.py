"""What a person reads for each term of a query, in the language in force."""

from __future__ import annotations

from datetime import date

from explog.domain.moments import shown_day
from explog.domain.query.terms import EXACT, Filter, Term, Text
from explog.domain.query.words import labels
from explog.locale import N_, _

_NAMED = {
    "task": N_("core task: {value}"),
    "workplace": N_("workplace: {value}"),
    "tag": N_("tag: {value}"),
    "theme": N_("theme: {value}"),
    "since": N_("since {value}"),
    "until": N_("until {value}"),
    "level": N_("level: {value}"),
    "result": N_("result: {value}"),
    "initiator": N_("initiative: {value}"),
    "value": N_("value: {value}"),
    "prediction": N_("prediction matched: {value}"),
    "hallmark": N_("hallmark: {value}"),
    "reached": N_("came as far as {value}"),
    "noted": N_("noted {value}"),
    "planned": N_("planned {value}"),
    "started": N_("started {value}"),
    "decided": N_("decided {value}"),
    "adopted": N_("adopted {value}"),
    "scaled": N_("scaled {value}"),
}
"""Filters that say what they are; the values of the others speak for themselves."""


def said(term: Term) -> str:
    """*term* as a chip; not yet made safe for the screen."""
    text = _text(term) if isinstance(term, Text) else _filter(term)
    if not term.negated:
        return text
    if isinstance(term, Filter) and term.name == "has":
        return _("no {what}").format(what=text)
    return _("not {what}").format(what=text)


def _text(term: Text) -> str:
    """A word, or a phrase in the quotation marks of the language."""
    return _("“{phrase}”").format(phrase=term.text) if term.is_phrase else term.text


def _filter(term: Filter) -> str:
    """A filter without its negation."""
    values = _any_of([_value(term, place) for place in range(len(term.values))])
    return _(_NAMED[term.name]).format(value=values) if term.name in _NAMED else values


def _value(term: Filter, place: int) -> str:
    """One value."""
    if term.name in {"since", "until"}:
        return shown_day(date.fromisoformat(term.meant[place]))
    value = term.values[place]
    if term.name == "task":
        return value.removeprefix(EXACT)
    label = labels(term.name).get(value)
    return _(label) if label else value


def _any_of(values: list[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    *before, last = values
    if not before:
        return last
    return _("{these} or {last}").format(these=", ".join(before), last=last)
