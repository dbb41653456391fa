"""The field to search in: one quiet line that takes nothing harmful and says what fits next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.message import Message
from textual.widgets import Input

from explog.domain.query.completing import Vocabulary, completed, completions, token_start
from explog.domain.query.words import filter_called
from explog.domain.safe import REPLACEMENT, safe
from explog.locale import N_, _
from explog.tui.commands import Command, bindings
from explog.tui.widgets.offers import Offers

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

COMPLETE = Command(
    "complete",
    "tab",
    N_("Complete"),
    N_("Take what is offered; tab also shows it."),
    in_footer=True,
)
LEAVE = Command(
    "leave",
    "escape",
    N_("To the list"),
    N_("Stop typing; letters are commands again."),
    in_footer=True,
    shown="esc",
)
_MOVES = (
    Command("offered(1)", "down", "", ""),
    Command("offered(-1)", "up", "", ""),
)

SHORTEST = 2
"""So many letters of a word may become a filter before that is offered."""

ABOUT = {
    "state": N_("where it is: idea, running, in review …"),
    "outcome": N_("how it ended: adopted, failed safely …"),
    "frame": N_("inside the frame, without a net, outside"),
    "task": N_("the core task it serves"),
    "workplace": N_("whose it is"),
    "tag": N_("how it is tagged"),
    "theme": N_("what its lessons are about"),
    "since": N_("last step on this day or later"),
    "until": N_("last step on this day or earlier"),
    "has": N_("what it has: lesson, incident, place …"),
    "is": N_("overdue, archived, spreading …"),
    "level": N_("adopted, spreading or scaled, today"),
    "result": N_("whether the belief held"),
    "initiator": N_("whose initiative it was"),
    "value": N_("what was gained"),
    "prediction": N_("whether it went as predicted"),
    "hallmark": N_("which hallmark its lessons are about"),
    "reached": N_("how far it came"),
    "noted": N_("noted in a period: 2026-Q3"),
    "planned": N_("planned in a period: 2026-Q3"),
    "started": N_("started in a period: 2026-Q3"),
    "decided": N_("decided in a period: 2026-Q3"),
    "adopted": N_("adopted in a period: 2026-Q3"),
    "scaled": N_("scaled in a period: 2026-Q3"),
}
"""Filter → what it asks for, in a few words."""


class SearchField(Input):
    """What is searched for; ``Offers`` beside it draws what can be typed next."""

    BINDINGS: ClassVar[list[BindingType]] = bindings((COMPLETE, LEAVE, *_MOVES))

    class Left(Message):
        """A person goes on to what was found."""

    def __init__(self) -> None:
        """Begin empty, with nothing known of the log."""
        super().__init__(
            placeholder=_("Search: words, or filters (tab shows them)"),
            compact=True,
            select_on_focus=False,
        )
        self.vocabulary = Vocabulary()
        """What the log knows, to be offered."""
        self._offered: list[str] = []
        self._place = 0
        self._has_moved = False
        """Whether a person walked into what is offered, so that enter takes it."""

    @property
    def offers(self) -> Offers:
        """Where it is drawn."""
        return self.screen.query_one(Offers)

    def ask(self, text: str) -> None:
        """Ask *text* instead of what stands there."""
        self.value = safe(text)
        self.cursor_position = len(self.value)
        self._offer([])

    @on(Input.Changed)
    def _follow(self) -> None:
        """Offer what may stand where the cursor is."""
        if self.has_focus:
            start = token_start(self.value, self.cursor_position)
            token = self.value[start : self.cursor_position]
            is_worth_it = ":" in token or len(token) >= SHORTEST
            self._offer(self._possible() if is_worth_it else [])

    def _possible(self) -> list[str]:
        """What may stand where the cursor is and does not stand there yet."""
        start = token_start(self.value, self.cursor_position)
        token = self.value[start : self.cursor_position]
        found = completions(self.value, self.cursor_position, self.vocabulary)
        return [] if found == [token] else found

    def _offer(self, offered: list[str]) -> None:
        """Offer these, the first of them first."""
        was_offered, self._offered = bool(self._offered), offered
        self._place, self._has_moved = 0, False
        if offered or was_offered:
            self.offers.show([(safe(one), self._about(one)) for one in offered], 0)
            self.refresh_bindings()

    def _about(self, offered: str) -> str:
        """What is said about one that is *offered*."""
        name, _colon, value = offered.lstrip("-−–!").partition(":")
        known = filter_called(name)
        if known and not value:
            return _(ABOUT[known]) if known in ABOUT else ""
        return safe(self.vocabulary.workplaces.get(value, "")) if known == "workplace" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Tab goes on to the next part of the page where nothing can be completed."""
        if action != "complete":
            return True
        return bool(self._offered) or self._is_between_words()

    def _is_between_words(self) -> bool:
        """Whether nothing is begun where the cursor is."""
        before = self.value[: self.cursor_position]
        return not before or before.endswith(" ")

    def action_complete(self) -> None:
        """Take what the cursor is on; where nothing is begun yet, show all filters."""
        if self._offered:
            self.take(self._place)
        else:
            self._offer(self._possible())

    def take(self, place: int) -> None:
        """Type the offer number *place*."""
        text, cursor = completed(self.value, self.cursor_position, self._offered[place])
        self.value = text
        self.cursor_position = cursor
        self._offer(self._possible() if text[:cursor].endswith(":") else [])

    def action_cursor_right(self, select: bool = False) -> None:
        """At the end, take what is offered."""
        if self._offered and not select and self.cursor_position == len(self.value):
            self.take(self._place)
        else:
            super().action_cursor_right(select)

    def action_offered(self, step: int) -> None:
        """To the next offer; below the last one, or without any, on to the list."""
        place = self._place + step
        if 0 <= place < len(self._offered):
            self._place, self._has_moved = place, True
            self.offers.place = place
        elif step > 0:
            self._leave()

    async def action_submit(self) -> None:
        """Enter takes an offer that was walked to; else it opens what was found."""
        if self._offered and self._has_moved:
            self.take(self._place)
        else:
            self._offer([])
            await super().action_submit()

    def action_leave(self) -> None:
        """Put away what is offered, and then go on to what was found; the text stays."""
        if self._offered:
            self._offer([])
        else:
            self._leave()

    def _leave(self) -> None:
        """On to what was found."""
        self._offer([])
        self.post_message(self.Left())

    def on_blur(self) -> None:
        """Nothing is offered to somebody who is elsewhere."""
        self._offer([])

    def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one line, without what cannot be shown."""
        event.prevent_default()
        event.stop()
        self.replace(safe(event.text.strip()).replace(REPLACEMENT, ""), *self.selection)
