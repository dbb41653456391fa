"""What may be stored: text without control characters and without person numbers.

One place for answers, records, events and imports, so that no way into the log can forget. Standard
library only.
"""

from __future__ import annotations

from explog.domain.personal import person_number
from explog.domain.safe import control_problem
from explog.locale import _

SHORTEST = 10
"""A person number has ten digits."""


def unstorable(text: str, *, multiline: bool = False) -> str | None:
    """Why *text* must not be stored, naming the position, never the content; None when it may."""
    found = None if text.isprintable() else control_problem(text, multiline=multiline)
    if found is not None:
        position, name = found
        said = _("character {position} ({name}) is a control character; please remove it")
        return said.format(position=position, name=name)
    number = person_number(text) if len(text) >= SHORTEST else None
    if number is None:
        return None
    said = _("characters {start}–{end} look like a person number (CPR); please remove it")
    return said.format(start=number[0] + 1, end=number[1])


def storable(text: str, *, multiline: bool = False) -> str:
    """*text*, when it may be stored.

    Raises:
        ValueError: With the sentence of ``unstorable``.
    """
    said = unstorable(text, multiline=multiline)
    if said is not None:
        raise ValueError(said)
    return text
