"""The quiet line that says which form was not finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive
from textual.widget import Widget

from explog.tui.widgets.pieces import said

if TYPE_CHECKING:
    from textual.content import Content

    from explog.tui.program import Program


class UnfinishedLine(Widget):
    """One line; gone while everything is finished. A click opens the form."""

    DEFAULT_CSS = """
    UnfinishedLine { display: none; height: 1; width: 1fr; padding: 0 1; pointer: pointer; }
    """
    ALLOW_SELECT = False

    told: reactive[str] = reactive("")
    """What is not finished; empty while nothing is known of."""

    app: Program

    async def look(self) -> None:
        """Say what is not finished; the first time, what was left before explog started too."""
        keeper = self.app.keeper
        is_first = not keeper.was_read
        if is_first:
            await keeper.read()
        if keeper.unfinished:
            # Only now: the first page is painted without the questions of every act.
            from explog.tui import unfinished

            if is_first:
                await unfinished.settle(self.app)
            self.told = unfinished.told(self.app)
        else:
            self.told = ""
        self.display = bool(self.told)

    def render(self) -> Content:
        """The line."""
        line = said(f"◔ {self.told}", "$running")
        return line.truncate(max(1, self.content_size.width), ellipsis=True)

    async def on_click(self) -> None:
        """Open it."""
        await self.app.run_action("app.unfinished")
