"""A page of Markdown on the screen, in the colours of the page around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.markdown import Markdown
from rich.theme import Theme

from explog.domain.safe import safe_lines

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

LOOKS = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold underline",
        "markdown.h3": "bold",
        "markdown.h4": "bold",
        "markdown.item.bullet": "bold",
        "markdown.item.number": "bold",
        "markdown.hr": "none",
        "markdown.code": "none",
        "markdown.table.border": "none",
        "markdown.table.header": "bold",
    }
)
"""Weight instead of colour: a colour means something here."""


class Paper:
    """Text in Markdown; its links are shown and never open by themselves."""

    def __init__(self, text: str) -> None:
        """Show *text*, without what could steer the terminal."""
        self._page = Markdown(safe_lines(text), hyperlinks=False)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw it with looks of its own."""
        with console.use_theme(LOOKS):
            yield from console.render(self._page, options)
