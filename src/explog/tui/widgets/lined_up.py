"""A line that does something, with what matters at its left end and what dates it at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.tui.widgets.doing import Doing
from explog.tui.widgets.pieces import EMPTY, ends

if TYPE_CHECKING:
    from textual.content import Content

ROOM = 24
"""Cells the left end keeps before the right end gives way to a shorter one."""


class LinedUp(Doing):
    """One line whose two ends stand at the two edges."""

    DEFAULT_CSS = "LinedUp { height: 1; text-wrap: nowrap; }"

    def __init__(self, left: Content, rights: list[Content], doing: str, about: str) -> None:
        """Show *left* and the first of *rights* there is room for; the longest stands first."""
        super().__init__(left, doing, about)
        self._left = left
        self._rights = rights

    def on_resize(self) -> None:
        """Lay the line out for the room there is."""
        width = self.content_size.width
        least = min(self._left.cell_length, width // 2 + ROOM // 2)
        right = next(
            (one for one in self._rights if least + one.cell_length + 2 <= width),
            self._rights[-1] if self._rights else EMPTY,
        )
        self.update(ends(self._left, right, width))
