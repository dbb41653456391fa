"""What the log says as a whole, as a page of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.marks import STYLES
from explog.cli.pages.layout import Page
from explog.cli.table import Cell as Shown
from explog.domain.insights import words
from explog.domain.insights.definitions import means, title
from explog.domain.insights.mirror import spoken
from explog.domain.naming.labels import GLYPHS
from explog.domain.naming.labels_plural import PLURALS
from explog.domain.safe import safe
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from explog.domain.insights.all_insights import Insights, Ladder, Line

BLOCKS = "▁▂▃▄▅▆▇█"
MOST_QUARTERS = 8
NARROW = 76
"""Below this many cells a table becomes a line for each of its rows."""


def lines(page: Insights, *, defined: bool = False) -> list[str]:
    """Every panel of *page*; with *defined*, what each means below its heading."""
    told = Page()

    def heading(code: str) -> None:
        told.heading(title(code))
        if defined:
            told.text(means(code), style="dim")

    heading("flow")
    _table(told, page.flow[-MOST_QUARTERS:], words.quarter, _("quarter"))
    heading("board")
    _board(told, page)
    heading("funnel")
    _table(told, page.funnel, words.row_name, _("initiative"))
    heading("tasks")
    _table(told, page.tasks, lambda name: safe(name) or words.row_name("no_core_task"), "")
    heading("hallmarks")
    _table(told, page.hallmarks, words.row_name, "")
    told.heading(_("Learning"))
    for code in page.numbers:
        told.text(words.sentence(code, page))
        if defined:
            told.text(means(code), indent="    ", style="dim")
    heading("value")
    for one in page.value:
        told.text(f"{words.row_name(one.name)}: {one.total}")
    heading("predictions")
    for line in page.predictions:
        said = " · ".join(
            f"{cell.count} {words.head(name)}" for name, cell in line.cells.items() if cell.count
        )
        told.text(f"{words.row_name(line.name)}: {said or '–'}")
    heading("ladder")
    _ladder(told, page.ladder)
    if page.mirror:
        heading("mirror")
        for question in page.mirror:
            told.text(spoken(question))
    return told.lines


def _table(told: Page, rows: Sequence[Line], named: Callable[[str], str], first: str) -> None:
    """A table of numbers; nothing but a dot where there is nothing."""
    if not rows:
        told.text(_("Nothing to count yet."))
        return
    if told.width < NARROW:
        for line in rows:
            said = (
                f"{cell.count} {_short(name)}" for name, cell in line.cells.items() if cell.count
            )
            told.text(f"{named(line.name)}: {' · '.join(said) or '–'}")
        return
    heads = [Shown(first, "dim"), *(Shown(_short(name), "dim") for name in rows[0].cells)]
    body = [
        [Shown(named(line.name)), *(_number(cell.count) for cell in line.cells.values())]
        for line in rows
    ]
    told.table([heads, *body], flexible=0)


def _short(name: str) -> str:
    """The heading of a column."""
    return words.head(name, short=True)


def _number(count: int) -> Shown:
    """A number; none is quiet."""
    return Shown(str(count)) if count else Shown("·", "dim")


def _board(told: Page, page: Insights) -> None:
    """How it ended, in words."""
    heads = [_("inside the frame"), _("without a net"), _("outside the frame")]
    names = ("safe", "no_net", "unsafe")
    rows = [[Shown(""), *(Shown(text, "dim") for text in heads)]]
    for side, said in (("worked", _("worked")), ("failed", _("failed"))):
        counts = [page.board[side, one].count for one in names]
        rows.append([Shown(said), *map(_number, counts)])
        if told.width < NARROW:
            each = (f"{n} {head}" for n, head in zip(counts, heads, strict=True) if n)
            told.text(f"{said}: {' · '.join(each) or '–'}")
    if told.width >= NARROW:
        told.table(rows, flexible=0)
    if page.failed.of:
        told.text(words.failed(page))
    _counted(told, [("inconclusive", page.inconclusive.count)])


def _counted(told: Page, counts: Iterable[tuple[str, int]]) -> None:
    """Glyph, number and word of each that there is."""
    for name, n in counts:
        if n:
            said = ngettext(*PLURALS[name], n).format(n=n)
            told.marked(GLYPHS[name], said, style=STYLES.get(name, ""))


def _ladder(told: Page, ladder: Ladder) -> None:
    """How far what was adopted has come."""
    _counted(
        told, [(name, ladder.levels[name].count) for name in ("scaled", "spreading", "adopted")]
    )
    if ladder.unconfirmed.count:
        said = ngettext("{n} not confirmed lately", "{n} not confirmed lately", 2)
        told.marked("!", said.format(n=ladder.unconfirmed.count))
    told.text(words.coverage(ladder))
    if ladder.quarters:
        shown = ladder.quarters[-MOST_QUARTERS:]
        most = max(places for _quarter, places in shown) or 1
        drawn = "".join(BLOCKS[round(places / most * 7)] for _quarter, places in shown)
        said = _("{first} to {last}: {from_} → {to} places")
        told.text(
            f"{drawn}  "
            + said.format(
                first=words.quarter(shown[0][0]),
                last=words.quarter(shown[-1][0]),
                from_=shown[0][1],
                to=shown[-1][1],
            )
        )
