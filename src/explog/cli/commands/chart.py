"""``explog chart``: the run chart of a measure as a picture that needs nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, option
from explog.cli.completing import keys
from explog.cli.output import out, out_json, talk
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.charts.series import Point, Series


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        chart,
        argument("key", _("KEY"), shell_complete=keys),
        option(
            "--measure",
            metavar=_("TEXT"),
            about=_("Which measure: its number or its name; the primary one when left out."),
        ),
        option(
            "-o",
            "--output",
            metavar=_("FILE"),
            about=_("Where to write it; standard output when left out."),
        ),
        about=_(
            "Write the run chart of a measure as SVG.\n\n"
            "It holds everything it needs, also the words for those who do not see it, and prints "
            "well in black and white. For the same in the terminal: explog show KEY --chart"
        ),
    )


def chart(session: Session, *, key: str, measure: str | None, output: str | None) -> None:
    """Write the picture."""
    from explog.exchange.files import save
    from explog.exchange.svg_chart import svg

    series = series_for(session, key, measure)
    called = session.journal(key).experiment(key).key
    picture = svg(series, key=called)
    if session.json:
        if output is not None:
            raise UsageError(_("The picture or its facts: leave out --output or --json."))
        out_json(facts(series, called))
        return
    if output is None or output == "-":
        out(picture)
        return
    save([picture], Path(output).expanduser())
    talk(_("The chart is in {file}.").format(file=output))


def facts(series: Series, key: str) -> dict[str, object]:
    """What the chart of the experiment *key* shows, as plain values; days as ``YYYY-MM-DD``."""
    reading = series.reading
    return {
        "key": key,
        "measure": series.name,
        "unit": series.unit or None,
        "points": [_point(point) for point in series.by_day],
        "median": series.centre,
        "median_is_frozen": series.centre_is_frozen,
        "target": series.target,
        "signal": reading.signal.value if reading else None,
        "cycles": [
            {"started_on": first.isoformat(), "ended_on": last.isoformat() if last else None}
            for first, last in series.cycles
        ],
        "annotations": [
            {"date": day.isoformat(), "text": text}
            for day, text in zip(series.marks, series.told, strict=True)
        ],
    }


def _point(point: Point) -> dict[str, object]:
    """One observation as plain values."""
    return {
        "date": point.day.isoformat(),
        "value": point.value,
        "n": point.n,
        "note": point.note or None,
        "phase": point.phase.value,
        "is_signal": point.is_signal,
    }


def series_for(session: Session, key: str, measure: str | None) -> Series:
    """The series of the measure that is meant.

    Raises:
        Refused: When the experiment has no measure.
    """
    from explog.domain.charts.series import series_of
    from explog.journal.observing import measure_of

    journal = session.journal(key)
    found = measure_of(journal, key, measure)
    return series_of(journal.experiment(key), journal.thresholds(), found)
