"""A quiet countdown: whole minutes, a bar, and calm words when the time is over.

Nothing blinks, nothing turns red, and the line changes once a minute at most.
"""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING

from textual.widgets import Static

from explog.locale import _, ngettext
from explog.tui.widgets.bars import bar
from explog.tui.widgets.pieces import run, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content

MINUTE = 60
"""Seconds."""

LOOKS_EVERY = 5
"""Seconds between two looks at the clock."""

MORE = 2
"""Minutes that *a little longer* adds."""

ROOMY = 80
"""From this many columns of the screen on, a bar stands before the words."""

_BAR = 12


class Countdown(Static):
    """How much of a step's time is left."""

    DEFAULT_CSS = "Countdown { height: 1; width: auto; margin-left: 2; text-wrap: nowrap; }"

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Read seconds from *clock*; nothing is counted before ``begin``."""
        super().__init__()
        self._clock = clock
        self._began = clock()
        self.minutes = 0
        """What the step may take, with what was added; 0 where nothing is counted."""

    def on_mount(self) -> None:
        """Look at the clock now and then."""
        self.set_interval(LOOKS_EVERY, self.tell)

    def begin(self, minutes: int) -> None:
        """Count *minutes* from now."""
        self._began = self._clock()
        self.minutes = minutes
        self.tell()

    def add(self, minutes: int = MORE) -> None:
        """A little longer: from now where the time is over, so that it is really there."""
        over = max(0, ceil(-self._left() / MINUTE))
        self.minutes += minutes + over
        self.tell()

    @property
    def used(self) -> int:
        """Minutes since ``begin``, begun ones whole."""
        return ceil((self._clock() - self._began) / MINUTE)

    def tell(self) -> None:
        """Show where it stands."""
        is_wide = self.app.size.width >= ROOMY
        self.update(told(self._left(), self.minutes, bar_too=is_wide) if self.minutes else "")

    def _left(self) -> float:
        """Seconds left; negative when it is over."""
        return self.minutes * MINUTE - (self._clock() - self._began)


def told(left: float, minutes: int, *, bar_too: bool = True) -> Content:
    """*left* seconds of *minutes*, as a bar and in words, or in words alone."""
    if not bar_too:
        return word(in_words(left), "$quiet")
    share = max(0.0, left / (minutes * MINUTE))
    return run(word(f"▕{bar(share, _BAR)}▏ ", "$rim"), word(in_words(left), "$quiet"))


def in_words(left: float) -> str:
    """*left* seconds in whole minutes."""
    if left <= -MINUTE:
        over = int(-left // MINUTE)
        return ngettext("over time by {n} min", "over time by {n} min", over).format(n=over)
    if left <= 0:
        return _("time to go on")
    whole = ceil(left / MINUTE)
    return ngettext("{n} min left", "{n} min left", whole).format(n=whole)
