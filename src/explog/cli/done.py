"""One calm line after an act: what happened and the next step; or the changed record as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.hinting import hint
from explog.cli.marks import mark
from explog.cli.output import is_watched, out, out_json
from explog.domain.safe import safe
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.session import Session
    from explog.domain.record.experiment import Experiment
    from explog.journal.journal import Journal


def say_done(
    session: Session, journal: Journal, key: str, happened: str = "", *, resembling: bool = False
) -> None:
    """Tell that the experiment *key* was changed.

    Args:
        session: Says whether words or JSON are wanted.
        journal: Where it was changed.
        key: The experiment's key.
        happened: What happened, in words; by default the state it is in now.
        resembling: Whether to tell which earlier experiments resemble it, in JSON or to a person.
    """
    from explog.journal.telling import whole

    if session.json:
        record = whole(journal, key)
        out_json(record | {"related": _related_json(session, record)} if resembling else record)
        return
    experiment = journal.experiment(key)
    out(safe(f"{happened or _is_now(experiment)} {next_step(session, experiment)}"))
    if resembling and is_watched():
        say_related(session, key)


def say_related(session: Session, key: str) -> None:
    """Tell which earlier experiments resemble *key*; nothing where none does."""
    from explog.cli.pages.related import related_lines, related_to

    library = session.library()
    lines = related_lines(related_to(library, library.record(key)))
    if lines:
        out(["", *lines])


def _related_json(session: Session, record: dict[str, Any]) -> list[dict[str, object]]:
    """The earlier experiments that resemble the one of *record*."""
    from explog.cli.pages.related import related_to

    return [one.as_json() for one in related_to(session.library(), record)]


def _is_now(experiment: Experiment) -> str:
    """The state *experiment* is in now."""
    from explog.domain.judging.verdicts import outcome

    sign, word, _style = mark(experiment.state.value, outcome(experiment).value)
    return _("{key} is now: {sign} {state}.").format(key=experiment.key, sign=sign, state=word)


def next_step(session: Session, experiment: Experiment) -> str:
    """What can be done next, with the command for it."""
    from explog.domain.acts.catalogue import BY_NAME
    from explog.domain.naming.vocabulary import State
    from explog.journal.telling import next_act

    if experiment.state is State.IN_REVIEW:
        return hint(_("Next: decide with explog adopt, adapt or abandon {key}.")).format(
            key=experiment.key
        )
    act = BY_NAME[next_act(experiment, session.today.isoformat())]
    if act.name == "lesson" and any(lesson.is_complete for lesson in experiment.lessons):
        return hint(_("See it: explog show {key}")).format(key=experiment.key)
    command = "reopen" if act.name == "reopen_idea" else act.name
    return hint(_("Next: {act}: explog {command} {key}")).format(
        act=act.spoken.lower(), command=command, key=experiment.key
    )
