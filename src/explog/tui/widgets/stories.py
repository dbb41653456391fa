"""Panels that tell something about each experiment: what it taught, or what it is meant for."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region

from explog.locale import N_, _, ngettext
from explog.tui import filters
from explog.tui.keys_named import key_of
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import GAP, padded, run, said, word, wrapped
from explog.tui.widgets.signs import sign_of

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.record.rows import ExperimentRow
    from explog.tui.filters import Filter
    from explog.tui.glance import Glance

_SIDE_BY_SIDE = 84
"""From this width on the story stands beside the title, below it otherwise."""


class StoriesPanel(Panel):
    """Title and story, one experiment after the other."""

    behind: ClassVar[Filter]
    """What the door to the rest leads to."""
    tells: ClassVar[str]
    """Which of the derived facts is the story."""
    tone: ClassVar[str] = ""
    untold: ClassVar[str] = ""
    """What stands where there is no story, English; shown translated."""

    @abstractmethod
    def rows_of(self, glance: Glance) -> list[ExperimentRow]:
        """The first of the experiments, in their order."""

    @abstractmethod
    def count_of(self, glance: Glance) -> int:
        """How many there are."""

    def draw(self, glance: Glance, width: int) -> Sheet:
        """The first ones, and a door to the rest."""
        rows, count = self.rows_of(glance), self.count_of(glance)
        most = max(4, self.app.size.height // 6)
        shown = rows if count <= most else rows[: most - 1]
        sheet = Sheet()
        key = max((len(row.key) for row in shown), default=0)
        widest = max((_head(row, key).cell_length for row in shown), default=0)
        for row in shown:
            lines = self._lines(row, key, min(width * 36 // 100, widest), width)
            region = Region(0, len(sheet.lines), width, len(lines))
            sheet.spots.append(Spot(Door(experiment=row.key), region))
            sheet.lines.extend(lines)
        sheet.add_rest(count - len(shown), Door(filter=self.behind), width)
        return sheet

    def _lines(self, row: ExperimentRow, key: int, title: int, width: int) -> list[Content]:
        """The story beside the title, or below it where there is no room."""
        if width < _SIDE_BY_SIDE:
            below = (padded(run("  ", line), width) for line in self._story(row, width - 2))
            return [padded(_head(row, key), width), *below]
        first, blank = padded(_head(row, key), title), word(" " * title)
        story = self._story(row, width - title - GAP) or [word("")]
        return [
            padded(run(blank if n else first, " " * GAP, line), width)
            for n, line in enumerate(story)
        ]

    def _story(self, row: ExperimentRow, width: int) -> list[Content]:
        """The story in at most two lines."""
        told = row.derived[self.tells]
        if not told:
            return [word(_(self.untold), "$quiet")] if self.untold else []
        return [line.stylize(self.tone) if self.tone else line for line in wrapped(told, width, 2)]


class TaughtPanel(StoriesPanel):
    """What failed safely taught us, newest first: the lesson is the headline."""

    empty = N_(
        "Nothing has failed safely yet. "
        "When it does, what it taught you stands here for others to use."
    )
    behind = filters.SAFELY
    tells = "learned"
    tone = "$safely"
    untold = N_("No lesson written yet.")

    def title_of(self, glance: Glance) -> str:  # noqa: ARG002 - the verdict board has the number
        """Without a number: this is about learning."""
        return _("What failed safely taught us")

    def rows_of(self, glance: Glance) -> list[ExperimentRow]:
        """The newest decision first."""
        return glance.page.taught

    def count_of(self, glance: Glance) -> int:
        """All of them."""
        return glance.page.outcomes["failed_safely"]


class WaitingPanel(StoriesPanel):
    """Ideas and plans, newest first, with what is hard today."""

    empty = N_("No ideas are waiting. Press {new} and write down one small thing to try.")
    behind = filters.TO_COME
    tells = "need"
    tone = "$quiet"

    def empty_words(self) -> str:
        """With the key that writes one down."""
        return _(self.empty).format(new=key_of(self.app, "new"))

    def title_of(self, glance: Glance) -> str:
        """With how many."""
        count = self.count_of(glance)
        return ngettext("Ideas and plans · {n}", "Ideas and plans · {n}", count).format(n=count)

    def rows_of(self, glance: Glance) -> list[ExperimentRow]:
        """As the log has them."""
        return glance.page.waiting

    def count_of(self, glance: Glance) -> int:
        """All of them."""
        return glance.page.to_come


def _head(row: ExperimentRow, key: int) -> Content:
    """Glyph, key and title."""
    return run(sign_of(row), " ", padded(said(row.key, "bold"), key), " ", said(row.title))
