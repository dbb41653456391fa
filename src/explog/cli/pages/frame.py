"""The frame of an experiment's last cycle and the six conditions S1–S6, as a part of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.marks import word
from explog.cli.pages.layout import day, joined, number
from explog.locale import Nn_, _, ngettext

if TYPE_CHECKING:
    from explog.cli.pages.layout import Page

    Record = dict[str, Any]

SIGNS = {"met": ("✓", "green"), "not_met": ("✗", "red"), "unknown": ("?", "dim")}
"""The sign and the colour of a condition's answer."""


UNITS = {
    "minutes": Nn_("{n} minute", "{n} minutes"),
    "hours": Nn_("{n} hour", "{n} hours"),
    "days": Nn_("{n} working day", "{n} working days"),
}
"""The units of reaction times, counted."""


def frame(page: Page, record: Record, cycle: Record) -> None:
    """Limits, last day, stop criteria and way back; what holds and what does not."""
    limits = [one for one in record["limits"] if one["cycle"] == cycle.get("id")]
    criteria = [one for one in record["stop_criteria"] if one["cycle"] == cycle.get("id")]
    judged = record["derived"]["conditions"]
    if not (limits or criteria or judged or cycle.get("last_day")):
        return
    page.heading(_("The frame"))
    page.pairs(
        [
            *((_("At most"), _limit(limit)) for limit in limits),
            (_("Last day"), _last_day(record, cycle)),
            *((_("We stop if …"), _criterion(criterion)) for criterion in criteria),
            (_("Who may stop it?"), cycle.get("who_may_stop") or ""),
            (_("The way back"), _way_back(cycle.get("way_back") or {})),
        ]
    )
    conditions(page, judged)


def conditions(page: Page, judged: list[Record]) -> None:
    """Conditions, each with its sign, its title and why."""
    for one in judged:
        sign, style = SIGNS[one["met"]]
        said = f"{one['code']} {one['title']}: {word('Met', one['met'])} – {one['reason']}"
        page.marked(sign, said, style=style)


def _limit(limit: Record) -> str:
    """``1 crew (it came to 1)``."""
    said = number(limit["max"], limit["unit"])
    if limit["actual"] is None:
        return said
    return _("{limit} (it came to {actual})").format(limit=said, actual=number(limit["actual"]))


def _last_day(record: Record, cycle: Record) -> str:
    """The last day, and from when it was moved."""
    if not cycle.get("last_day"):
        return ""
    moved = [one for one in record["extensions"] if one["cycle"] == cycle["id"]]
    said = day(cycle["last_day"])
    if moved:
        said += " " + _("(moved from {day})").format(day=day(moved[0]["old"]))
    return said


def _criterion(criterion: Record) -> str:
    """A stop criterion with its reaction time, and what came of it."""
    said = _("{criterion} (react within {time})").format(
        criterion=criterion["text"], time=reaction(criterion["reaction_time"], criterion["unit"])
    )
    met = _("met {day}").format(day=day(criterion["met_on"])) if criterion["met_on"] else ""
    reacted = criterion["reacted_on"]
    return joined(said, met, _("reacted {day}").format(day=day(reacted)) if reacted else "")


def reaction(time: int, unit: str) -> str:
    """``the same day``, ``1 working day``, ``10 minutes``."""
    if time == 0:
        return _("the same day") if unit == "days" else _("at once")
    one, many = UNITS[unit]
    return ngettext(one, many, time).format(n=time)


def _way_back(way_back: Record) -> str:
    """The plan, and how it went."""
    parts = [way_back.get("plan") or ""]
    if way_back.get("tested_on"):
        parts.append(_("tried out {day}").format(day=day(way_back["tested_on"])))
    if way_back.get("status") not in {None, "not_started"}:
        status = word("WayBackStatus", way_back["status"])
        parts.append(f"{status} {day(way_back['done_on'])}".strip())
    return joined(*parts)
