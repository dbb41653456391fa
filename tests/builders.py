"""Experiments for tests, each in one line: a whole life, and the change the test is about.

``experiment("abandoned")`` was planned, ran inside its frame, ended, taught something and was
given up: it failed safely. A test changes one thing: ``experiment("abandoned", cycle={"harm":
None})``. Elements get their ids from their collection and place, ``ident("limits 1")`` for the
first limit; what belongs to a cycle belongs to ``ident("cycles 1")`` unless it says otherwise.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from explog.domain.record.experiment import Experiment

Fields: TypeAlias = Mapping[str, object]

START = date(2026, 10, 5)
"""A Monday."""
END = date(2026, 10, 30)
"""The Friday on which the test ends."""
LAST_DAY = date(2026, 11, 1)
DECIDED = date(2026, 11, 4)
SINCE = date(2026, 11, 9)
"""In daily operation from here on."""

LIVES: dict[str, tuple[str, ...]] = {
    "idea": (),
    "planned": ("plan",),
    "running": ("plan", "start"),
    "paused": ("plan", "start", "pause"),
    "in_review": ("plan", "start", "end"),
    "adopted": ("plan", "start", "end", "adopt"),
    "scaled": ("plan", "start", "end", "adopt", "scale"),
    "abandoned": ("plan", "start", "end", "abandon"),
    "shelved": ("plan", "shelve"),
    "retired": ("plan", "start", "end", "adopt", "retire"),
}
"""The shortest way to each state."""

DECISIONS = frozenset({"adopt", "adapt", "abandon"})
DAYS = {"plan": START - timedelta(14), "start": START, "end": END}

CHECKED = dict.fromkeys(
    (
        "own_decision",
        "personal_data",
        "equipment",
        "affected_told",
        "med",
        "safety",
        "ai",
        "purchase",
    ),
    "yes",
)


def ident(name: str) -> str:
    """The id that *name* always has."""
    made = hashlib.sha256(name.encode()).hexdigest()
    return f"{made[:8]}-{made[8:12]}-8{made[13:16]}-8{made[17:20]}-{made[20:32]}"


PLANNED: Fields = {
    "no": 1,
    "belief": "A checklist on the phone means fewer missing items",
    "test": "One crew, every shift, four weeks",
    "comparator": "<=",
    "criterion": 3,
}
FRAMED: Fields = {
    "last_day": LAST_DAY,
    "way_back": {"plan": "The paper list lies in the vehicle"},
    "frame_check": CHECKED,
}
STARTED: Fields = {"started_on": START, "frozen_at": START}
ENDED: Fields = {"ended_on": END, "end_reason": "planned_end"}
HARMLESS: Fields = {"answer": "no", "answered_on": DECIDED, "by_role": "leader"}
LESSON: Fields = {
    "we_observed": "The list was skipped at night",
    "we_learned": "Light matters more than the list",
    "therefore": "We try a lamp",
    "theme": "workflow",
}
OPERATION: Fields = {
    "since": SINCE,
    "owner_role": "coordinator",
    "ordinary_budget": True,
    "core": "The list follows the cupboards",
}
LIMIT: Fields = {"kind": "places", "max": 1, "unit": "crew"}
PAUSED: Fields = {"pause_reason": "stop_criterion", "stop_criterion": ident("stop_criteria 1")}
STOP: Fields = {"text": "more than two errors in a week"}


def experiment(state: str = "idea", change: Fields | None = None, **fields: object) -> Experiment:
    """An experiment in *state*, sound in every way that *fields* do not change.

    Args:
        state: Where it is; decides what has happened to it.
        change: As *fields*, for tables.
        **fields: Fields of the experiment; elements of collections as mappings, without ids.
            Beside them ``life`` (its acts, instead of the shortest way to *state*), ``cycle`` (what
            is different about its only cycle) and ``cycles`` (about each, from the first on).
    """
    different_fields = {**(change or {}), **fields}
    acts: tuple[str, ...] = different_fields.pop("life", LIVES[state])  # type: ignore[assignment]
    one = different_fields.pop("cycle", {})
    different: list[Fields] = different_fields.pop("cycles", [one])  # type: ignore[assignment]
    whole: dict[str, object] = {
        "id": ident("experiment"),
        "key": "AMB-01",
        "title": "QR checklist",
        "workplace": ident("workplace"),
        "need": "Missing items are found on the road",
        "primary_measure": ident("measures 1"),
        **_evidence(acts),
        "cycles": [_cycle(number, acts, each) for number, each in enumerate(different, 1)],
        "transitions": _transitions(acts),
        **different_fields,
    }
    return Experiment.model_validate(
        {name: _identified(name, value) for name, value in whole.items()}
    )


def weekly(start: date, *values: float, measure: int = 1) -> list[Fields]:
    """Observations of the measure with this number, one a week from *start* on."""
    return [
        {
            "measure": ident(f"measures {measure}"),
            "date": start + timedelta(7 * week),
            "value": value,
        }
        for week, value in enumerate(values)
    ]


def daily(start: date, *values: float, measure: int = 1) -> list[Fields]:
    """Observations of the measure with this number, one a day from *start* on."""
    return [
        {"measure": ident(f"measures {measure}"), "date": start + timedelta(day), "value": value}
        for day, value in enumerate(values)
    ]


def place(name: str, status: str = "in_operation", **fields: object) -> Fields:
    """A place that counts as spread from a month after ``SINCE`` on."""
    return {
        "name": name,
        "status": status,
        "since": SINCE,
        "owner_role": "local leader",
        "run_by_origin_team": False,
        "core_kept": "yes",
        **fields,
    }


def _evidence(acts: Iterable[str]) -> dict[str, object]:
    """What an experiment with these *acts* has beside its cycles."""
    done = set(acts)
    found: dict[str, object] = {
        "measures": [{"name": "Missing items", "unit": "items", "direction": "down"}]
    }
    if "start" in done:
        found |= {"limits": [{**LIMIT, **_if("end" in done, actual=1)}], "stop_criteria": [STOP]}
    if done & DECISIONS:
        found["lessons"] = [LESSON]
    if "adopt" in done:
        found["operation"] = OPERATION
    return found


def _cycle(number: int, acts: Iterable[str], different: Fields) -> dict[str, object]:
    """The cycle with this *number* after *acts*, with what is *different* about it."""
    done = set(acts)
    made = {
        **PLANNED,
        **_if("start" in done, **FRAMED, **STARTED),
        **_if("end" in done, **ENDED),
        **_if(bool(done & DECISIONS), harm=HARMLESS, result="not_supported"),
        **_if("adopt" in done, result="supported"),
        "no": number,
    }
    if "abandon" in done:
        made["way_back"] = {"plan": "The paper list", "status": "done", "done_on": END}
    for name, value in different.items():
        before = made.get(name)
        both = isinstance(before, dict) and isinstance(value, dict)
        made[name] = {**before, **value} if both else value  # type: ignore[dict-item]
    return made


def _transitions(acts: Iterable[str]) -> list[dict[str, object]]:
    """One transition for each of *acts*, each following the one before."""
    return [
        {
            "act": act,
            "on": DAYS.get(act, DECIDED),
            **_if(number > 1, after=ident(f"transitions {number - 1}")),
            **_if(act in DECISIONS, decision=act),
            **_if(act == "pause", **PAUSED),
        }
        for number, act in enumerate(acts, 1)
    ]


def _if(holds: bool, **fields: object) -> dict[str, object]:
    """*fields* when something *holds*, else nothing."""
    return fields if holds else {}


OF_A_CYCLE = frozenset({"limits", "stop_criteria", "extensions", "tightenings"})


def _identified(name: str, value: object) -> object:
    """*value* with an id for each element, where *name* is a collection."""
    if not isinstance(value, list):
        return value
    owner: dict[str, object] = {"cycle": ident("cycles 1")} if name in OF_A_CYCLE else {}
    return [
        {"id": ident(f"{name} {number}"), **owner, **element}
        if isinstance(element, Mapping)
        else element
        for number, element in enumerate(value, 1)
    ]
