"""Where a command asks in lines for what was not given with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.asking.conversation import converse
from explog.cli.asking.first import has_workplace, idea_form, workplace_form
from explog.cli.asking.forms import form_of
from explog.cli.asking.keeping import Kept
from explog.cli.asking.voice import say
from explog.cli.kept import tell_notices, told_kept, values_kept
from explog.domain.acts.answers import words
from explog.domain.acts.catalogue import BY_NAME
from explog.domain.acts.questions import Answer
from explog.domain.judging.verdicts import outcome
from explog.domain.naming.labels import choice_of, state_word
from explog.journal.references import Reader
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.asking.forms import Answers, Form
    from explog.cli.session import Session
    from explog.domain.acts.catalogue import Act
    from explog.journal.journal import Done, Journal

OF_SEVERAL = frozenset({"actuals", "reactions"})
"""Answers that stand for several questions."""


def lacks(journal: Journal, act: Act, key: str, answers: dict[str, Any]) -> bool:
    """Whether the act called for with *answers* has something to ask.

    Raises:
        ExplogError: When it cannot happen now, or an answer cannot be understood.
    """
    return bool(act.questions) and (not answers or bool(journal.missing(act.name, key, **answers)))


def asked_act(
    session: Session, journal: Journal, act: Act, key: str, answers: dict[str, Any]
) -> Done | None:
    """Ask what *act* needs beside *answers*, save it and say so; None when the person left."""
    done = held(session, form_of(journal, act.name, key), _given(journal, act, key, answers))
    if done is not None:
        say_done(session, journal, done)
    return done


def asked_idea(session: Session, workplace: str | None, answers: Answers) -> Done | None:
    """Ask for an idea, save it and say under which key; None when the person left."""
    if (
        not has_workplace(session)
        and held(session, workplace_form(session, workplace or ""), {}) is None
    ):
        return None
    done = held(session, idea_form(session, workplace), answers)
    if done is not None:
        say_done(session, session.journal(), done)
    return done


def held(session: Session, form: Form, given: Answers) -> Done | None:
    """Ask *form*; what was typed waits for the next time where the person leaves."""
    return converse(form, Kept(session.path), given)


def _given(journal: Journal, act: Act, key: str, answers: dict[str, Any]) -> Answers:
    """*answers* of the command line by the questions that are asked here."""
    from explog.tui.heard import written

    given = {
        name: _typed(act, name, raw) for name, raw in answers.items() if name not in OF_SEVERAL
    }
    several = {name: raw for name, raw in answers.items() if name in OF_SEVERAL}
    if several:
        reader = Reader(journal.store, journal.experiment(key), journal.clock.today())
        given |= {name: written(value) for name, value in reader.read(act, several).items()}
    alike = given.pop("frame_check", "")
    if alike:
        checks = [one.name for one in act.questions if one.name.startswith("check_")]
        given = {**dict.fromkeys(checks, alike), **given}
    return given


def _typed(act: Act, name: str, raw: Any) -> str:  # noqa: ANN401 - a raw answer
    """One answer as it would be typed here: choices by their value, lists one a line."""
    question = act.question(name)
    said = raw if isinstance(raw, str) else "\n".join(raw)
    if question.choices is None:
        return said
    parts = words(said) if question.kind is Answer.CHOICES else [said]
    try:
        return ", ".join(choice_of(question.choices, part).value for part in parts)
    except ValueError:
        return said  # saving says what is wrong with it


def say_done(session: Session, journal: Journal, done: Done) -> None:
    """Say what happened, which stop criteria it meets, and the next step."""
    from explog.cli.done import next_step

    say(_happened(journal, done))
    experiment = journal.experiment(done.key)
    if done.act == "observe":
        tell_notices(experiment, {path.split("/")[1] for path in done.event.changes})
    say(next_step(session, experiment))


def _happened(journal: Journal, done: Done) -> str:
    """What happened, in one sentence without signs."""
    if done.act == "jot":
        return _("{key} is written down.").format(key=done.key)
    if done.act == "observe":
        return values_kept(journal, done)
    if done.act not in BY_NAME or not BY_NAME[done.act].is_transition:
        return told_kept(journal, done.key)
    experiment = journal.experiment(done.key)
    word = state_word(experiment.state.value, outcome(experiment).value)
    return _("{key} is now: {state}.").format(key=done.key, state=word)
