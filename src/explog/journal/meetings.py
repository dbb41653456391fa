"""Review meetings: recording one that was held, and preparing the next.

``explog.journal.holding`` holds it, and ``explog.journal.room`` keeps what is written down in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Kind
from explog.domain.naming.vocabulary_learning import (
    PickReason,
    ReviewKind,
    ReviewStatus,
)
from explog.domain.record.review import Review
from explog.errors import InvalidError, Refused
from explog.journal.counted import refuse_few
from explog.journal.meeting_fields import plain_fields
from explog.journal.pointing import pointed
from explog.journal.stored import stored
from explog.journal.subjects import changed, day, ids, made, word
from explog.locale import _, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.journal.journal import Done, Journal


def review(
    journal: Journal,
    kind: str,
    title: str,
    date: str,
    *,
    minutes: int | None = None,
    participants_n: int | None = None,
    workplaces: Sequence[str] = (),
    experiments: Sequence[str] = (),
    language: str | None = None,
) -> Done:
    """Record a meeting that was held on *date*; its key is ``LM-<year>-<number>``.

    Workplaces and experiments are given by their keys; who took part is a count and nothing else.
    """
    with journal.store.writing():
        on = day(journal, "date", date)
        fields: dict[str, Any] = {
            "kind": word("kind", ReviewKind, kind).value,
            "title": title,
            "date": on,
            "status": ReviewStatus.HELD.value,
            "minutes": minutes,
            "participants_n": participants_n,
            "workplaces": ids(journal, workplaces, Kind.WORKPLACE),
            "experiments": ids(journal, experiments, Kind.EXPERIMENT),
            "language": language,
            "key": journal.store.next_key(f"LM-{on[:4]}-"),
        }
        return made(journal, Review, Kind.REVIEW, "hold", fields)


def prepare(
    journal: Journal,
    kind: str,
    title: str | None = None,
    date: str | None = None,
    *,
    picks: Mapping[str, str] | Sequence[str] = (),
    workplaces: Sequence[str] = (),
    language: str | None = None,
    **described: Any,  # noqa: ANN401 - plain values
) -> Done:
    """Plan a meeting; its key is ``LM-<year>-<number>``.

    Args:
        journal: The log.
        kind: One of ``ReviewKind``, by value or label.
        title: The kind, and the experiment where it is one, when left out.
        date: As people say days; today when left out.
        picks: Experiments by key in the order they are taken, each with its ``PickReason``; a plain
            list means *by hand*.
        workplaces: Codes. The experiments' own when left out.
        language: ``da`` or ``en``; the language in force when left out.
        **described: What else there is to say: the fields of ``describe``.

    Raises:
        Refused: When one of the experiments is archived.
    """
    with journal.store.writing():
        today = journal.clock.today().isoformat()
        on = day(journal, "date", date, is_ahead=True) if date else today
        meant = word("kind", ReviewKind, kind)
        by_hand = dict.fromkeys(picks, PickReason.BY_HAND.value)
        reasons = {**picks} if isinstance(picks, Mapping) else by_hand
        found = {_in_sight(journal, ref): why for ref, why in reasons.items()}
        fields: dict[str, Any] = {
            "kind": meant.value,
            "title": title or _title(journal, meant, [*found]),
            "date": on,
            "status": ReviewStatus.PLANNED.value,
            "workplaces": ids(journal, workplaces, Kind.WORKPLACE) or _homes(journal, [*found]),
            "experiments": [*found],
            "language": language or spoken(),
            "key": journal.store.next_key(f"LM-{on[:4]}-"),
            **plain_fields(journal, described),
        }
        for ident, why in found.items():
            fields.update(_pick(journal, ident, why))
        return made(journal, Review, Kind.REVIEW, "prepare", fields)


def meeting(journal: Journal, ref: str) -> Review:
    """The meeting that answers to *ref*.

    Raises:
        NotFoundError: When there is none.
    """
    return stored(Review, journal.store.document(journal.store.find(ref, Kind.REVIEW)))


def describe(journal: Journal, ref: str, **fields: Any) -> Done:  # noqa: ANN401 - plain values
    """Change what a meeting is called and about; None clears a field.

    Args:
        journal: The log.
        ref: The meeting.
        **fields: Any of ``title``, ``date``, ``purpose``, ``participants_n``, ``minutes``,
            ``since``, ``until``, ``query``, ``gathering``.

    Raises:
        UsageError: No such field.
        Refused: When fewer than five are said to take part, and they were counted.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        refuse_few(journal, known, fields.get("participants_n"))
        subject, values = f"{Kind.REVIEW}/{known.id}", plain_fields(journal, fields, known)
        return changed(journal, Review, subject, "describe", values)


