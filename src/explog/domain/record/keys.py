"""Keys people say aloud: ``LYS-03``. Standard library only.

A key is given once and never reused. When two logs merge and a key is taken, the later subject (by
event id) gets
the next number and keeps the old key as an alias (DESIGN.md 9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN = str.maketrans({"Æ": "AE", "Ø": "O", "Å": "A", "Ä": "AE", "Ö": "O", "Ü": "U", "É": "E"})
_NUMBERED = re.compile(r"^(.*\D)(\d+)$")


def _whole(key: str) -> str:
    """*key* with the letters that a terminal without UTF-8 hands over in pieces."""
    if key.isascii():
        return key
    try:
        return key.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:  # half a character from elsewhere
        return key.encode("utf-8", "replace").decode("utf-8")


def folded(key: str) -> str:
    """*key* as it is looked up.

    Upper case, Danish letters plain, so that ``bor-1`` finds ``BØR-01``.
    """
    plain = _whole(key).strip().upper().translate(_PLAIN)
    match = _NUMBERED.match(plain)
    return f"{match[1]}{int(match[2])}" if match else plain


def numbered(prefix: str, number: int) -> str:
    """``AMB-`` and 1 → ``AMB-01``."""
    return f"{prefix}{number:02d}"


def split(key: str) -> tuple[str, int]:
    """``AMB-01`` → ``("AMB-", 1)``; a key without a number counts as its own prefix, number 1."""
    match = _NUMBERED.match(key)
    return (match[1], int(match[2])) if match else (key, 1)


@dataclass(frozen=True, slots=True)
class Claim:
    """One event that gives a subject its key."""

    event: str
    subject: str
    key: str


@dataclass(frozen=True, slots=True)
class Assigned:
    """The key a subject goes by, and what it was called before."""

    key: str
    aliases: tuple[str, ...] = ()


def assigned(claims: Iterable[Claim]) -> dict[str, Assigned]:
    """Give every subject its key.

    First come by event id, later ones the next number of the same prefix.

    The same set of claims gives the same keys in every log, whatever the order in which they
    arrived.
    """
    ordered = sorted(claims, key=lambda claim: claim.event)
    owner: dict[str, str] = {}
    for claim in ordered:
        owner.setdefault(claim.key, claim.subject)
    given: dict[str, Assigned] = {}
    for claim in ordered:
        if claim.subject in given:
            continue
        if owner[claim.key] == claim.subject:
            given[claim.subject] = Assigned(claim.key)
            continue
        prefix, number = split(claim.key)
        while (key := numbered(prefix, number + 1)) in owner:
            number += 1
        owner[key] = claim.subject
        given[claim.subject] = Assigned(key, (claim.key,))
    return given
