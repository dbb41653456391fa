"""Writing the log document: streamed from the stored texts, without building a model.

Standard library only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explog.exchange.document import (
    EVENTS,
    FORMAT,
    PARTS,
    THRESHOLDS,
    VERSION,
    derived_at,
    notice,
)
from explog.exchange.guarding import checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Source:
    """A log to be written out; the store's readers bound to one connection, inside one transaction.

    ``Source(partial(reading.export_parts, conn), partial(reading.event_bodies, conn))``
    """

    parts: Callable[[str], Iterable[tuple[str, str, str]]]
    """The id, document and derived facts of each subject of a kind, as canonical JSON, by id."""
    bodies: Callable[[], Iterable[str]]
    """The canonical JSON texts of all events, by id."""


def lines(source: Source, as_of: str, *, events: bool = True) -> Iterator[str]:
    """The document of *source* as of *as_of* (``YYYY-MM-DD``), in pieces of at most one record.

    Args:
        source: The log.
        as_of: The day that the derived blocks are told as of.
        events: Whether to write the events; without them the document holds the state alone.

    Raises:
        InvalidError: When a person number is found in a text; it is not given out.
    """
    return checked(_pieces(source, as_of, events=events))


def _pieces(source: Source, as_of: str, *, events: bool) -> Iterator[str]:
    """The document, not yet looked through."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "notice": notice(as_of),
        "as_of": as_of,
        "thresholds": _thresholds(source),
    }
    yield "{\n"
    for name, value in head.items():
        yield f'"{name}":{_compact(value)},\n'
    for name, kind in PARTS.items():
        yield from _array(name, _records(source, kind, as_of))
        yield ",\n" if events or kind != [*PARTS.values()][-1] else "\n"
    if events:
        yield from _array(EVENTS, source.bodies())
        yield "\n"
    yield "}\n"


def _array(name: str, records: Iterable[str]) -> Iterator[str]:
    """One part: its name and one record a line."""
    yield f'"{name}":['
    separator = "\n"
    for record in records:
        yield separator
        yield record
        separator = ",\n"
    yield "\n]"


def _records(source: Source, kind: str, as_of: str) -> Iterator[str]:
    """The stored documents of *kind*, experiments with their derived block."""
    for _ident, document, derived in source.parts(kind):
        if kind == "experiment":
            block = _compact(derived_at(json.loads(derived), as_of), ordered=True)
            yield f'{document[:-1]},"derived":{block}}}'
        else:
            yield document


def _thresholds(source: Source) -> dict[str, object]:
    """Every house number in force, the defaults too: none of them is a standard."""
    stored: dict[str, object] = {}
    for _ident, document, _derived in source.parts("thresholds"):
        stored = json.loads(document)
    return {**THRESHOLDS, **{name: value for name, value in stored.items() if name != "id"}}


def _compact(value: object, *, ordered: bool = False) -> str:
    """*value* as JSON without spaces, its keys as they stand or *ordered*."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered)
