"""What was kept, in words: one thing, values of a measure, and what these meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.hinting import on_log
from explog.cli.output import talk
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from explog.domain.judging.notices import Notice
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Done, Journal


def told_kept(journal: Journal, key: str) -> str:
    """What was written down, as the history tells it."""
    from explog.journal.story import story

    return _("Kept in {key}: {what}.").format(
        key=key, what=story(journal, key)[-1].sentence.rstrip(".")
    )


def values_kept(journal: Journal, done: Done) -> str:
    """The value that was kept and its day, or how many were; and how many replace another."""
    from explog.cli.pages.layout import day, number

    experiment = journal.experiment(done.key)
    written = {path.split("/")[1] for path in done.event.changes}
    kept = [one for one in experiment.observations if one.id in written]
    values = [done.event.changes.get(f"observations/{one.id}/value") for one in kept]
    replaced = sum(bool(change and change.over) for change in values)
    if len(kept) == 1:
        one = kept[0]
        unit = next(measure.unit for measure in experiment.measures if measure.id == one.measure)
        said = _("{key}: {value} on {day} is written down.").format(
            key=experiment.key, value=number(one.value, unit), day=day(one.date.isoformat())
        )
        return said + " " + _("It replaces the value of that day.") if replaced else said
    days = sorted(one.date.isoformat() for one in kept)
    said = _("{key}: {n} observations are written down, {first} to {last}.").format(
        key=experiment.key, n=len(kept), first=day(days[0]), last=day(days[-1])
    )
    if replaced:
        some = ngettext("{n} replaces another value.", "{n} replace other values.", replaced)
        said += " " + some.format(n=replaced)
    return said


def tell_notices(experiment: Experiment, written: set[str]) -> None:
    """Say what the observations *written* meet, with the two commands; nothing pauses by itself."""
    from explog.domain.judging.notices import open_notices

    for notice in open_notices(experiment):
        if notice.observation.id in written:
            talk(notice_lines(experiment.key, notice))


def notice_lines(key: str, notice: Notice) -> str:
    """One notice: what happened and the two ways on."""
    day = notice.observation.date.isoformat()
    why = _("because …")
    dismiss = on_log(f'explog dismiss {key} "{why}"')
    pause = f"explog pause {key} --pause-reason other"
    if notice.criterion is not None:
        pause = (
            f"explog pause {key} --pause-reason stop_criterion "
            f"--stop-criterion {notice.number} --met-on {day}"
        )
    pause = on_log(pause)
    lines = [
        notice.sentence,
        "  " + _("Pause now: {command}").format(command=f'{pause} --reason "{why}"'),
        "  " + _("Not met: {command}").format(command=f"{dismiss} --met-on {day}"),
    ]
    return "\n".join(lines)
