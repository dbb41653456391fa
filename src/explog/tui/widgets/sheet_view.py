"""A grid to type measurements into: the arrows move, typing writes, a paste fills downwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from explog.domain.acts.entering import ORDER
from explog.domain.safe import safe
from explog.locale import _
from explog.tui.widgets.pieces import said, word

if TYPE_CHECKING:
    from textual import events

    from explog.tui.sheet import MeasureSheet, Row

WIDTHS = {"date": 15, "value": 11, "n": 7}
"""Cells of each column; the note takes what is left, its problem stands after it."""

LEAST_NOTE = 12
MARK = 2


class SheetView(Static, can_focus=True):
    """One measure's sheet. It draws only the rows in sight, so its length does not matter."""

    DEFAULT_CSS = "SheetView { height: 1fr; width: 1fr; text-wrap: nowrap; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "go(-1, 0)", show=False),
        Binding("down", "go(1, 0)", show=False),
        Binding("left", "go(0, -1)", show=False),
        Binding("right", "go(0, 1)", show=False),
        Binding("tab", "next(1)", show=False),
        Binding("shift+tab", "next(-1)", show=False),
        Binding("enter", "enter", show=False),
        Binding("pageup", "go(-10, 0)", show=False),
        Binding("pagedown", "go(10, 0)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("delete", "clear", show=False),
        Binding("backspace", "rub", show=False),
    ]

    class Moved(Message):
        """The cursor stands elsewhere, or something was written."""

    def __init__(self, sheet: MeasureSheet) -> None:
        """Show *sheet*, the cursor on the value of its last row."""
        super().__init__()
        self.sheet = sheet
        self.row = len(sheet.rows) - 1
        self.column = 1
        self.typed: str | None = None
        """What is being typed into the cell; None while nothing is."""
        self._top = 0

    def text(self, column: str) -> str:
        """What stands in the *column* of the cursor's row, also while it is typed."""
        if self.typed is not None and ORDER[self.column] == column:
            return self.typed
        return self.sheet.rows[self.row].cells[column]

    @property
    def cut(self) -> str:
        """All of the note under the cursor where its cell shows only a part of it; else empty."""
        room = self.size.width - MARK - sum(WIDTHS.values())
        note = self.text("note") if ORDER[self.column] == "note" else ""
        return note if len(note) >= room else ""

    def show(self, sheet: MeasureSheet) -> None:
        """Show another *sheet*."""
        self.commit()
        self.sheet, self.row, self.column, self._top = sheet, len(sheet.rows) - 1, 1, 0
        self._tell()

    def place(self, row: int, column: str) -> None:
        """Put the cursor on a cell."""
        self.typed = None
        self.row, self.column = row, ORDER.index(column)
        self._tell()

    def on_mount(self) -> None:
        """Draw."""
        self._tell()

    def on_resize(self) -> None:
        """Draw for the room there is."""
        self._tell()

    def on_focus(self) -> None:
        """The cursor shows."""
        self._tell()

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 - Textual's
        """Every character is typed, so no other command has it here."""
        return character is not None and character.isprintable()

    async def _on_key(self, event: events.Key) -> None:
        """Type a character."""
        if event.character is not None and event.is_printable:
            event.stop()
            event.prevent_default()
            self.typed = (self.typed or "") + event.character
            self._tell()
        elif event.key == "escape" and self.typed is not None:
            event.stop()
            event.prevent_default()
            self.typed = None
            self._tell()

    def on_paste(self, event: events.Paste) -> None:
        """Lay what was copied elsewhere from this cell on; one cell's text is simply typed."""
        event.stop()
        text = event.text.strip("\r\n")
        if "\n" not in text and "\t" not in text:
            self.typed = (self.typed or "") + " ".join(text.split())
        else:
            self.typed = None
            count = self.sheet.paste(self.row, ORDER[self.column], text)
            self.row = min(self.row + count, len(self.sheet.rows) - 1)
        self._tell()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where it was clicked."""
        self.commit()
        self.row = min(self._top + event.y, len(self.sheet.rows) - 1)
        edges = [MARK, *(MARK + sum([*WIDTHS.values()][: n + 1]) for n in range(len(WIDTHS)))]
        self.column = max(sum(event.x >= edge for edge in edges) - 1, 0)
        self._tell()

    def on_mouse_scroll_down(self) -> None:
        """Three rows down."""
        self.action_go(3, 0)

    def on_mouse_scroll_up(self) -> None:
        """Three rows up."""
        self.action_go(-3, 0)

    def commit(self) -> None:
        """Write what is being typed into its cell."""
        if self.typed is not None:
            typed, self.typed = self.typed, None
            self.sheet.put(self.row, ORDER[self.column], typed)

    def action_go(self, rows: int, columns: int) -> None:
        """Move the cursor; what was typed stays in its cell."""
        self.commit()
        self.row = min(max(self.row + rows, 0), len(self.sheet.rows) - 1)
        self.column = min(max(self.column + columns, 0), len(ORDER) - 1)
        self._tell()

    def action_next(self, step: int) -> None:
        """The next cell, on the next row after the last one."""
        self.commit()
        place = self.row * len(ORDER) + self.column + step
        place = min(max(place, 0), len(self.sheet.rows) * len(ORDER) - 1)
        self.row, self.column = divmod(place, len(ORDER))
        self._tell()

    def action_enter(self) -> None:
        """The same column of the next row; from a wrong row to what is wrong in it."""
        self.commit()
        wrong = [column for row, column, _told in self.sheet.problems() if row == self.row]
        if wrong:
            self.place(self.row, wrong[0])
        else:
            self.action_go(1, 0)

    def action_edge(self, end: int) -> None:
        """To the first or the last row."""
        self.action_go(len(self.sheet.rows) if end else -len(self.sheet.rows), 0)

    def action_clear(self) -> None:
        """Empty the cell."""
        self.typed = None
        self.sheet.put(self.row, ORDER[self.column], "")
        self._tell()

    def action_rub(self) -> None:
        """Take the last character away; of a cell that stands, change its end."""
        cell = self.sheet.rows[self.row].cells[ORDER[self.column]]
        self.typed = (self.typed if self.typed is not None else cell)[:-1]
        self._tell()

    def toggle(self) -> None:
        """Take the row away and go on to the next, or take it back."""
        self.typed = None
        self.sheet.toggle(self.row)
        is_removed = self.sheet.rows[self.row].is_removed if self.row < len(self.sheet.rows) else 0
        self.row = min(self.row + (1 if is_removed else 0), len(self.sheet.rows) - 1)
        self._tell()

    def _tell(self) -> None:
        """Draw the rows in sight."""
        height = max(1, self.size.height)
        self._top = min(max(self._top, self.row - height + 1), self.row)
        self._top = max(0, min(self._top, len(self.sheet.rows) - height))
        problems: dict[int, list[tuple[str, str]]] = {}
        for place, column, told in self.sheet.problems():
            problems.setdefault(place, []).append((column, told))
        lines = [
            self._line(place, self.sheet.rows[place], problems.get(place, []))
            for place in range(self._top, min(self._top + height, len(self.sheet.rows)))
        ]
        self.update(Content("\n").join(lines))
        self.post_message(self.Moved())

    def _line(self, place: int, row: Row, wrong: list[tuple[str, str]]) -> Content:
        """One row: its sign, its cells, and what is wrong or replaced."""
        bad = {column for column, _told in wrong}
        sign = "–" if row.is_removed else "✗" if wrong else "●" if row.is_changed else " "
        parts = [word(f"{sign} ", "$outside" if wrong else "$mark")]
        room = self.size.width - MARK - sum(WIDTHS.values())
        told = self._aside(row, wrong)
        if len(told) > room - LEAST_NOTE - 1:
            told = told[: max(0, room - LEAST_NOTE - 2)] + "…"
        note = max(LEAST_NOTE, room - (len(told) + 1 if told else 0))
        for number, column in enumerate(ORDER):
            width = WIDTHS.get(column, note)
            parts.append(self._cell(place, number, row, width, is_wrong=column in bad))
        if told:
            parts.append(said(f" {told}", "$outside" if wrong else "$quiet"))
        return Content.assemble(*parts)

    def _aside(self, row: Row, wrong: list[tuple[str, str]]) -> str:
        """What stands beside the row."""
        if row.is_removed:
            return _("is taken away")
        if wrong:
            return wrong[0][1]
        if row.ident is not None and row.cells["value"] != row.before["value"]:
            return _("replaces {value}").format(value=row.before["value"])
        return ""

    def _cell(self, place: int, number: int, row: Row, width: int, *, is_wrong: bool) -> Content:
        """One cell, as wide as its column."""
        column = ORDER[number]
        is_here = place == self.row and number == self.column
        text, style = row.cells[column], ""
        if is_here and self.typed is not None:
            text = self.typed + "▏"
        elif not text and column == "date" and row.suggested:
            text, style = row.suggested, "$quiet"
        shown = safe(text)
        if len(shown) > width - 1:
            shown = "…" + shown[-(width - 2) :] if is_here else shown[: width - 2] + "…"
        if row.is_removed:
            style = "strike $quiet"
        if is_wrong:
            style = "$outside"
        if is_here and self.has_focus:
            style += " bold on $cursor"
        return Content.assemble(said(f"{shown:<{width - 1}}", style.strip()), word(" "))
