"""From counts to Insights: each number beside the query of the experiments behind it."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from explog.domain.insights import lines as tables
from explog.domain.insights.all_insights import (
    FLOW,
    VERDICTS,
    Cell,
    Insights,
    Ladder,
    Line,
    Share,
    and_,
)
from explog.domain.insights.mirror import questions
from explog.domain.insights.quarters import quarter_of, quarters_between
from explog.domain.naming.vocabulary import Level
from explog.domain.query.groups import GROUPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explog.domain.insights.chosen import Chosen
    from explog.domain.insights.counts import Counts, Row

LONGEST_FLOW = 40
"""Quarters; of a longer history the latest ones are shown."""


def insights(counts: Counts, chosen: Chosen, house: Mapping[str, object], today: str) -> Insights:
    """What *counts* say.

    Args:
        counts: Of the experiments that are *chosen*.
        chosen: The set.
        house: The thresholds' document; what it leaves out has its default.
        today: ISO.
    """
    base = str(chosen.query)
    board = _board(base, counts.board)
    failed = sum(cell.count for (side, _verdict), cell in board.items() if side == "failed")
    tasks = tables.tasks(base, chosen, counts.tasks)
    numbers, middle = _numbers(base, counts.learning)
    decided = _ended(base, counts, "decided", GROUPED["decided"])
    return Insights(
        as_of=today,
        query=base,
        period=chosen.period,
        everything=Cell(int(counts.learning[0] or 0), base),
        flow=_flow(counts.flow, chosen, today),
        board=board,
        decided=decided,
        inconclusive=_ended(base, counts, "inconclusive", ("inconclusive",)),
        failed=Share(board["failed", "safe"].count, failed, board["failed", "safe"]),
        funnel=tables.funnel(base, counts.funnel),
        tasks=tasks,
        hallmarks=tables.hallmarks(base, counts.hallmarks),
        numbers=numbers,
        median_days=middle,
        value=tables.value(base, counts.value),
        predictions=tables.predictions(base, counts),
        ladder=_ladder(base, counts, chosen, today),
        mirror=questions(
            house,
            closed=decided,
            failed=failed,
            past=Cell(int(counts.mirror[0] or 0), and_(base, "is:past_last_day")),
            lessons=int(counts.learning[5] or 0),
            reused=int(counts.learning[6] or 0) + int(counts.learning[8] or 0),
            tasks=tasks,
            base=base,
        ),
    )


def _ended(base: str, counts: Counts, name: str, outcomes: tuple[str, ...]) -> Cell:
    """How many ended in one of these *outcomes*, which ``outcome:`` calls *name*."""
    count = sum(n for outcome, _verdict, n in counts.board if outcome in outcomes)
    return Cell(count, and_(base, f"outcome:{name}"))


def _flow(rows: Iterable[Row], chosen: Chosen, today: str) -> list[Line]:
    """One line for each quarter from the first to the one *today* is in, inside the period."""
    found = {(str(name), str(quarter)): int(n) for name, quarter, n in rows}
    whole = str(chosen.whole)
    shown = quarters_between(
        max(min((quarter for _name, quarter in found), default="9"), chosen.first_quarter),
        min(max(quarter_of(today), *(q for _n, q in found)) if found else "0", chosen.last_quarter),
    )
    return [
        Line(
            quarter,
            {
                name: Cell(found.get((name, quarter), 0), and_(whole, *_step(name, quarter)))
                for name in FLOW
            },
        )
        for quarter in shown[-LONGEST_FLOW:]
    ]


def _step(name: str, quarter: str) -> tuple[str, ...]:
    """The terms that ask for what was *name* in *quarter*."""
    if name == "failed_safely":
        return (f"decided:{quarter}", "outcome:failed_safely")
    return (f"{name}:{quarter}",)


def _board(base: str, rows: Iterable[Row]) -> dict[tuple[str, str], Cell]:
    """The verdict board."""
    counted: Counter[tuple[str, str]] = Counter()
    for outcome, verdict, n in rows:
        if outcome in GROUPED["worked"]:
            counted["worked", verdict if verdict in VERDICTS else "pending"] += n
        elif outcome in GROUPED["failed"]:
            counted["failed", _FAILED[outcome]] += n
    return {
        (side, verdict): Cell(counted[side, verdict], and_(base, _board_term(side, verdict)))
        for side in ("worked", "failed")
        for verdict in VERDICTS
    }


_FAILED = {
    "failed_safely": "safe",
    "failed_no_net": "no_net",
    "failed_unsafely": "unsafe",
    "failed_pending": "pending",
}


def _board_term(side: str, verdict: str) -> str:
    """What asks for one cell of the board."""
    if side == "failed":
        return f"outcome:{next(name for name, of in _FAILED.items() if of == verdict)}"
    if verdict == "pending":
        return "outcome:worked frame:!safe,no_net,unsafe"
    return f"outcome:worked frame:{verdict}"


def _numbers(base: str, row: Row) -> tuple[dict[str, Share], float | None]:
    """The shares, and the median days from start to decision."""
    figures = [int(figure or 0) for figure in row[:10]]
    everything, started, floor, decided, taught, lessons, used, reused, builds_on, bright = figures
    days = [int(one) for one in str(row[10]).split(",")] if row[10] else []
    shares = {
        "learning_rate": (taught, decided, taught, "reached:decided has:lesson"),
        "from_the_floor": (floor, started, floor, "reached:started initiator:employees"),
        "lessons_reused": (used, lessons, reused, "has:reused"),
        "built_on": (builds_on, everything, builds_on, "has:forerunner"),
        "intelligent": (bright, everything, bright, "is:intelligent"),
        "days_to_decision": (len(days), decided, decided, "reached:decided"),
    }
    made = {
        name: Share(count, of, Cell(behind, and_(base, term)))
        for name, (count, of, behind, term) in shares.items()
    }
    middle = median(days) if days else None
    return made, int(middle) if middle is not None and middle == int(middle) else middle


def _ladder(base: str, counts: Counts, chosen: Chosen, today: str) -> Ladder:
    """How far what was adopted has come."""
    levels: Counter[str] = Counter()
    faded = places = known = potential = 0
    steps: Counter[str] = Counter()
    for kind, name, state, n, used, used_of, possible in counts.ladder:
        if kind == "places":
            steps[str(name)] += n
            continue
        levels[str(name)] += n
        faded += n if state == "scaled" and name != "scaled" else 0
        places, known, potential = (
            places + (used or 0),
            known + (used_of or 0),
            potential + (possible or 0),
        )
    return Ladder(
        levels={
            level.value: Cell(levels[level.value], and_(base, f"level:{level.value}"))
            for level in Level
        },
        unconfirmed=Cell(int(counts.mirror[1] or 0), and_(base, "is:unconfirmed")),
        faded=Cell(faded, and_(base, "state:scaled level:!scaled")),
        places=places,
        known=known,
        potential=potential,
        quarters=_over_time(steps, chosen, today),
        everything=Cell(
            sum(levels.values()), and_(base, f"level:{','.join(level.value for level in Level)}")
        ),
    )


def _over_time(steps: Counter[str], chosen: Chosen, today: str) -> list[tuple[str, int]]:
    """The places in operation at the end of each quarter up to *today*'s, inside the period."""
    now = min(quarter_of(today), chosen.last_quarter)
    so_far = 0
    told = []
    for quarter in quarters_between(min(steps, default="9"), now):
        so_far += steps[quarter]
        if quarter >= chosen.first_quarter:
            told.append((quarter, so_far))
    return told
