"""Languages: the translating ``_`` and which catalogue is in force.

English sentences stand in the code and are the message ids; ``da/LC_MESSAGES/explog.mo`` has the
Danish. The
catalogue is read the first time a sentence is needed in Danish, never at import.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

LANGUAGES = ("da", "en")
"""The languages explog speaks."""

_current = "en"
_is_plain = False


def N_(message: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark *message* for the catalogue without translating it yet."""
    return message


def Nn_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - as above, for a singular and its plural
    """Mark *one* and *many* for the catalogue without choosing between them yet."""
    return one, many


def speak(language: str) -> None:
    """Let *language* (``da`` or ``en``) be in force from now on, for the whole process."""
    global _current  # noqa: PLW0603 - one process speaks one language at a time
    _current = language if language in LANGUAGES else "en"


def spoken() -> str:
    """The language in force."""
    return _current


def draw_plainly(*, on: bool = True) -> None:
    """Let sentences use ASCII signs from now on, because the terminal cannot show others."""
    global _is_plain  # noqa: PLW0603 - one process writes to one terminal
    _is_plain = on


def is_plain() -> bool:
    """Whether only ASCII signs are drawn."""
    return _is_plain


def _drawn(said: str) -> str:
    """*said* in signs that can be shown."""
    if not _is_plain:
        return said
    from explog.locale.signs import worded  # noqa: PLC0415 - hardly anybody needs it

    return worded(said)


def language_of(environment: Mapping[str, str]) -> str:
    """The language a machine is set to: the first of gettext's variables that is set decides.

    Args:
        environment: As ``os.environ``; ``LANGUAGE`` may hold a list (``da:en``).

    Returns:
        ``da`` for Danish, ``en`` for everything else.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return "da" if value.lower().startswith("da") else "en"
    return "en"


@cache
def _catalogue(language: str) -> NullTranslations:
    """The catalogue of *language*, read once; English needs none."""
    import gettext  # noqa: PLC0415 - English never pays for it

    folder = os.fspath(Path(__file__).parent)
    return gettext.translation("explog", folder, [language], fallback=True)


def _(message: str) -> str:
    """*message* in the language in force."""
    return _drawn(message if _current == "en" else _catalogue(_current).gettext(message))


def in_every_language(message: str) -> tuple[str, ...]:
    """*message* in each language that explog speaks, whichever is in force."""
    danish = _catalogue("da").gettext(message) if message else ""
    return tuple(dict.fromkeys((message, danish, _(message) if message else "")))


def ngettext(one: str, many: str, n: int) -> str:
    """*one* or *many*, by the number *n*, in the language in force."""
    if _current == "en":
        return _drawn(one if n == 1 else many)
    return _drawn(_catalogue(_current).ngettext(one, many, n))
