"""Text from people, made harmless: what may be shown and what is refused (DESIGN.md 5).

A terminal obeys control characters, and bidi and invisible characters make text look like something
else. They are refused where text comes in (``control_problem``); ``safe`` stands at the view
boundary for what came in anyway. It leaves markup alone: that is the widgets' business. Standard
library only.
"""

from __future__ import annotations

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
"""Stands visibly where a character was that is refused at input."""

INVISIBLE = (
    r"\u00ad\u180e\u200b\u200c\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
"""Inside of a character class: soft hyphen, zero width, byte order mark. Not ZWJ: emoji need it."""

_STEERING = (
    r"\x00-\x1f\x7f-\x9f"  # C0, DEL and C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi
    r"\u2028\u2029"  # line and paragraph separators
    r"\U000e0000-\U000e007f"  # tags
    r"\ud800-\udfff"  # lone surrogates
    r"\ufdd0-\ufdef\ufffe\uffff"  # noncharacters, here and in each of the planes above
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
)
_UNSAFE = rf"(?P<line>\r\n?|\n)|(?P<tab>\t)|(?P<hidden>[{INVISIBLE}]+)|[{_STEERING}]"
"""Compiled when first needed: what Python calls printable never matches, and most text is."""


def safe(text: str) -> str:
    """*text* as one line that can be shown: nothing in it moves the cursor, hides or turns around.

    Line ends and tabs become a space each. Invisible characters are left out: nothing was to be
    seen. All else that is unsafe becomes ``REPLACEMENT``, one for one: it is refused at input, so a
    person should see that it is there.
    """
    return _harmless(text, " ")


def safe_lines(text: str) -> str:
    r"""As ``safe``, for several lines: ``\n`` stays, and ``\r\n`` and ``\r`` become ``\n``."""
    return _harmless(text, "\n")


def control_problem(text: str, *, multiline: bool = False) -> tuple[int, str] | None:
    r"""The first character of *text* that must be refused at input and import.

    Refused are control, bidi and tag characters, line and paragraph separators, lone surrogates and
    noncharacters. Zero width characters are let in: they come along with what people paste, and
    ``safe`` leaves them out.

    Args:
        text: As it came in.
        multiline: Whether ``\n`` and ``\t`` are allowed. ``\r`` never is: make line ends plain
            first.

    Returns:
        Its place, counted in characters from 1, and its name (``U+001B``); None when there is none.
    """
    if text.isprintable():
        return None
    for found in re.finditer(_UNSAFE, text):
        is_allowed = found.lastgroup == "hidden" or (multiline and found[0] in {"\n", "\t"})
        if not is_allowed:
            return found.start() + 1, f"U+{ord(found[0][0]):04X}"
    return None


def _harmless(text: str, line_end: str) -> str:
    """*text* with *line_end* for each end of a line, and without anything else that is unsafe."""
    if text.isprintable():
        return text
    shown = {"line": line_end, "tab": " ", "hidden": ""}
    return re.sub(_UNSAFE, lambda found: shown.get(found.lastgroup or "", REPLACEMENT), text)
