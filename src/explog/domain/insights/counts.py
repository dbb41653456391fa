"""What a log says in plain counts, before anything is made of them. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Row: TypeAlias = tuple[Any, ...]
"""One row of counts."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The answers of one query for each panel, over the same set of experiments."""

    flow: list[Row] = field(default_factory=list)
    """(``noted started decided adopted scaled failed_safely``, quarter ``2026-Q3``, how many)."""
    board: list[Row] = field(default_factory=list)
    """(outcome, frame verdict or None, how many)."""
    funnel: list[Row] = field(default_factory=list)
    """(initiators as a JSON list, how far it came as a place in ``REACHED``, how many)."""
    tasks: list[Row] = field(default_factory=list)
    """(workplace's code or None, core task's text or None for none, outcome, how many).

    A core task never touched comes once, with None for the last two.
    """
    hallmarks: list[Row] = field(default_factory=list)
    """(hallmarks ``1`` to ``5`` as a JSON list, outcome, how many)."""
    learning: Row = (0,) * 10 + (None,)
    """How many: all, started, started by employees, decided, decided with a lesson, lessons,
    lessons used, experiments with a used lesson, experiments built on an earlier one, intelligent
    failures; at last the days from start to decision, with commas between.
    """
    value: list[Row] = field(default_factory=list)
    """(what was gained as a JSON list, never an empty one; how many)."""
    predictions: list[Row] = field(default_factory=list)
    """(result or None, prediction matched or None, how many)."""
    guesses: list[Row] = field(default_factory=list)
    """(``yes`` where the room's guess was the result, else ``no``; how many)."""
    ladder: list[Row] = field(default_factory=list)
    """(``level``, level, state, how many, places in operation, those of them where it is known how
    many are possible, places possible), and (``places``, quarter, None, places more or fewer, None,
    None, None).
    """
    mirror: Row = (0, 0)
    """How many: past their last day, in operation and not confirmed lately."""
