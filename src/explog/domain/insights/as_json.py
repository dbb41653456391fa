"""Insights as JSON: the documented object of ``explog insights --json``, stable keys and order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from explog.domain.insights.all_insights import VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.insights.all_insights import Cell, Insights, Line, Share

Plain: TypeAlias = "dict[str, object]"


def as_json(page: Insights) -> Plain:
    """Every number of *page*, each as ``{"count", "query"}``: the query lists what was counted."""
    ladder = page.ladder
    return {
        "as_of": page.as_of,
        "query": page.query,
        "period": page.period or None,
        "experiments": _cell(page.everything),
        "flow": _lines(page.flow, "quarter"),
        "board": {
            side: {verdict: _cell(page.board[side, verdict]) for verdict in VERDICTS}
            for side in ("worked", "failed")
        },
        "decided": _cell(page.decided),
        "inconclusive": _cell(page.inconclusive),
        "failed_safely": _share(page.failed),
        "funnel": _lines(page.funnel, "initiator"),
        "tasks": [
            {
                "workplace": line.place,
                "core_task": line.name or None,
                **{name: _cell(cell) for name, cell in line.cells.items()},
            }
            for line in page.tasks
        ],
        "hallmarks": _lines(page.hallmarks, "hallmark"),
        **{name: _share(share) for name, share in page.numbers.items()},
        "median_days_to_decision": page.median_days,
        "value": {line.name: _cell(line.cells["count"]) for line in page.value},
        "predictions": {
            line.name: {name: _cell(cell) for name, cell in line.cells.items()}
            for line in page.predictions
        },
        "ladder": {
            **{name: _cell(cell) for name, cell in ladder.levels.items()},
            "unconfirmed": _cell(ladder.unconfirmed),
            "faded": _cell(ladder.faded),
            "places": ladder.places,
            "coverage": {"places": ladder.known, "of": ladder.potential, "percent": ladder.percent},
            "quarters": [{"quarter": name, "places": places} for name, places in ladder.quarters],
        },
        "mirror": [
            {"code": asked.code, "count": asked.count, "of": asked.of, "query": asked.query}
            for asked in page.mirror
        ],
    }


def _cell(cell: Cell) -> Plain:
    """One number and the query behind it."""
    return {"count": cell.count, "query": cell.query}


def _share(share: Share) -> Plain:
    """A part of a whole; ``experiments`` are those behind the part."""
    return {
        "count": share.count,
        "of": share.of,
        "percent": share.percent,
        "experiments": _cell(share.cell),
    }


def _lines(lines: Iterable[Line], named: str) -> list[Plain]:
    """A table; each line says under *named* what it is about."""
    return [
        {named: line.name, **{name: _cell(cell) for name, cell in line.cells.items()}}
        for line in lines
    ]
