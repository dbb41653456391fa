"""One act of a person that takes several events: kept, undone and done again as one.

Its events share their moment to the microsecond; all others are written to the millisecond.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from explog.journal.ports import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.events import Event
    from explog.journal.journal import Journal

SHARED = len("2026-10-05T08:30:00.123456Z")
"""How long a moment is that events of one act share."""


@contextmanager
def one_act(journal: Journal) -> Iterator[None]:
    """Let everything that is written inside be one act, all of it or nothing."""
    before = journal.clock
    with journal.store.writing():
        if before.moment is None:
            moment = written(datetime.now(UTC), "microseconds")
            journal.clock = replace(before, moment=moment)
        try:
            yield
        finally:
            journal.clock = before


def is_shared(event: Event) -> bool:
    """Whether *event* is one of those that make up an act together."""
    return len(event.at) == SHARED


def belong_together(one: Event, other: Event) -> bool:
    """Whether both are events of one act."""
    return is_shared(one) and (one.at, one.device) == (other.at, other.device)