LONGEST_TITLE = 80
"""Characters of a title."""


def include(
    journal: Journal,
    ref: str,
    experiment: str,
    reason: str = PickReason.BY_HAND,
    at: int | None = None,
) -> Done:
    """Put *experiment* on the list, last or at the place *at* (0 is first), and say why.

    Raises:
        Refused: When it is on the list already, or archived.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        ident = _in_sight(journal, experiment)
        if ident in known.experiments:
            raise Refused(_("{key} is on the list already.").format(key=experiment))
        order = [*known.experiments]
        order.insert(len(order) if at is None else at, ident)
        changes = {
            "experiments": order,
            **_pick(journal, ident, reason),
            **_moved_homes(journal, known, order),
        }
        return rewritten(journal, known, "include", changes)


def leave_out(journal: Journal, ref: str, experiment: str) -> Done:
    """Take *experiment* off the list; nothing that was written down of it is lost."""
    with journal.store.writing():
        known = meeting(journal, ref)
        (ident,) = ids(journal, [experiment], Kind.EXPERIMENT)
        if ident not in known.experiments:
            raise Refused(_("{key} is not on the list.").format(key=experiment))
        changes: dict[str, Any] = {
            f"picks/{pick.id}/removed": True for pick in known.picks if pick.experiment == ident
        }
        order = [one for one in known.experiments if one != ident]
        changes["experiments"] = order or None
        changes |= _moved_homes(journal, known, order)
        return rewritten(journal, known, "leave_out", changes)


def reorder(journal: Journal, ref: str, experiments: Sequence[str]) -> Done:
    """Take the experiments in this order; it names each of them once.

    Raises:
        Refused: When it does not.
    """
    with journal.store.writing():
        known = meeting(journal, ref)
        order = ids(journal, experiments, Kind.EXPERIMENT)
        if sorted(order) != sorted(known.experiments):
            raise Refused(_("Name each experiment of the meeting once, in the new order."))
        return rewritten(journal, known, "reorder", {"experiments": order})


def _in_sight(journal: Journal, ref: str) -> str:
    """The id of the experiment *ref*.

    Raises:
        Refused: When it is archived.
    """
    (ident,) = ids(journal, [ref], Kind.EXPERIMENT)
    experiment = journal.experiment(ident)
    if experiment.archived:
        said = _("{key} is archived. Bring it back first: explog archive {key} --back")
        raise Refused(said.format(key=experiment.key))
    return ident


def _title(journal: Journal, kind: ReviewKind, experiments: Sequence[str]) -> str:
    """The kind, and what it is about where that is one experiment."""
    said = label(kind).capitalize()
    if len(experiments) != 1:
        return said
    whole = f"{said}: {journal.experiment(experiments[0]).title}"
    return whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1]}…"


def _pick(journal: Journal, ident: str, reason: str) -> dict[str, Any]:
    """The changes that remember why an experiment is on the list."""
    path = f"picks/{journal.ids()}"
    return {
        f"{path}/experiment": ident,
        f"{path}/reason": word("reason", PickReason, reason).value,
    }


def _homes(journal: Journal, experiments: Sequence[str]) -> list[str]:
    """The workplaces of the *experiments*, each once, in their order."""
    homes = [journal.experiment(ident).workplace for ident in experiments]
    return list(dict.fromkeys(home for home in homes if home))


def _moved_homes(journal: Journal, known: Review, order: Sequence[str]) -> dict[str, Any]:
    """The change of workplaces when the list of the meeting *known* becomes *order*.

    A workplace comes and goes with its experiments; one that was named beside them stays, and an
    empty list leaves all of them.
    """
    before, after = _homes(journal, known.experiments), _homes(journal, order)
    stay = [one for one in known.workplaces if one in after or one not in before]
    homes = [*stay, *(one for one in after if one not in stay)]
    return {"workplaces": homes} if order and homes != [*known.workplaces] else {}


def rewritten(journal: Journal, known: Review, act: str, changes: Mapping[str, Any]) -> Done:
    """Write *changes* to the meeting *known*.

    Raises:
        InvalidError: With every problem, its place in words.
    """
    try:
        return changed(journal, Review, f"{Kind.REVIEW}/{known.id}", act, changes)
    except InvalidError as error:
        raise pointed(error, known, changes) from error
