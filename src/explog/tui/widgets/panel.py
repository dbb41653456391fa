"""A framed panel of lines with doors in it: the brick the Overview is built of.

It is one widget however many lines it has, so that the first screen is painted fast.
"""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from explog.locale import _, ngettext
from explog.tui.widgets.abstract import Abstract
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.hints import hint, told
from explog.tui.widgets.pieces import padded, word, wrapped

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

    from explog.tui.glance import Glance


@dataclass(slots=True)
class Sheet:
    """What a panel draws at one width."""

    lines: list[Content] = field(default_factory=list)
    """Each exactly as wide as the panel."""
    spots: list[Spot] = field(default_factory=list)

    def add(self, line: Content, door: Door | None = None) -> None:
        """One more line, all of it a door when *door* is given."""
        if door is not None:
            self.spots.append(Spot(door, Region(0, len(self.lines), line.cell_length, 1)))
        self.lines.append(line)

    def add_rest(self, left: int, door: Door, width: int) -> None:
        """A line that leads to the *left* ones that are not shown; nothing when all are."""
        if left:
            told = ngettext("… and {n} more", "… and {n} more", left).format(n=left)
            self.add(padded(word(told, "$quiet"), width), door)


class Panel(Widget, metaclass=Abstract):
    """Lines under a title; one of its doors is where the cursor stands."""

    ALLOW_SELECT = False
    empty: ClassVar[str] = ""
    """What will appear here and the next step, English; shown translated while there is nothing."""

    cursor: reactive[int] = reactive(0)
    """Which door the cursor stands on."""
    hovered: reactive[int | None] = reactive(None)
    """Which door the mouse is over."""

    class Opened(Message):
        """A person went through a door."""

        def __init__(self, door: Door) -> None:
            """Keep the *door*."""
            super().__init__()
            self.door = door

    def __init__(self) -> None:
        """Begin without anything to show."""
        super().__init__()
        self.auto_links = False
        self.glance: Glance | None = None
        self._drawn: tuple[int, Sheet] | None = None

    def show(self, glance: Glance) -> None:
        """Show what *glance* has for this panel."""
        self.glance = glance
        self._drawn = None
        self.border_title = Content(self.title_of(glance))
        spots = self.sheet(self.content_size.width or 80).spots
        self.can_focus = bool(spots)
        self.cursor = max(0, min(self.cursor, len(spots) - 1))
        self.refresh(layout=True)

    @abstractmethod
    def title_of(self, glance: Glance) -> str:
        """The title, with its count."""

    @abstractmethod
    def draw(self, glance: Glance, width: int) -> Sheet:
        """What there is of *glance*, *width* cells wide; a sheet without lines shows ``empty``."""

    def sheet(self, width: int) -> Sheet:
        """What is drawn at *width*, made once for each width."""
        if self._drawn is None or self._drawn[0] != width:
            drawn = self.draw(self.glance, width) if self.glance is not None else Sheet()
            if not drawn.lines and self.glance is not None:
                drawn.lines = wrapped(self.empty_words(), width, 3)
            self._drawn = (width, drawn)
        return self._drawn[1]

    def empty_words(self) -> str:
        """``empty`` in the language in force."""
        return _(self.empty) if self.empty else ""

    def spots(self) -> list[Spot]:
        """The doors at the width it has."""
        return self.sheet(self.content_size.width).spots

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 - Textual's signature
        """All there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - as above
        """One cell for each line."""
        return max(1, len(self.sheet(width).lines))

    def render(self) -> Content:
        """The lines, with the cursor and the mouse marked."""
        sheet = self.sheet(self.content_size.width)
        lines = list(sheet.lines)
        if self.hovered is not None and self.hovered < len(sheet.spots):
            _mark(lines, sheet.spots[self.hovered].region, "on $hover")
        if self.has_focus and self.cursor < len(sheet.spots):
            _mark(lines, sheet.spots[self.cursor].region, "bold on $cursor")
        return Content("\n").join(lines)

    def open(self, place: int) -> None:
        """Go through the door number *place*."""
        spots = self.spots()
        if place < len(spots):
            self.cursor = place
            self.post_message(self.Opened(spots[place].door))

    def on_focus(self) -> None:
        """The cursor appears."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor goes."""
        self.refresh()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the door under the mouse."""
        self.hovered = self._under(event)
        spots = self.spots()
        behind = spots[self.hovered].door if self.hovered is not None else None
        hint(self, told(behind, self.glance) if behind and self.glance else "")

    def on_leave(self) -> None:
        """The mouse went away."""
        self.hovered = None

    def on_click(self, event: events.Click) -> None:
        """Go through the door that was clicked."""
        place = self._under(event)
        if place is not None:
            self.open(place)

    def _under(self, event: events.MouseEvent) -> int | None:
        """Which door is under the mouse."""
        at = event.get_content_offset(self)
        if at is None:
            return None
        return next(
            (n for n, spot in enumerate(self.spots()) if spot.region.contains_point(at)), None
        )


def _mark(lines: list[Content], region: Region, style: str) -> None:
    """Lay *style* over *region*; inside a line, characters are cells there."""
    for y in range(region.y, min(region.bottom, len(lines))):
        line = lines[y]
        is_whole = region.x == 0 and region.right >= line.cell_length
        lines[y] = line.stylize(style, region.x, None if is_whole else region.right)
