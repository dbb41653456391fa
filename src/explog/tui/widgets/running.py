"""The tests that are going on: how far, inside the frame or not, and what the numbers say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import LiveFrame
from explog.domain.naming.vocabulary_learning import Signal
from explog.domain.numbers import shown_number
from explog.locale import N_, _
from explog.tui import filters
from explog.tui.widgets.bars import bar, points
from explog.tui.widgets.days import days_since
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import ends, padded, run, said, word
from explog.tui.widgets.signs import sign_of, word_of

if TYPE_CHECKING:
    from datetime import date

    from textual.content import Content

    from explog.domain.record.rows import ExperimentRow
    from explog.tui.glance import Glance

_MOST = 4
_BAR = 12
_MARGIN = "  "
_FRAME_TONES = {
    LiveFrame.INSIDE: "$worked",
    LiveFrame.CLOSE: "$no-net",
    LiveFrame.NO_NET: "$no-net",
    LiveFrame.OUTSIDE: "$outside",
}
_FRAME_GLYPHS = {
    LiveFrame.INSIDE: "",
    LiveFrame.CLOSE: "! ",
    LiveFrame.NO_NET: "! ",
    LiveFrame.OUTSIDE: "◆ ",
}
_SIGNS = {">=": "≥", "<=": "≤"}


class RunningPanel(Panel):
    """Up to three lines for each running or paused test."""

    empty: ClassVar[str] = N_(
        "No test is running. "
        "Plan an idea, set its frame, start it: then its days and numbers stand here."
    )

    def title_of(self, glance: Glance) -> str:
        """With how many."""
        count = glance.page.going_on
        return _("Running · {n}").format(n=count) if count else _("Running")

    def draw(self, glance: Glance, width: int) -> Sheet:
        """The tests that end first, and a door to the rest."""
        rows = glance.page.running
        count = glance.page.going_on
        shown = rows if count <= _MOST else rows[: _MOST - 1]
        sheet = Sheet()
        for row in shown:
            lines = _lines(row, glance.today, width)
            sheet.spots.append(
                Spot(Door(experiment=row.key), Region(0, len(sheet.lines), width, len(lines)))
            )
            sheet.lines.extend(lines)
        sheet.add_rest(count - len(shown), Door(filter=filters.GOING_ON), width)
        return sheet


def _lines(row: ExperimentRow, today: date, width: int) -> list[Content]:
    """Title; days and frame; numbers, where there are any."""
    state = word_of(row) if row.state == "paused" else word("")
    title = ends(run(sign_of(row), " ", said(row.key, "bold"), " ", said(row.title)), state, width)
    lines = [title, padded(run(_MARGIN, _days(row, today, width)), width)]
    numbers = _numbers(row, width - len(_MARGIN))
    return [*lines, padded(run(_MARGIN, numbers), width)] if numbers else lines


def _days(row: ExperimentRow, today: date, width: int) -> Content:
    """``day 57 of 84 ▕███████▌    ▏ inside the frame``."""
    frame = live_frame(row)
    told = word(_FRAME_GLYPHS[frame] + label(frame), _FRAME_TONES[frame])
    start, last = row.derived["cycle_started_on"], row.derived["last_day"]
    if not start or not last:
        return told
    day, total = (
        days_since(start, today) + 1,
        days_since(start, today) - days_since(last, today) + 1,
    )
    counted = _("day {n} of {total}").format(n=day, total=total)
    room = width - len(_MARGIN) - len(counted) - told.cell_length - 4
    drawn = ""
    if room >= 4:  # noqa: PLR2004 - a shorter bar says nothing
        drawn = bar(day / total if total > 0 else 1.0, min(_BAR, room))
    gauge = (
        run(word("▕", "$rim"), word(drawn, "$running"), word("▏", "$rim"), " ")
        if drawn
        else word("· ", "$quiet")
    )
    return run(word(counted), " ", gauge, told)


def live_frame(row: ExperimentRow) -> LiveFrame:
    """How a test that is going on stands to its frame, read from what asks for attention."""
    asked = set(row.attention)
    if asked & {"outside_frame", "past_last_day"}:
        return LiveFrame.OUTSIDE
    if (row.derived.get("conditions") or {}).get("S1") == "not_met":
        return LiveFrame.NO_NET
    is_close = asked & {"close_to_limit", "close_to_last_day", "notice_open"}
    return LiveFrame.CLOSE if is_close else LiveFrame.INSIDE


def _numbers(row: ExperimentRow, width: int) -> Content | None:
    """``27 % → right if ≥ 30 %  ▂▃▂▄▅▅▆  shift``; None before anything was measured."""
    known = row.derived
    if known["current"] is None:
        return None
    parts = [said(amount(known["current"], known["unit"]), "bold")]
    if known["criterion"] is not None and known["comparator"]:
        sign = _SIGNS.get(known["comparator"], known["comparator"])
        goal = f"{sign} {amount(known['criterion'], known['unit'])}"
        parts.append(
            run(word(" → ", "$quiet"), said(_("right if {goal}").format(goal=goal), "$quiet"))
        )
    signal = word(label(Signal(known["signal"])), "$quiet") if known["signal"] else word("")
    taken = sum(part.cell_length for part in parts) + signal.cell_length + 4
    parts.append(word("  " + points(known["points"], min(24, width - taken)), "$running"))
    return run(*parts, "  ", signal)


def amount(value: float, unit: str | None) -> str:
    """A number with its unit."""
    return f"{shown_number(value)} {unit}" if unit else shown_number(value)
