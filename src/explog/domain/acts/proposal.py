"""An act that is not written yet: what the guards look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.record.experiment import Experiment
    from explog.domain.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Proposal:
    """An act as it would change an experiment."""

    act: str
    before: Experiment
    after: Experiment
    today: date
    thresholds: Thresholds
    given: frozenset[str] = frozenset()
    """Names of the answers given with the act."""
