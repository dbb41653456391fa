"""How a group stands to a change, before and after, and what holds it back, as part of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.pages.layout import day
from explog.domain.record.people_words import GROUPS, HINTS, MARKS, SHADES, bar, barrier
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.pages.layout import Page

    Record = dict[str, Any]

BAR = 24
"""Cells of a bar."""


def people(page: Page, record: Record) -> None:
    """The first and the latest stance, and the latest readiness beside the first."""
    _stance(page, _ends(record["stances"]))
    _readiness(page, _ends(record["readiness"]))


def _ends(found: list[Record]) -> list[Record]:
    """The first and the latest of *found*; one when there is one."""
    dated = sorted(found, key=lambda one: (one["date"], one["id"]))
    return dated if len(dated) < 2 else [dated[0], dated[-1]]  # noqa: PLR2004 - before and after


def _stance(page: Page, shown: list[Record]) -> None:
    """Bars below each other, the counts of each group, and what is done about it."""
    if not shown:
        return
    page.heading(_("How the team stands to it"))
    page.pairs([(f"{day(one['date'])} ({one['n']})", bar(one, BAR)) for one in shown])
    counts = []
    for group, name in GROUPS.items():
        if any(one[group] for one in shown):
            told = " → ".join(str(one[group]) for one in shown)
            counts.append(f"{SHADES[group]} {_(name)} {told}")
    page.text(" · ".join(counts))
    last = shown[-1]
    page.pairs(
        [
            (_("For the hesitant"), last["for_hesitant"] or ""),
            (_("For the frontrunners"), last["for_frontrunners"] or ""),
        ]
    )


def _readiness(page: Page, shown: list[Record]) -> None:
    """The five marks, the barrier, and what helps."""
    if not shown:
        return
    last = shown[-1]
    page.heading(_("How ready the team is · {day}").format(day=day(last["date"])))
    held_back = barrier(last)
    pairs = []
    for name, asked in MARKS.items():
        value = last[name]
        told = " → ".join(str(one[name]) for one in shown)
        said = _("the barrier")
        mark = f" ◂ {said}" if name == held_back else ""
        pairs.append((_(asked), f"{'▰' * value}{'▱' * (5 - value)}  {told}{mark}"))
    page.pairs(pairs)
    if held_back is None:
        page.marked("✓", _("no barrier"))
    else:
        page.marked("→", _(HINTS[held_back]))
