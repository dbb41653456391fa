"""How many cells of a terminal a text takes, and texts made to fit."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"

_INVISIBLE = {"Mn", "Me", "Cf"}
"""Categories that take no cell of their own: combining marks, joiners, variation selectors."""


def cells(text: str) -> int:
    """How many cells *text*, already ``safe``, takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    """0, 1 or 2 cells."""
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def cut(text: str, width: int) -> str:
    """*text* in at most *width* cells; what was cut off is told by ``…``."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    kept, used = [], 1
    for character in text:
        used += _cell(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS


def pad(text: str, width: int) -> str:
    """*text* followed by spaces up to *width* cells; longer texts are cut."""
    fitted = cut(text, width)
    return fitted + " " * (width - cells(fitted))


def wrapped(text: str, width: int) -> list[str]:
    """*text* in lines of at most *width* cells, broken between words, a longer word inside."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width)
        lines.extend(whole)
    return [*lines, line] if line else lines


def _pieces(word: str, width: int) -> list[str]:
    """*word* in pieces of at most *width* cells."""
    pieces, piece, used = [], "", 0
    for character in word:
        size = _cell(character)
        if piece and used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += character
        used += size
    return [*pieces, piece]
