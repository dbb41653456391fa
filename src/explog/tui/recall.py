"""What was tried before, looked up while a new belief is being written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from explog.domain.recall.similar import Shelf
from explog.tui.over import OVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.screen import Screen
    from textual.timer import Timer

    from explog.domain.recall.similar import Related
    from explog.domain.record.rows import ExperimentRow
    from explog.journal.library import Library
    from explog.tui.asked import Asked
    from explog.tui.program import Program
    from explog.tui.widgets.related import RelatedPanel

PAUSE = 0.4
"""Seconds without a key after which somebody who types is taken to pause."""

FEWEST = 4
"""Characters from which on words tell something."""


WITH_A_BELIEF = frozenset({"plan", "register", OVER.name})
"""The forms beside which earlier experiments are shown."""


def idea_of(made: Asked, answers: Mapping[str, str]) -> str:
    """What is new, as it is compared: its title and its belief."""
    known = "" if made.act is OVER else made.experiment.title
    return f"{answers.get('title') or known} {answers.get('belief', '')}"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier experiment and what makes it resemble the new one."""

    row: ExperimentRow
    found: Related


class Recall:
    """Keeps a panel beside a form up to date with what is typed there."""

    def __init__(self, app: Program, panel: RelatedPanel, own: str = "") -> None:
        """Show in *panel* what resembles the idea; *own* is the id of the experiment itself."""
        self._app = app
        self._panel = panel
        self._own = own
        self._timer: Timer | None = None
        self._idea = ""

    def note(self, idea: str, *, at_once: bool = False) -> None:
        """Look for what resembles *idea* once the person pauses."""
        idea = " ".join(idea.split())
        if idea == self._idea:
            return
        self._idea = idea
        screen: Screen[object] = self._panel.screen
        if self._timer is not None:
            self._timer.stop()
        self._timer = screen.set_timer(0.01 if at_once else PAUSE, self._look)

    def _look(self) -> None:
        """Begin to look; what is still being looked for is not wanted any more."""
        self._panel.run_worker(self._found(self._idea), group="recall", exclusive=True)

    async def _found(self, idea: str) -> None:
        """Show what resembles *idea*."""
        found: list[Earlier] | None = []
        if len(idea) >= FEWEST:
            found = await self._app.or_say_why(
                self._app.desk.read(partial(self._read, idea=idea)), lambda _error: None
            )
        if self._panel.is_attached:
            self._panel.show(found or [])

    def _read(self, library: Library, idea: str) -> list[Earlier]:
        """What resembles *idea*."""
        found = {one.key: one for one in _shelf(library).related(idea, but=self._own)}
        rows = library.rows_of([*found]) if found else []
        return [Earlier(row, found[row.id]) for row in rows]


_SHELVES: WeakKeyDictionary[Library, tuple[int, Shelf]] = WeakKeyDictionary()


def _shelf(library: Library) -> Shelf:
    """The log's words, taken in again only once there are more experiments, or fewer."""
    count = library.count()
    known = _SHELVES.get(library)
    if known is None or known[0] != count:
        known = _SHELVES[library] = (count, Shelf(library.candidates()))
    return known[1]
