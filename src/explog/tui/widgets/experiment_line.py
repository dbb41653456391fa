"""An experiment on one line, with as many columns as there is room for."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from explog.domain.query.hits import hits
from explog.locale import _
from explog.tui.widgets.days import days_since, short_day
from explog.tui.widgets.pieces import GAP, padded, run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.content import Content

    from explog.domain.query.terms import Text
    from explog.domain.record.rows import ExperimentRow

_DAY = 13
"""The width of a day."""
_TITLE = 32
"""A title has this much before there is room for a day."""
_WHOLE_TITLE = 48
"""A title has this much before there is room for what was learned."""
_LEAST_TITLE = 24
"""A title has this much before the word is cut."""
_LESSON = 48
"""The least width of what was learned."""


class Widths(NamedTuple):
    """Columns that are as wide as the list needs."""

    key: int
    told: int
    """The word of the state."""


def line(
    row: ExperimentRow,
    widths: Widths,
    width: int,
    today: date,
    texts: Sequence[Text] = (),
    *,
    is_marked: bool = False,
) -> Content:
    """Mark, glyph, key, title and word; with more room the day and the lesson."""
    room = width - 4 - widths.key - GAP
    told = max(0, min(widths.told, room - GAP - _LEAST_TITLE))
    title = room - GAP - told
    parts: list[Content | str] = [padded(word_of(row), told)]
    if title - GAP - _DAY >= _TITLE:
        title -= GAP + _DAY
        parts += [" " * GAP, padded(word(day_of(row, today), "$quiet"), _DAY)]
    lesson = title - _WHOLE_TITLE - GAP
    if lesson >= _LESSON:
        title -= GAP + lesson
        learned = with_hits(row.derived["learned"] or "", texts, "$quiet")
        parts += [" " * GAP, padded(learned, lesson)]
    name = padded(with_hits(row.title, texts), max(0, title))
    mark = word("✓", "bold $mark") if is_marked else " "
    head = (mark, sign_of(row), " ", padded(said(row.key, "bold"), widths.key), " " * GAP)
    return padded(run(*head, name, " " * GAP, *parts), width)


def with_hits(text: str, texts: Sequence[Text], style: str = "") -> Content:
    """What a person wrote, with the words and phrases *texts* underlined in it."""
    shown = said(unicodedata.normalize("NFC", text), style)
    for start, end in hits(texts, shown.plain):
        shown = shown.stylize("underline", start, end)
    return shown


def day_of(row: ExperimentRow, today: date) -> str:
    """When it was decided or ended, or how far a test is."""
    known = row.derived
    if row.state in {"running", "paused"} and known["cycle_started_on"]:
        return _("day {n}").format(n=days_since(known["cycle_started_on"], today) + 1)
    day = row.decided_on or row.ended_on
    return short_day(day, today) if day else ""
