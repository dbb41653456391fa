"""How a group stands to a change, before and after, and what holds it back (DOMAIN.md 9).

Counts and marks of a whole group; bands stay bands. Each function gives lines and reads no log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.record.people_words import GROUPS, HINTS, MARKS, SHADES, bar
from explog.locale import _
from explog.tui.widgets.pieces import padded, run, said, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content

    from explog.domain.record.people import Band, Readiness, Stance

_BAR = 24


def stance_lines(stances: Sequence[Stance]) -> list[Content]:
    """The first and the latest stance as bars below each other, then what is done about it."""
    if not stances:
        return []
    dated = sorted(stances, key=lambda one: (one.date, one.id))
    shown = [dated[0], dated[-1]] if len(dated) > 1 else dated
    days = max(len(_head(one)) for one in shown)
    lines = [
        run(word(padded_head(one, days), "$quiet"), word(_bar(one), "$running")) for one in shown
    ]
    for group, name in GROUPS.items():
        counts = [getattr(one, group) for one in shown]
        if any(counts):
            lines.append(_counts(group, _(name), counts))
    last = dated[-1]
    for asked, told in (
        (_("For the hesitant"), last.for_hesitant),
        (_("For the frontrunners"), last.for_frontrunners),
    ):
        if told:
            lines.append(run(word(f"{asked}  ", "$quiet"), said(told)))
    return lines


def padded_head(stance: Stance, width: int) -> str:
    """The day and the size of the group, *width* cells wide and two between."""
    return f"{_head(stance):<{width}}  "


def _head(stance: Stance) -> str:
    """``12 Jan 2026 (12)``."""
    return f"{shown_day(stance.date)} ({stance.n})"


def _bar(stance: Stance) -> str:
    """All groups in one bar of ``_BAR`` cells."""
    return bar({group: getattr(stance, group) for group in GROUPS}, _BAR)


def _counts(group: str, name: str, counts: Sequence[Band]) -> Content:
    """``▓ on board  4 → 6``."""
    told = " → ".join(str(count) for count in counts)
    widest = max(len(_(one)) for one in GROUPS.values()) + 2
    return run(
        word(f"{SHADES[group]} ", "$running"), padded(word(name, "$quiet"), widest), word(told)
    )


def readiness_lines(marks: Sequence[Readiness]) -> list[Content]:
    """The latest five marks as bars, the first before it, and what helps at the barrier."""
    if not marks:
        return []
    dated = sorted(marks, key=lambda one: (one.date, one.id))
    last, before = dated[-1], dated[0] if len(dated) > 1 else None
    widest = max(len(_(name)) for name in MARKS.values()) + 2
    lines = []
    for name, asked in MARKS.items():
        value = getattr(last, name)
        is_barrier = name == last.barrier
        then = f"{getattr(before, name)} → " if before is not None else ""
        lines.append(
            run(
                padded(word(_(asked), "bold" if is_barrier else "$quiet"), widest),
                word("▰" * value + "▱" * (5 - value), "$no-net" if is_barrier else "$running"),
                word(f"  {then}{value}"),
                word("  ◂ " + _("the barrier"), "$no-net") if is_barrier else "",
            )
        )
    if last.barrier is not None:
        lines.append(run(word("→ ", "$mark"), word(_(HINTS[last.barrier]))))
    else:
        lines.append(word("✓ " + _("no barrier"), "$worked"))
    return [*lines, word(shown_day(last.date), "$quiet")]
