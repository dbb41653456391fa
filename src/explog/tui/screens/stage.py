"""The middle of a guided meeting: it shows one step and writes down what is said in it, at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import VerticalScroll
from textual.message import Message

from explog.locale import _
from explog.tui import room_writing as room
from explog.tui.say import say
from explog.tui.steps.bodies import body
from explog.tui.steps.deciding import SHARED
from explog.tui.steps.retrospective import CHOICE, GATHERING, VOTES, WELL_SPENT
from explog.tui.steps.shared import NOTE
from explog.tui.steps.single import GUESS_HANDS, GUESS_ROOM
from explog.tui.widgets.doing import Asking, Doing
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.note_field import PATIENCE, NoteField
from explog.tui.widgets.picker import Picker
from explog.tui.widgets.wall import WallColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer
    from textual.widget import Widget

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.app import ExplogApp
    from explog.tui.meeting import Meeting, Turn

    Write = Callable[[Journal], Done]

TO_LOGBOOK = frozenset({"happened", "why"})
"""The steps whose notes belong into the logbook of the experiment too."""


class Stage(VerticalScroll, can_focus=False, inherit_bindings=False):
    """One step of a meeting."""

    app: ExplogApp

    class Written(Message):
        """Something was written that the step shows: it is to be read and shown again."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.meeting: Meeting | None = None
        self.turn: Turn | None = None
        self._timer: Timer | None = None
        self._counted: Hands | None = None

    async def show(self, meeting: Meeting, turn: Turn) -> None:
        """Show *turn*, the cursor where it was."""
        before = place_of(self.screen.focused)
        is_same = self.turn is not None and self.turn == turn
        typed = {place_of(one.editor): one.text for one in self.query(NoteField) if one.is_waiting}
        self.meeting, self.turn = meeting, turn
        async with self.batch():
            await self.remove_children()
            await self.mount(*body(meeting, turn))
        for field in self.query(NoteField) if is_same else ():
            field.type(typed.get(place_of(field.editor), field.text))
        places = [one for one in self.query("*") if one.can_focus]
        same = [one for one in places if is_same and place_of(one) == before]
        if places:
            self.screen.set_focus((same or places)[0], scroll_visible=bool(same))
        if not same:
            self.scroll_home(animate=False)

    @property
    def _ref(self) -> str:
        """The meeting's id."""
        return self.meeting.review.id if self.meeting is not None else ""

    def keep_soon(self) -> None:
        """Something lies over the meeting: what was typed is not left waiting."""
        for field in self.query(NoteField):
            field.keep()

    async def keep_all(self) -> None:
        """Write down now whatever waits for a key."""
        for field in self.query(NoteField):
            if field.is_waiting and len(field.text) <= field.limit:
                field.kept = field.text
                await self._keep(field, field.text)
        await self._keep_counts()

    def is_all_kept(self) -> bool:
        """Whether every text is in the log; one that cannot be kept gets the cursor and is told."""
        left = [field for field in self.query(NoteField) if field.is_waiting]
        if left:
            left[0].editor.focus()
            say(self.app, _("This text cannot be kept as it is. Change it first."), "warning")
        return not left

    async def leave(self) -> None:
        """Bring what was noted about an experiment into its logbook, once."""
        turn = self.turn
        if turn is None or turn.step.code not in TO_LOGBOOK or turn.experiment is None:
            return
        texts = [field.text for field in self.query(NoteField) if field.name == NOTE]
        for text in texts:
            if text:
                await self.app.attempt(partial(room.into_logbook, ref=turn.experiment, text=text))

    @on(NoteField.Kept)
    def _note(self, event: NoteField.Kept) -> None:
        """Write a text down."""
        event.stop()
        self._keep_later(event.field, event.text)

    @work(group="keep")
    async def _keep_later(self, field: NoteField, text: str) -> None:
        """Write *text* down while the room goes on."""
        await self._keep(field, text)

    async def _keep(self, field: NoteField, text: str) -> None:
        """Write down the *text* of *field*; a refusal stands beside it."""
        turn = self.turn
        if turn is None:
            return
        doing: Write
        if field.name == SHARED:
            ref, _slash, lesson = field.about.partition("/")
            doing = partial(room.share, ref=ref, lesson=lesson, groups=text)
        elif field.name == CHOICE:
            doing = partial(room.choose, ref=self._ref, what=field.about, text=text)
        else:
            doing = partial(
                room.take_note,
                ref=self._ref,
                step=turn.step.code,
                text=text,
                experiment=field.about or None,
            )

        def complain(error: ExplogError) -> None:
            """Say beside the field why it cannot be kept."""
            field.complain(str(error))

        await self.app.attempt(doing, complain)

    @on(Hands.Changed)
    def _count(self, event: Hands.Changed) -> None:
        """Write hands down when nobody counts for a moment."""
        event.stop()
        self._counted = event.hands
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PATIENCE, self._keep_counts_later)

    @work(group="keep")
    async def _keep_counts_later(self) -> None:
        """Write the hands down while the room goes on."""
        await self._keep_counts()

    async def _keep_counts(self) -> None:
        """Write down what was counted last; too few hands are never kept."""
        hands, self._counted = self._counted, None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if hands is None or not hands.is_enough or self.turn is None:
            return
        counts = {value: hands.counts.get(value, 0) for value, _label in hands.offered}
        doing: dict[str | None, Write] = {
            GUESS_HANDS: partial(
                room.guess,
                ref=self._ref,
                experiment=self.turn.experiment or "",
                hands=counts,
            ),
            VOTES: partial(room.vote, ref=self._ref, dots=counts),
            WELL_SPENT: partial(room.well_spent, ref=self._ref, hands=counts),
        }
        await self.app.attempt(doing[hands.id])

    @on(Picker.Changed)
    def _pick(self, event: Picker.Changed) -> None:
        """Write down what a small room agrees on, or how notes are gathered."""
        event.stop()
        for picker in self.query(Picker):
            chosen = picker.chosen[0] if picker.chosen else ""
            if picker.id == GUESS_ROOM and picker.has_focus and chosen and self.turn is not None:
                about = self.turn.experiment or ""
                self._write(partial(room.guess, ref=self._ref, experiment=about, room=chosen))
            elif picker.id == GATHERING and chosen:
                self._write(partial(room.describe, ref=self._ref, gathering=chosen), show=True)

    @on(WallColumn.Hung)
    def _hang(self, event: WallColumn.Hung) -> None:
        """Hang a note on the wall."""
        event.stop()
        doing = partial(room.gather, ref=self._ref, column=event.column.value, text=event.text)
        self._write(doing, show=True)

    @work(group="save")
    async def _write(self, doing: Write, *, show: bool = False) -> None:
        """Write something down; with *show* the step shows it."""
        done = await self.app.attempt(doing)
        if done is not None and show:
            self.post_message(self.Written())

    @on(NoteField.Moved)
    @on(WallColumn.Moved)
    @on(Hands.Moved)
    @on(Picker.Moved)
    def _move_on(self, event: NoteField.Moved | WallColumn.Moved | Hands.Moved) -> None:
        """To the next thing on the page, or the one before."""
        from explog.tui.stepping import step_in

        event.stop()
        step_in(self, event.step)

    @on(Asking.Asked)
    def _ask(self, event: Asking.Asked) -> None:
        """Open the form of an act; what is saved there is in the experiment at once."""
        from explog.tui.screens.form import FormScreen

        one = event.asking
        self.app.push_screen(FormScreen(one.act, one.ref, one.element, one.focus_on))

    @on(Doing.Chosen)
    def _do(self, event: Doing.Chosen) -> None:
        """Do what a line says."""
        match event.doing:
            case "settle":
                self._settle(event.about)
            case "agree":
                self.agree()
            case "reflect":
                self._reflect()
            case "theme" | "gathered":
                self._change_note(event.about)

    @work(exclusive=True, group="agree")
    async def agree(self) -> None:
        """Write down who does what by when."""
        from explog.tui.agreeing import agreed

        if self.meeting is not None:
            await agreed(self.app, self._ref, self.meeting.review.experiments)

    @work(exclusive=True, group="agree")
    async def _settle(self, ident: str) -> None:
        """Say what became of an agreement."""
        from explog.tui.agreeing import settled

        if self.meeting is not None:
            known = [one for one in (*self.meeting.open, *self.meeting.made) if one["id"] == ident]
            await settled(self.app, known[0], self._ref)

    @work(exclusive=True, group="agree")
    async def _reflect(self) -> None:
        """Ask the five reflection questions."""
        from explog.tui.reflecting import reflected

        if self.meeting is not None:
            await reflected(self.app, self.meeting.review)

    @work(exclusive=True, group="agree")
    async def _change_note(self, ident: str) -> None:
        """Give a note on the wall a theme, or take it down."""
        from explog.tui.wall_notes import changed

        if self.meeting is not None:
            await changed(self.app, self.meeting.review, ident)


def place_of(widget: Widget | None) -> tuple[str, ...]:
    """What makes *widget* the same one after the step was drawn again."""
    if widget is None:
        return ()
    about = widget if isinstance(widget, Doing) else widget.parent
    told = [str(getattr(about, name, None)) for name in ("doing", "about", "name", "column")]
    return (type(widget).__name__, str(widget.id), *told)
