"""One experiment as a line.

What lists, the Overview and the statistics need, without building a model.

A row is made from stored columns. What depends on today is stored as dated steps and picked here,
so that a list
costs one query and no verdict is computed twice. Standard library only.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

COLUMNS = ("id", "key", "title", "workplace", "core_task", "tags", "archived", "derived")
"""What the store hands over for each experiment, in this order; ``tags`` and ``derived`` are JSON
texts.
"""

Derived = dict[str, Any]
"""The stored summary (``domain.lists.summary``): plain JSON, so that reading it needs no model."""


@dataclass(frozen=True, slots=True)
class ExperimentRow:
    """One line of the log, as of a day."""

    id: str
    key: str
    title: str
    workplace: str | None
    """The workplace's code."""
    core_task: str | None
    """The core task's text."""
    state: str
    outcome: str
    frame_verdict: str | None
    """None before the start."""
    level: str | None
    in_operation: int | None
    """Origin and places in daily operation; None unless adopted or scaled."""
    potential: int | None
    result: str | None
    decision: str | None
    started_on: str | None
    ended_on: str | None
    decided_on: str | None
    lessons: int
    tags: tuple[str, ...]
    attention: tuple[str, ...]
    archived: bool = False
    derived: Derived = field(default_factory=dict, compare=False)
    """The whole stored summary, for screens that show more than a line."""

    def as_json(self) -> dict[str, object]:
        """The documented row of ``list --json``: stable keys and order, null for what is absent."""
        names = (
            "id",
            "key",
            "title",
            "workplace",
            "core_task",
            "state",
            "outcome",
            "frame_verdict",
            "level",
            "in_operation",
            "potential",
            "result",
            "decision",
            "started_on",
            "ended_on",
            "decided_on",
            "lessons",
        )
        plain: dict[str, object] = {name: getattr(self, name) for name in names}
        return {**plain, "tags": list(self.tags), "attention": list(self.attention)}


def row(record: tuple[Any, ...], today: str) -> ExperimentRow:
    """Make the row of one *record* (``COLUMNS``) as of *today* (``YYYY-MM-DD``)."""
    ident, key, title, workplace, core_task, tags, archived, derived_text = record
    derived: Derived = json.loads(derived_text)
    return ExperimentRow(
        id=ident,
        key=key,
        title=title,
        workplace=workplace,
        core_task=core_task,
        state=derived["state"],
        outcome=derived["outcome"],
        frame_verdict=derived["frame_verdict"],
        level=level_at(derived["level_steps"], today),
        in_operation=derived["in_operation"],
        potential=derived["potential"],
        result=derived["result"],
        decision=derived["decision"],
        started_on=derived["started_on"],
        ended_on=derived["ended_on"],
        decided_on=derived["decided_on"],
        lessons=derived["lessons"],
        tags=tuple(json.loads(tags)) if tags else (),
        attention=attention_at(derived["attention"], today),
        archived=bool(archived),
        derived=derived,
    )


def level_at(steps: list[list[str]], today: str) -> str | None:
    """The level in force *today* among dated *steps* ``[from, level]``, oldest first."""
    level = None
    for since, named in steps:
        if since > today:
            break
        level = named
    return level


def attention_at(windows: list[list[str | None]], today: str) -> tuple[str, ...]:
    """The codes whose window ``[code, from, until]`` holds *today*.

    Both ends included, null is open.
    """
    return tuple(
        str(code)
        for code, since, until in windows
        if (since is None or since <= today) and (until is None or today <= until)
    )
