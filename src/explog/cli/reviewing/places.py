"""The fields of a meeting and of an agreement as the command line calls them."""

from __future__ import annotations

from explog.errors import InvalidError, Problem
from explog.locale import N_, _

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
"""Field → what it is called."""


def named(error: InvalidError) -> InvalidError:
    """*error* with plain fields by the names that people know."""
    told = [
        Problem(_(FIELDS[one.place]) if one.place in FIELDS else one.place, one.said)
        for one in error.problems
    ]
    return InvalidError(told)
