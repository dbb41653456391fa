"""The acts on an experiment, each a command made from ``explog.domain.acts.catalogue``.

Its options are named as the questions of the act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.asking.voice import is_asking
from explog.cli.command import Command, argument
from explog.cli.completing import keys
from explog.cli.done import say_done
from explog.cli.kept import told_kept
from explog.cli.spelling import LISTED, POSITIONAL, REPEATED, asked, metavar
from explog.cli.typed import Typed
from explog.domain.acts.catalogue import BY_NAME, Act
from explog.locale import _

if TYPE_CHECKING:
    import click

    from explog.cli.session import Session
    from explog.journal.journal import Journal

PREFIX = "answer_"
"""Before the name of an answer's parameter, so that no option that stands everywhere shares it."""

MANY = " "
"""The gap between the values of one answer on the command line."""


def command(name: str) -> Command:
    """The command of the act called *name*."""
    act = BY_NAME[name]

    def run(session: Session, *, key: str, **given: Any) -> None:  # noqa: ANN401 - click's values
        answers = answers_of(act, given)
        if not is_asking(session) or not asked_for(session, act, key, answers):
            _do(session, act, key, answers)

    return Command(name, run, *params_of(act), about=act.help, sections=sections_of(act))


def params_of(act: Act) -> list[click.Parameter]:
    """The key, the answer that needs no option, and an option for each other question of *act*."""
    first = POSITIONAL.get(act.name)
    params: list[click.Parameter] = [argument("key", _("KEY"), shell_complete=keys)]
    if first is not None:
        question = act.question(first)
        params.append(argument(PREFIX + first, metavar(question), required=False, many=True))
    params.extend(
        asked(question, PREFIX + question.name)
        for question in act.questions
        if question.name != first
    )
    return params


def sections_of(act: Act) -> list[tuple[str, list[str]]]:
    """The steps of *act* with the parameters of their questions."""
    return [
        (_(step.title), [PREFIX + question.name for question in step.questions])
        for step in act.steps
    ]


def answers_of(act: Act, given: dict[str, Any]) -> dict[str, Any]:
    """Raw answers for the journal from the values of the parameters."""
    return _answers(
        act, {name.removeprefix(PREFIX): value for name, value in given.items() if value}
    )


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
    if act.name == "start":
        _tell_size(journal, done.key)
    happened = "" if act.is_transition else told_kept(journal, done.key)
    say_done(session, journal, done.key, happened, resembling=act.name == "plan")


def _tell_size(journal: Journal, key: str) -> None:
    """Say when the test is larger than what is known speaks for; a hint, nothing more."""
    from explog.cli.output import talk
    from explog.domain.judging.size_advice import advice

    found = advice(journal.experiment(key))
    if found is not None and found.is_larger:
        talk(found.warning)


def asked_for(session: Session, act: Act, key: str, answers: dict[str, Any]) -> bool:
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
