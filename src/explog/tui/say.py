"""The one way to say something in passing: a toast, never read as markup (DESIGN.md 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from explog.domain.safe import safe_lines

if TYPE_CHECKING:
    from textual.app import App

Tone = Literal["information", "warning", "error"]


def say(app: App[None], sentence: str, tone: Tone = "information") -> None:
    """Show *sentence* for a moment; text from people inside it can do no harm.

    Args:
        app: Where it is shown.
        sentence: Already in the language in force.
        tone: ``warning`` for what was refused; ``error`` for what broke.
    """
    app.notify(safe_lines(sentence), severity=tone, markup=False, timeout=6)
