"""``explog observe``: one measurement, several in a row, or a file; all of them or none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explog.cli.asking.voice import is_asking
from explog.cli.command import Command, option
from explog.cli.commands.acts import PREFIX, answers_of, asked_for, params_of, sections_of
from explog.cli.done import say_done
from explog.cli.kept import tell_notices, values_kept
from explog.cli.output import out, talk
from explog.cli.typed import Typed
from explog.domain.acts.catalogue import BY_NAME
from explog.errors import InvalidError, Problem, UnchangedError, UsageError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click

    from explog.cli.session import Session
    from explog.domain.acts.entering import Entered
    from explog.domain.naming.vocabulary_learning import Frequency
    from explog.domain.record.evidence import Measure
    from explog.journal.journal import Journal

WINDOWS = "cp1252"
"""What a Danish spreadsheet writes when it does not write UTF-8."""

SEVERAL = ("start", "every", "csv")
"""The parameters of entering several values at once."""


def command(name: str) -> Command:
    """Build the command."""
    act = BY_NAME["observe"]
    params = params_of(act)
    measure = next(param for param in params if param.name == PREFIX + "of_measure")
    measure.opts.insert(0, "--measure")
    several = [
        option("--from", "start", metavar=_("DAY"), about=_("The day or week of the first value.")),
        option(
            "--every",
            metavar="day|week|two_weeks|month",
            about=_("How far apart the values lie; as often as is measured when left out."),
        ),
        option(
            "--csv",
            metavar=_("FILE"),
            about=_("Read date, value, n and note from a CSV file; - for standard input."),
        ),
    ]
    about = _(
        "Write down measurements.\n\n"
        "One: explog observe AMB-01 12,5. Several with their days: 12/10=4 19/10=3. "
        "In a row: explog observe AMB-01 12 14 . 11 --from 2026-W40; a point leaves its day out. "
        "A day that has a value already gets the new one; undo takes all of it back."
    )
    sections = [*sections_of(act), (_("Several at once"), SEVERAL)]
    return ObserveCommand(name, observe, *params, *several, about=about, sections=sections)


class ObserveCommand(Command):
    """A command whose words may be negative numbers, which look like options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, a minus before digits written as a real minus sign."""
        return super().parse_args(ctx, [re.sub(r"^-(?=[\d.,])", "−", word) for word in args])


def observe(
    session: Session,
    *,
    key: str,
    start: str | None,
    every: str | None,
    csv: str | None,
    **given: Any,  # noqa: ANN401 - click's values
) -> None:
    """Read what was given, write all of it down, and say what it meets."""
    from explog.domain.acts.entering import in_a_row
    from explog.journal.observing import Sheet, measure_of, record

    act = BY_NAME["observe"]
    answers = answers_of(act, given)
    if csv is None and is_asking(session) and asked_for(session, act, key, answers):
        return
    values: list[str] = answers.get("value", [])
    if (csv is None) is not bool(values):
        raise UsageError(
            _("Give values, or a file with --csv: explog observe {key} 12,5").format(key=key)
        )
    journal = session.journal(key)
    measure = measure_of(journal, key, answers.get("of_measure"))
    if csv is not None:
        read = _from_file(session, csv)
    elif start is not None:
        rhythm = _rhythm(key, measure, start, every, len(values))
        n = answers.get("n", "")
        read = _with_note(in_a_row(values, start, rhythm, session.today, n), answers)
    else:
        read = _each(session, key, values, answers)
    if read.problems:
        raise InvalidError(read.problems)
    try:
        done = record(journal, key, [Sheet(measure.id, read.entries)])
    except UnchangedError as same:  # the same file again is nothing wrong
        _say_same(session, journal, key, same)
        return
    say_done(session, journal, done.done.key, values_kept(journal, done.done))
    if not session.json:
        tell_notices(journal.experiment(key), {one.id for one in done.kept})


def _say_same(session: Session, journal: Journal, key: str, same: UnchangedError) -> None:
    """Say that all of it stands there already, or give the record as it is."""
    if session.json:
        say_done(session, journal, key)
    else:
        out(str(same))


def _from_file(session: Session, name: str) -> Entered:
    """The rows of the CSV file *name*; a dash is standard input."""
    from explog.domain.acts.entering import from_csv
    from explog.exchange.files import content

    if name == "-":
        raw = Typed().text(name).encode("utf-8", "surrogateescape")
    else:
        raw = content(Path(name).expanduser())
    return from_csv(_decoded(raw, name), session.today)


def _decoded(raw: bytes, name: str) -> str:
    """The text of the file *name*; what is no UTF-8 is read as Windows writes it, and said so.

    Raises:
        InvalidError: When it is neither.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = raw.decode(WINDOWS)
    except UnicodeDecodeError as cause:
        raise InvalidError([Problem(name, _("is no text that explog can read"))]) from cause
    talk(_("{file} is not UTF-8; it was read as Windows text (cp1252).").format(file=name))
    return text


def _rhythm(key: str, measure: Measure, start: str, every: str | None, count: int) -> Frequency:
    """How far the values lie apart: as said, as the measure is taken, or by the week.

    Raises:
        UsageError: When nothing says it.
    """
    from explog.domain.naming.labels import choice_of
    from explog.domain.naming.vocabulary_learning import Frequency

    if every:
        try:
            found = choice_of(Frequency, every)
        except ValueError as cause:
            raise UsageError(_("{option}: {said}").format(option="--every", said=cause)) from cause
    else:
        found = measure.frequency or Frequency.EVENT
    if found is not Frequency.EVENT:
        return found
    if count <= 1 or re.search(r"(?i)uge|week|w\d", start):
        return Frequency.WEEK
    said = _("How far apart? Say --every week, or how often it is measured: {command}")
    number = _("explog set {key} measures/1/frequency=week").format(key=key)
    raise UsageError(said.format(command=number))


def _each(session: Session, key: str, values: Sequence[str], answers: dict[str, Any]) -> Entered:
    """Values that each name their day, or one value of the day that is said."""
    from explog.domain.acts.entering import Entered, read_cells

    if len(values) > 1 and not all("=" in value for value in values):
        said = _(
            "Several values need their days: --from for the first, or one each: "
            "explog observe {key} 12/10=4 19/10=3"
        )
        raise UsageError(said.format(key=key))
    read = Entered()
    for typed in values:
        day, _equals, value = typed.rpartition("=")
        date = day or answers.get("date") or session.today.isoformat()
        row = {"date": date, "value": value}
        row |= {name: answers[name] for name in ("n", "note") if name in answers}
        entry, wrong = read_cells(row, session.today)
        read.problems += [Problem(typed, said) for said in wrong.values()]
        if entry is not None:
            read.entries = [one for one in read.entries if one.day != entry.day] + [entry]
    return read


def _with_note(read: Entered, answers: dict[str, Any]) -> Entered:
    """*read* with the note that was given for all of them."""
    from dataclasses import replace

    note = answers.get("note")
    if note:
        read.entries = [replace(entry, note=note) for entry in read.entries]
    return read
