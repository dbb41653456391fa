"""How many answers of a show of hands stand below the end of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from explog.locale import ngettext
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.pieces import word

if TYPE_CHECKING:
    from textual.containers import VerticalScroll
    from textual.screen import Screen


class Below(Static):
    """``▾ 3 more`` under a page that scrolls; gone where every answer is in sight."""

    DEFAULT_CSS = """
    Below { height: 1; padding: 0 1; }
    """

    def __init__(self, page: VerticalScroll) -> None:
        """Count what is below the end of *page*."""
        super().__init__()
        self.display = False
        self._page = page
        self._count = 0

    def on_mount(self) -> None:
        """Follow what the page shows."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._follow)
        self.watch(self._page, "scroll_y", self._tell)

    def _follow(self, _screen: Screen[object]) -> None:
        """The page was laid out again."""
        self._tell()

    def _tell(self) -> None:
        """Say how many there are."""
        end = self._page.region.bottom
        hands = list(self._page.query(Hands))
        there = end + (1 if self.display else 0)
        self.display = any(one.below(there) for one in hands)
        n = sum(one.below(there - 1) for one in hands) if self.display else 0
        if n != self._count:  # to say the same again would lay out the page, and so again
            self._count = n
            told = "▾ " + ngettext("{n} more", "{n} more", n).format(n=n) if n else ""
            self.update(word(told, "$quiet"), layout=False)
