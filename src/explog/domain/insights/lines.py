"""The tables of Insights from counts: each line's numbers beside the queries behind them."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from explog.domain.insights.all_insights import Cell, Line, and_, by_end
from explog.domain.naming.vocabulary import Initiator, Result, Value
from explog.domain.query.matching import REACHED
from explog.domain.query.terms import EXACT, Filter, written
from explog.domain.record.keys import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from explog.domain.insights.chosen import Chosen
    from explog.domain.insights.counts import Counts, Row


def funnel(base: str, rows: Iterable[Row]) -> list[Line]:
    """How far ideas came, by who had them; who had none has no line."""
    by: dict[str | None, Counter[int]] = defaultdict(Counter)
    for initiators, reached, n in rows:
        for initiator in ("", *(json.loads(initiators) or [None])):
            by[initiator][int(reached or 0)] += n
    named = [one.value for one in Initiator if one.value in by]
    lines = [_stages("all", by.get("", Counter()), base)]
    lines += [_stages(name, by[name], and_(base, f"initiator:{name}")) for name in named]
    if by.get(None):
        everyone = ",".join(one.value for one in Initiator)
        lines.append(_stages("unknown", by[None], and_(base, f"initiator:!{everyone}")))
    return lines


def _stages(name: str, furthest: Counter[int], base: str) -> Line:
    """How many came as far as each step or further."""
    return Line(
        name,
        {
            stage: Cell(
                sum(n for reached, n in furthest.items() if reached >= place),
                and_(base, f"reached:{stage}" if place else ""),
            )
            for place, stage in enumerate(REACHED)
        },
    )


def tasks(base: str, chosen: Chosen, rows: Iterable[Row]) -> list[Line]:
    """Every core task of the workplaces asked for, and last what is on none."""
    found: dict[tuple[str | None, str | None], Counter[str]] = defaultdict(Counter)
    said: dict[tuple[str | None, str | None], str] = {}
    for code, text, outcome, n in rows:
        at = (code, " ".join(text.casefold().split()) if text else None)
        said.setdefault(at, text or "")
        found[at][str(outcome)] += n or 0
    only = _workplaces_of(chosen.query.filters)
    lines = [
        Line(said[code, key], by_end(_task(base, code, said[code, key]), found[code, key]), code)
        for code, key in found
        if key and (only is None or folded(code or "") in only or found[code, key].total())
    ]
    lines.sort(key=lambda line: (line.place or "", line.name))
    loose = found.get((None, None))
    if loose:
        lines.append(Line("", by_end(and_(base, "has:!core_task"), loose)))
    return lines


def _task(base: str, code: str | None, text: str) -> str:
    """The query of one core task of one workplace."""
    place = f"workplace:{written(code, 'workplace')}" if code else ""
    return and_(base, place, f"task:{written(EXACT + ' '.join(text.split()), 'task')}")


def _workplaces_of(filters: Iterable[Filter]) -> set[str] | None:
    """The workplaces that a query asks for; None where it asks for all."""
    named = [set(one.meant) for one in filters if one.name == "workplace" and not one.negated]
    return set.intersection(*named) if named else None


def hallmarks(base: str, rows: Iterable[Row]) -> list[Line]:
    """The five, those without a lesson included."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for marks, outcome, n in rows:
        for mark in json.loads(marks):
            found[mark][str(outcome)] += n
    return [
        Line(mark, by_end(and_(base, f"hallmark:{mark}"), found[mark]))
        for mark in ("1", "2", "3", "4", "5")
    ]


def value(base: str, rows: Iterable[Row]) -> list[Line]:
    """What was gained; ``any`` first."""
    found: Counter[str] = Counter()
    for gained, n in rows:
        for value in ("", *json.loads(gained)):
            found[value] += n
    every = ",".join(value.value for value in Value)
    asked = {"any": ("", every), **{value.value: (value.value, value.value) for value in Value}}
    return [
        Line(name, {"count": Cell(found[key], and_(base, f"value:{term}"))})
        for name, (key, term) in asked.items()
    ]


def predictions(base: str, counts: Counts) -> list[Line]:
    """How often the team was right beforehand."""
    by_result: Counter[str] = Counter()
    by_match: Counter[str] = Counter()
    for result, matched, n in counts.predictions:
        by_result[str(result)] += n
        by_match[str(matched)] += n
    results = {
        "yes": Result.SUPPORTED,
        "partly": Result.PARTLY_SUPPORTED,
        "no": Result.NOT_SUPPORTED,
        "inconclusive": Result.INCONCLUSIVE,
    }
    lines = [
        Line(
            "criterion",
            {
                answer: Cell(by_result[result], and_(base, f"result:{result}"))
                for answer, result in results.items()
            },
        ),
        Line(
            "prediction",
            {
                answer: Cell(by_match[answer], and_(base, f"prediction:{answer}"))
                for answer in ("yes", "partly", "no")
            },
        ),
    ]
    guessed = {str(answer): int(n) for answer, n in counts.guesses}
    if guessed:
        lines.append(
            Line("guess", {answer: Cell(guessed.get(answer, 0)) for answer in ("yes", "no")})
        )
    return lines
