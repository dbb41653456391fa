"""Two themes of explog's own and what their colours mean (INTERFACE.md).

Every colour is a theme variable, so that Textual's other themes stay selectable: they get theirs
from ``meanings``. Text is 7:1 or better on every ground, all else 4.5:1; a test measures what is
really drawn.
"""

from __future__ import annotations

from textual.theme import Theme

Colours = dict[str, str]

DARK: Colours = {
    "worked": "#9bd08d",
    "safely": "#72d6c9",
    "no-net": "#eebe6c",
    "outside": "#ffb0a3",
    "running": "#9cc4fb",
    "quiet": "#cfc8bd",
    "rim": "#a49c90",
    "mark": "#e9c46a",
    "cursor": "#35312d",
    "hover": "#2b2825",
}
"""Meanings on dark grounds. ``rim`` is for borders only, ``cursor`` and ``hover`` are grounds."""

LIGHT: Colours = {
    "worked": "#1d5424",
    "safely": "#00504b",
    "no-net": "#694100",
    "outside": "#8c1d12",
    "running": "#164a86",
    "quiet": "#4c463f",
    "rim": "#6b6359",
    "mark": "#5f3f00",
    "cursor": "#ebe4d7",
    "hover": "#f0eadf",
}
"""Meanings on light grounds."""

PLAIN: Colours = {
    "worked": "ansi_green",
    "safely": "ansi_cyan",
    "no-net": "ansi_yellow",
    "outside": "ansi_red",
    "running": "ansi_blue",
    "quiet": "ansi_default",
    "rim": "ansi_bright_black",
    "mark": "ansi_yellow",
    "cursor": "ansi_bright_black",
    "hover": "ansi_default",
}
"""Meanings in the terminal's own colours."""


UNCOLOURED: dict[str, Colours] = {
    "dark": {"cursor": "#484848", "hover": "#303030"},
    "light": {"cursor": "#bdbdbd", "hover": "#dadada"},
}
"""Grounds that can be told apart by brightness alone, for NO_COLOR."""


def meanings(*, dark: bool, ansi: bool) -> Colours:
    """The meanings for a theme that does not bring its own."""
    if ansi:
        return PLAIN
    return DARK if dark else LIGHT


def _settled(ours: Colours, foreground: str, ground: str, raised: str, bar: str) -> Colours:
    """What Textual's own widgets would otherwise mix themselves, below the contrast promised."""
    quiet, mark, rim = ours["quiet"], ours["mark"], ours["rim"]
    return {
        "text": foreground,
        "text-muted": quiet,
        "text-disabled": quiet,
        "foreground-muted": quiet,
        "foreground-disabled": quiet,
        "border": rim,
        "border-blurred": rim,
        "input-cursor-background": mark,
        "input-cursor-foreground": ground,
        "block-cursor-foreground": ground,
        "block-cursor-background": mark,
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": foreground,
        "block-cursor-blurred-background": raised,
        "scrollbar": bar,
        "scrollbar-hover": rim,
        "scrollbar-active": mark,
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "link-color": foreground,
    }


def _dark() -> Theme:
    """Warm charcoal."""
    ground, foreground, raised, bar = "#191816", "#f1ece3", "#3f3a35", "#736b62"
    return Theme(
        name="explog-dark",
        primary="#e9c46a",
        secondary=DARK["running"],
        accent=DARK["mark"],
        warning=DARK["no-net"],
        error=DARK["outside"],
        success=DARK["worked"],
        foreground=foreground,
        background=ground,
        surface="#211f1d",
        panel="#292623",
        dark=True,
        variables={**DARK, **_settled(DARK, foreground, ground, raised, bar)},
    )


def _light() -> Theme:
    """Warm paper."""
    ground, foreground, raised, bar = "#fbf8f2", "#26221d", "#d8cfbf", "#8f8576"
    return Theme(
        name="explog-light",
        primary="#5f3f00",
        secondary=LIGHT["running"],
        accent=LIGHT["mark"],
        warning=LIGHT["no-net"],
        error=LIGHT["outside"],
        success=LIGHT["worked"],
        foreground=foreground,
        background=ground,
        surface="#f5f0e7",
        panel="#efe8dc",
        dark=False,
        variables={**LIGHT, **_settled(LIGHT, foreground, ground, raised, bar)},
    )


def own() -> tuple[Theme, Theme]:
    """The two themes; the first is the default."""
    return _dark(), _light()
