"""What stands in the fields of a meeting's step and is not in the log yet, and what is counted.

It is kept while it is typed (``explog.tui.keeper``), and stands there again after a power cut.
"""

from __future__ import annotations

from asyncio import Event, gather
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from explog.domain.acts.draft import COUNTS, Place
from explog.domain.safe import safe_lines
from explog.tui.say import say
from explog.tui.steps.shared import NOTE
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.editors import Line, Lines
from explog.tui.widgets.hands import MOST, Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.wall import WallColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.widget import Widget

    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal
    from explog.tui.meeting import Turn
    from explog.tui.screens.stage import Stage

    Write = Callable[[Journal], Done]

ROOM = "room"
"""What the drafts of a meeting's steps are kept under, but for what is counted."""


@dataclass(slots=True, eq=False)
class Sent:
    """What was handed to the log."""

    place: Place
    name: str = ""
    """The field its text stood in; empty where no text is written."""
    text: str = ""
    is_answered: bool = False


class Unsent:
    """What is typed on one stage and not in the log yet."""

    def __init__(self, stage: Stage) -> None:
        """Nothing was typed yet."""
        self._stage = stage
        self._typed_in: tuple[str, ...] = ()
        """Where somebody typed last."""
        self._drafts: set[Place] = set()
        """Where something is kept, as far as it is known."""
        self._sent: list[Sent] = []
        """What was handed to the log since the step was read last, the oldest first."""
        self._answered = Event()
        self._answered.set()
        self._numbers = count(1)

    async def of(self, review: str, turn: Turn) -> dict[str, str]:
        """What was typed in *turn* of the meeting *review* before; what stands there now is kept.

        A text that the disk does not take is known as long as explog runs.
        """
        self._stage.keep_soon()
        keeper = self._stage.app.keeper
        texts: dict[str, str] = {}
        places = [draft_of(review, turn, act) for act in (ROOM, COUNTS)]
        on_disk = await gather(*map(keeper.before, places))
        for place, found in zip(places, on_disk, strict=True):
            for draft in filter(None, (keeper.unfinished.get(place), found)):
                texts |= {name: safe_lines(raw) for name, raw in draft.answers.items()}
                self._drafts.add(place)
        return texts

    def note(self) -> None:
        """Let what stands there be kept soon; nothing is written where there is nothing."""
        stage = self._stage
        if stage.turn is None or stage.step is None or not stage.is_open:
            return
        place = draft_of(stage.ref, stage.turn)
        waiting = {
            one.name: one.text
            for one in self._sent
            if one.place == place and one.name and not one.is_answered
        }
        self._keep(place, waiting | typed_in(stage.step))
        self._keep(draft_of(stage.ref, stage.turn, COUNTS), counted_in(stage.step))

    def _keep(self, place: Place, texts: dict[str, str]) -> None:
        """Keep *texts* for *place* soon, or let go of what is kept there."""
        if texts or place in self._drafts:
            self._drafts.add(place)
            self._stage.app.keeper.note(place, texts, make=False)
        if not texts:
            self._drafts.discard(place)

    def send(
        self,
        doing: Write,
        *,
        name: str = "",
        text: str = "",
        refused: Callable[[ExplogError], None] | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Hand *doing* to the log; the answer is heard even when the room was left meanwhile.

        Args:
            doing: What writes it down.
            name: The field whose text that is.
            text: The text; it is kept as a draft until the log has it.
            refused: Shows in the step why it was refused; without it, and where the step is gone,
                it is said in passing.
            then: Called when it is written and the room is still there.
        """
        stage = self._stage
        if stage.turn is None:
            return
        one = Sent(draft_of(stage.ref, stage.turn), name, text)
        self._sent.append(one)
        self._answered.clear()
        self.note()

        def tell(error: ExplogError) -> None:
            """Say why it is refused, where that can be seen."""
            if refused is not None and stage.is_open:
                refused(error)
            else:
                say(stage.app, str(error), "warning")

        async def until_answered() -> None:
            """Wait for the answer and let the draft follow it."""
            done = await stage.app.attempt(doing, tell)
            self._hear(one, is_kept=done is not None)
            if done is not None and then is not None and stage.is_open:
                then()

        stage.app.run_worker(until_answered(), group="keep")

    def _hear(self, one: Sent, *, is_kept: bool) -> None:
        """The log has answered *one*."""
        one.is_answered = True
        if not is_kept:
            self._sent.remove(one)  # it stands in its field again
        if all(other.is_answered for other in self._sent):
            self._answered.set()
        stage, keeper = self._stage, self._stage.app.keeper
        if stage.is_open and stage.turn and one.place == draft_of(stage.ref, stage.turn):
            self.note()
        elif is_kept and one.place in keeper.unfinished:
            left = dict(keeper.unfinished[one.place].answers)
            if left.get(one.name) == one.text:
                del left[one.name]
                keeper.note(one.place, left, make=False)

    async def answered(self) -> None:
        """Wait until the log has answered everything that was handed to it."""
        while not self._answered.is_set():
            await self._answered.wait()
        self._sent.clear()

    def name_for(self, column: WallColumn) -> str:
        """What the next note for *column* is called until it hangs there."""
        return f"{column.column.value}/{next(self._numbers)}"

    def write_into(self, step: Widget, texts: Mapping[str, str]) -> None:
        """Let *texts* stand in the fields of *step*, and what was sent since it was read."""
        write_into(step, texts)
        for field in step.query(NoteField):
            for one in self._sent:
                if one.name == name_of(field) and one.name not in texts:
                    field.type(one.text)
                    field.hand_over()

    def mark(self, focused: Widget | None) -> None:
        """Somebody types in *focused*: keep it in sight and remember it."""
        if isinstance(focused, Line | Lines):
            self._typed_in = place_of(focused)
            focused.scroll_visible(animate=False)

    def editor(self) -> Line | Lines | None:
        """Where a letter belongs that is typed beside all fields.

        The column the cursor is in, else where somebody typed last, else a wall, else the notes.
        """
        focused = self._stage.screen.focused
        columns = [*self._stage.query(WallColumn)]
        here = [one.line for one in columns if focused is not None and one in focused.ancestors]
        notes = [one.editor for one in self._stage.query(NoteField) if one.name == NOTE]
        every: list[Line | Lines] = [*(one.line for one in columns), *notes]
        last = [one for one in every if place_of(one) == self._typed_in]
        return next(iter([*here, *last, *every]), None)


def draft_of(review: str, turn: Turn, act: str = ROOM) -> Place:
    """Where it is kept what is typed in *turn* of the meeting *review* (its id)."""
    return Place(act, review, f"{turn.step.code}/{turn.experiment or ''}")


def typed_in(step: Widget) -> dict[str, str]:
    """What stands in the fields of *step* and is not in the log, by field."""
    notes = {name_of(one): one.text for one in step.query(NoteField) if one.is_waiting}
    wall = {one.column.value: one.line.raw for one in step.query(WallColumn) if one.text}
    return notes | wall


def counted_in(step: Widget) -> dict[str, str]:
    """What is counted in *step* and is not in the log, by answer."""
    return {
        _counted(hands, value): str(n)
        for hands in step.query(Hands)
        if hands.is_waiting
        for value, n in hands.known.items()
    }


def write_into(step: Widget, texts: Mapping[str, str]) -> None:
    """Let *texts* stand in the fields of *step*, as if they were typed."""
    for field in step.query(NoteField):
        field.type(texts.get(name_of(field), field.text))
    for column in step.query(WallColumn):
        of_it = [text for name, text in texts.items() if _is_of(column, name)]
        column.line.value = " ".join(of_it)
        column.line.action_end()
    for hands in step.query(Hands):
        told = {value: texts.get(_counted(hands, value), "") for value, _label in hands.offered}
        counts = {value: min(MOST, int(n)) for value, n in told.items() if n.isdecimal()}
        hands.recall(counts)
        hands.is_waiting = bool(counts)


def _counted(hands: Hands, value: str) -> str:
    """What the count of the answer *value* is called among the fields of its step."""
    return f"{hands.id}/{value}"


def _is_of(column: WallColumn, name: str) -> bool:
    """Whether the text called *name* was typed in *column*, or sent from there."""
    return name.partition("/")[0] == column.column.value


def name_of(field: NoteField) -> str:
    """What *field* is called among those of its step."""
    return f"{field.name}/{field.about}"


def place_of(widget: Widget | None) -> tuple[str, ...]:
    """What makes *widget* the same one after the step was drawn again."""
    if widget is None:
        return ()
    about = widget if isinstance(widget, Doing) else widget.parent
    told = [str(getattr(about, name, None)) for name in ("doing", "about", "name", "column")]
    return (type(widget).__name__, str(widget.id), *told)
