"""How it ended: worked or failed; inside the frame, without a net, or outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region

from explog.locale import N_, _, ngettext
from explog.tui import filters
from explog.tui.widgets.doors import Door, Spot
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import padded, run, word

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.lists.overview import Overview
    from explog.tui.glance import Glance

_HEADS = (N_("inside\nthe frame"), N_("without\na net"), N_("outside\nthe frame"))
_VERDICTS = ("safe", "no_net", "unsafe")
_SIDES = {"worked": N_("worked"), "failed": N_("failed")}
_LOOKS = {
    ("worked", "safe"): ("●", "$worked"),
    ("worked", "no_net"): ("●", "$foreground"),
    ("worked", "unsafe"): ("◆", "$outside"),
    ("failed", "safe"): ("◇", "$safely"),
    ("failed", "no_net"): ("◈", "$no-net"),
    ("failed", "unsafe"): ("◆", "$outside"),
}


class VerdictPanel(Panel):
    """The 2×3 board."""

    empty: ClassVar[str] = N_(
        "Nothing is decided yet. When a test ends and you adopt or abandon it, it is counted here."
    )

    def title_of(self, glance: Glance) -> str:
        """With how many were decided."""
        count = glance.page.decided
        return ngettext("How it ended · {n} decided", "How it ended · {n} decided", count).format(
            n=count
        )

    def draw(self, glance: Glance, width: int) -> Sheet:
        """Headings, two lines of three cells, and what the board means."""
        page = glance.page
        sheet = Sheet()
        if not page.decided:
            return sheet
        side = max(len(_(title)) for title in _SIDES.values()) + 2
        cell = max(6, min(22, (width - side) // 3))
        sheet.lines.extend(_headings(side, cell, width))
        for result in _SIDES:
            _counts(sheet, page, result, (side, cell, width))
        _footnotes(sheet, page, width)
        return sheet


def _headings(side: int, cell: int, width: int) -> list[Content]:
    """The column heads, each on as many lines as it has."""
    heads = [_(head).split("\n") for head in _HEADS]
    height = max(map(len, heads))
    lines = []
    for n in range(height):
        parts = [padded(word(head[n] if n < len(head) else "", "$quiet"), cell) for head in heads]
        lines.append(padded(run(" " * side, *parts), width))
    return lines


def _counts(sheet: Sheet, page: Overview, result: str, sizes: tuple[int, int, int]) -> None:
    """One line of the board and its three doors."""
    side, cell, width = sizes
    parts = [padded(word(_(_SIDES[result])), side)]
    for n, verdict in enumerate(_VERDICTS):
        count = page.board[result, verdict]
        mark, tone = _LOOKS[result, verdict]
        told = word(f"{mark} {count}", f"bold {tone}") if count else word("  0", "$quiet")
        parts.append(padded(told, cell))
        region = Region(side + n * cell, len(sheet.lines), cell - 1, 1)
        sheet.spots.append(Spot(Door(filter=filters.CELLS[result, verdict]), region))
    sheet.lines.append(padded(run(*parts), width))


def _footnotes(sheet: Sheet, page: Overview, width: int) -> None:
    """What the numbers mean, in words."""
    if page.failed:
        told = _("{safe} of {failed} that failed, failed safely").format(
            safe=page.failed_safely, failed=page.failed
        )
        sheet.add(padded(word(told, "$safely"), width), Door(filter=filters.SAFELY))
    beyond = page.board["worked", "unsafe"]
    if beyond:
        told = ngettext(
            "◆ {n} worked outside the frame: look at how",
            "◆ {n} worked outside the frame: look at how",
            beyond,
        )
        sheet.add(
            padded(word(told.format(n=beyond), "bold $outside"), width),
            Door(filter=filters.CELLS["worked", "unsafe"]),
        )
    for result in _SIDES:
        waiting = page.board[result, "pending"]
        if waiting:
            chosen = filters.CELLS[result, "pending"]
            sheet.add(
                padded(word(f"{waiting} · {chosen.spoken}", "$quiet"), width), Door(filter=chosen)
            )
    if page.open_verdicts:
        told = ngettext("{n} inconclusive", "{n} inconclusive", page.open_verdicts).format(
            n=page.open_verdicts
        )
        sheet.add(padded(word(f"○ {told}", "$quiet"), width), Door(filter=filters.INCONCLUSIVE))
