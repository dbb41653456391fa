"""Everything a page is written from: records as models, as of one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from explog.domain.thresholds import Thresholds

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.review import Agreement, Review
    from explog.domain.record.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to tell."""

    today: date
    experiments: tuple[Experiment, ...]
    """For a meeting those on its list, in its order; for the other pages all that are not archived.
    """
    workplaces: tuple[Workplace, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    """For a meeting those made in it; for the other pages all."""
    returned: tuple[Agreement, ...] = ()
    """For a meeting the earlier ones that it opened or opens with, the overdue first."""
    reviews: tuple[Review, ...] = ()
    """For a meeting itself alone."""
    thresholds: Thresholds = field(default_factory=Thresholds)

    @property
    def review(self) -> Review:
        """The meeting.

        Raises:
            IndexError: When the material is not of one.
        """
        return self.reviews[0]

    def experiment(self, ident: str) -> Experiment | None:
        """The experiment with this id, when it belongs to the material."""
        return next((one for one in self.experiments if one.id == ident), None)

    def home(self, ident: str | None) -> str:
        """The name of the workplace with this id; empty where it is not known."""
        return next((one.name for one in self.workplaces if one.id == ident), "")


@dataclass(frozen=True, slots=True)
class Period:
    """Days, both ends included."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether *day* lies in it."""
        return day is not None and self.since <= day <= self.until
