"""``explog review start``, ``step``, ``note``, ``guess``, ``gather``, ``vote`` … and ``close``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.hinting import hint
from explog.cli.output import is_conversation, talk
from explog.cli.reviewing.showing import say_meeting, whole
from explog.domain.naming.labels import choice_of
from explog.domain.naming.vocabulary import Result
from explog.domain.reviews.agenda import title_of
from explog.errors import UsageError
from explog.journal import holding, room
from explog.journal.meetings import meeting
from explog.locale import _

if TYPE_CHECKING:
    from explog.cli.reviewing.request import Request
    from explog.journal.journal import Journal


def start(request: Request) -> int | None:
    """Open the guided meeting where a person looks; without a terminal, begin it."""
    from explog.domain.naming.vocabulary_learning import ReviewStatus

    key, session = request.key(), request.session
    journal = session.journal(key)
    known = meeting(journal, key)
    if is_conversation() and not session.json:
        from explog.cli.opening import open_screens

        session.close()
        return open_screens(session, meeting=known.key)
    if known.status is not ReviewStatus.GOING_ON:
        holding.begin(journal, key, participants_n=request.participants)
    say_meeting(session, journal, key, _("{key} has begun.").format(key=known.key))
    return None


def step(request: Request) -> None:
    """Go to a step; the one that is left is done."""
    code = request.word(1, _("which step"), "LM-2026-04 happened")
    journal = _journal(request)
    holding.advance(journal, request.key(), code, minutes=request.minutes)
    title = title_of(meeting(journal, request.key()).kind, code)
    _say(request, journal, _("The room is at “{step}”.").format(step=title))


def note(request: Request) -> None:
    """Keep the note of a step."""
    example = "LM-2026-04 happened …"
    code = request.word(1, _("which step"), example)
    text = request.text(2, example)
    journal = _journal(request)
    room.note(journal, request.key(), code, text, experiment=_one(request))
    _say(request, journal, _("Noted."))


def guess(request: Request) -> None:
    """Keep the room's one answer, or its hands: ``supported=6 not_supported=3``."""
    example = "LM-2026-04 BS-03 supported=6 not_supported=3"
    experiment = request.word(1, _("which experiment"), example)
    answer = request.word(2, _("what the room guesses"), example)
    journal = _journal(request)
    if "=" in answer:
        counts = request.counts(2, example)
        hands = {_result(name).value: count for name, count in counts.items()}
        room.guess(journal, request.key(), experiment, hands=hands)
    else:
        room.guess(journal, request.key(), experiment, room=" ".join(request.words[2:]))
    _say(request, journal, _("The guess is kept."))


def gather(request: Request) -> None:
    """Hang a note on the wall."""
    example = "LM-2026-04 liked It was quiet"
    column = request.word(1, _("which column"), example)
    text = request.text(2, example)
    journal = _journal(request)
    room.gather(journal, request.key(), column, text, theme=request.theme, experiment=_one(request))
    _say(request, journal, _("The note hangs on the wall."))


def vote(request: Request) -> None:
    """Count dots: ``2=5`` for the second note on the wall, ``AUT-01=4`` for an experiment."""
    counts = request.counts(1, "LM-2026-04 2=5 AUT-01=4")
    journal = _journal(request)
    gathered = meeting(journal, request.key()).gathered
    dots = {}
    for named, count in counts.items():
        if named.isdecimal() and not 1 <= int(named) <= len(gathered):
            said = _("There is no note {number} on the wall; there are {n}.")
            raise UsageError(said.format(number=named, n=len(gathered)))
        dots[gathered[int(named) - 1].id if named.isdecimal() else named] = count
    room.vote(journal, request.key(), dots)
    _say(request, journal, _("The dots are counted."))


def choose(request: Request) -> None:
    """Choose the one thing to spread, to try or to stop."""
    example = "LM-2026-04 try A quieter room"
    what = request.word(1, _("what for: spread, try or stop"), example)
    text = request.text(2, example)
    journal = _journal(request)
    room.choose(journal, request.key(), what, text, experiment=_one(request))
    _say(request, journal, _("Chosen."))


def spent(request: Request) -> None:
    """Count the hands for each mark from 1 to 5."""
    counts = request.counts(1, "LM-2026-04 5=6 4=3")
    marks = {int(mark): count for mark, count in counts.items() if mark in set("12345")}
    if len(marks) != len(counts):
        raise UsageError(_("The marks go from 1 to 5, 5 is best: 5=6 4=3"))
    journal = _journal(request)
    room.well_spent(journal, request.key(), marks)
    _say(request, journal, _("The hands are counted."))


def agree(request: Request) -> None:
    """Write down what a function does by when."""
    from explog.journal import agreements

    example = "LM-2026-04 Buy a lamp --function leader --due +14"
    what = request.text(1, example)
    if not request.function or not request.due:
        said = _("Say which function does it and by when: explog review agree {example}")
        raise UsageError(said.format(example=example))
    journal = _journal(request)
    agreements.agree(
        journal,
        what,
        request.function,
        request.due,
        review=request.key(),
        experiments=request.experiment,
    )
    _say(request, journal, _("Agreed."))


def close(request: Request) -> None:
    """Close the meeting."""
    journal = _journal(request)
    holding.close(
        journal, request.key(), minutes=request.minutes, participants_n=request.participants
    )
    _say(request, journal, _("The meeting is closed."))
    if request.session.json:
        return
    for key in whole(request.session, request.key())["undecided"]:
        said = hint(
            _("No decision was made on {key}. When it is: explog adopt|adapt|abandon {key}")
        )
        talk(said.format(key=key))


def _journal(request: Request) -> Journal:
    """The writing side, when the meeting is there."""
    return request.session.journal(request.key())


def _say(request: Request, journal: Journal, happened: str) -> None:
    """What happened, or the meeting as JSON."""
    say_meeting(request.session, journal, request.key(), happened)


def _one(request: Request) -> str | None:
    """The experiment that ``--experiment`` names."""
    return request.experiment[0] if request.experiment else None


def _result(typed: str) -> Result:
    """The result that was typed."""
    try:
        return choice_of(Result, typed)
    except ValueError as error:
        raise UsageError(str(error)) from error
