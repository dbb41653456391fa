"""What stands in the fields of a meeting's step and is not in the log yet, and what is counted.

It is kept while it is typed (``explog.tui.keeper``), and stands there again after a power cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.acts.draft import Place
from explog.tui.steps.shared import NOTE
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.editors import Line, Lines
from explog.tui.widgets.hands import MOST, Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.wall import WallColumn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widget import Widget

    from explog.tui.meeting import Turn
    from explog.tui.screens.stage import Stage

ROOM = "room"
"""What the drafts of a meeting's steps are kept under."""


class Unsent:
    """What is typed on one stage and not in the log yet."""

    def __init__(self, stage: Stage) -> None:
        """Nothing was typed yet."""
        self._stage = stage
        self._typed_in: tuple[str, ...] = ()
        """Where somebody typed last."""
        self._has_draft = False

    async def of(self, review: str, turn: Turn) -> dict[str, str]:
        """What was typed in *turn* of the meeting *review* before; what stands there now is kept.

        Nothing is known to be kept for *turn* where there is nothing.
        """
        self._stage.keep_soon()
        found = await self._stage.app.keeper.before(draft_of(review, turn))
        self._has_draft = found is not None
        return found.answers if found is not None else {}

    def note(self) -> None:
        """Let what stands there be kept soon; nothing is written where there is nothing."""
        stage, typed = self._stage, typed_in(self._stage)
        if stage.turn is not None and (typed or self._has_draft):
            self._has_draft = bool(typed)
            stage.app.keeper.note(draft_of(stage.ref, stage.turn), typed, make=False)

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


def draft_of(review: str, turn: Turn) -> Place:
    """Where it is kept what is typed in *turn* of the meeting *review* (its id)."""
    return Place(ROOM, review, f"{turn.step.code}/{turn.experiment or ''}")


def typed_in(step: Widget) -> dict[str, str]:
    """What stands in the fields of *step* and is not in the log, by field."""
    notes = {_name(one): one.text for one in step.query(NoteField) if one.is_waiting}
    wall = {one.column.value: one.line.raw for one in step.query(WallColumn) if one.text}
    counted = {
        _counted(hands, value): str(count)
        for hands in step.query(Hands)
        if hands.is_waiting
        for value, count in hands.known.items()
    }
    return notes | wall | counted


def write_into(step: Widget, texts: Mapping[str, str]) -> None:
    """Let *texts* stand in the fields of *step*, as if they were typed."""
    for field in step.query(NoteField):
        field.type(texts.get(_name(field), field.text))
    for column in step.query(WallColumn):
        column.line.value = texts.get(column.column.value, "")
        column.line.action_end()
    for hands in step.query(Hands):
        told = {value: texts.get(_counted(hands, value), "") for value, _label in hands.offered}
        counts = {value: min(MOST, int(n)) for value, n in told.items() if n.isdecimal()}
        hands.recall(counts)
        hands.is_waiting = bool(counts)


def _counted(hands: Hands, value: str) -> str:
    """What the count of the answer *value* is called among the fields of its step."""
    return f"{hands.id}/{value}"


def _name(field: NoteField) -> str:
    """What *field* is called among those of its step."""
    return f"{field.name}/{field.about}"


def place_of(widget: Widget | None) -> tuple[str, ...]:
    """What makes *widget* the same one after the step was drawn again."""
    if widget is None:
        return ()
    about = widget if isinstance(widget, Doing) else widget.parent
    told = [str(getattr(about, name, None)) for name in ("doing", "about", "name", "column")]
    return (type(widget).__name__, str(widget.id), *told)
