"""Where a solution lives: daily operation at home and other places (DOMAIN.md 5.5, 7.4)."""

from __future__ import annotations

from explog.domain.naming.vocabulary import CoreKept
from explog.domain.naming.vocabulary_learning import PlaceStatus
from explog.domain.texts import Brief, Day, Id, Part, Role, Text


class Operation(Part):
    """Daily operation at the origin."""

    since: Day | None = None
    owner_role: Role | None = None
    """The operations owner, a function."""
    ordinary_budget: bool | None = None
    """Whether it is paid from the ordinary budget."""
    core: Text | None = None
    """What others must not change."""
    follow_up_measure: Brief | None = None
    confirmed_on: Day | None = None
    """When somebody last confirmed that it still works."""
    stopped_routine: Text | None = None
    """What the workplace stopped doing."""


class Place(Part):
    """One other unit: a room, a station, a house, a district."""

    id: Id
    name: Brief
    kind: Brief | None = None
    """What sort of unit it is."""
    status: PlaceStatus
    since: Day | None = None
    owner_role: Role | None = None
    run_by_origin_team: bool | None = None
    core_kept: CoreKept | None = None
    adapted: Text | None = None
    """What the place changed for itself."""
    experiment: Id | None = None
    """The place's own experiment, when it made one."""
    last_confirmed_on: Day | None = None
    ended_on: Day | None = None

    @property
    def is_in_operation(self) -> bool:
        """Whether it is in daily operation and not ended."""
        return self.status is PlaceStatus.IN_OPERATION and self.ended_on is None
