"""The measures of an experiment with a small chart each, as a part of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.chart import spark
from explog.cli.marks import word
from explog.cli.pages.layout import day, number
from explog.domain.charts.progress import current_words
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.cli.pages.layout import Page

    Record = dict[str, Any]

POINTS = 40
"""The latest observations drawn in a chart."""

SHOWN = 5
"""The latest observations told one by one."""


def evidence(page: Page, record: Record) -> None:
    """Every measure, the primary one first."""
    first = record["primary_measure"]
    measures = sorted(record["measures"], key=lambda measure: measure["id"] != first)
    if not measures:
        return
    page.heading(_("Measures"))
    for measure in measures:
        _measure(page, record, measure, is_primary=measure["id"] == first)


def _measure(page: Page, record: Record, measure: Record, *, is_primary: bool) -> None:
    """One measure: its name, how it moved, its chart and its latest observations."""
    taken = sorted(
        (one for one in record["observations"] if one["measure"] == measure["id"]),
        key=lambda one: one["date"],
    )
    about = [word("MeasureRole", measure["role"]), word("Direction", measure["direction"])]
    page.marked("·", f"{measure['name']} ({', '.join(about)})")
    if is_primary:
        _movement(page, record["derived"], measure)
    if not taken:
        page.text(_("No observations yet."), indent="    ")
        return
    values = [one["value"] for one in taken]
    chart = spark(values[-POINTS:])
    n = ngettext("{n} observation", "{n} observations", len(taken)).format(n=len(taken))
    bounds = f"{number(min(values))}–{number(max(values), measure['unit'])}"
    page.text(f"{chart}  {n} · {bounds}", indent="    ")
    latest = [f"{day(one['date'])}: {number(one['value'])}" for one in taken[-SHOWN:]]
    page.text(" · ".join(latest), indent="    ", style="dim")


def _movement(page: Page, derived: Record, measure: Record) -> None:
    """Baseline → now → target, progress and signal of the primary measure."""
    unit = measure["unit"]
    baseline = number(derived["baseline"], unit)
    if derived["baseline_is_stated"]:
        baseline = _("{value} (stated, not measured)").format(value=baseline)
    steps = [
        (_("baseline {value}"), baseline),
        ("{value}", _current(derived, unit)),
        (_("target {value}"), number(measure["target"], unit)),
    ]
    told = " → ".join(said.format(value=value) for said, value in steps if value)
    parts = [told, _progress(derived, unit)]
    if derived["signal"]:
        parts.append(_("signal: {signal}").format(signal=word("Signal", derived["signal"])))
    page.text(" · ".join(part for part in parts if part), indent="    ")


def _current(derived: Record, unit: str | None) -> str:
    """The current value and what it is the median of; empty without one."""
    if derived["current"] is None:
        return ""
    return current_words(number(derived["current"], unit), derived["current_of"])


def _progress(derived: Record, unit: str | None) -> str:
    """How far it has come, in percent of the way or else as a difference."""
    if derived["progress_percent"] is not None:
        return _("{share} of the way").format(share=number(derived["progress_percent"], "%"))
    if derived["difference"] is None:
        return ""
    return _("difference {value}").format(value=number(derived["difference"], unit))
