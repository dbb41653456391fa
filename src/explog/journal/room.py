"""What is written down in the room: notes, guesses, gathered notes, dots and choices.

Counts only. Hands are counted from five people on; 1 and 2 become the band ``1-2`` at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Kind, Result
from explog.domain.naming.vocabulary_learning import Choice, Column, ReviewStatus, Theme
from explog.domain.record.people import SMALLEST_GROUP
from explog.domain.reviews.agenda import COLUMNS, HALLMARKS, agenda_of, is_revealed
from explog.domain.reviews.surprise import RESULTS, most_of
from explog.errors import NotFoundError, Refused, UsageError
from explog.journal.counted import (
    MARKS,
    dots_before,
    dots_kept,
    guessed_before,
    hands_kept,
    spent_before,
)
from explog.journal.holding import step_path
from explog.journal.meetings import meeting, rewritten
from explog.journal.subjects import ids, word
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.record.review import Review
    from explog.journal.journal import Done, Journal


def note(
    journal: Journal, ref: str, step: str, text: str | None, *, experiment: str | None = None
) -> Done:
    """Keep *text* as the note of *step*, in place of what was there; None or empty clears it.

    Args:
        journal: The log.
        ref: The meeting.
        step: Its code in the agenda, or ``hallmark_1`` to ``hallmark_5``.
        text: What was said; at most 500 characters.
        experiment: The experiment it is about, where the step goes through several.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        hallmarks = [f"hallmark_{number}" for number, _text in enumerate(HALLMARKS, 1)]
        codes = [*(one.code for one in agenda_of(known.kind).steps), *hallmarks]
        if step not in codes:
            said = _("This meeting has no step “{step}”. Steps: {known}.")
            raise UsageError(said.format(step=step, known=", ".join(codes)))
        about = ids(journal, [experiment], Kind.EXPERIMENT)[0] if experiment else None
        path, kept = step_path(journal, known, step, about)
        changes: dict[str, Any] = {f"{path}/step": step, f"{path}/note": text or None}
        if kept is None and about:
            changes[f"{path}/experiment"] = about
        return rewritten(journal, known, "step_note", changes)


def guess(
    journal: Journal,
    ref: str,
    experiment: str,
    *,
    room: str | None = None,
    hands: Mapping[str, int] | None = None,
) -> Done:
    """Keep what the room guesses of *experiment*'s result, in place of an earlier guess.

    Args:
        journal: The log.
        ref: The meeting.
        experiment: Its key.
        room: The one answer of the room, by value or label; most hands' when left out.
        hands: Result → hands, at least five altogether; kept in bands.

    Raises:
        Refused: When it is not on the list, when the result is out, when there are fewer than five
            hands, or when they would show how single persons guess, beside earlier ones too.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        _refuse_late(known, experiment)
        (ident,) = ids(journal, [experiment], Kind.EXPERIMENT)
        if ident not in known.experiments:
            raise Refused(_("{key} is not on the list.").format(key=experiment))
        counts = {name: int((hands or {}).get(name, 0)) for name in RESULTS}
        if not any(counts.values()) and not room:
            raise Refused(_("A guess needs one answer of the room, or counted hands."))
        cycle = journal.experiment(ident).cycle
        old = known.guess_of(ident)
        path = f"guesses/{old.id if old else journal.ids()}"
        counted = sum(counts.values())
        before = guessed_before(journal, known, ident)
        bands = hands_kept(counts, before) if counted else counts
        told = most_of({"n": counted or None, **bands})  # never from the hands themselves
        answer = word("room", Result, room).value if room else told
        changes: dict[str, Any] = {
            f"{path}/experiment": ident,
            f"{path}/cycle": cycle.id if cycle else None,
            f"{path}/room": answer,
            f"{path}/n": counted or None,
            **{f"{path}/{name}": band or None for name, band in bands.items()},
        }
        given = {at: value for at, value in changes.items() if old or value is not None}
        return rewritten(journal, known, "guess", given)


def gather(
    journal: Journal,
    ref: str,
    column: str,
    text: str,
    *,
    theme: str | None = None,
    experiment: str | None = None,
) -> Done:
    """Hang a note in *column*.

    The first note settles the way of gathering where it was not chosen.

    Raises:
        Refused: When the column belongs to another way of gathering.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        hung = word("column", Column, column)
        way = known.gathering or next(way for way, columns in COLUMNS.items() if hung in columns)
        if hung not in COLUMNS[way]:
            said = _("This meeting gathers by “{way}”; it has no column “{column}”.")
            raise Refused(said.format(way=label(way), column=label(hung)))
        path = f"gathered/{journal.ids()}"
        changes: dict[str, Any] = {f"{path}/column": hung.value, f"{path}/text": text}
        if known.gathering is None:
            changes["gathering"] = way.value
        if theme:
            changes[f"{path}/theme"] = word("theme", Theme, theme).value
        if experiment:
            changes[f"{path}/experiment"] = ids(journal, [experiment], Kind.EXPERIMENT)[0]
        return rewritten(journal, known, "gather", changes)


