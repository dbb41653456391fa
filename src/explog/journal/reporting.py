"""Gathering what a page is written from. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.vocabulary import Kind
from explog.domain.naming.vocabulary_learning import ReviewStatus
from explog.domain.record.experiment import Experiment
from explog.domain.record.material import Material
from explog.domain.record.review import Agreement, Review
from explog.domain.record.workplace import Workplace
from explog.domain.reviews.selection import open_agreements
from explog.journal.meetings import meeting

if TYPE_CHECKING:
    from explog.journal.journal import Journal


def of_meeting(journal: Journal, ref: str) -> Material:
    """What the programme and the minutes of the meeting *ref* are written from.

    Raises:
        NotFoundError: When there is no such meeting.
    """
    known = meeting(journal, ref)
    agreements = _agreements(journal)
    return Material(
        today=journal.clock.today(),
        experiments=tuple(map(journal.experiment, known.experiments)),
        workplaces=_workplaces(journal),
        agreements=tuple(one for one in agreements if one.review == known.id),
        returned=_returned(journal, known),
        reviews=(known,),
        thresholds=journal.thresholds(),
    )


def of_log(journal: Journal) -> Material:
    """What the leadership and the MED page are written from: all that is not archived."""
    experiments = map(Experiment.model_validate, journal.store.documents(Kind.EXPERIMENT))
    reviews = map(Review.model_validate, journal.store.documents(Kind.REVIEW))
    return Material(
        today=journal.clock.today(),
        experiments=tuple(one for one in experiments if not one.archived),
        workplaces=_workplaces(journal),
        agreements=_agreements(journal),
        reviews=tuple(one for one in reviews if not one.archived),
        thresholds=journal.thresholds(),
    )


def _returned(journal: Journal, known: Review) -> tuple[Agreement, ...]:
    """The earlier agreements that a meeting opens with, or that were looked at in it."""
    documents = journal.store.documents(Kind.AGREEMENT)
    reviews = journal.store.documents(Kind.REVIEW)
    if known.status is ReviewStatus.HELD:
        found = [one for one in documents if one.get("settled_in") == known.id]
    else:
        today = journal.clock.today().isoformat()
        found = open_agreements(documents, reviews, known.workplaces, today)
        found += [
            one for one in documents if one.get("settled_in") == known.id and one not in found
        ]
    models = map(Agreement.model_validate, found)
    return tuple(one for one in models if one.review != known.id)


def _agreements(journal: Journal) -> tuple[Agreement, ...]:
    """All agreements that are not archived, by the day they are due."""
    found = map(Agreement.model_validate, journal.store.documents(Kind.AGREEMENT))
    return tuple(sorted((one for one in found if not one.archived), key=lambda one: one.due))


def _workplaces(journal: Journal) -> tuple[Workplace, ...]:
    """All workplaces."""
    return tuple(map(Workplace.model_validate, journal.store.documents(Kind.WORKPLACE)))
