"""Where in a meeting something is wrong, as people know it: the note under “What happened?”."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary_learning import Choice
from explog.domain.reviews.agenda import title_of
from explog.errors import InvalidError, Problem
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.record.review import Review

_PLACE = re.compile(r"(\w+)\[(\d+)\](?:\.(\w+))?$")
"""``steps[0].note``."""

IN_STEPS = {"note": N_("The note under “{step}”"), "minutes": N_("The minutes of “{step}”")}
"""Field of a step → what it is called."""

PLACES = {
    "gathered": N_("The note on the wall"),
    "chosen": N_("What was chosen"),
    "votes": N_("The dots"),
    "guesses": N_("The guess"),
    "picks": N_("The list"),
}
"""Collection → what one of it is called."""

FIELDS = {
    "title": N_("The title"),
    "date": N_("The day"),
    "purpose": N_("The purpose"),
    "participants_n": N_("How many take part"),
    "minutes": N_("The minutes used"),
    "since": N_("The first day"),
    "until": N_("The last day"),
    "query": N_("The query"),
    "column": N_("The column"),
    "theme": N_("The theme"),
    "room": N_("The guess"),
    "what": N_("What it is"),
    "role": N_("The function"),
    "due": N_("The day it is due"),
    "reason": N_("The reason"),
}
"""Field of a meeting or an agreement → what it is called."""


def pointed(error: InvalidError, known: Review, changes: Mapping[str, Any]) -> InvalidError:
    """*error* with its places in words.

    Args:
        error: What was wrong with *changes*.
        known: The meeting as it is kept.
        changes: What should have been written to it, by path.
    """
    problems = [Problem(_said(one.place, known, changes), one.said) for one in error.problems]
    return InvalidError(problems)


def _said(place: str, known: Review, changes: Mapping[str, Any]) -> str:
    """*place* in words; a plain field stays as it is, for forms to find it."""
    if place.startswith("well_spent"):
        return _("The hands for the time")
    found = _PLACE.match(place)
    if found is None:
        return place
    collection, number, field = found[1], int(found[2]), found[3]
    if collection == "steps" and field in IN_STEPS:
        code = _of_element(known, changes, collection, number, "step")
        return _(IN_STEPS[field]).format(step=title_of(known.kind, code))
    if collection == "chosen" and field == "text":
        what = _of_element(known, changes, collection, number, "what")
        return label(Choice(what)).capitalize()
    return _(PLACES[collection]) if collection in PLACES else place


def _of_element(
    known: Review, changes: Mapping[str, Any], collection: str, number: int, field: str
) -> str:
    """The *field* of the element *number* of *collection*, as it would stand after *changes*.

    Elements are counted by id (``domain.record.fold``).
    """
    kept = {one.id: getattr(one, field) for one in getattr(known, collection)}
    for path, value in changes.items():
        above, _slash, last = path.rpartition("/")
        name, _slash, ident = above.partition("/")
        if name == collection and last == field:
            kept[ident] = value
    return str(kept[sorted(kept)[number]])
