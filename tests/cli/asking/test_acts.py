"""Every act can be asked in lines."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.acts.catalogue import ACTS, BY_NAME
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.ports import Clock
from explog.journal.undoing import undo
from explog.store.log import Log
from tests.cli.asking.answering import answered, knowledge
from tests.cli.calling import done
from tests.journal.living import ADOPTED, ANSWERS, JOTTED, Living, scale

if TYPE_CHECKING:
    from pathlib import Path

    from explog.domain.acts.catalogue import Act
    from tests.stories import Given

STARTED = ("plan", "start")
ENDED = (*STARTED, "end")
BEFORE: dict[str, tuple[str, ...]] = {
    "frame": ("plan",),
    "start": ("plan",),
    "resume": (*STARTED, "pause"),
    "reopen_idea": ("shelve",),
    **dict.fromkeys(("pause", "extend", "tighten", "end", "observe", "incident"), STARTED),
    **dict.fromkeys(("assess", "adapt", "adopt", "abandon"), ENDED),
    **dict.fromkeys(("scale", "lapse", "retire", "reopen", "confirm", "place"), ADOPTED),
}
"""Act → those that come before it."""

NEW: dict[str, Given] = {
    "frame": {"last_day": "2026-12-01"},
    "assess": {"harm": "no"},
    "extend": {"last_day": "2026-11-15", "reason": "Ill crew"},
    "tighten": {"last_day": "2026-10-25", "reason": "Enough"},
    "confirm": {"confirmed_on": "2026-11-10"},
    "observe": {"value": "2,5"},
    "dismiss": {"not_met": "a wrong reading"},
    "note": {"text": "A calm week"},
    "annotate": {"text": "New phones"},
    "lesson": {"we_learned": "Light matters"},
    "place": {"place": "North", "status": "in_operation"},
    "incident": {"text": "A fall", "incident_kind": "employee", "level": "near_miss"},
    "measure": {"measure": "Steps", "direction": "down"},
    "stance": dict.fromkeys(("frontrunner", "on_board", "waiting", "hesitant"), "6"),
    "readiness": dict.fromkeys(("know_why", "want_to", "know_how", "can_do", "keep_up"), "3"),
    "scale": {"places_potential": "7"},
    "lapse": {"reason": "North stopped"},
    "register": {
        "need": "Things are missing",
        "belief": "a list helps",
        "started_on": "2026-09-01",
        "ended_on": "2026-09-10",
        "end_reason": "planned_end",
    },
}
"""Answers that are enough for the acts that ``tests.journal.living`` has none for."""


def _lived(log: Path, name: str) -> date:
    """Bring the experiment in *log* to where the act *name* may happen; the day that is."""
    with Log.open(log) as store:
        journal = Living(store, Clock(JOTTED), IdMaker(), "leader")
        workplaces.add(journal, "AMB", "Station East", ["Safe and well at home"])
        journal.jot("QR checklist")
        journal.live(*BEFORE.get(name, ()))
        if name in {"scale", "lapse"}:
            scale(journal)
        if name == "scale":  # and taken back
            undo(journal)
        if name == "lapse":
            journal.do("place", place="North", status="discontinued")
        if name == "dismiss":
            journal.live("plan")
            journal.do("frame", stop_criteria=f"{journal.one.measures[0].name} over 9 (1 dag)")
            journal.live("start")
            journal.do("observe", value="10")
        if name == "confirm":
            journal.on(date(2026, 11, 16))
        return journal.clock.today()


def _given(act: Act) -> Given:
    """Enough answers for *act*."""
    given = {name: raw for name, raw in ANSWERS.get(act.name, {}).items() if name != "by_role"}
    lists = {"limits", "stop_criteria", "actuals"}
    return NEW.get(act.name) or {k: [v] if k in lists else v for k, v in given.items()}


@pytest.mark.parametrize("act", ACTS, ids=[act.name for act in ACTS])
def test_every_act_can_be_asked(act: Act, tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    today = _lived(log, act.name)
    spelled = "reopen" if act.name == "reopen_idea" else act.name
    knows = knowledge(act.name, _given(act))
    said = answered(
        spelled, "AMB-01", "--as-of", today.isoformat(), "--role", "leader", log=log, knows=knows
    )
    assert said.code == 0, said.err
    assert BY_NAME[act.name].help in said.out
    last = done("log", "AMB-01", "--json", log=log).json[-1]
    assert last["act"] == act.name, said.out
