"""What stands below the title of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.reviews.agenda import agenda_of
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.domain.record.material import Material, Period
    from explog.domain.record.review import Review

Pairs = list[tuple[str, str]]


def held(review: Review, material: Material) -> Pairs:
    """Of a meeting that was held: what, when, who as a count, and how long it took."""
    pairs = _named(review, material)
    if review.participants_n:
        n = review.participants_n
        said = ngettext("{n} person", "{n} people", n).format(n=n)
        pairs.append((_("Took part"), said))
    if review.minutes:
        pairs.append((_("Time used"), minutes_said(review.minutes)))
    return pairs


def planned(review: Review, material: Material) -> Pairs:
    """Of a meeting that is planned."""
    return _named(review, material)


def people_said(review: Review) -> str:
    """How many people it is for."""
    agenda = agenda_of(review.kind)
    if agenda.most is None:
        fit = _("{n} or more").format(n=agenda.fewest)
    else:
        fit = _("{n} to {most}").format(n=agenda.fewest, most=agenda.most)
    if not review.participants_n:
        return fit
    n = review.participants_n
    said = ngettext("{n} person expected; made for {fit}", "{n} people expected; made for {fit}", n)
    return said.format(n=n, fit=fit)


def minutes_said(n: int) -> str:
    """*n* minutes, in words."""
    return ngettext("{n} minute", "{n} minutes", n).format(n=n)


def period_said(period: Period) -> str:
    """The days of *period*."""
    return _("{first} – {last}").format(first=shown_day(period.since), last=shown_day(period.until))


def _named(review: Review, material: Material) -> Pairs:
    """Key and kind, day, workplaces and period."""
    homes = " · ".join(name for ident in review.workplaces if (name := material.home(ident)))
    pairs = [
        (_("Meeting"), f"{review.key} · {label(review.kind)}"),
        (_("Day"), shown_day(review.date)),
    ]
    if homes:
        pairs.append((_("Workplace") if len(review.workplaces) == 1 else _("Workplaces"), homes))
    if review.since and review.until:
        span = f"{shown_day(review.since)} – {shown_day(review.until)}"
        pairs.append((_("Period"), span))
    return pairs
