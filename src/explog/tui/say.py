"""The one way to say something in passing: a toast, never read as markup (DESIGN.md 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explog.domain.safe import safe_lines
from explog.locale import ngettext

if TYPE_CHECKING:
    from textual.app import App

MOST_LINES = 3
"""Lines of what is said in passing."""

AT_LEAST = 6
"""Seconds that something stays."""

READ = 20
"""Characters that are read in a second."""

Tone = Literal["information", "warning", "error"]


def say(app: App[None], sentence: str, tone: Tone = "information") -> None:
    """Show *sentence* for a moment; text from people inside it can do no harm.

    Args:
        app: Where it is shown.
        sentence: Already in the language in force.
        tone: ``warning`` for what was refused; ``error`` for what broke.
    """
    shown = _in_short(safe_lines(sentence))
    app.clear_notifications()
    stays = max(AT_LEAST, len(shown) / READ)
    app.notify(shown, severity=tone, markup=False, timeout=stays)


def hush(app: App[None]) -> None:
    """Let what was said in passing go, for it would lie over a form; a warning stays."""
    if all(one.severity == "information" for one in app._notifications):  # noqa: SLF001 - Textual offers no other way to read them
        app.clear_notifications()


def _in_short(sentence: str) -> str:
    """*sentence*, of many lines the first ones and how many more there are."""
    lines = sentence.splitlines()
    if len(lines) <= MOST_LINES + 1:
        return sentence
    more = ngettext("and {n} more", "and {n} more", len(lines) - MOST_LINES)
    return "\n".join([*lines[:MOST_LINES], more.format(n=len(lines) - MOST_LINES)])
