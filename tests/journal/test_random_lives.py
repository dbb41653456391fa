"""Random lives on the real store: whatever happens, nothing is lost and nothing crashes.

After every act: undo gives the earlier document to the byte (or says why not), and the act can be
done again. At the end: everything made again from the events is the same, and sound.
"""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from explog.domain.events import canonical
from explog.domain.record.experiment import Experiment
from explog.errors import ExplogError, Refused
from explog.journal.editing import edit
from explog.journal.restoring import restore
from explog.journal.story import story
from explog.journal.telling import whole
from explog.journal.undoing import redo, undo
from explog.store.log import Log
from tests.journal.living import ADOPTED, JOTTED, scale, started
from tests.journal.randomly import FIELDS, deeds

if TYPE_CHECKING:
    from collections.abc import Callable


LIVES: list[tuple[str, ...]] = [
    (),
    ("plan",),
    ("plan", "start"),
    ("plan", "start", "pause"),
    ("plan", "start", "end"),
    ("plan", "start", "end", "adapt"),
    ("plan", "start", "end", "abandon"),
    ADOPTED,
    (*ADOPTED, "scale"),
]


class RandomLives(RuleBasedStateMachine):
    """A journal in which anything may happen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.log = Log.open(Path(self.folder.name) / "log.db")

    @initialize(life=st.sampled_from(LIVES))
    def begin(self, life: tuple[str, ...]) -> None:
        self.journal = started(self.log)
        self.journal.jot("Second")
        self.journal.live(*life[:4])
        if "scale" in life:
            scale(self.journal)

    def document(self) -> str:
        """The canonical document of the experiment at hand."""
        return canonical(self.log.document(self.log.find(self.journal.ref)))

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something; when it happened, take it back and do it again."""
        before = self.document()
        try:
            act()
        except ExplogError as error:
            assert str(error).strip()  # noqa: PT017 - the refusal is what the test is about
            assert self.document() == before
            return
        after = self.document()
        try:
            undo(self.journal)
        except Refused as error:
            assert "cannot be undone" in str(error)  # noqa: PT017
            assert self.document() == after
            return
        assert self.document() == before
        redo(self.journal)
        assert self.document() == after
        undo(self.journal)
        assert self.document() == before
        act()

    @rule(which=st.integers(0, 3))
    def turn_to(self, which: int) -> None:
        known = self.log.documents("experiment")
        self.journal.ref = str(known[which % len(known)]["key"])

    @rule(days=st.integers(0, 45))
    def let_time_pass(self, days: int) -> None:
        today = min(self.journal.clock.today() + timedelta(days), date(2030, 1, 1))
        self.journal.on(max(today, JOTTED))

    @rule(data=st.data())
    def act(self, data: st.DataObject) -> None:
        act, answers = data.draw(deeds(self.journal.one.state))
        note(f"{act.name} {answers}")
        self.attempt(lambda: self.journal.act(act.name, self.journal.ref, **answers))

    @rule(name=st.sampled_from(FIELDS), raw=st.sampled_from(["", "3", "yes", "done", "today", "x"]))
    def change(self, name: str, raw: str) -> None:
        self.attempt(lambda: edit(self.journal, self.journal.ref, {name: raw}))

    @rule()
    def archive(self) -> None:
        back = self.journal.one.archived
        self.attempt(lambda: self.journal.archive(self.journal.ref, back=back))

    @rule(data=st.data())
    def put_back(self, data: st.DataObject) -> None:
        """Put any field that was ever written back to what it was."""
        events = self.log.events(self.log.find(self.journal.ref))
        event = data.draw(st.sampled_from(events))
        path = data.draw(st.sampled_from(sorted(event.changes)))
        before = data.draw(st.booleans())
        note(f"put back {event.act} {path} {before}")
        self.attempt(lambda: restore(self.journal, self.journal.ref, event.id, path, before=before))

    @rule(steps=st.lists(st.booleans(), max_size=6))
    def back_and_forth(self, steps: list[bool]) -> None:
        """Undo and redo as the keys are pressed; what cannot be says why."""
        for is_undo in steps:
            if is_undo and len(self.log.documents("experiment")) == 1 and self.is_new():
                continue
            try:
                (undo if is_undo else redo)(self.journal)
            except Refused as error:
                assert str(error)  # noqa: PT017
        self.turn_to(0)

    def is_new(self) -> bool:
        """Whether the next undo may take the experiment itself away."""
        newest = self.log.newest_undoable(self.log.device())
        return newest is None or newest.act in {"jot", "open"}

    @rule()
    def take_back(self) -> None:
        """Undo as far as it goes; an experiment is always left."""
        if len(self.log.documents("experiment")) > 1 or self.journal.where() != "idea":
            try:
                undo(self.journal)
            except Refused as error:
                assert str(error)  # noqa: PT017
        self.turn_to(0)

    @invariant()
    def every_record_is_sound_and_can_be_told(self) -> None:
        if not hasattr(self, "journal"):
            return
        for document in self.log.documents("experiment"):
            Experiment.model_validate(document)
        assert whole(self.journal, self.journal.ref)["derived"]["state"]
        assert all(told.sentence for told in story(self.journal, self.journal.ref))

    def teardown(self) -> None:
        """Everything made again from the events is the same, and nothing is wrong with it."""
        before = self.log.fingerprint()
        self.log.rebuild()
        assert self.log.fingerprint() == before
        assert self.log.check() == []
        self.log.close()
        self.folder.cleanup()


TestRandomLives = RandomLives.TestCase
TestRandomLives.settings = settings(
    max_examples=max(4, settings().max_examples // 10), stateful_step_count=25
)
