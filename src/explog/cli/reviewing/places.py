"""The fields of a meeting and of an agreement as the command line calls them."""

from __future__ import annotations

from explog.errors import InvalidError, Problem
from explog.journal.pointing import FIELDS
from explog.locale import _


def named(error: InvalidError) -> InvalidError:
    """*error* with plain fields by the names that people know."""
    told = [
        Problem(_(FIELDS[one.place]) if one.place in FIELDS else one.place, one.said)
        for one in error.problems
    ]
    return InvalidError(told)
