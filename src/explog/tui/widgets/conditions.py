"""S1–S6 and C1–C5 as lines: a glyph, the word it stands for, what the condition is and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Met
from explog.domain.safe import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGNS = {Met.MET: "✓", Met.NOT_MET: "✗", Met.UNKNOWN: "·"}
"""Never alone: the word follows."""

TONES = {Met.MET: "$worked", Met.NOT_MET: "$outside", Met.UNKNOWN: "$quiet"}
"""Answer → theme variable."""

CALM = {**TONES, Met.NOT_MET: "$no-net"}
"""The same for C1–C5: not scaled yet is nothing bad."""


def condition_line(told: Mapping[str, str], width: int = 0) -> Content:
    """One condition as ``explog.journal.telling`` tells it (code, title, met, reason).

    Args:
        told: The condition.
        width: The cells the word is padded to, so that titles stand below each other.
    """
    tones = CALM if told["code"].startswith("C") else TONES
    met = Met(told["met"])
    word = f"{SIGNS[met]} {label(met)}".ljust(width)
    return Content.assemble(
        (word, tones[met]),
        "  ",
        (f"{told['code']} ", "$quiet"),
        safe(told["title"]),
        (f" – {safe(told['reason'])}", "$quiet"),
    )


def condition_lines(judged: Iterable[Mapping[str, str]]) -> Content:
    """All of *judged*, one a line."""
    width = max(len(f"{sign} {label(met)}") for met, sign in SIGNS.items())
    return Content("\n").join([condition_line(told, width) for told in judged])
