"""Hands and dots that are counted: written down once, when the step is left, or told why not.

A count on its way is no event: from one that was written early a masked one could be reckoned.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.record.people import SMALL
from explog.errors import UnchangedError
from explog.locale import _
from explog.tui import room_writing as room
from explog.tui.say import say
from explog.tui.steps.retrospective import VOTES, WELL_SPENT
from explog.tui.steps.single import GUESS_HANDS, GUESS_ROOM
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.picker import Picker

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.meeting import Turn
    from explog.tui.screens.stage import Stage
    from explog.tui.unsent import Unsent

    Key = tuple[Turn | None, str | None]
    """A turn, and which of its shows of hands."""


class Counting:
    """What is counted on one stage. Exact counts of few are never in the log."""

    def __init__(self, stage: Stage, unsent: Unsent) -> None:
        """Nothing was counted yet; *unsent* keeps what is, until it is written down."""
        self._stage = stage
        self._unsent = unsent
        self._kept: dict[Key, dict[str, int]] = {}
        """What was written down here, exactly; it lasts as long as the room is open."""
        self._problem = ""
        self._told: Hands | None = None
        """What was told not to be kept."""

    def note(self, hands: Hands) -> None:
        """Somebody counts with *hands*."""
        if hands is self._told:
            self._told = None
        self._unsent.note()

    async def keep(self) -> None:
        """Write down what was counted; too few hands are never kept."""
        for hands in [one for one in self._stage.query(Hands) if one.is_waiting]:
            if hands.is_enough:
                refuse = partial(self._refuse, hands=hands)
                if await self._stage.app.attempt(self._writing(hands), refuse) is not None:
                    self._let_go(hands, is_kept=True)
            elif hands.total:
                few = _("{n} hands are too few to be kept: it takes {least}.")
                self._problem = few.format(n=hands.total, least=hands.least)
            else:
                self._let_go(hands)

    def _let_go(self, hands: Hands, *, is_kept: bool = False) -> None:
        """What *hands* counted is written down, or given up: nothing of it is kept beside."""
        if is_kept:
            self._kept[self._key(hands)] = dict(hands.counts)
        hands.is_waiting = False
        self._unsent.note()
        self._stage.app.keeper.write()

    def _refuse(self, error: ExplogError, hands: Hands) -> None:
        """Say why *hands* are not kept, unless that was told, or the log has it so already."""
        self._problem = str(error)
        if isinstance(error, UnchangedError):
            self._let_go(hands, is_kept=True)
        elif hands is not self._told:
            say(self._stage.app, self._problem, "warning")

    def _writing(self, hands: Hands) -> Callable[[Journal], Done]:
        """What writes *hands* down."""
        ref, turn = self._stage.ref, self._stage.turn
        if hands.id == VOTES:
            return partial(room.vote, ref=ref, dots=hands.known)
        if hands.id == WELL_SPENT:
            return partial(room.well_spent, ref=ref, hands=hands.known)
        about = (turn.experiment if turn is not None else None) or ""
        return partial(room.guess, ref=ref, experiment=about, hands=hands.known)

    def recall(self) -> None:
        """Show again what was written down in this room, unless the log has something else now."""
        for hands in [one for one in self._stage.query(Hands) if not one.is_waiting]:
            counts = self._kept.get(self._key(hands), {})
            if hands.id == VOTES:
                hands.recall({v: n for v, n in counts.items() if _fits(n, hands.bands.get(v))})
            elif self._in_log(hands) == sum(counts.values()):
                hands.recall(counts)

    def _key(self, hands: Hands) -> Key:
        """Which show of hands it is."""
        return self._stage.turn, hands.id

    def _in_log(self, hands: Hands) -> int:
        """How many of *hands* the log has."""
        meeting, turn = self._stage.meeting, self._stage.turn
        if meeting is None or turn is None:
            return 0
        if hands.id == WELL_SPENT:
            return meeting.review.well_spent.n or 0
        guess = meeting.review.guess_of(turn.experiment or "")
        return (guess.n or 0) if guess is not None else 0

    def is_settled(self) -> bool:
        """Whether nothing is left behind unsaid; what would be is told, once."""
        agreed = [one for one in self._stage.query(Picker) if one.id == GUESS_ROOM]
        for hands in [one for one in self._stage.query(Hands) if one.is_waiting]:
            if hands is self._told or any(one.chosen for one in agreed):
                self._let_go(hands)
            else:
                self._told = hands
                self._tell(hands, agreed)
                return False
        return True

    def _tell(self, hands: Hands, agreed: list[Picker]) -> None:
        """Say that *hands* are not kept, and show where it can be said otherwise."""
        way = _("Write it as a note, or go on without it.")
        if hands.id == GUESS_HANDS:
            way = _("Pick the one answer you agree on, or go on without it.")
        say(self._stage.app, f"{self._problem} {way}", "warning")
        fields = [one.editor for one in self._stage.query(NoteField)]
        for place in [*agreed, *fields][:1]:  # at the top: what is said stands at the bottom
            place.focus(scroll_visible=False)
            self._stage.scroll_to_widget(place, top=True, animate=False)


def _fits(count: int, band: str | None) -> bool:
    """Whether *count* may be what the log keeps as *band*."""
    return band == ("1-2" if count in SMALL else "3+") and count > 0
