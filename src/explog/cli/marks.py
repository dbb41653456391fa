"""Glyph, word and colour of states and outcomes: colour has meaning and is never alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import GLYPHS
from explog.domain.naming.labels_table import LABELS
from explog.locale import _

if TYPE_CHECKING:
    from explog.domain.record.rows import ExperimentRow

STYLES = {
    "scaled": "green",
    "adopted": "green",
    "spreading": "green",
    "worked_not_adopted": "green",
    "failed_safely": "cyan",
    "failed_no_net": "yellow",
    "failed_unsafely": "red",
    "running": "blue",
}
"""State or outcome → colour; what is not here is shown plain."""

VERDICT_STYLES = {"safe": "cyan", "no_net": "yellow", "unsafe": "red", "pending": ""}
"""Frame verdict → colour."""


def word(kind: str, value: str) -> str:
    """What a person reads for *value* of the vocabulary's list *kind*, which is not imported."""
    return _(LABELS[kind][value])


def mark(state: str, outcome: str) -> tuple[str, str, str]:
    """The glyph, the word and the colour of an experiment in *state* that ended as *outcome*."""
    if outcome in {"ongoing", "not_started"}:
        return GLYPHS[state], word("State", state), STYLES.get(state, "")
    return GLYPHS[outcome], word("Outcome", outcome), STYLES.get(outcome, "")


def row_mark(row: ExperimentRow) -> tuple[str, str, str]:
    """``mark`` of *row*; an adopted one that spreads says so."""
    if row.outcome == "adopted" and row.level == "spreading":
        return GLYPHS["spreading"], word("Level", "spreading"), STYLES["spreading"]
    return mark(row.state, row.outcome)
