"""From a record without events to one ``imported`` event; pure.

The event is made of the record alone: the same record gives the same event in every log, with an id
drawn from the hash of what it says, so that importing it twice changes nothing.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explog.domain.events import digest, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from pydantic import JsonValue

    from explog.domain.events import Event
    from explog.domain.record.fold import Document

ACT = "imported"
DEVICE = "import"
"""What the events of records go by; no installation is called so."""

WHOLE = frozenset({"transitions"})
"""Collections whose elements are written as one value (DESIGN.md 3)."""

LEFT_OUT = frozenset({"id", "aliases", "derived"})
"""What follows from elsewhere: the subject's own id, the keys of other logs, the day's facts."""


def changes(document: Document) -> dict[str, JsonValue]:
    """Every value of *document* at its path; what has no value says nothing."""
    found: dict[str, JsonValue] = {}
    for name, value in document.items():
        if name not in LEFT_OUT:
            found.update(_below(name, value))
    return found


def imported(subject: str, values: Mapping[str, JsonValue], as_of: date) -> Event:
    """The event that gives *subject* these *values* by path, as of *as_of*."""
    told = {"subject": subject, "as_of": as_of.isoformat(), "changes": dict(values)}
    midnight = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    return sealed(
        id=_drawn(int(midnight.timestamp() * 1000), digest(told)),
        subject=subject,
        act=ACT,
        changes={path: {"value": value} for path, value in values.items()},
        at=midnight.strftime("%Y-%m-%dT%H:%M:%SZ"),
        as_of=as_of.isoformat(),
        device=DEVICE,
    )


def _drawn(milliseconds: int, sha256: str) -> str:
    """A uuid8 (RFC 9562): 48 bits of Unix milliseconds, so that it sorts by time; else the hash."""
    number = (max(milliseconds, 0) & (1 << 48) - 1) << 80 | int(sha256[:20], 16)
    number = number & ~(0xF << 76) | 0x8 << 76
    return str(uuid.UUID(int=number & ~(0x3 << 62) | 0x2 << 62))


def _below(path: str, value: JsonValue) -> Iterator[tuple[str, JsonValue]]:
    """The values at and below *path*; groups and elements are taken apart, lists of words not."""
    if value is None or value in ([], {}):
        return
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _below(f"{path}/{name}", inner)
    elif isinstance(value, list) and isinstance(value[0], dict):
        for element in value:
            if isinstance(element, dict):
                yield from _element(path, element)
    else:
        yield path, value


def _element(collection: str, element: dict[str, JsonValue]) -> Iterator[tuple[str, JsonValue]]:
    """The values of one element of *collection*."""
    path = f"{collection}/{element['id']}"
    fields = {name: value for name, value in element.items() if name != "id" and value is not None}
    if collection in WHOLE:
        yield path, {name: value for name, value in fields.items() if value != []}
    else:
        for name, value in fields.items():
            yield from _below(f"{path}/{name}", value)
