"""The acts on an experiment, each a command made from ``explog.domain.acts``.

Its options are named as the questions of the act.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explog.cli.asking.voice import is_asking
from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.done import say_done
from explog.cli.spelling import LISTED, POSITIONAL, REPEATED, asked, metavar
from explog.cli.typed import Typed
from explog.domain.acts import BY_NAME, Act
from explog.domain.numbers import said_number
from explog.errors import UsageError
from explog.locale import _

if TYPE_CHECKING:
    import click

    from explog.cli.session import Session
    from explog.domain.experiment import Experiment
    from explog.journal.journal import Done, Journal

PREFIX = "answer_"
"""Before the name of an answer's parameter, so that no option that stands everywhere shares it."""

MANY = " "
"""The gap between the values of one answer on the command line."""


def command(name: str) -> Command:
    """The command of the act called *name*."""
    act = BY_NAME[name]
    first = POSITIONAL.get(name)
    params: list[click.Parameter] = [argument("key", _("KEY"), shell_complete=keys)]
    if first is not None:
        question = act.question(first)
        params.append(argument(PREFIX + first, metavar(question), required=False, many=True))
    params.extend(
        asked(question, PREFIX + question.name)
        for question in act.questions
        if question.name != first
    )
    sections = [
        (_(step.title), [PREFIX + question.name for question in step.questions])
        for step in act.steps
    ]
    kind = ActCommand if name == "observe" else Command

    def run(session: Session, *, key: str, **given: Any) -> None:  # noqa: ANN401 - click's values
        answers = _answers(
            act, {name.removeprefix(PREFIX): value for name, value in given.items() if value}
        )
        if not is_asking(session) or not _asked(session, act, key, answers):
            (_observe if act.name == "observe" else _do)(session, act, key, answers)

    return kind(name, run, *params, about=act.help, sections=sections)


class ActCommand(Command):
    """A command whose words may be negative numbers, which look like options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, a minus before digits written as a real minus sign."""
        return super().parse_args(ctx, [re.sub(r"^-(?=[\d.,])", "−", word) for word in args])


def _answers(act: Act, given: dict[str, Any]) -> dict[str, Any]:
    """Raw answers for the journal from the values of the options."""
    typed = Typed()
    answers: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, str):
            answers[name] = typed.text(value)
        elif name in LISTED or name == "value":
            answers[name] = typed.lines(value)
        elif act.question(name).kind in REPEATED:
            answers[name] = ",".join(typed.lines(value))
        else:  # the words that follow the key
            answers[name] = typed.text(value[0]) if len(value) == 1 else MANY.join(value)
    return answers


def _do(session: Session, act: Act, key: str, answers: dict[str, Any]) -> None:
    """Do the act and say so."""
    journal = session.journal(key)
    name = _meant(act, journal, key)
    done = journal.act(name, key, **answers)
    happened = "" if act.is_transition else told_kept(journal, done.key)
    say_done(session, journal, done.key, happened, resembling=act.name == "plan")


def _asked(session: Session, act: Act, key: str, answers: dict[str, Any]) -> bool:
    """Ask in lines for what *answers* lack; False where they are enough."""
    from explog.cli.asking.entry import asked_act, lacks

    journal = session.journal(key)
    meant = BY_NAME[_meant(act, journal, key)]
    asks = (
        not answers.get("value") if act.name == "observe" else lacks(journal, meant, key, answers)
    )
    if asks:
        asked_act(session, journal, meant, key, answers)
    return asks


def _meant(act: Act, journal: Journal, key: str) -> str:
    """The act that is meant: reopening something shelved takes it up again as an idea."""
    if act.name == "reopen" and journal.experiment(key).state in BY_NAME["reopen_idea"].sources:
        return "reopen_idea"
    return act.name


def told_kept(journal: Journal, key: str) -> str:
    """What was written down, as the history tells it."""
    from explog.journal.telling import story

    return _("Kept in {key}: {what}.").format(
        key=key, what=story(journal, key)[-1].sentence.rstrip(".")
    )


def _observe(session: Session, act: Act, key: str, answers: dict[str, Any]) -> None:
    """Keep one value, or several that each name their day; all of them or none."""
    journal = session.journal(key)
    values = answers.pop("value", []) or [""]
    if len(values) > 1 and not all("=" in value for value in values):
        said = _("Several values need a day each: explog observe {key} 12/10=4 19/10=3")
        raise UsageError(said.format(key=key))
    with journal.store.writing():
        kept = [_observed(journal, act, key, value, answers) for value in values]
    say_done(session, journal, kept[-1].key, values_kept(journal, kept))
    if not session.json and "of_measure" not in answers:
        notice_met(journal.experiment(key), said_number(values[-1].rpartition("=")[2]))


def _observed(journal: Journal, act: Act, key: str, value: str, answers: dict[str, Any]) -> Done:
    """Keep one *value*, which may name its day: ``12/10=4``."""
    day, _equals, number = value.rpartition("=")
    given = {**answers, "value": number}
    return journal.act(act.name, key, **(given | ({"date": day} if day else {})))


def values_kept(journal: Journal, kept: list[Done]) -> str:
    """The value that was kept and its day, or how many were."""
    from explog.cli.pages.layout import day, number

    experiment = journal.experiment(kept[-1].key)
    if len(kept) > 1:
        said = _("{key}: {n} observations are written down.")
        return said.format(key=experiment.key, n=len(kept))
    written = {path.split("/")[1] for path in kept[0].event.changes}
    one = next(item for item in experiment.observations if item.id in written)
    unit = next(measure.unit for measure in experiment.measures if measure.id == one.measure)
    said = _("{key}: {value} on {day} is written down.").format(
        key=experiment.key, value=number(one.value, unit), day=day(one.date.isoformat())
    )
    replaced = kept[0].event.changes[f"observations/{one.id}/value"].over
    return said + " " + _("It replaces the value of that day.") if replaced else said


def notice_met(experiment: Experiment, value: float) -> None:
    """Say which stop criteria the last *value* meets; explog never pauses by itself."""
    from explog.cli.output import talk
    from explog.domain.progress import met_criteria

    measure = experiment.primary_measure
    if measure is None or experiment.cycle is None:
        return
    met = set(met_criteria(experiment, measure, value))
    command = f"explog pause {experiment.key} --pause-reason stop_criterion"
    for number, criterion in enumerate(experiment.stop_criteria_of(experiment.cycle), 1):
        if criterion.id in met:
            said = _("A stop criterion is met: {criterion}. Pause now: {command}")
            talk(
                said.format(
                    criterion=criterion.text, command=f"{command} --stop-criterion {number}"
                )
            )
