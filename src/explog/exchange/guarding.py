"""What must never come in or go out: person numbers and control characters, wherever they hide.

The models refuse both in what is shown; here the rest is looked through, such as what an event once
said and a later one replaced. A problem names the place and the position, never the content.
Standard library only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from explog.domain.personal import person_number
from explog.domain.storable import unstorable
from explog.errors import InvalidError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def is_clean(value: object) -> bool:
    """Whether no text inside *value* (names of fields included) holds what must not be stored."""
    if isinstance(value, str):
        return unstorable(value, multiline=True) is None
    if isinstance(value, dict):
        return all(is_clean(name) and is_clean(inner) for name, inner in value.items())
    return not isinstance(value, list) or all(map(is_clean, value))


def problems_in(value: object, place: str) -> Iterator[Problem]:
    """What must not be stored in the texts inside *value*, each with its place below *place*."""
    if isinstance(value, dict):
        for name, inner in value.items():
            said = unstorable(name, multiline=True)
            if said is None:
                yield from problems_in(inner, f"{place}.{name}")
            else:
                yield Problem(place, said)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from problems_in(inner, f"{place}[{number}]")
    elif isinstance(value, str) and (said := unstorable(value, multiline=True)):
        yield Problem(place, said)


def checked(pieces: Iterable[str]) -> Iterator[str]:
    """The *pieces* of a document as they are, each a whole record or none.

    Raises:
        InvalidError: At the first record with a person number in it, which is not given out.
    """
    for piece in pieces:
        if piece.startswith("{") and person_number(piece) is not None:
            _refuse(piece)
        yield piece


def _refuse(record: str) -> None:
    """Refuse *record* when one of its texts, by itself, holds a person number."""
    value = json.loads(record)
    if not is_clean(value):
        place = str(value.get("key") or value.get("subject") or value.get("id"))
        raise InvalidError([*problems_in(value, place)])
