"""Lives in a few words: a journal whose clock can be moved, and answers that are enough."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from explog.domain.judging.conditions import conditions
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Done, Journal
from explog.journal.ports import Clock

if TYPE_CHECKING:
    from explog.domain.record.experiment import Experiment
    from explog.journal.ports import Store

JOTTED = date(2026, 9, 21)
START = date(2026, 10, 5)
"""A Monday."""
END = date(2026, 10, 30)
DECIDED = date(2026, 11, 4)
DAY = timedelta(1)
ADOPTED = ("plan", "start", "end", "adopt")

PLAN = {
    "need": "Missing items are found on the road",
    "core_task": "1",
    "belief": "A checklist on the phone means fewer missing items",
    "test": "One crew, every shift, four weeks",
    "measure": "Missing items",
    "unit": "items",
    "criterion": "at most 3",
}
FRAME = {
    "limits": "1 crew",
    "last_day": "2026-11-01",
    "stop_criteria": "more than two errors in a week (1 day)",
    "way_back": "The paper list lies in the vehicle",
    "frame_check": "yes",
}
ENDED = {"end_reason": "planned_end", "actuals": "1"}
LESSON = {
    "we_observed": "The list was skipped at night",
    "we_learned": "Light matters more than the list",
    "therefore": "We try a lamp",
    "theme": "workflow",
}
STUDIED = {"result": "inconclusive", "harm": "no", "reason": "Too few numbers", **LESSON}
BACK = {"way_back_status": "done", "way_back_done_on": "2026-10-30"}
OPERATED = {
    "operation_since": "2026-11-09",
    "operation_owner": "coordinator",
    "ordinary_budget": "yes",
    "core": "The list follows the cupboards",
}
NEXT = {
    "change": "A lamp at the cupboards",
    "prediction": "Half as many",
    "last_day": "2026-12-20",
    "frame_check": "yes",
}
ANSWERS: dict[str, dict[str, str]] = {
    "plan": PLAN,
    "start": FRAME,
    "pause": {"reason": "Staff on holiday"},
    "resume": {"changed": "Nothing", "by_role": "leader"},
    "end": ENDED,
    "adapt": {**STUDIED, **NEXT},
    "adopt": {**STUDIED, **OPERATED},
    "abandon": {**STUDIED, **BACK},
    "shelve": {"reason": "No time"},
    "reopen_idea": {},
    "retire": {"reason": "A better one came"},
    "reopen": {"reason": "We saw more"},
}
"""Act → answers that are enough for it."""

DAYS = {
    "plan": JOTTED,
    "start": START,
    "pause": date(2026, 10, 16),
    "resume": date(2026, 10, 19),
    "end": END,
    "adapt": date(2026, 11, 4),
    "adopt": date(2026, 11, 4),
    "abandon": date(2026, 11, 4),
}


class Living(Journal):
    """A journal whose clock stands on a day and can be moved, with one experiment at hand."""

    ref = "AMB-01"

    def on(self, day: date) -> Living:
        """Move the clock."""
        self.clock = Clock(day)
        return self

    def do(self, act: str, **different: object) -> Done:
        """Do an act to the experiment with enough answers, and with what is *different*."""
        answers: dict[str, Any] = {**ANSWERS.get(act, {}), **different}
        return self.act(act, self.ref, **{k: v for k, v in answers.items() if v is not None})

    def live(self, *acts: str) -> Living:
        """Do these acts, each on its usual day."""
        for act in acts:
            if act in DAYS:
                self.on(max(DAYS[act], self.clock.today()))
            self.do(act)
        return self

    @property
    def one(self) -> Experiment:
        """The experiment as it is now."""
        return self.experiment(self.ref)

    def where(self) -> str:
        """The state of the experiment."""
        return self.one.state.value

    def asked(self, act: str, **answers: object) -> list[str]:
        """The codes of what is missing for an act."""
        return [item.code for item in self.missing(act, self.ref, **answers)]


def started(store: Store, role: str | None = "leader") -> Living:
    """A journal on *store* with one workplace and one idea."""
    journal = Living(store, Clock(JOTTED), IdMaker(), role)
    workplaces.add(journal, "AMB", "Station East", ["Safe and well at home", "Ready to go out"])
    journal.jot("QR checklist")
    return journal


def met(journal: Living) -> dict[str, str]:
    """What S1–S6 say."""
    return {item.code: item.met.value for item in conditions(journal.one)}


def scale(journal: Living) -> None:
    """Let an adopted solution scale."""
    since = date(2026, 11, 9)
    for place in ("North", "South"):
        journal.on(since).do("place", place=place, status="in_operation", place_owner="leader")
    for day in range(3):
        journal.on(since + day * DAY).do("observe", value="2")
    journal.on(date(2027, 2, 8)).do("confirm")
    journal.do("scale", places_potential="7")
