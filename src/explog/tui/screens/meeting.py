"""The guided meeting: one thing at a time, the agenda beside it, a quiet countdown.

Everything is in the log at once, so a meeting that was left goes on where it was.
"""

from __future__ import annotations

import time
from asyncio import Lock
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.tui.heading import entries_of, name_of, title_of
from explog.tui.holding import advanced, given_time, opened
from explog.tui.meeting import meeting
from explog.tui.say import say
from explog.tui.screens.meeting_commands import COMMANDS_HERE, UNDO
from explog.tui.screens.stage import Stage
from explog.tui.stepping import step_in
from explog.tui.widgets.agenda import AgendaColumn, in_one_line
from explog.tui.widgets.below import Below
from explog.tui.widgets.countdown import MORE, Countdown
from explog.tui.widgets.key_line import KeyLine
from explog.tui.widgets.pieces import word
from explog.tui.widgets.verdict import TALL
from explog.tui.working import once_laid_out, work

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key

    from explog.tui.meeting import Meeting, Turn
    from explog.tui.program import Program

WIDTHS = [(0, "-narrow"), (96, "-wide"), (130, "-huge")]
"""The agenda stands beside the step from the second one on."""

HEIGHTS = [(0, "-low"), (26, "-high")]


class MeetingScreen(Screen[None]):
    """One meeting, going on."""

    CSS_PATH = "meeting.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        # a text that is being typed has uses of its own for these keys
        *(
            replace(binding, priority=binding.action.startswith(("turn", "leave")))
            for command in COMMANDS_HERE
            for binding in command.bindings()
        ),
        UNDO,
    ]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    app: Program

    def __init__(self, ref: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Hold the meeting *ref* (a key or an id); *clock* gives seconds for the countdown."""
        super().__init__()
        self._ref = ref
        self._clock = clock
        self._meeting: Meeting | None = None
        self._at = 0
        self._going = Lock()
        """Held by whatever keeps, reads or draws the step, from its beginning to its end."""
        self._is_outdated = False
        self._is_ending = False

    def compose(self) -> ComposeResult:
        """Title and countdown, agenda, the step, keys."""
        with Horizontal(id="top"):
            yield Static(id="title")
            yield Countdown(self._clock)
        with Horizontal(id="room"):
            with VerticalScroll(id="agenda", can_focus=False):
                yield AgendaColumn()
            with Vertical(id="middle"):
                yield Static(id="where")
                yield Static(id="step")
                yield Static(id="cue")
                stage = Stage()
                yield stage
                yield Below(stage)
        yield KeyLine()

    @property
    def meeting(self) -> Meeting:
        """The meeting; only once it was read."""
        if self._meeting is None:
            raise RuntimeError("not read yet")  # noqa: TRY003 - for programmers only
        return self._meeting

    @property
    def turn(self) -> Turn:
        """Where the room is."""
        return self.meeting.turns[self._at]

    def on_screen_resume(self) -> None:
        """Something may have been written meanwhile."""
        self.look()

    @work(group="look")
    async def look(self) -> None:
        """Read the meeting and show it, once for all that ask for it while it waits."""
        self._is_outdated = True
        async with self._going:
            if self._is_outdated:
                self._is_outdated = False
                await self._read()

    async def _read(self) -> None:
        """Read the meeting and show it; one that was only planned begins when it is opened."""
        await self.query_one(Stage).keep_all()
        is_here = self._meeting is not None
        reading = partial(opened, ref=self._ref, is_going_on=is_here)
        found = await self.app.attempt(reading, lambda why: say(self.app, str(why), "warning"))
        if found is None:
            if self.is_active:  # the person may have gone on meanwhile
                self.dismiss()
            return
        if self.app.glance is None:
            await self.app.look()
        turn = self.turn if is_here else None
        self._meeting = found
        if turn is None or turn.step.code != (found.review.at_step or turn.step.code):
            self._at = found.here
            self._begin_countdown()
        else:
            self._at = found.place_of(turn, self._at)
        await self._show()

    def _begin_countdown(self) -> None:
        """Count the minutes of the step the room is in."""
        self.query_one(Countdown).begin(self.meeting.minutes_of(self.turn.step.code))

    async def _show(self) -> None:
        """Show the turn the room is in."""
        self._tell()
        await self.query_one(Stage).show(self.meeting, self.turn)

    @on(Stage.Written)
    def _read_again(self) -> None:
        """Show what was written."""
        self.look()

    def _tell(self) -> None:
        """Title, agenda, and what the step is."""
        entries, title = entries_of(self.meeting), self.query_one("#step", Static)
        self.query_one("#title", Static).update(name_of(self.meeting))
        self.query_one(AgendaColumn).show(entries, self._at)
        self.query_one("#where", Static).update(in_one_line(entries, self._at))
        title.update(title_of(self.turn, title.content_size.width * (self.size.height >= TALL)))
        self.query_one("#cue", Static).update(word(self.turn.step.said, "$quiet"))

    def on_resize(self) -> None:
        """Lay the title out anew."""
        if self._meeting is not None:
            once_laid_out(self, self._tell)

    @on(AgendaColumn.Chosen)
    def _go(self, event: AgendaColumn.Chosen) -> None:
        """To the step that was clicked."""
        self.go(event.place - self._at)

    def action_turn(self, step: int) -> None:
        """On, or back; after the last step the meeting is closed."""
        if self._meeting is not None:
            self.go(step)

    @work(group="go")
    async def go(self, steps: int) -> None:
        """Go *steps* on, or back when negative; what was typed is kept first."""
        async with self._going:
            place = self._at + steps
            if place >= len(self.meeting.turns):
                self.action_close_meeting()
            elif place >= 0 and steps:
                await self._arrive(place)

    async def _arrive(self, place: int) -> None:
        """Let the room be in the turn at *place*, in the log and on the screen."""
        if not await self._kept():
            return
        turn = self.meeting.turns[place]
        is_new = turn.step.code != self.turn.step.code
        if is_new and not await self._advanced(turn.step.code):
            return
        self._meeting = await self.app.attempt(partial(meeting, ref=self._ref)) or self._meeting
        self._at = self.meeting.place_of(turn, place)
        if is_new:
            self._begin_countdown()
        await self._show()

    async def _advanced(self, code: str) -> bool:
        """Whether the log says now that the room is in the step *code*."""
        if self.meeting.review.status is ReviewStatus.HELD:
            return True
        done = await self.app.attempt(
            partial(advanced, ref=self._ref, to=code, minutes=self._minutes())
        )
        return done is not None

    def _minutes(self) -> int:
        """Minutes used in the step the room is in, altogether."""
        return self.meeting.used_in(self.turn.step.code) + self.query_one(Countdown).used

    @work(group="save")
    async def action_more_time(self) -> None:
        """Two minutes more."""
        if self._meeting is None:
            return
        self.query_one(Countdown).add()
        await self.app.attempt(partial(given_time, ref=self._ref, minutes=MORE))

    def action_step(self, step: int) -> None:
        """To the thing below or above; where there is none near, the page scrolls."""
        step_in(self.query_one(Stage), step)

    def action_agree(self) -> None:
        """Write down who does what by when."""
        self.query_one(Stage).act("agree")

    async def _kept(self) -> bool:
        """Whether what waited for a key is kept now, and what belongs there is in a logbook."""
        stage = self.query_one(Stage)
        await stage.keep_all(hang=True)
        if not stage.is_all_kept():
            return False
        await stage.leave()
        return True

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's signature
        """Letters and digits are typed; nothing of the program outside happens by one."""
        return character is not None and character.isalnum()

    def on_key(self, event: Key) -> None:
        """What is typed beside all fields is a note, unless the step or the room has that key."""
        letter = event.character or ""
        if letter.isalnum() or (event.is_printable and event.key not in self.active_bindings):
            event.stop()
            self.query_one(Stage).take(letter)

    @work(exclusive=True, group="print")
    async def action_print(self) -> None:
        """Write the minutes as a page."""
        if self._meeting is None:
            return
        from explog.tui.printing import printed

        async with self._going:
            await self.query_one(Stage).keep_all(hang=True)
        await printed(self.app, "minutes", self.meeting.review.key)

    @work(group="save")
    async def action_close_meeting(self) -> None:
        """Ask how many took part, and close; one question at a time."""
        if self._meeting is None or self._is_ending:
            return
        from explog.tui.closing import ended

        self._is_ending = True
        try:
            async with self._going:
                is_kept = await self._kept()
            if is_kept and self.is_active and await ended(self.app, self.meeting, self._minutes()):
                self.dismiss()
        finally:
            self._is_ending = False

    @work(group="save")
    async def action_leave(self) -> None:
        """Leave; everything is kept."""
        if self._meeting is not None:
            async with self._going:
                stage = self.query_one(Stage)
                await stage.keep_all(hang=True)
                if not stage.is_all_kept():
                    return
        if self.is_active:  # something may lie over it by now
            self.dismiss()

    def on_screen_suspend(self) -> None:
        """Something lies over the meeting; while it is being read there is no stage yet."""
        for stage in self.query(Stage):
            stage.keep_soon()
