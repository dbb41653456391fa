"""Generated experiments that differ in all that a list is filtered and sorted by."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from explog.domain.lists import summary
from explog.store import state
from tests.builders import LAST_DAY, LIVES, OPERATION, SINCE, daily, experiment, ident, place

if TYPE_CHECKING:
    import random

    from pydantic import JsonValue

    from explog.domain.record.fold import Document
    from explog.store.log import Log

TITLES = (
    "Årsmøde om lys",
    "arkiv",
    "Ærlig måling",
    "c++ i foo-bar",
    "personalemøde",
    "Zebra",
    "øre",
    "»Ro«",
)
TAGS = ("lys", "Lys", "Å b", "ro og orden", "-x", '"')
TASKS = {"AMB": ("Sikker overlevering", "Hurtig hjælp"), "BØR": ("Trivsel for alle børn",)}
CHANGES: tuple[dict[str, object], ...] = (
    {},
    {"cycle": {"harm": None}},
    {"cycle": {"result": "inconclusive"}},
    {"lessons": [{"we_learned": "halv læring"}]},
    {"lessons": [{"we_observed": "x", "we_learned": "y", "theme": "timing"}]},
    {"places": [place("Hus 2", "trial")]},
    {"places": [place("Hus 2"), place("Hus 3")], "links": ["sag 7"]},
    {"stop_criteria": [{"text": "x", "met_on": LAST_DAY, "reacted_on": LAST_DAY}]},
    {
        "places": [place("Hus 2"), place("Hus 3")],
        "observations": daily(SINCE, 2, 3, 1),
        "operation": {**OPERATION, "confirmed_on": SINCE + timedelta(days=60)},
    },
    {"initiator": ["employees"], "novelty": "first", "technology": ["skærm"]},
    {
        "initiator": ["management", "citizens"],
        "value_achieved": ["quality", "efficiency"],
        "lessons": [
            {
                "we_observed": "x",
                "we_learned": "y",
                "therefore": "z",
                "theme": "timing",
                "hallmark": 2,
                "used_by": [ident("another")],
            }
        ],
        "cycle": {"prediction_matched": "partly"},
    },
    {
        "value_achieved": ["quality"],
        "derived_from": [ident("another")],
        "lessons": [{"we_learned": "y", "hallmark": 5}],
        "cycle": {"prediction_matched": "no"},
    },
    {"incidents": [{"date": LAST_DAY, "kind": "citizen", "level": "near_miss", "text": "næsten"}]},
)


def generated(number: int, chosen: random.Random) -> Document:
    """One experiment, with all that a query asks for different from one to the next."""
    code = chosen.choice([*TASKS])
    tasks = range(len(TASKS[code]))
    made = experiment(
        [*LIVES][number % len(LIVES)],
        CHANGES[number // len(LIVES) % len(CHANGES)],
        id=f"{0x019A0000 + number * 0x9000:08x}-0000-{chosen.choice('78')}000-8000-{number:012x}",
        key=f"{code}-{number:02d}",
        title=" ".join(chosen.sample(TITLES, 2)),
        need=" ".join(chosen.sample(TITLES, 3)),
        tags=list(dict.fromkeys(chosen.choices(TAGS, k=chosen.randint(0, 2)))),
        workplace=chosen.choice([ident(code), None]),
        core_task=chosen.choice([*(ident(f"{code} {task}") for task in tasks), None]),
        archived=chosen.random() < 0.2,
    )
    document: Document = made.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return document


def workplace(code: str, *tasks: str) -> Document:
    """A workplace and its core tasks."""
    listed: list[JsonValue] = [
        {"id": ident(f"{code} {number}"), "text": text} for number, text in enumerate(tasks)
    ]
    return {"id": ident(code), "code": code, "name": code, "core_tasks": listed}


def kept(log: Log, subject: str, document: Document, *versions: str) -> None:
    """Store *document* as its events would have left it, with two *versions* of some paths."""
    derived = summary.summarise(subject.partition("/")[0], document, None, versions)
    state.write(log._db, [state.row_of(subject, document, derived, summary)])
