"""The middle of a guided meeting: it shows one step and writes down what is said in it, at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.containers import VerticalGroup, VerticalScroll
from textual.message import Message

from explog.locale import _
from explog.tui import room_writing as room
from explog.tui.counting import Counting
from explog.tui.say import say
from explog.tui.steps.bodies import body
from explog.tui.steps.deciding import SHARED
from explog.tui.steps.retrospective import CHOICE, GATHERING
from explog.tui.steps.shared import NOTE
from explog.tui.steps.single import GUESS_ROOM
from explog.tui.unsent import Unsent, counted_in, name_of, place_of, typed_in
from explog.tui.widgets.doing import Asking, Doing
from explog.tui.widgets.editors import Line
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.picker import Picker
from explog.tui.widgets.wall import WallColumn
from explog.tui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.meeting import Meeting, Turn
    from explog.tui.program import Program

TO_LOGBOOK = frozenset({"happened", "why"})
"""The steps whose notes belong into the logbook of the experiment too."""


class Stage(VerticalScroll, can_focus=False, inherit_bindings=False):
    """One step of a meeting."""

    app: Program

    class Written(Message):
        """Something was written that the step shows: it is to be read and shown again."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.meeting: Meeting | None = None
        self.turn: Turn | None = None
        self.step: VerticalGroup | None = None
        """What is drawn of it; while it is drawn anew, the one that is typed in."""
        self._unsent = Unsent(self)
        self._counting = Counting(self, self._unsent)

    async def show(self, meeting: Meeting, turn: Turn) -> None:
        """Show *turn*, the cursor where it was and what was typed still there.

        Only one at a time, and each to its end: else the step would stand there twice.
        """
        is_same = self.turn == turn
        before = place_of(self.screen.focused) if is_same else ()
        draft = {} if is_same else await self._unsent.of(meeting.review.id, turn)
        old, step = self.step, VerticalGroup(*body(meeting, turn))
        async with self.batch():
            # the old one goes last: somebody may be typing in it
            await self.mount(step, before=old)
            self._unsent.note()
            typed = typed_in(old) | counted_in(old) if is_same and old is not None else draft
            self._unsent.write_into(step, typed)
            self.step, self.meeting, self.turn = step, meeting, turn
            same = self._focus(step, before)
            if old is not None:
                await old.remove()
        self._counting.recall()
        if same is not None:
            same.scroll_visible(animate=False)
        elif not is_same:
            self.scroll_home(animate=False)

    def _focus(self, step: Widget, before: tuple[str, ...]) -> Widget | None:
        """Put the cursor into *step*: where it was *before*, which is given, or at its first place.

        Where notes hang on a wall that is the line for the next one.
        """
        places = [one for one in step.query("*") if one.can_focus]
        same = next((one for one in places if place_of(one) == before), None)
        lines: list[Widget] = [column.line for column in step.query(WallColumn)]
        for place in [same] if same is not None else [*lines, *places][:1]:
            self.screen.set_focus(place, scroll_visible=False)
        return same

    @property
    def ref(self) -> str:
        """The meeting's id."""
        return self.meeting.review.id if self.meeting is not None else ""

    @property
    def is_open(self) -> bool:
        """Whether the room is still there, in front or under something."""
        return any(one in self.app.screen_stack for one in self.ancestors)

    def take(self, letter: str) -> None:
        """Type *letter* where somebody typed last, or where notes are written."""
        editor = self._unsent.editor()
        if editor is not None:
            self.screen.set_focus(editor)
            write = editor.insert_text_at_cursor if isinstance(editor, Line) else editor.insert
            write(letter)

    @on(Line.Changed)
    @on(NoteField.Typed)
    def _type(self) -> None:
        """Let what is typed be kept, and keep it in sight."""
        self._unsent.mark(self.screen.focused)
        self._unsent.note()

    def keep_soon(self) -> None:
        """Something lies over the meeting: what was typed is not left waiting."""
        for field in self.query(NoteField):
            if field.is_waiting and not field.is_too_long:
                self._keep(field, field.hand_over())
        self._unsent.note()

    async def keep_all(self, *, hang: bool = False) -> None:
        """Write down now whatever waits for a key, and wait for every answer of the log.

        With *hang* also what waits until the step is left: notes for the wall, and counts.
        """
        self.keep_soon()
        for column in self.query(WallColumn) if hang else ():
            if column.text:
                self._hang(column, column.take())
        await self._unsent.answered()
        if hang:
            await self._counting.keep()

    def is_all_kept(self) -> bool:
        """Whether every text is in the log; one that cannot be kept gets the cursor and is told.

        What was counted and cannot be kept is told once.
        """
        left: list[Widget] = [one.editor for one in self.query(NoteField) if one.is_waiting]
        left += [column.line for column in self.query(WallColumn) if column.text]
        if left:
            left[0].focus()
            say(self.app, _("This text cannot be kept as it is. Change it first."), "warning")
        return not left and self._counting.is_settled()

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
        """Write a text down while the room goes on."""
        event.stop()
        self._keep(event.field, event.text)

    def _keep(self, field: NoteField, text: str) -> None:
        """Write down the *text* of *field*; a refusal stands beside it."""
        name = name_of(field)
        doing: Callable[[Journal], Done]
        if field.name == SHARED:
            ref, _slash, lesson = field.about.partition("/")
            doing = partial(room.share, ref=ref, lesson=lesson, groups=text)
        elif field.name == CHOICE:
            doing = partial(room.choose, ref=self.ref, what=field.about, text=text)
        else:
            doing = partial(
                room.take_note,
                ref=self.ref,
                step=field.step,
                text=text,
                experiment=field.about or None,
            )

        def complain(error: ExplogError) -> None:
            """Say beside the field, as it is drawn by now, why it cannot be kept."""
            drawn = self.step.query(NoteField) if self.step is not None else ()
            for one in drawn:
                if name_of(one) == name:
                    one.complain(str(error))

        self._unsent.send(doing, name=name, text=text, refused=complain)

    @on(Hands.Changed)
    def _count(self, event: Hands.Changed) -> None:
        """Keep what is counted until the step is left."""
        event.stop()
        self._counting.note(event.hands)

    @on(Picker.Changed)
    def _pick(self, event: Picker.Changed) -> None:
        """Write down what a small room agrees on, or how notes are gathered."""
        event.stop()
        for picker in self.query(Picker):
            chosen = picker.chosen[0] if picker.chosen else ""
            if picker.id == GUESS_ROOM and picker.has_focus and chosen and self.turn is not None:
                about = self.turn.experiment or ""
                self._unsent.send(partial(room.guess, ref=self.ref, experiment=about, room=chosen))
            elif picker.id == GATHERING and chosen:
                self._unsent.send(
                    partial(room.describe, ref=self.ref, gathering=chosen), then=self._show_again
                )

    @on(WallColumn.Hung)
    def _hang_up(self, event: WallColumn.Hung) -> None:
        """Hang a note on the wall and show it there."""
        event.stop()
        self._hang(event.column, event.text, then=self._show_again)

    def _hang(
        self, column: WallColumn, text: str, then: Callable[[], object] | None = None
    ) -> None:
        """Hang *text* in *column*; refused, it stands in its line again."""

        def give_back(error: ExplogError) -> None:
            """Put it back, in the column as it is drawn by now."""
            drawn = [*self.step.query(WallColumn)] if self.step is not None else []
            same = [one for one in drawn if one.column is column.column]
            for one in [*same, *drawn][:1]:
                one.give_back(text, str(error))

        doing = partial(room.gather, ref=self.ref, column=column.column.value, text=text)
        name = self._unsent.name_for(column)
        self._unsent.send(doing, name=name, text=text, refused=give_back, then=then)

    def _show_again(self) -> None:
        """Let the step be read and shown as it is in the log by now."""
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
        self.act(event.doing, event.about)

    @work(exclusive=True, group="act")
    async def act(self, doing: str, about: str = "") -> None:
        """Do *doing* to what *about* names, as the lines of a step say it."""
        from explog.tui.room_acts import acted

        if self.meeting is not None:
            await acted(self.app, self.meeting, doing, about)
