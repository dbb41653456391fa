"""The single numbers of Insights: verdicts, learning, value, scale, the mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explog.domain.insights import words
from explog.domain.insights.mirror import spoken
from explog.domain.naming.labels import GLYPHS
from explog.domain.naming.labels_plural import PLURALS
from explog.domain.safe import safe
from explog.locale import N_, _, ngettext
from explog.tui.filters import Filter
from explog.tui.widgets.bars import eighths, points
from explog.tui.widgets.doors import Door
from explog.tui.widgets.insight_panel import InsightPanel, Row, Table, door
from explog.tui.widgets.pieces import padded, run, word, wrapped

if TYPE_CHECKING:
    from explog.domain.insights.all_insights import Cell, Insights, Ladder, Question
    from explog.tui.widgets.panel import Sheet

_VERDICTS = {
    "safe": N_("inside\nthe frame"),
    "no_net": N_("without\na net"),
    "unsafe": N_("outside\nthe frame"),
}
_SIDES = {"worked": N_("worked"), "failed": N_("failed")}
_TONES = {
    "worked": ("bold $worked", "bold $foreground", "bold $outside"),
    "failed": ("bold $safely", "bold $no-net", "bold $outside"),
}
_QUARTERS = 12


class BoardPanel(InsightPanel):
    """Worked or failed; inside the frame, without a net, or outside."""

    code = "board"
    empty: ClassVar[str] = N_(
        "Nothing is decided yet. When a test ends and you adopt or abandon it, it is counted here."
    )

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """The 2x3 board, and what it means in words."""
        if not page.decided.count:
            return
        rows = [
            Row(word(_(told)), [page.board[side, verdict] for verdict in _VERDICTS], _TONES[side])
            for side, told in _SIDES.items()
        ]
        heads = [_(told) for told in _VERDICTS.values()]
        Table("board", heads, (), rows).lay(sheet, width)
        if page.failed.of:
            told = word(words.failed(page), "$safely")
            sheet.add(padded(told, width), door(page.failed.cell, "failed_safely"))
        for side, told_side in _SIDES.items():
            waiting = page.board[side, "pending"]
            if waiting.count:
                said = _("{n} {side}, frame not yet assessed").format(
                    n=waiting.count, side=_(told_side)
                )
                sheet.add(padded(word(said, "$quiet"), width), door(waiting, "board"))
        if page.inconclusive.count:
            _counted(sheet, "inconclusive", page.inconclusive, width)


class NumbersPanel(InsightPanel):
    """Learning, speed, initiative and reuse, in sentences."""

    code = "learning_rate"
    empty: ClassVar[str] = N_(
        "Nothing is learned yet. What you write down about a test is counted here."
    )

    def title_of(self, glance: object) -> str:  # noqa: ARG002 - as every panel
        """What it is about."""
        return _("Learning")

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """One sentence for each number."""
        if page.is_empty:
            return
        for code, share in page.numbers.items():
            tone = "" if share.of else "$quiet"
            for n, line in enumerate(wrapped(words.sentence(code, page), width, 2)):
                told = padded(line.stylize(tone) if tone else line, width)
                sheet.add(told, door(share.cell, code) if n == 0 else None)


class ValuePanel(InsightPanel):
    """What was gained."""

    code = "value"
    empty: ClassVar[str] = N_(
        "No value is noted yet. When you decide, you can say what was gained."
    )

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """A bar for each kind of value."""
        everything, *kinds = page.value
        if not everything.total:
            return
        names = max(len(words.row_name(line.name)) for line in kinds) + 1
        most = max(1, *(line.total for line in kinds))
        for line in kinds:
            drawn = eighths(line.total / most, max(3, width - names - 5))
            told = run(padded(word(words.row_name(line.name)), names), word(drawn, "$worked"))
            told = run(padded(told, width - 4), f"{line.total or '·':>4}")
            sheet.add(padded(told, width), door(line.cells["count"], "value"))


class ScalePanel(InsightPanel):
    """How far what was adopted has come, and how many places use it."""

    code = "ladder"
    empty: ClassVar[str] = N_(
        "Nothing is in daily operation yet. "
        "What you adopt stands here, with the places that use it."
    )

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """Levels, what is not confirmed, coverage, places over time."""
        ladder = page.ladder
        if not ladder.everything.count:
            return
        for level in ("scaled", "spreading", "adopted"):
            _counted(sheet, level, ladder.levels[level], width)
        if ladder.unconfirmed.count:
            told = ngettext("! {n} not confirmed lately", "! {n} not confirmed lately", 2)
            line = word(told.format(n=ladder.unconfirmed.count), "$no-net")
            sheet.add(padded(line, width), door(ladder.unconfirmed, "unconfirmed"))
        _coverage(sheet, ladder, width)
        _over_time(sheet, ladder, width)


def _coverage(sheet: Sheet, ladder: Ladder, width: int) -> None:
    """The bar of places, and the same in words."""
    if ladder.potential:
        drawn = eighths(ladder.known / ladder.potential, width)
        sheet.lines.append(padded(word(drawn, "$worked on $surface"), width))
    sheet.add(padded(word(words.coverage(ladder)), width), door(ladder.everything, "coverage"))


def _over_time(sheet: Sheet, ladder: Ladder, width: int) -> None:
    """Places in operation at the end of each quarter."""
    shown = ladder.quarters[-_QUARTERS:]
    if len(shown) < 2:  # noqa: PLR2004 - one point is no line
        return
    drawn = points([0, *(places for _quarter, places in shown)], _QUARTERS + 1)[1:]
    told = _("{first} → {last}: {from_} → {to} places").format(
        first=words.quarter(shown[0][0]),
        last=words.quarter(shown[-1][0]),
        from_=shown[0][1],
        to=shown[-1][1],
    )
    line = run(word(drawn, "$worked"), "  ", word(told, "$quiet"))
    sheet.add(padded(line, width), Door(defines="places"))


def _counted(sheet: Sheet, name: str, cell: Cell, width: int) -> None:
    """Glyph, number and word; quiet where there is none."""
    told = ngettext(*PLURALS[name], cell.count).format(n=cell.count)
    tone = "$worked" if name in {"scaled", "spreading", "adopted"} else "$quiet"
    line = word(f"{GLYPHS[name]} {told}", tone if cell.count else "$quiet")
    code = "inconclusive" if name == "inconclusive" else "ladder"
    sheet.add(padded(line, width), door(cell, code))


class MirrorPanel(InsightPanel):
    """Questions to the team; gone where the numbers raise none."""

    code = "mirror"

    def lay(self, sheet: Sheet, page: Insights, width: int) -> None:
        """One question after the other."""
        for question in page.mirror:
            behind = _behind(question, page)
            for n, line in enumerate(wrapped(spoken(question), width, 3)):
                sheet.add(padded(line, width), behind if n == 0 else None)


def _behind(question: Question, page: Insights) -> Door:
    """What the question is asked about."""
    if question.query is not None:
        return Door(filter=Filter(spoken(question), question.query), defines="mirror")
    tasks = "\n".join(safe(line.name) for line in page.untouched)
    return Door(sentence=tasks, defines="mirror")
