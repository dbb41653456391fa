"""The start card: a frame in words, to read aloud before it is locked (DOMAIN.md 5.2, 5.4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """A frame as it is read aloud; every text as a person wrote it."""

    key: str
    title: str
    belief: str
    limits: list[str]
    last_day: str
    stops: list[str]
    way_back: str
    who_may_stop: str
    checked: list[tuple[str, str]]
    """The eight questions and their answers, in words."""
    doubts: list[str]
    """What is worth a thought before the frame is locked."""
