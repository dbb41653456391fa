"""Drawing with ASCII signs only, borders and charts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from explog.locale.signs import plain

if TYPE_CHECKING:
    from textual.color import Color


class Plainly(LineFilter):
    """Replaces every sign of a line by one that each terminal has, cell for cell."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The same line in ASCII signs; letters stay."""
        return [Segment(plain(text), style, control) for text, style, control in segments]
