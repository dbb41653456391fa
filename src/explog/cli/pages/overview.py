"""The Overview as plain text: what needs attention, runs, scaled, failed safely and taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.chart import bar, spark
from explog.cli.hinting import hint
from explog.cli.marks import VERDICT_STYLES, row_mark, word
from explog.cli.pages.layout import Page, criterion, day, number
from explog.cli.pages.listing import how_far, test_day
from explog.cli.table import Cell
from explog.domain.naming.labels import GLYPHS
from explog.domain.naming.labels_plural import PLURALS
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.lists.overview import Overview
    from explog.domain.record.rows import ExperimentRow

MOST = 12
"""Lines of one part at most; the rest is counted."""

VERDICTS = ("safe", "no_net", "unsafe")
"""The columns of the board."""

SIGNS = {
    ("failed", "safe"): "failed_safely",
    ("failed", "no_net"): "failed_no_net",
    ("failed", "unsafe"): "failed_unsafely",
}
"""The cells of the board that have a sign of their own; the others wear that of *adopted*."""


def overview_lines(found: Overview, today: date, width: int) -> list[str]:
    """The first page as lines of at most *width* cells."""
    iso = today.isoformat()
    page = Page(width)
    count = found.counts.total()
    told = ngettext("{n} experiment", "{n} experiments", count).format(n=count)
    page.text(f"explog · {day(iso)} · {told}", indent="", style="bold")
    _attention(page, found)
    _running(page, found, iso)
    _board(page, found)
    _scaled(page, found, iso)
    _taught(page, found)
    return page.lines


def _titled(page: Page, title: str, count: int) -> None:
    """A heading with how many there are."""
    page.heading(f"{title} · {count}")


def _more(page: Page, count: int) -> None:
    """How many lines were left out."""
    if count > MOST:
        left = count - MOST
        page.text(ngettext("… and {n} more", "… and {n} more", left).format(n=left))


def _attention(page: Page, found: Overview) -> None:
    """What needs a person's eye, most pressing first."""
    _titled(page, _("Needs attention"), found.pressing)
    page.table(
        [
            [
                Cell("!"),
                Cell(item.key, "bold"),
                Cell(item.title),
                Cell(word("Attention", item.code)),
                Cell(day(item.since), "dim"),
            ]
            for item in found.attention[:MOST]
        ],
        flexible=2,
        dropped=(4,),
    )
    _more(page, found.pressing)
    if not found.attention:
        page.text(_("Nothing right now."))


def _running(page: Page, found: Overview, today: str) -> None:
    """The tests that are going on, with their numbers."""
    _titled(page, _("Running"), found.going_on)
    for row in found.running[:MOST]:
        sign, shown, style = row_mark(row)
        page.marked(sign, f"{row.key} {row.title}", style=style)
        page.text(
            " · ".join(part for part in (shown, test_day(row, today), *_numbers(row)) if part),
            indent="    ",
        )
    _more(page, found.going_on)
    if not found.running:
        page.text(_("No test is running."))
    waiting = [
        ngettext(*PLURALS[state], count).format(n=count)
        for state in ("idea", "planned")
        if (count := found.counts[state])
    ]
    if waiting:
        said = hint(_("Waiting: {counts}. explog list shows them."))
        page.text(said.format(counts=", ".join(waiting)))


def _numbers(row: ExperimentRow) -> list[str]:
    """Baseline and criterion, a small chart, and the signal of a running test."""
    facts = row.derived
    told = []
    if facts["current"] is not None or facts["baseline"] is not None:
        steps = [
            number(value, facts["unit"])
            for value in (facts["baseline"], facts["current"])
            if value is not None
        ]
        told.append(" → ".join(steps))
    bound = criterion(facts["comparator"], facts["criterion"], facts["unit"])
    if bound:
        told.append(_("right if {criterion}").format(criterion=bound))
    if facts["points"]:
        told.append(spark(facts["points"]))
    if facts["signal"]:
        told.append(_("signal: {signal}").format(signal=word("Signal", facts["signal"])))
    return told


def _board(page: Page, found: Overview) -> None:
    """Worked or failed, inside the frame, without a net or outside it."""
    head = ngettext("How it ended · {n} decided", "How it ended · {n} decided", found.decided)
    page.heading(head.format(n=found.decided))
    if not found.decided:
        page.text(_("Nothing is decided yet."))
        return
    heads = [
        Cell(""),
        *(Cell(word("FrameVerdict", verdict), VERDICT_STYLES[verdict]) for verdict in VERDICTS),
    ]
    rows = [
        [Cell(title), *(_count(found, result, verdict) for verdict in VERDICTS)]
        for result, title in (("worked", _("worked")), ("failed", _("failed")))
    ]
    page.table([heads, *rows], flexible=0)
    if found.failed:
        said = _("{n} of {all} that failed, failed safely").format(
            n=found.failed_safely, all=found.failed
        )
        left = found.open_verdicts
        told = ngettext("{n} inconclusive", "{n} inconclusive", left).format(n=left)
        open_ones = told if left else ""
        page.text(" · ".join(part for part in (said, open_ones) if part))


def _count(found: Overview, result: str, verdict: str) -> Cell:
    """One cell of the board."""
    count = found.board[result, verdict]
    if not count:
        return Cell("  –", "dim")
    outcome = SIGNS.get((result, verdict), "adopted")
    return Cell(
        f"{GLYPHS[outcome]} {count}", "green" if result == "worked" else VERDICT_STYLES[verdict]
    )


def _scaled(page: Page, found: Overview, today: str) -> None:
    """What scaled, spreads or was adopted, with its fraction."""
    _titled(
        page,
        word("Level", "scaled").capitalize(),
        found.outcomes["scaled"],
    )
    rows = []
    for row in found.scaled[:MOST]:
        sign, shown, style = row_mark(row)
        part = bar(row.in_operation or 0, row.potential or 0)
        rows.append(
            [
                Cell(sign, style),
                Cell(row.key, "bold"),
                Cell(row.title),
                Cell(shown, style),
                Cell(part, style),
                Cell(how_far(row, today)),
            ]
        )
    page.table(rows, flexible=2, dropped=(4,))
    _more(page, found.in_operation)
    if not found.scaled:
        page.text(_("Nothing is adopted yet; it scales once others run it and it still works."))


def _taught(page: Page, found: Overview) -> None:
    """What failing safely taught, newest first."""
    page.heading(_("What failed safely taught us"))
    for row in found.taught[:MOST]:
        sign, _shown, style = row_mark(row)
        learned = row.derived.get("learned") or _("no lesson yet")
        page.marked(sign, f"{row.key} {row.title}: {learned}", style=style)
    if not found.taught:
        page.text(
            _("Nothing yet. A test that fails inside its frame teaches as much as one that works.")
        )
