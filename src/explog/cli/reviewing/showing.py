"""``explog review show``: one meeting as a page or as JSON with all that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.cli.hinting import hint
from explog.cli.output import out, out_json
from explog.domain.reviews.surprise import ranking, result_guessed
from explog.domain.safe import safe
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from explog.cli.reviewing.request import Request
    from explog.cli.session import Session
    from explog.domain.record.rows import ExperimentRow
    from explog.journal.journal import Journal

    Told = dict[str, Any]


def show(request: Request) -> None:
    """Print the meeting."""
    told = whole(request.session, request.key())
    if request.session.json:
        out_json(told)
    else:
        out([*_lines(request.session, told)])


def say_meeting(session: Session, journal: Journal, key: str, happened: str) -> None:
    """One calm line after an act on the meeting *key*, or the meeting as JSON."""
    known = journal.store.document(journal.store.find(key, "review")) or {}
    if session.json:
        out_json(whole(session, str(known["id"])))
        return
    after = hint(_after(known)).format(key=known["key"], step=_next_step(known))
    out(safe(f"{happened} {after}"))


def _after(known: Told) -> str:
    """What comes next in the meeting *known*, to be filled in with its key and the step."""
    from explog.domain.reviews.agenda import agenda_of

    status = known.get("status") or "held"
    if status == "held":
        return _("Next: explog review report {key}")
    if status == "going_on":
        if not _next_step(known):
            return _("Next: explog review close {key}")
        return _("Next: explog review step {key} {step}")
    if agenda_of(known["kind"]).is_about_experiments and not known.get("experiments"):
        return _("Nothing is on its list yet: explog review prepare {key} --add KEY")
    return _("Next: explog review start {key}")


def _next_step(known: Told) -> str:
    """The code of the step after the one the room is in; empty after the last."""
    from explog.domain.reviews.agenda import agenda_of

    step = agenda_of(known["kind"]).after(known.get("at_step"))
    return step.code if step else ""


def whole(session: Session, key: str) -> Told:
    """The meeting *key* with the agreements made in it, its experiments and its surprises."""
    library = session.library()
    told: Told = dict(library.found(key, "review")[0])
    guesses = told.get("guesses") or ()
    named = [*(told.get("experiments") or ()), *(one["experiment"] for one in guesses)]
    rows = {row.id: row for row in library.rows_of(named)}
    listed = [rows[ident] for ident in told.get("experiments") or () if ident in rows]
    reasons = {one["experiment"]: one["reason"] for one in told.get("picks") or ()}
    agreements = library.agreements()
    results = {
        one["experiment"]: result_guessed(one, library.record(one["experiment"]))
        for one in guesses
        if one["experiment"] in rows
    }
    return {
        **told,
        "status": told.get("status") or "held",
        "list": [
            {"id": row.id, "key": row.key, "title": row.title, "reason": reasons.get(row.id)}
            for row in listed
        ],
        "undecided": _undecided(told, listed),
        "surprise": [
            {"experiment": ident, "key": rows[ident].key, "result": results[ident], "score": score}
            for ident, score in ranking(guesses, results)
        ],
        "agreements": [one for one in agreements if one.get("review") == told["id"]],
        "settled": [one for one in agreements if one.get("settled_in") == told["id"]],
    }


def _undecided(told: Told, listed: Iterable[ExperimentRow]) -> list[str]:
    """The keys of those *listed* that the meeting is there to decide, and that nobody decided."""
    from explog.domain.naming.vocabulary import State
    from explog.domain.reviews.agenda import agenda_of

    if not agenda_of(told["kind"]).decides:
        return []
    return [row.key for row in listed if row.state == State.IN_REVIEW and not row.archived]


def _lines(session: Session, told: Told) -> Iterator[str]:
    """The meeting for people: what it is about, what was noted and what was agreed."""
    from explog.cli.marks import row_mark
    from explog.cli.pages.layout import Page

    page = Page()
    page.heading(f"{told['key']}  {told['title']}")
    page.text(" · ".join(_head(told)))
    if told.get("purpose"):
        page.text(told["purpose"])
    rows = {row.id: row for row in session.library().rows_of([one["id"] for one in told["list"]])}
    page.heading(_("Experiments"))
    for one in told["list"]:
        row = rows[one["id"]]
        sign, shown, style = row_mark(row)
        said = f"{row.key}  {row.title} · {shown}"
        page.marked(sign, said + _because(one["reason"]), style=style)
    if not told["list"]:
        page.text(_("None yet."))
    _room(page, told)
    _agreements(page, _("Agreements from last time"), told["settled"])
    _agreements(page, _("Agreements"), told["agreements"])
    waiting = len(session.library().found(told["id"], "review")[1].get("versions") or ())  # type: ignore[arg-type]
    if waiting:
        said = ngettext(
            "{n} field has two versions: explog choose {key}",
            "{n} fields have two versions: explog choose {key}",
            waiting,
        )
        page.text(hint(said).format(n=waiting, key=told["key"]))
    yield from page.lines


def _head(told: Told) -> list[str]:
    """Kind, day, where it is, how many and how long."""
    from explog.cli.marks import word
    from explog.cli.pages.layout import day

    parts = [
        word("ReviewKind", told["kind"]),
        day(told["date"]),
        word("ReviewStatus", told["status"]),
    ]
    people, minutes = told.get("participants_n"), told.get("minutes")
    if people:
        said = {
            "planned": _("{n} expected"),
            "going_on": ngettext("{n} takes part", "{n} take part", people),
            "held": ngettext("{n} took part", "{n} took part", people),
        }[told["status"]]
        parts.append(said.format(n=people))
    if minutes:
        parts.append(ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes))
    return parts


def _because(reason: str | None) -> str:
    """Why it is on the list."""
    from explog.cli.marks import word

    return f" ({word('PickReason', reason)})" if reason else ""


def _room(page: Any, told: Told) -> None:  # noqa: ANN401 - a ``Page``, imported late
    """What was written down in the room."""
    from explog.cli.marks import word
    from explog.domain.reviews.agenda import title_of

    for one in told["surprise"]:
        said = _("{key}: came out {result}; surprise {n} of 100")
        result = word("Result", one["result"])
        page.marked("?", said.format(key=one["key"], result=result, n=one["score"]))
    known = {one["experiment"] for one in told["surprise"]}
    keys = {one["id"]: one["key"] for one in told["list"]}
    for one in told.get("guesses") or ():
        if one["experiment"] in keys.keys() - known:
            said = _("{key}: guessed {guess}; the result is not known yet.")
            room = word("Result", one["room"]) if one.get("room") else _("the room was split")
            page.marked("?", said.format(key=keys[one["experiment"]], guess=room))
    steps = [step for step in told.get("steps") or () if step.get("note")]
    if steps:
        page.heading(_("Notes"))
    for step in steps:
        page.marked("·", f"{title_of(told['kind'], step['step'])} – {step['note']}")
    dots = {one["of"]: one["count"] for one in told.get("votes") or ()}
    if told.get("gathered"):
        page.heading(_("On the wall"))
    for place, one in enumerate(told.get("gathered") or (), 1):
        count = dots.get(one["id"])
        said = _("dots: {n}").format(n=count)
        voted = f" ({said})" if count else ""
        page.marked(f"{place}", f"{word('Column', one['column'])}: {one['text']}{voted}")
    for one in told.get("chosen") or ():
        page.marked("→", f"{word('Choice', one['what']).capitalize()}: {one['text']}")


def _agreements(page: Any, heading: str, found: list[Told]) -> None:  # noqa: ANN401 - as above
    """*found* under a *heading*; nothing for none."""
    from explog.cli.marks import word
    from explog.cli.pages.layout import day

    if found:
        page.heading(heading)
    for one in found:
        status = word("AgreementStatus", str(one.get("status") or "open"))
        said = f"{one['key']}  {one['what']} · {one['role']} · {day(str(one['due']))} · {status}"
        page.marked("·", said)
