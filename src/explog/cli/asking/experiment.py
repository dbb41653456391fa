"""One experiment in lines: what it says, its history, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asking.conversation import converse
from explog.cli.asking.entry import say_done
from explog.cli.asking.forms import form_of, told
from explog.cli.asking.hearing import shown
from explog.cli.asking.voice import BACK, HELP, attempt, heading, hear, say, say_why
from explog.cli.marks import word
from explog.domain.acts.catalogue import BY_NAME, acts_in
from explog.domain.naming.labels import state_word
from explog.journal.story import story
from explog.journal.telling import derived, next_act
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from explog.cli.asking.keeping import Kept
    from explog.cli.session import Session
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Done, Journal

EDIT = "edit"
"""The form that changes single fields."""


def visit(session: Session, ref: str, kept: Kept) -> None:
    """Stay with the experiment *ref* until the person goes back.

    Raises:
        NotFoundError: No such experiment.
        Left: When the person leaves explog.
    """
    journal = session.journal(ref)
    say(*_head(journal, journal.experiment(ref)))
    while True:
        doors = _doors(session, journal, ref, kept)
        say(_("What now?"))
        say(*(f"{number}. {words}" for number, (words, _do) in enumerate(doors, 1)))
        say(_("Type a number; b goes back."))
        typed = hear()
        if typed.casefold() == BACK:
            return
        if typed.isdecimal() and 1 <= int(typed) <= len(doors):
            attempt(doors[int(typed) - 1][1], say_why)
        elif typed and typed != HELP:
            said = _("Answer with a number from 1 to {n}, or with the word.")
            say(said.format(n=len(doors)))


def _doors(
    session: Session, journal: Journal, ref: str, kept: Kept
) -> list[tuple[str, Callable[[], object]]]:
    """What can be done, the next step first: words and what they do."""
    experiment = journal.experiment(ref)
    nearest = next_act(experiment, journal.clock.today().isoformat())
    acts = [BY_NAME[nearest], *(one for one in acts_in(experiment.state) if one.name != nearest)]
    doors: list[tuple[str, Callable[[], object]]] = [
        (_("Hear everything about it"), lambda: say(*_everything(journal, ref))),
        (_("Hear its history"), lambda: say(*_history(journal, ref))),
    ]
    for act in acts:
        doors += [
            (line, lambda name=act.name: _do(session, journal, name, ref, kept))  # type: ignore[misc]
            for line in told(act.spoken, act.help)
        ]
    doors.append((_("Change what is not locked"), lambda: _do(session, journal, EDIT, ref, kept)))
    return doors


def _do(session: Session, journal: Journal, name: str, ref: str, kept: Kept) -> Done | None:
    """Ask for the act *name* and say what it did."""
    done = converse(form_of(journal, name, ref), kept)
    if done is not None:
        say_done(session, journal, done)
    return done


def _head(journal: Journal, experiment: Experiment) -> list[str]:
    """Key and title, the state, what asks for attention."""
    facts = derived(journal, experiment)
    lines = [f"{experiment.key}, {experiment.title}"]
    lines += told(_("State"), state_word(facts["state"], facts["outcome"]))
    for kind, name in (("LiveFrame", "live_frame"), ("FrameVerdict", "frame_verdict")):
        if facts[name]:
            lines += told(_("The frame"), word(kind, facts[name]))
            break
    for code in facts["attention"]:
        lines += told(_("Attention"), word("Attention", code))
    return lines


def _everything(journal: Journal, ref: str) -> list[str]:
    """Every answer there is, each with its question; then what holds of the frame, and lessons."""
    from explog.tui.asked import EDIT as FIELDS
    from explog.tui.prefilled import prefilled

    experiment = journal.experiment(ref)
    form = form_of(journal, EDIT, ref)
    lines = _head(journal, experiment)
    for act in (FIELDS, BY_NAME["start"]):
        answers = prefilled(act, experiment, None)
        lines += [
            f"{heading(one.asked)} {shown(form, one, answers[one.name])}"
            for one in act.questions
            if one.name in answers
        ]
    for one in derived(journal, experiment)["conditions"]:
        met = word("Met", one["met"])
        lines += told(f"{one['code']} {one['title']}", f"{met}, {one['reason']}")
    for lesson in experiment.lessons:
        lines += told(_("Lesson"), lesson.we_learned or "")
    return lines


def _history(journal: Journal, ref: str) -> list[str]:
    """What happened, oldest first, each with its day."""
    from explog.cli.pages.layout import day

    return [f"{day(one.on)}: {one.sentence}" for one in story(journal, ref)]
