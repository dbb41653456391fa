"""What failed safely taught us: the lesson is the headline."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region

from explog.locale import N_, _, ngettext
from explog.tui import filters
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import GAP, padded, run, said, word, wrapped
from explog.tui.widgets.signs import sign_of

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.rows import ExperimentRow
    from explog.tui.glance import Glance

_SIDE_BY_SIDE = 84
"""From this width on the lesson stands beside the title, below it otherwise."""


class TaughtPanel(Panel):
    """Title and lesson of what failed safely, newest first."""

    empty: ClassVar[str] = N_(
        "Nothing has failed safely yet. When it does, what it taught you stands here for others to use."
    )

    def title_of(self, glance: Glance) -> str:  # noqa: ARG002 - the board has the number
        """Without a number: this is about learning."""
        return _("What failed safely taught us")

    def draw(self, glance: Glance, width: int) -> Sheet:
        """The newest lessons, and a door to the rest."""
        rows = glance.page.taught
        most = max(4, self.app.size.height // 6)
        shown = rows if len(rows) <= most else rows[: most - 1]
        sheet = Sheet()
        key = max((len(row.key) for row in shown), default=0)
        title = min(width * 36 // 100, max((_head(row, key).cell_length for row in shown), default=0))
        for row in shown:
            lines = _lines(row, key, title, width)
            sheet.spots.append(
                Spot(Door(experiment=row.key), Region(0, len(sheet.lines), width, len(lines)))
            )
            sheet.lines.extend(lines)
        left = len(rows) - len(shown)
        if left:
            more = ngettext("… and {n} more", "… and {n} more", left).format(n=left)
            sheet.add(padded(word(more, "$quiet"), width), Door(filter=filters.SAFELY))
        return sheet


def _head(row: ExperimentRow, key: int) -> Content:
    """Glyph, key and title."""
    return run(sign_of(row), " ", padded(said(row.key, "bold"), key), " ", said(row.title))


def _lesson(row: ExperimentRow, width: int) -> list[Content]:
    """What was learned, in at most two lines."""
    learned = row.derived["learned"]
    if not learned:
        return [word(_("No lesson written yet."), "$quiet")]
    return [line.stylize("$safely") for line in wrapped(learned, width, 2)]


def _lines(row: ExperimentRow, key: int, title: int, width: int) -> list[Content]:
    """The lesson beside the title, or below it where there is no room."""
    if width < _SIDE_BY_SIDE:
        return [padded(_head(row, key), width), *(padded(run("  ", line), width) for line in _lesson(row, width - 2))]
    first, blank = padded(_head(row, key), title), word(" " * title)
    lesson = _lesson(row, width - title - GAP)
    return [padded(run(blank if n else first, " " * GAP, line), width) for n, line in enumerate(lesson)]
