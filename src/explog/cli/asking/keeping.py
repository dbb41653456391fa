"""What was typed line by line and not saved: kept in the log answer by answer, offered again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.cli.asking.voice import attempt, say
from explog.domain.acts.draft import Place, without_numbers
from explog.domain.safe import safe_lines
from explog.journal.drafts import PassingDrafts
from explog.locale import _
from explog.store.drafts import StoredDrafts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explog.cli.asking.forms import Answers
    from explog.cli.asking.forms import Place as Where
    from explog.errors import ExplogError


class Kept:
    """Answers that wait, by form; the same drafts as those of the screens.

    Where the disk takes nothing they wait here until explog ends, which is said once.
    """

    def __init__(self, path: Path) -> None:
        """Keep them in the log at *path*, once there is one."""
        self._path = path
        self._stored = StoredDrafts(path)
        self._here = PassingDrafts()
        self._is_refused = False

    def before(self, where: Where) -> Answers:
        """What was typed into the form *where* and not saved."""
        place = Place(*where)
        found = attempt(partial(self._stored.of, place), self._complain) or self._here.of(place)
        return {name: safe_lines(raw) for name, raw in found.answers.items()} if found else {}

    def keep(self, where: Where, answers: Mapping[str, str]) -> None:
        """Keep *answers* now; none let go of what was kept."""
        place = Place(*where)
        self._here.keep(place, answers)
        attempt(partial(self._stored.keep, place, answers, make=False), self._complain)

    def drop(self, where: Where) -> None:
        """Let go of the form *where*: it was saved, or is not wanted."""
        self.keep(where, {})

    def told(self, answers: Mapping[str, str]) -> str:
        """What becomes of *answers* when their form is left."""
        if self._is_refused or not self._path.exists():
            return _("What you type is kept only until explog is closed.")
        if without_numbers(answers) != dict(answers):
            return _(
                "The text with a person number is not kept; the rest is kept for the next time."
            )
        return _("What you typed is kept for the next time.")

    def _complain(self, error: ExplogError) -> None:
        """Say once that nothing can be kept on the disk."""
        if not self._is_refused:
            self._is_refused = True
            say(_("What you type is kept only until explog is closed. {why}").format(why=error))
