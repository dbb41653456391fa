"""The plain fields of a meeting, as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.naming.vocabulary_learning import Gathering, ReviewStatus
from explog.errors import Refused, UsageError
from explog.journal.subjects import day, word
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.record.review import Review
    from explog.journal.journal import Journal

DESCRIBED = frozenset(
    {
        "title",
        "date",
        "purpose",
        "participants_n",
        "minutes",
        "since",
        "until",
        "query",
        "gathering",
    }
)
"""The plain fields of a meeting."""


def plain_fields(
    journal: Journal, fields: Mapping[str, Any], known: Review | None = None
) -> dict[str, Any]:
    """The values of plain *fields*, days and words read; None where one is cleared.

    Args:
        journal: The log.
        fields: As people say them, by name.
        known: The meeting that is changed; None when it is new.

    Raises:
        UsageError: No such field.
        Refused: When the period ends before it begins.
    """
    unknown = sorted(set(fields) - DESCRIBED)
    if unknown:
        said = _("A meeting has no field “{name}”. Fields: {known}.")
        raise UsageError(said.format(name=unknown[0], known=", ".join(sorted(DESCRIBED))))
    found = dict(fields)
    is_planned = known is None or known.status is ReviewStatus.PLANNED
    for name in {"date", "since", "until"} & set(fields):
        is_ahead = is_planned and name == "date"
        found[name] = day(journal, name, fields[name], is_ahead=is_ahead) if fields[name] else None
    first, last = (found.get(name, getattr(known, name, None)) for name in ("since", "until"))
    if first and last and str(last) < str(first):
        raise Refused(_("The last day of the period lies before the first."))
    if fields.get("gathering"):
        found["gathering"] = word("gathering", Gathering, fields["gathering"]).value
    return found
