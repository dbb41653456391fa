"""Glyph, word and colour of where an experiment is; the three always stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import glyph, state_word
from explog.tui.widgets.pieces import word

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.record.rows import ExperimentRow

TONES = {
    "scaled": "$worked",
    "adopted": "$worked",
    "worked_not_adopted": "$worked",
    "failed_safely": "$safely",
    "failed_no_net": "$no-net",
    "failed_unsafely": "$outside",
    "running": "$running",
    "paused": "$running",
    "in_review": "$running",
}
"""State or outcome → theme variable; what is not here is quiet."""


def tone(state: str, outcome: str) -> str:
    """The colour of an experiment in *state* with *outcome*."""
    return TONES.get(state if outcome in {"ongoing", "not_started"} else outcome, "$quiet")


def sign_of(row: ExperimentRow) -> Content:
    """The glyph of *row*, coloured."""
    return word(glyph(row.state, row.outcome), tone(row.state, row.outcome))


def word_of(row: ExperimentRow) -> Content:
    """The word of *row*, coloured."""
    return word(state_word(row.state, row.outcome), tone(row.state, row.outcome))