def sort(
    journal: Journal,
    ref: str,
    gathered: str,
    *,
    theme: str | None = None,
    column: str | None = None,
    text: str | None = None,
) -> Done:
    """Give the note with the id *gathered* a theme, another column or other words.

    An empty *theme* takes it away.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        path = f"gathered/{_gathered(known, gathered)}"
        changes: dict[str, Any] = {}
        if theme is not None:
            changes[f"{path}/theme"] = word("theme", Theme, theme).value if theme else None
        if column:
            changes[f"{path}/column"] = word("column", Column, column).value
        if text:
            changes[f"{path}/text"] = text
        return rewritten(journal, known, "sort", changes)


def take_down(journal: Journal, ref: str, gathered: str) -> Done:
    """Take the note with the id *gathered* off the wall; undo brings it back."""
    with journal.store.writing():
        known = meeting(journal, ref)
        path = f"gathered/{_gathered(known, gathered)}/removed"
        return rewritten(journal, known, "take_down", {path: True})


def vote(journal: Journal, ref: str, dots: Mapping[str, int]) -> Done:
    """Count the *dots* on things, in place of earlier counts; kept in bands where they are few.

    Args:
        journal: The log.
        ref: The meeting.
        dots: Id of a gathered note, of a lesson of one of the experiments, or of an experiment (its
            key will do) → dots.

    Raises:
        NotFoundError: When it is none of these.
        Refused: When fewer than five take part, or nobody knows yet how many; or when they would
            show how single persons voted, beside earlier dots.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        if known.participants_n is None:
            said = _(
                "Say first how many take part, then the dots are counted: "
                "explog review prepare {key} --participants N"
            )
            raise Refused(said.format(key=known.key))
        if known.participants_n < SMALLEST_GROUP:
            said = _("Dots are counted from {min} people on; agree on one thing instead.")
            raise Refused(said.format(min=SMALLEST_GROUP))
        things = _things(journal, known)
        counts: dict[str, int] = {}
        for named, count in dots.items():
            of = things.get(named) or things.get(named.casefold())
            if of is None:
                raise NotFoundError(named)
            counts[of] = count
        places = {one.of: one.id for one in known.votes}
        before = dots_before(journal, known)
        rest = _offered(journal, known) - counts.keys() - before.keys()
        changes: dict[str, Any] = {}
        for of, band in dots_kept(counts, before, is_open=bool(rest)).items():
            path = f"votes/{places.get(of) or journal.ids()}"
            changes[f"{path}/of"] = of
            changes[f"{path}/count"] = band
        return rewritten(journal, known, "vote", changes)


def well_spent(journal: Journal, ref: str, hands: Mapping[int, int]) -> Done:
    """Count the hands for each mark from 1 to 5: was the time well spent? At least five hands.

    Raises:
        Refused: When there are fewer than five, or they would show how single persons answer,
            beside earlier ones too.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        counts = {f"mark_{mark}": int(hands.get(mark, 0)) for mark in MARKS}
        changes: dict[str, Any] = {
            f"well_spent/{name}": band
            for name, band in hands_kept(counts, spent_before(journal, known)).items()
        }
        changes["well_spent/n"] = sum(counts.values())
        return rewritten(journal, known, "well_spent", changes)


def choose(
    journal: Journal, ref: str, what: str, text: str, *, experiment: str | None = None
) -> Done:
    """Choose the one thing to ``spread``, ``try`` or ``stop``, in place of an earlier choice."""
    with journal.store.writing():
        known = meeting(journal, ref)
        meant = word("what", Choice, what)
        old = known.choice(meant)
        path = f"chosen/{old.id if old else journal.ids()}"
        changes: dict[str, Any] = {f"{path}/what": meant.value, f"{path}/text": text}
        if experiment:
            changes[f"{path}/experiment"] = ids(journal, [experiment], Kind.EXPERIMENT)[0]
        elif old and old.experiment:
            changes[f"{path}/experiment"] = None
        return rewritten(journal, known, "choose", changes)


def _refuse_late(known: Review, key: str) -> None:
    """Refuse to guess of the experiment *key* what everybody has seen.

    Raises:
        Refused: When the result has been shown, or the meeting is closed.
    """
    if is_revealed(known) or known.status is ReviewStatus.HELD:
        said = _(
            "The result of {key} has been shown: what was guessed before stays as it is, and "
            "it is too late to guess now."
        )
        raise Refused(said.format(key=key))


def _gathered(known: Review, ident: str) -> str:
    """The id of the gathered note *ident*."""
    if not any(one.id == ident for one in known.gathered):
        raise NotFoundError(ident)
    return ident


def _things(journal: Journal, known: Review) -> dict[str, str]:
    """What can be voted on: each id, and each experiment's key in lower case, to the id."""
    things = {one.id: one.id for one in known.gathered}
    for ident in known.experiments:
        experiment = journal.experiment(ident)
        things |= {ident: ident, experiment.key.casefold(): ident}
        things |= {lesson.id: lesson.id for lesson in experiment.lessons}
    return things


def _offered(journal: Journal, known: Review) -> set[str]:
    """The ids of what a room votes on: gathered notes and lessons."""
    lessons = (one.id for ident in known.experiments for one in journal.experiment(ident).lessons)
    return {*(one.id for one in known.gathered), *lessons}
