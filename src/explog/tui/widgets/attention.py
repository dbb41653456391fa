"""What needs a person's eye, most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from explog.domain.naming.labels import glyph, label
from explog.domain.naming.vocabulary_learning import Attention
from explog.locale import N_, _, ngettext
from explog.tui import filters
from explog.tui.widgets.days import days_since, for_days, short_day
from explog.tui.widgets.doors import Door
from explog.tui.widgets.panel import Panel, Sheet
from explog.tui.widgets.pieces import EMPTY, ends, padded, run, said, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from textual.content import Content

    from explog.domain.lists.overview import Item
    from explog.tui.glance import Glance

_ALARMING = {Attention.OUTSIDE_FRAME, Attention.PAST_LAST_DAY}
_URGENT = {
    Attention.REPORT_PENDING,
    Attention.AGREEMENT_OVERDUE,
    Attention.CLOSE_TO_LIMIT,
    Attention.CLOSE_TO_LAST_DAY,
}
_AGREEMENTS = {Attention.AGREEMENT_OVERDUE, Attention.AGREEMENT_DUE}
_ROOM_FOR_TITLE = 16
"""Cells; with less, a title would only be its beginning."""


class AttentionPanel(Panel):
    """One line for each thing that waits."""

    empty: ClassVar[str] = N_(
        "Nothing is waiting for you. What is overdue, ended or close to a limit will stand here."
    )

    def title_of(self, glance: Glance) -> str:
        """With how many."""
        count = glance.page.pressing
        return _("Needs attention · {n}").format(n=count) if count else _("Needs attention")

    def draw(self, glance: Glance, width: int) -> Sheet:
        """The most pressing ones, and a door to the rest."""
        items = glance.page.attention
        most = max(4, self.app.size.height // 5)
        count = glance.page.pressing
        shown = items if count <= most else items[: most - 1]
        sheet = Sheet()
        key = max((len(_key(item)) for item in shown), default=0)
        for item in shown:
            sheet.add(_line(item, glance, key, width), _door(item))
        sheet.add_rest(count - len(shown), Door(filter=filters.ATTENTION), width)
        return sheet


def _line(item: Item, glance: Glance, key: int, width: int) -> Content:
    """Glyph, key, what and since when; the title where there is room for some of it."""
    what = label(item.code)
    start = run(_glyph(item, glance), " ", padded(said(_key(item), "bold"), key), " ")
    told = run(start, what[:1].upper() + what[1:])
    when = _when(item, glance)
    if width - told.cell_length - when.cell_length >= _ROOM_FOR_TITLE:
        told = run(told, said(f" · {item.title}", "$quiet"))
    return ends(told, when, width)


def _key(item: Item) -> str:
    """The key of the experiment; an agreement about none goes by its own."""
    return item.about or item.key


def _glyph(item: Item, glance: Glance) -> Content:
    """What the line begins with."""
    if item.code in _ALARMING:
        return word("◆", "$outside")
    if item.code in _URGENT:
        return word("!", "bold $no-net")
    row = glance.by_key.get(item.key)
    return (
        word(glyph(row.state, row.outcome), tone(row.state, row.outcome))
        if row
        else word("·", "$quiet")
    )


def _when(item: Item, glance: Glance) -> Content:
    """Since when, or how long it has been so."""
    row = glance.by_key.get(item.key)
    if item.code is Attention.CLOSE_TO_LAST_DAY and row is not None and row.derived["last_day"]:
        left = -days_since(row.derived["last_day"], glance.today)
        said_left = ngettext("{n} day left", "{n} days left", left).format(n=left)
        return word(said_left if left else _("last day today"), "$quiet")
    if item.since is None:
        return EMPTY
    if item.code is Attention.AGREEMENT_OVERDUE:
        return word(_("since {day}").format(day=short_day(item.since, glance.today)), "$quiet")
    if item.code is Attention.AGREEMENT_DUE:
        return word(_("by {day}").format(day=short_day(item.since, glance.today)), "$quiet")
    since = days_since(item.since, glance.today)
    if item.code is Attention.PAST_LAST_DAY:
        since += 1  # days after the last day, as the experiment's own page counts them
    return word(for_days(since) if since else _("today"), "$quiet")


def _door(item: Item) -> Door:
    """The experiment it is about; for an agreement, its line on the page of agreements."""
    if item.code in _AGREEMENTS:
        return Door(agreement=item.key)
    return Door(experiment=item.key)
