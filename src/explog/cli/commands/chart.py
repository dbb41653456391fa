"""``explog chart``: the run chart of a measure as a picture that needs nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from explog.cli.command import Command, argument, option
from explog.cli.completing import keys
from explog.cli.output import out, talk
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.series import Series


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
    from explog.exchange.svg_chart import svg

    series = series_for(session, key, measure)
    picture = svg(series, key=session.journal(key).experiment(key).key)
    if output is None or output == "-":
        out(picture)
        return
    path = Path(output).expanduser()
    try:
        path.write_text(picture, encoding="utf-8")
    except OSError as cause:
        said = _("{file} cannot be written: {reason}")
        raise UsageError(said.format(file=output, reason=cause.strerror or cause)) from cause
    talk(_("The chart is in {file}.").format(file=output))


def series_for(session: Session, key: str, measure: str | None) -> Series:
    """The series of the measure that is meant.

    Raises:
        Refused: When the experiment has no measure.
    """
    from explog.domain.series import series_of
    from explog.journal.observing import measure_of

    journal = session.journal(key)
    found = measure_of(journal, key, measure)
    return series_of(journal.experiment(key), journal.thresholds(), found)
