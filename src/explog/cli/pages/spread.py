"""Daily operation, places and the conditions C1–C5, as a part of an experiment's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.chart import bar
from explog.cli.marks import word
from explog.cli.pages.frame import conditions
from explog.cli.pages.layout import day
from explog.cli.table import Cell
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.pages.layout import Page

    Record = dict[str, Any]


def spread(page: Page, record: Record) -> None:
    """Where it lives and whether it may be called scaled; nothing before it was adopted."""
    operation, derived = record["operation"], record["derived"]
    if not operation["since"] and not record["places"]:
        return
    page.heading(_("Daily operation and places"))
    page.pairs(
        [
            (_("In daily operation since"), day(operation["since"])),
            (_("Run by"), operation["owner_role"] or ""),
            (_("What others must not change"), operation["core"] or ""),
            (_("What you stopped doing"), operation["stopped_routine"] or ""),
            (_("Still works, confirmed on"), day(operation["confirmed_on"])),
            (_("In operation"), _fraction(derived)),
        ]
    )
    page.table([_place(place) for place in record["places"]], flexible=0, dropped=(3, 2))
    page.pairs([(place["name"], place["adapted"] or "") for place in record["places"]])
    conditions(page, derived["scale_conditions"])


def _fraction(derived: Record) -> str:
    """``▰▰▰▰▱▱▱ 4 of 7 · scaled``."""
    if not derived["fraction"]:
        return ""
    ladder = bar(derived["in_operation"] or 0, derived["potential"] or 0)
    level = word("Level", derived["level"]) if derived["level"] else ""
    said = " ".join(part for part in (ladder, derived["fraction"]) if part)
    return f"{said} · {level}" if level else said


def _place(place: Record) -> list[Cell]:
    """One place: name, how far it is, since when, who runs it."""
    return [
        Cell(place["name"]),
        Cell(word("PlaceStatus", place["status"])),
        Cell(day(place["since"])),
        Cell(place["owner_role"] or ""),
    ]
