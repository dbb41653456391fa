"""Print the contrast of everything our two themes draw on every ground (WCAG 2.2)."""

from __future__ import annotations

from textual.color import Color

from explog.tui.themes import DARK, own

GROUNDS = ("background", "surface", "panel", "hover", "cursor")
TEXTS = ("foreground", *(name for name in DARK if name not in {"cursor", "hover"}))
PAIRS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
)
"""What stands on a ground of its own."""


KNEE = 0.04045
"""Where sRGB goes over from a line to a curve."""


def luminance(colour: Color) -> float:
    """Relative luminance."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= KNEE else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white)."""
    low, high = sorted(luminance(Color.parse(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def table() -> list[str]:
    """A Markdown table for each theme."""
    lines = []
    for theme in own():
        colours = {**theme.variables, "panel": theme.panel or "", "surface": theme.surface or ""}
        colours |= {"background": theme.background or "", "foreground": theme.foreground or ""}
        lines += ["", f"| {theme.name} | " + " | ".join(GROUNDS) + " |", "|---" * 6 + "|"]
        for text in TEXTS:
            found = [f"{contrast(colours[text], colours[ground]):.1f}" for ground in GROUNDS]
            lines.append(f"| {text} | " + " | ".join(found) + " |")
        for text, ground in PAIRS:
            lines.append(f"| {text} on {ground} | {contrast(colours[text], colours[ground]):.1f} |")
    return lines[1:]


if __name__ == "__main__":
    print("\n".join(table()))
