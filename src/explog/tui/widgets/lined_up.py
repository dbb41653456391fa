"""A line that does something, with what matters at its left end and what dates it at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.tui.widgets.doing import Doing
from explog.tui.widgets.pieces import EMPTY, ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content
    from textual.widget import Widget

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
        self._beside: list[LinedUp] = [self]
        self._form: tuple[int, int] | None = None
        """The width it was laid out for, and which of the right ends all lines have then."""

    def on_resize(self) -> None:
        """Lay the line out for the room there is."""
        width = self.content_size.width
        if self._form is None or self._form[0] != width:
            form = max(one.form(width) for one in self._beside)
            for one in self._beside:
                one._form = (width, form)  # noqa: SLF001 - of the same class
        form = self._form[1] if self._form is not None else 0
        right = self._rights[min(form, len(self._rights) - 1)] if self._rights else EMPTY
        self.update(ends(self._left, right, width))

    def form(self, width: int) -> int:
        """Which right end is the first that there is room for; the last one where none is."""
        least = min(self._left.cell_length, width // 2 + ROOM // 2)
        fitting = (n for n, one in enumerate(self._rights) if least + one.cell_length + 2 <= width)
        return next(fitting, max(0, len(self._rights) - 1))


def line_up(lines: Iterable[Widget]) -> None:
    """Let those of *lines* that do the same have right ends of the same form."""
    alike: dict[str, list[LinedUp]] = {}
    for one in lines:
        if isinstance(one, LinedUp):
            alike.setdefault(one.doing, []).append(one)
            one._beside = alike[one.doing]  # noqa: SLF001 - of this module
