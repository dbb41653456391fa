"""``explog review suggest``, ``new`` and ``prepare``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.cli.reviewing.showing import say_meeting
from explog.domain.naming.labels import choice_of
from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.safe import safe
from explog.errors import Refused, UsageError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.cli.reviewing.request import Request
    from explog.domain.record.review import Review
    from explog.domain.reviews.selection import Suggestion


def suggest(request: Request) -> None:
    """Say what a meeting of this kind could take up, and why; write nothing."""
    found = _suggestions(request, _kind(request))
    if request.session.json:
        out_json([_plain(one) for one in found])
        return
    out(_lines(found) or [_("Nothing asks for a meeting of this kind just now.")])


def new(request: Request) -> None:
    """Plan a meeting: with the experiments named, else with those suggested."""
    from explog.journal.meetings import prepare as plan
    from explog.journal.suggesting import first_of

    kind = _kind(request)
    found = [] if request.experiment else _suggestions(request, kind)
    is_asked_for = request.query or request.since or request.until
    if is_asked_for and not (found or request.experiment):
        raise Refused(
            _(
                "No experiment fits, so no meeting is planned. Ask more widely, or name them: "
                "explog review new {kind} --experiment KEY"
            ).format(kind=kind.value)
        )
    taken = found if is_asked_for else first_of(kind, found)
    picks: dict[str, str] = {one.row.key: one.reason.value for one in taken}
    since, until = (
        _iso(request, request.since, kind, request.workplace),
        _iso(request, request.until, kind, request.workplace),
    )
    journal = request.session.journal()
    done = plan(
        journal,
        kind.value,
        request.title,
        request.on,
        picks=request.experiment or picks,
        workplaces=request.workplace,
        since=since,
        until=until or (since and request.session.today.isoformat()),
        query=request.query,
        purpose=request.purpose,
        participants_n=request.participants,
    )
    say_meeting(request.session, journal, done.key, _("{key} is planned.").format(key=done.key))


def prepare(request: Request) -> None:
    """Change a planned meeting, wholly or not at all; undo takes back one change after the other.

    A query or a period changes no list: what fits is told, to be added.
    """
    from explog.journal import meetings

    example = "LM-2026-04 --add AMB-01"
    key = request.key(example)
    journal = request.session.journal(key)
    known = meetings.meeting(journal, key)
    codes = _codes(request, known)
    fields = {
        "title": request.title,
        "date": request.on,
        "purpose": request.purpose,
        "participants_n": request.participants,
        "since": _iso(request, request.since, known.kind, codes),
        "until": _iso(request, request.until, known.kind, codes),
        "query": request.query,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    added = (*request.add, *request.experiment)
    if not (given or added or request.leave_out or request.order):
        said = _("Say what to change: explog review prepare {example}")
        raise UsageError(said.format(example=example))
    with journal.store.writing():
        if given:
            meetings.describe(journal, key, **given)
        for one in request.leave_out:
            meetings.leave_out(journal, key, one)
        for one in added:
            meetings.include(journal, key, one)
        if request.order:
            meetings.reorder(journal, key, request.order.replace(",", " ").split())
    say_meeting(request.session, journal, key, _("{key} is prepared.").format(key=known.key))
    if LOOKED_BACK & set(given) and not request.session.json:
        out(_could_take(request, meetings.meeting(journal, key)))


LOOKED_BACK = {"since", "until", "query"}
"""What a meeting finds its experiments by."""


def _could_take(request: Request, known: Review) -> list[str]:
    """What the period or the query of the meeting *known* finds beside its list."""
    from explog.journal.suggesting import suggestions

    found = suggestions(
        request.session.library(),
        known.kind,
        workplaces=_codes(request, known),
        query=known.query,
        since=known.since.isoformat() if known.since else None,
        until=known.until.isoformat() if known.until else None,
    )
    rest = [one for one in found if one.row.id not in known.experiments]
    if not rest:
        return [_("Nothing more fits that.")]
    said = hint(_("These fit, too; add them: explog review prepare {key} --add KEY"))
    return [safe(said.format(key=known.key)), *_lines(rest)]


def _codes(request: Request, known: Review) -> tuple[str, ...]:
    """The codes of the workplaces of the meeting *known*."""
    places = request.session.library().workplaces()
    codes = {str(one["id"]): str(one.get("key") or one["code"]) for one in places}
    return tuple(codes[ident] for ident in known.workplaces if ident in codes)


def _kind(request: Request) -> ReviewKind:
    """The kind of meeting that was typed, by value or by label."""
    typed = request.word(0, _("which kind"), "retrospective")
    try:
        return choice_of(ReviewKind, typed)
    except ValueError as error:
        raise UsageError(str(error)) from error


def _suggestions(request: Request, kind: ReviewKind) -> list[Suggestion]:
    """What was asked for by query or period, else what the kind of meeting looks for.

    Raises:
        NotFoundError: When there is no such workplace.
    """
    from explog.journal.suggesting import suggestions

    library = request.session.library()
    for code in request.workplace:
        library.found(code, "workplace")
    return suggestions(
        library,
        kind,
        workplaces=request.workplace,
        query=request.query,
        since=_iso(request, request.since, kind, request.workplace),
        until=_iso(request, request.until, kind, request.workplace),
    )


def _iso(request: Request, said: str | None, kind: ReviewKind, codes: Sequence[str]) -> str | None:
    """The day a person *said*, ISO; None where nothing was.

    ``last`` (or ``sidst``) is the day after the last meeting of this *kind* in the workplaces that
    *codes* name, in all of them for none.
    """
    if not said:
        return None
    if said.casefold() in {"last", "sidst"}:
        from explog.journal.suggesting import scope

        last = date.fromisoformat(scope(request.session.library(), kind, codes).since)
        return (last + timedelta(days=1)).isoformat()
    from explog.domain.moments import said_day

    try:
        return said_day(said, request.session.today).isoformat()
    except ValueError as error:
        raise UsageError(str(error)) from error


def _plain(one: Suggestion) -> dict[str, object]:
    """One suggestion as JSON."""
    return {
        "id": one.row.id,
        "key": one.row.key,
        "title": one.row.title,
        "reason": one.reason.value,
        "on": one.on,
        "why": one.why,
    }


def _lines(found: Sequence[Suggestion]) -> list[str]:
    """The suggestions for people."""
    from explog.cli.marks import row_mark
    from explog.cli.output import width
    from explog.cli.table import Cell, laid_out

    rows = []
    for one in found:
        sign, _shown, style = row_mark(one.row)
        rows.append(
            [Cell(sign, style), Cell(one.row.key, "bold"), Cell(one.row.title), Cell(one.why)]
        )
    return laid_out(rows, width(), flexible=2, dropped=())
