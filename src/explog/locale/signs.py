"""Signs for a terminal that has only ASCII: one table for the screens and the command line.

Letters stay as they are; only what is drawn (glyphs, bars, borders, quotes) is replaced. Every sign
takes one cell as before, so that columns stay under each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_BY_SIGN = {
    "^": "▲↑",
    "*": "●•▇",
    "o": "○◦",
    "+": "◇▆╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝",
    "%": "◈",
    "#": "◆█▉▊▋▌▰■▀▐▛▜▙▟",
    ">": "▶→▸›",
    "<": "←‹⏎↵",
    '"': "‖“”„»«",
    "'": "’‘",
    "?": "◐",
    ":": "◔┊┆",
    "-": "–—−·▱□▄─━┄┈═▔",
    "~": "⌂…",
    "|": "▍▎▏▕│┃║",
    "_": "▁",
    ".": "▂▃",
    "=": "▅≈",
    "v": "✓↓▼▾",
    "x": "✗✕×",
}
"""ASCII → what it stands for. States stay apart: ▲ ^ · ● * · ◇ + · ◈ % · ◆ # · ▶ > · ◐ ? · ◔ :."""

SIGNS: Mapping[str, str] = {sign: plain for plain, signs in _BY_SIGN.items() for sign in signs}
"""One sign → one ASCII character."""

_PAIRS = ((" …", ".."), ("≥ ", ">="), ("≤ ", "<="), ("≥", ">"), ("≤", "<"))
"""What reads better in two cells, where there are two."""

_WORDS = {"…": "...", "⏎": "enter", "≥": ">=", "≤": "<=", "“": '"', "”": '"', "»": '"', "«": '"'}
"""In a sentence, before it is laid out, there is room for more than one character."""

_TABLE = str.maketrans(dict(SIGNS))
_SENTENCE = str.maketrans(_WORDS)
_KEYS = str.maketrans({**_WORDS, "↑": "up", "↓": "down", "←": "left", "→": "right"})


def plain(text: str) -> str:
    """*text* with ASCII signs, as many cells wide as before."""
    if text.isascii():
        return text
    for sign, ascii_sign in _PAIRS:
        text = text.replace(sign, ascii_sign)
    return text.translate(_TABLE)


def worded(sentence: str) -> str:
    """*sentence* with ASCII signs that may be wider than what they stand for."""
    return sentence if sentence.isascii() else sentence.translate(_SENTENCE)


def named_key(shown: str) -> str:
    """The sign of a key as a word: ``⏎`` is ``enter``."""
    return shown.translate(_KEYS)


def shows_unicode(environment: Mapping[str, str]) -> bool:
    """Whether a terminal in *environment* can show what explog draws.

    The Linux console has too few glyphs, and a locale that names another encoding than UTF-8 says
    so. A locale that names none leaves it open: most terminals can.
    """
    if environment.get("TERM") == "linux":
        return False
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), ""
    )
    encoding = named.partition(".")[2].partition("@")[0]
    return not encoding or encoding.lower().replace("-", "") == "utf8"
