"""How far what was adopted has come: adopted, spreading, scaled, with the places as a fraction."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explog.domain.lists.overview import is_unconfirmed
from explog.domain.naming.labels import GLYPHS, label
from explog.domain.naming.vocabulary import Level
from explog.domain.naming.vocabulary_learning import Attention
from explog.locale import N_, _, ngettext
from explog.tui import filters
from explog.tui.widgets.bars import fraction
from explog.tui.widgets.doors import Door
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import EMPTY, Column, said, table, word

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.record.rows import ExperimentRow
    from explog.tui.glance import Glance

_MARKS = 9
_COLUMNS = (
    Column(),
    Column(gap=1),
    Column(grow=1, least=16, gap=1),
    Column(goes=1),
    Column(),
    Column(is_right=True),
)
"""Glyph, key, title, places as marks, level, places in numbers."""

_BOTH = 62
"""From this width on marks and level stand side by side; below, what is scaled shows marks."""


class LadderPanel(Panel):
    """One line for each solution in daily operation."""

    empty: ClassVar[str] = N_(
        "Nothing is in daily operation yet. "
        "What you adopt stands here, with the places that use it."
    )

    def title_of(self, glance: Glance) -> str:
        """With how many are scaled, and how many of all nobody has confirmed lately."""
        count = glance.page.levels[Level.SCALED]
        told = _("Scaled · {n}").format(n=count) if count else _("Scaled")
        fading = glance.page.unconfirmed
        if not fading:
            return told
        said_so = ngettext("{n} not confirmed lately", "{n} not confirmed lately", fading)
        return f"{told} · {said_so.format(n=fading)}"

    def draw(self, glance: Glance, width: int) -> Sheet:
        """Scaled first, and a door to the rest."""
        rows, count = glance.page.scaled, glance.page.in_operation
        most = max(6, self.app.size.height // 4)
        shown = rows if count <= most else rows[: most - 1]
        sheet = Sheet()
        for row, line in zip(
            shown, table([_line(row, width) for row in shown], _COLUMNS, width), strict=True
        ):
            sheet.add(line, Door(experiment=row.key))
        sheet.add_rest(count - len(shown), Door(filter=filters.IN_OPERATION), width)
        return sheet


def _line(row: ExperimentRow, width: int) -> list[Content]:
    """The cells of one line."""
    if is_unconfirmed(row):
        return _fading(row, width)
    level = Level(row.level or Level.ADOPTED)
    marks = word(_marks(row), "$worked")
    told = word(label(level), "$worked" if level is Level.SCALED else "$quiet")
    if width < _BOTH:
        marks, told = EMPTY, marks if level is Level.SCALED and marks.plain else told
    return [
        word(GLYPHS[level], "$worked"),
        said(row.key, "bold"),
        said(row.title),
        marks,
        told,
        word(_places(row)),
    ]


def _fading(row: ExperimentRow, width: int) -> list[Content]:
    """The cells of something nobody has confirmed lately: apart from what is green."""
    return [
        word("!", "bold $no-net"),
        said(row.key, "bold"),
        said(row.title),
        word(_marks(row), "$quiet") if width >= _BOTH else EMPTY,
        word(label(Attention.CONFIRMATION_MISSING), "$no-net"),
        word(_places(row)),
    ]


def _marks(row: ExperimentRow) -> str:
    """The places as marks."""
    return (
        fraction(row.in_operation, row.potential, _MARKS)
        if row.in_operation and row.potential
        else ""
    )


def _places(row: ExperimentRow) -> str:
    """The places in numbers."""
    if row.in_operation is None:
        return ""
    if not row.potential:
        return str(row.in_operation)
    return _("{n} of {total}").format(n=row.in_operation, total=row.potential)
