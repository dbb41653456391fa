"""Words that were used before in a log, for completing what is typed. Standard library only."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from explog.domain.personal import findings
from explog.store.connection import at_the_boundary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

NEWEST = 300
"""So many experiments are looked at, the newest: what is used nowadays (18 ms)."""

_DOCUMENTS = "SELECT document FROM experiments WHERE archived = 0 ORDER BY id DESC LIMIT ?"
_ROLES = "SELECT role FROM agreements WHERE role IS NOT NULL ORDER BY id DESC LIMIT ?"


@at_the_boundary
def used(conn: sqlite3.Connection) -> dict[str, list[str]]:
    """The words of each kind, the most frequent first.

    The kinds are ``roles``, ``tags``, ``technology``, ``units``, ``measures`` and ``groups``. What
    could be a person's name is left out of the functions.
    """
    found: dict[str, Counter[str]] = {}
    for (text,) in conn.execute(_DOCUMENTS, (NEWEST,)).fetchall():
        for kind, word in _words(json.loads(text)):
            found.setdefault(kind, Counter())[word] += 1
    for (role,) in conn.execute(_ROLES, (NEWEST,)).fetchall():
        found.setdefault("roles", Counter())[role] += 1
    told = {kind: [word for word, _n in counted.most_common()] for kind, counted in found.items()}
    roles = told.get("roles", [])
    return {**told, "roles": [one for one in roles if not findings(one, field_is_role=True)]}


def _words(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every word of *document* that can be used again, with its kind."""
    for kind in ("tags", "technology"):
        yield from ((kind, word) for word in document.get(kind) or ())
    for measure in document.get("measures") or ():
        yield from _of(measure, units="unit", measures="name")
    for lesson in document.get("lessons") or ():
        yield from (("groups", word) for word in lesson.get("shared_with") or ())
    for place in document.get("places") or ():
        yield from _of(place, roles="owner_role")
    for step in document.get("transitions") or ():
        yield from _of(step, roles="by_role")
    for cycle in document.get("cycles") or ():
        yield from _of(cycle.get("harm") or {}, roles="by_role")
    yield from _of(document.get("operation") or {}, roles="owner_role")
    yield from _of(document, roles="responsible_role")


def _of(part: dict[str, Any], **fields: str) -> Iterator[tuple[str, str]]:
    """The words in the *fields* of *part*: kind → field."""
    yield from ((kind, part[name]) for kind, name in fields.items() if part.get(name))
