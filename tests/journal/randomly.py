"""What anybody may type, sound or not, for tests of random lives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from explog.domain.acts.catalogue import ACTS, acts_in
from explog.domain.acts.questions import Answer
from tests.journal.living import ANSWERS, LESSON

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.domain.acts.questions import Question
    from explog.domain.naming.vocabulary import State

ENOUGH: dict[str, dict[str, str]] = {
    **ANSWERS,
    "register": {
        "need": "Missing items",
        "belief": "A list helps",
        "started_on": "-20",
        "ended_on": "-10",
        "end_reason": "decided_early",
    },
    "lapse": {"reason": "A place went back"},
    "scale": {"places_potential": "7"},
    "extend": {"last_day": "2026-12-24", "reason": "Holidays"},
    "tighten": {"limits": "0 crew"},
    "frame": {"limits": "1 crew"},
    "observe": {"value": "3"},
    "note": {"text": "The night shift asked for light"},
    "annotate": {"text": "New shift plan"},
    "incident": {"text": "A fall", "incident_kind": "other", "level": "near_miss"},
    "lesson": LESSON,
    "place": {"place": "North", "status": "in_operation", "place_owner": "leader"},
    "measure": {"measure": "Minutes", "direction": "down", "role": "balancing", "limit": "12"},
    "stance": {"frontrunner": "3", "on_board": "4", "waiting": "3", "hesitant": "2"},
    "readiness": dict.fromkeys(("know_why", "want_to", "know_how", "can_do", "keep_up"), "4"),
}
"""Act → answers that are enough for it."""

RELATIVE = {
    "last_day": "+28",
    "way_back_done_on": "today",
    "operation_since": "today",
    "result": "inconclusive",
    "result_reason": "The team saw it",
    "override_reason": "Everybody wants it",
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


def usual(act: Act) -> dict[str, Any]:
    """Answers that are enough for an act, whatever the day."""
    names = {question.name for question in act.questions}
    enough = {**ENOUGH.get(act.name, {}), **RELATIVE}
    return {name: value for name, value in enough.items() if name in names}


@st.composite
def deeds(draw: st.DrawFn, state: State) -> tuple[Act, dict[str, Any]]:
    """An act and its answers: mostly one that is possible, mostly with answers that are enough."""
    match draw(st.integers(0, 9)):
        case 0:
            act = draw(st.sampled_from(ACTS))
        case 1 | 2 | 3:
            act = draw(st.sampled_from(acts_in(state)))
        case _:
            going = [act for act in acts_in(state) if act.is_transition]
            return (act := draw(st.sampled_from(going or acts_in(state)))), usual(act)
    chosen = draw(st.lists(st.sampled_from(act.questions), max_size=2))
    return act, usual(act) | {question.name: draw(typed(question)) for question in chosen}
