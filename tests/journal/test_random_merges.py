"""Two devices, one log: whatever each does alone, the logs can meet and come out alike."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from explog.errors import ExplogError
from explog.journal.editing import edit
from explog.journal.ids import IdMaker
from explog.journal.ports import Clock
from explog.journal.telling import whole
from explog.journal.undoing import redo, undo
from explog.journal.versions import choices, choose
from explog.store.log import Log
from tests.journal.living import ADOPTED, Living, started
from tests.journal.randomly import FIELDS, deeds

if TYPE_CHECKING:
    from explog.domain.events import Event

LIVES: list[tuple[str, ...]] = [(), ("plan",), ("plan", "start"), ("plan", "start", "end"), ADOPTED]


class RandomMerges(RuleBasedStateMachine):
    """Two journals on two logs that meet now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.logs = [Log.open(Path(self.folder.name) / name) for name in ("a.db", "b.db")]

    @initialize(life=st.sampled_from(LIVES))
    def begin(self, life: tuple[str, ...]) -> None:
        here = started(self.logs[0]).live(*life)
        there = Living(self.logs[1], Clock(here.clock.today()), IdMaker(), "head")
        self.journals = [here, there]
        self.meet()

    def events(self, which: int) -> list[Event]:
        """Every event of one of the logs."""
        log = self.logs[which]
        kinds = ("workplace", "experiment")
        subjects = [f"{kind}/{item['id']}" for kind in kinds for item in log.documents(kind)]
        return [event for subject in subjects for event in log.events(subject)]

    @rule(which=st.integers(0, 1), data=st.data())
    def act(self, which: int, data: st.DataObject) -> None:
        journal = self.journals[which]
        act, answers = data.draw(deeds(journal.one.state))
        note(f"{which}: {act.name} {answers}")
        with suppress(ExplogError):
            journal.act(act.name, "AMB-01", **answers)

    @rule(
        which=st.integers(0, 1),
        name=st.sampled_from(FIELDS),
        raw=st.sampled_from(["", "3", "yes", "done", "today", "up", "x"]),
    )
    def change(self, which: int, name: str, raw: str) -> None:
        with suppress(ExplogError):
            edit(self.journals[which], "AMB-01", {name: raw})

    @rule(which=st.integers(0, 1))
    def take_back(self, which: int) -> None:
        log = self.logs[which]
        newest = log.newest_undoable(log.device())
        if newest is not None and newest.act not in {"jot", "open"}:
            with suppress(ExplogError):
                undo(self.journals[which])

    @rule(which=st.integers(0, 1))
    def do_again(self, which: int) -> None:
        with suppress(ExplogError):
            redo(self.journals[which])

    @rule(which=st.integers(0, 1), data=st.data())
    def settle(self, which: int, data: st.DataObject) -> None:
        journal = self.journals[which]
        found = choices(journal, "AMB-01")
        if found:
            choice = data.draw(st.sampled_from(found))
            version = data.draw(st.sampled_from(choice.versions))
            note(f"{which}: choose {choice.path} {version.said}")
            try:
                choose(journal, "AMB-01", choice.path, version.event)
            except ExplogError as error:
                assert str(error)  # noqa: PT017
            else:
                assert choice.path not in {one.path for one in choices(journal, "AMB-01")}

    @rule(days=st.integers(0, 40))
    def let_time_pass(self, days: int) -> None:
        today = self.journals[0].clock.today() + timedelta(days)
        for journal in self.journals:
            journal.on(today)

    @rule()
    def meet(self) -> None:
        """Each log takes in what the other has; both are alike then, and sound."""
        for here, there in ((0, 1), (1, 0)):
            events = self.events(there)
            with self.logs[here].writing():
                self.logs[here].merge(events)
        assert self.logs[0].fingerprint() == self.logs[1].fingerprint()
        assert self.logs[0].check() == []
        first, second = (whole(journal, "AMB-01") for journal in self.journals)
        assert first == second

    def teardown(self) -> None:
        if hasattr(self, "journals"):
            self.meet()
        for log in self.logs:
            log.close()
        self.folder.cleanup()


TestRandomMerges = RandomMerges.TestCase
TestRandomMerges.settings = settings(
    max_examples=max(4, settings().max_examples // 10), stateful_step_count=25
)
