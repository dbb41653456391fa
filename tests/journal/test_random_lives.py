"""Random lives on the real store: whatever happens, nothing is lost and nothing crashes.

After every act: undo gives the earlier document to the byte (or says why not), and the act can be
done again. At the end: everything made again from the events is the same, and sound.
"""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from explog.domain.acts import ACTS, BY_NAME, acts_in
from explog.domain.events import canonical
from explog.domain.experiment import Experiment
from explog.domain.questions import Answer
from explog.errors import ExplogError, Refused
from explog.journal.editing import edit
from explog.journal.telling import story, whole
from explog.journal.undoing import undo
from explog.store.log import Log
from tests.journal.living import ANSWERS, JOTTED, started

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.domain.questions import Question

RELATIVE = {
    "last_day": "+28",
    "way_back_done_on": "today",
    "operation_since": "today",
    "result": "inconclusive",
    "result_reason": "The team saw it",
    "override_reason": "Everybody wants it",
    "started_on": "-20",
    "ended_on": "-10",
}
"""Answers that are enough on any day."""

TYPED: dict[Answer, list[str]] = {
    Answer.LINE: ["Årsmøde", "[/]", "x" * 41, "x" * 121, "a\x1bb"],
    Answer.TEXT: ["Lys om natten", "[@click=app.quit]x[/]", "two\nlines", "x" * 301, "a\x07b"],
    Answer.NUMBER: ["0", "3", "12,5", "-1", "101", "1e9", "many"],
    Answer.COUNT: ["0", "1", "2", "3", "5", "40", "-1", "2000000"],
    Answer.DAY: ["today", "-1", "-3", "+1", "+40", "mandag", "31/12", "9999-12-31", "soon"],
    Answer.MOMENT: ["today", "today 8.30", "i går kl. 9", "-3", "+1", "2026-10-12T08:30", "soon"],
    Answer.YES_NO: ["ja", "no", "maybe"],
    Answer.WORDS: ["QR", "QR, mobil", "x" * 41],
    Answer.CORE_TASK: ["1", "2", "9", "safe"],
    Answer.WORKPLACE: ["AMB"],
    Answer.MEASURE: ["1", "2", "Missing"],
    Answer.EXPERIMENTS: ["AMB-01", "AMB-01, AMB-02", "AMB-77"],
    Answer.CRITERION: ["at most 3", "mindre end 5", "≥ 60", "= 0", "some"],
    Answer.LIMITS: ["1 crew", "8 children\noutage: 10 minutes", "hours: 2,5 hours", "crew", "0 x"],
    Answer.STOPS: ["An error", "A fall (10 minutes)\nAn error (same day)", "x" * 301],
    Answer.ACTUALS: ["1", "2", "0\n3\n1", "crew=1", "many"],
    Answer.REACTIONS: ["1: today, today", "1: -9, today", "1: today", "7: today"],
}
FIELDS = [
    "title", "need", "novelty", "tags", "belief", "criterion", "target", "direction", "unit",
    "limits/1/max", "limits/1/actual", "limits/2/removed", "stop_criteria/1/met_on",
    "stop_criteria/1/reacted_on", "observations/1/value", "observations/2/removed",
    "lessons/1/theme", "lessons/1/removed", "places/1/status", "incidents/1/level",
    "measures/1/removed", "notes/1/date", "stances/1/n", "colour",
]  # fmt: skip


def typed(question: Question) -> st.SearchStrategy[str]:
    """What somebody may type as an answer, sound or not."""
    if question.choices is not None:
        return st.sampled_from([*(word.value for word in question.choices), "colour"])
    return st.sampled_from(TYPED[question.kind])


class RandomLives(RuleBasedStateMachine):
    """A journal in which anything may happen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.log = Log.open(Path(self.folder.name) / "log.db")

    @initialize()
    def begin(self) -> None:
        self.journal = started(self.log)
        self.journal.jot("Second")

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
        act()

    @rule(which=st.sampled_from(["AMB-01", "AMB-02"]))
    def turn_to(self, which: str) -> None:
        self.journal.ref = which

    @rule(days=st.integers(0, 45))
    def let_time_pass(self, days: int) -> None:
        today = min(self.journal.clock.today() + timedelta(days), date(2030, 1, 1))
        self.journal.on(max(today, JOTTED))

    @rule(data=st.data(), is_sensible=st.integers(0, 9))
    def act(self, data: st.DataObject, is_sensible: int) -> None:
        possible = acts_in(self.journal.one.state) if is_sensible else ACTS
        act = data.draw(st.sampled_from([*possible]))
        names = [question.name for question in act.questions]
        answers: dict[str, Any] = {
            name: value
            for name, value in {**RELATIVE, **ANSWERS.get(act.name, {}), **RELATIVE}.items()
            if name in names
        }
        for question in data.draw(
            st.lists(st.sampled_from([*act.questions] or [None]), max_size=3)
        ):
            if question is not None:
                answers[question.name] = data.draw(typed(question))
        note(f"{act.name} {answers}")
        self.attempt(lambda: self.journal.act(act.name, self.journal.ref, **answers))

    @rule(data=st.data(), step=st.sampled_from(["observe", "place", "lesson", "incident", "note"]))
    def see(self, data: st.DataObject, step: str) -> None:
        act = BY_NAME[step]
        answers: dict[str, Any] = {
            question.name: data.draw(typed(question))
            for question in act.questions[:4]
            if data.draw(st.booleans()) or question.kind is not Answer.DAY
        }
        self.attempt(lambda: self.journal.act(step, self.journal.ref, **answers))

    @rule(name=st.sampled_from(FIELDS), raw=st.sampled_from(["", "3", "yes", "done", "today", "x"]))
    def change(self, name: str, raw: str) -> None:
        self.attempt(lambda: edit(self.journal, self.journal.ref, {name: raw}))

    @rule()
    def archive(self) -> None:
        back = self.journal.one.archived
        self.attempt(lambda: self.journal.archive(self.journal.ref, back=back))

    @rule()
    def take_back(self) -> None:
        kept = self.log.events(self.log.find(self.journal.ref))
        if len(kept) < 3:
            return
        try:
            undo(self.journal)
        except Refused as error:
            assert str(error)  # noqa: PT017
        if len(self.log.documents("experiment")) < 2:
            self.journal.jot("Another")
            self.journal.ref = "AMB-01"

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
