"""What stands on a screen: as lines of text, and as coloured pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.color import Color
from textual.filter import dim_color

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.segment import Segment
    from textual.app import App
    from textual.geometry import Region
    from textual.pilot import Pilot

SHORT = {"look", "search", "fetch", "archive", "undo", "save"}
"""The groups of workers that end by themselves."""


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing more is going to change: workers, messages, layout."""
    for _ in range(2):
        short = [worker for worker in pilot.app.workers if worker.group in SHORT]
        if short:  # an empty list would mean all, and some wait for a person
            await pilot.app.workers.wait_for_complete(short)
        await pilot.pause()
        await pilot.pause()


def lines(app: App[None]) -> list[str]:
    """The screen in front, line by line, without blanks at the ends."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


def shown(app: App[None]) -> str:
    """The screen in front as one text."""
    return "\n".join(lines(app)) + "\n"


class Ink(NamedTuple):
    """A piece of text with its colours."""

    text: str
    colour: Color
    ground: Color


def inks(app: App[None], inside: Region | None = None) -> Iterator[Ink]:
    """Every piece that is not blank on the screen in front, or only those *inside* a region."""
    strips = app.screen._compositor.render_strips()
    if inside is not None:
        strips = [strip.crop(inside.x, inside.right) for strip in strips[inside.y : inside.bottom]]
    for strip in strips:
        for segment in strip:
            if segment.text.strip():
                yield Ink(segment.text, *_colours(segment))


def _colours(segment: Segment) -> tuple[Color, Color]:
    """What a piece is drawn in and on."""
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    colour = dim_color(style.bgcolor, style.color) if style.dim else style.color
    pair = (Color.from_rich_color(colour), Color.from_rich_color(style.bgcolor))
    return (pair[1], pair[0]) if style.reverse else pair


def metas(app: App[None]) -> list[dict[str, object]]:
    """What the pieces on the screen in front would do when they are clicked."""
    return [
        segment.style.meta
        for strip in app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and segment.style.meta
    ]


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours: 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
