"""The keeper: what is typed into forms is written down while it is typed, and offered again.

A form tells it every change; at the latest ``AT_LATEST`` seconds after the first one that is not
written yet, it is. So nothing is lost that was typed two seconds before the power fails.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.domain.acts.draft import Draft
from explog.domain.safe import safe_lines
from explog.locale import _
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.acts.draft import Place
    from explog.domain.record.rows import ExperimentRow
    from explog.errors import ExplogError
    from explog.journal.drafts import Drafts
    from explog.tui.program import Program

    Waiting = dict[Place, tuple[dict[str, str], bool]]
    """Form → what was typed, and whether a log may be made for it."""

AT_LATEST = 1.0
"""Seconds from a key to the disk; together with the writing well under the two that are promised.
"""


class Keeper:
    """Keeps what is typed into the forms of one app."""

    def __init__(self, app: Program) -> None:
        """Keep nothing yet."""
        self._app = app
        self._waiting: Waiting = {}
        self._is_due = False
        self.is_refused = False
        """Whether the disk took nothing the last time."""
        self.unfinished: dict[Place, Draft] = {}
        """What is known to be kept, the newest last; as far as it was read or written here."""
        self.rows: dict[str, ExperimentRow] = {}
        """The experiments those speak of, by id."""
        self.was_read = False

    def note(self, place: Place, answers: Mapping[str, str], *, make: bool = True) -> None:
        """Keep *answers* soon; empty ones let what was kept go.

        Args:
            place: Which form.
            answers: What was typed and differs from what stood there, by question.
            make: Whether this may make the log where there is none.
        """
        typed = dict(answers)
        self._waiting[place] = typed, make
        self.unfinished.pop(place, None)
        if typed:
            self.unfinished[place] = Draft(place, "", typed)
        if not self._is_due:
            self._is_due = True
            self._app.set_timer(AT_LATEST, self.write)

    def write(self) -> None:
        """Write down now what waits."""
        self._is_due = False
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._app.run_worker(self._written(waiting), group="drafts")

    async def _written(self, waiting: Waiting) -> None:
        """Write down what is *waiting*; where that is refused, it waits for the next key."""
        keeping = self._app.desk.keep(partial(_keep, waiting))
        if await self._app.or_say_why(keeping, self._complain) is None:
            self._waiting = {**waiting, **self._waiting}
        else:
            self.is_refused = False

    def write_at_the_end(self) -> None:
        """Write down what waits while everything ends; from any thread."""
        waiting, self._waiting = self._waiting, {}
        if waiting:
            self._app.desk.keep_last(partial(_keep, waiting))

    async def before(self, place: Place) -> Draft | None:
        """What was typed into the form *place* and not saved; text that can be shown."""
        if place in self._waiting:
            return self.unfinished.get(place)
        found = await self._app.or_say_why(
            self._app.desk.keep(lambda drafts: drafts.of(place)), self._complain
        )
        found = found or self.unfinished.get(place)  # the disk may have refused it
        if found is None:
            return None
        return Draft(
            place, found.at, {name: safe_lines(raw) for name, raw in found.answers.items()}
        )

    def drop(self, place: Place) -> None:
        """Let go of what was typed into the form *place*: it was saved, or is not wanted."""
        self.note(place, {}, make=False)
        self.write()

    async def read(self) -> None:
        """Read everything that is kept; what was typed here already counts more."""
        found = await self._app.or_say_why(
            self._app.desk.keep(lambda drafts: drafts.every()), self._complain
        )
        self.was_read = True
        here = self.unfinished
        read = {one.place: one for one in reversed(found or ()) if one.place not in self._waiting}
        self.unfinished = {**read, **here}

    def forget(self) -> None:
        """Know of nothing: another log is opened."""
        self.write_at_the_end()
        self.unfinished, self.rows, self.was_read = {}, {}, False

    def _complain(self, error: ExplogError) -> None:
        """Say once that nothing can be kept on the disk."""
        if not self.is_refused:
            self.is_refused = True
            told = _("What you type is kept only until explog is closed. {why}")
            say(self._app, told.format(why=error), "warning")


def _keep(waiting: Waiting, drafts: Drafts) -> int:
    """Write down what is *waiting*; how many forms that were."""
    for place, (typed, make) in waiting.items():
        drafts.keep(place, typed, make=make)
    return len(waiting)
