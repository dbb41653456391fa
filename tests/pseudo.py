"""A made-up language: every sentence of the catalogue in other letters, as many as before.

What a person wrote is in those letters too where this is in force, so that a Latin word stands
outside the catalogue, whatever function drew it.
"""

from __future__ import annotations

import gettext
import re
import string
from typing import TYPE_CHECKING

from explog import locale
from explog.cli import program, words

if TYPE_CHECKING:
    import pytest

OTHER = str.maketrans(
    string.ascii_letters,
    "".join(chr(0x430 + n) for n in range(26)) + "".join(chr(0x410 + n) for n in range(26)),
)
"""Each Latin letter → a Cyrillic one, which is as wide."""

WORD = re.compile(r"[A-Za-z]{2,}")

KEYS = {
    *("explog", "esc", "tab", "enter", "space", "home", "end", "pgdn", "pgup", "ctrl", "shift"),
    *("PgDn", "PgUp", "Home", "End", "Del", "EDITOR"),
}
"""What stands on keys, and the program's own name."""


def other(sentence: str) -> str:
    """*sentence* in the made-up language; what stands in braces is filled in later."""
    parts = re.split(r"(\{[^{}]*\})", sentence)
    return "".join(part if part[:1] == "{" else part.translate(OTHER) for part in parts)


class Other(gettext.NullTranslations):
    """The catalogue of the made-up language: it has whatever is asked for."""

    def gettext(self, message: str) -> str:
        """*message* in other letters."""
        return other(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """As ``gettext``, of the form that fits *n*."""
        return other(msgid1 if n == 1 else msgid2)


def speak_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the made-up language be in force, also in the command line and in click's own words."""
    clicks = {*words.SENTENCES, *(one for pair in words.COUNTED for one in pair)}

    def known(_domain: str | None, message: str) -> str:
        return other(message) if message in clicks else message

    def counted(_domain: str | None, one: str, many: str, n: int) -> str:
        return known(None, one if n == 1 else many)

    monkeypatch.setattr(locale, "_catalogue", lambda _language: Other())
    monkeypatch.setattr(locale, "_current", "xx")
    monkeypatch.setattr(program, "speak", lambda _language: None)
    monkeypatch.setattr(gettext, "dgettext", known)
    monkeypatch.setattr(gettext, "dngettext", counted)


def left(text: str, known: set[str]) -> list[str]:
    """The Latin words in *text* that are neither *known* nor on keys."""
    return sorted({found for found in WORD.findall(text) if found not in known | KEYS})
