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


SHORTEST, DIGITS = 9, 10
"""A person number that is stored as a number has ten digits, or nine and lost its first 0."""


def is_clean(value: object) -> bool:
    """Whether nothing inside *value* (names of fields included) must not be stored."""
    if isinstance(value, str):
        return unstorable(value, multiline=True) is None
    if isinstance(value, dict):
        return all(is_clean(name) and is_clean(inner) for name, inner in value.items())
    if isinstance(value, list):
        return _joined(value) is None and all(map(is_clean, value))
    return _of_number(value) is None


def problems_in(value: object, place: str) -> Iterator[Problem]:
    """What must not be stored inside *value*, each with its place below *place*."""
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
        if said := _joined(value):
            yield Problem(place, said)
    elif said := unstorable(value, multiline=True) if isinstance(value, str) else _of_number(value):
        yield Problem(place, said)


def hidden_in(value: object, place: str) -> Iterator[Problem]:
    """What no text of *value* shows by itself: person numbers as numbers, or in pieces.

    Everything else was refused by the models.
    """
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from hidden_in(inner, f"{place}.{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from hidden_in(inner, f"{place}[{number}]")
        if said := _joined(value):
            yield Problem(place, said)
    elif said := _of_number(value):
        yield Problem(place, said)


def _joined(parts: list[object]) -> str | None:
    """What speaks against storing the words in *parts*, which are read one after the other."""
    found = [part for part in parts if isinstance(part, str)]
    if any(map(person_number, found)):
        return None
    joined = ", ".join(found)
    return unstorable(joined, multiline=True) if person_number(joined) else None


def _of_number(value: object) -> str | None:
    """What speaks against storing *value* when it is a whole number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value // 1:
        return None
    if not 10 ** (SHORTEST - 1) <= value < 10**DIGITS:
        return None
    return unstorable(f"{int(value):0{DIGITS}}")


def checked(pieces: Iterable[str]) -> Iterator[str]:
    """The *pieces* of a document as they are, each a whole record or none.

    Raises:
        InvalidError: At the first record with a person number in it, which is not given out.
    """
    for piece in pieces:
        if piece.startswith("{") and person_number(piece.replace("\\n", " ")) is not None:
            _refuse(piece)
        yield piece


def _refuse(record: str) -> None:
    """Refuse *record* when one of its texts, by itself, holds a person number."""
    value = json.loads(record)
    if not is_clean(value):
        place = str(value.get("key") or value.get("subject") or value.get("id"))
        raise InvalidError([*problems_in(value, place)])
