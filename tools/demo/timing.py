"""Time and ids for playing a story: both follow from the story alone."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from explog.journal.ports import Clock

MORNING = 7
"""The hour, UTC, at which a day of the story begins."""


class StoryTime:
    """The moment the story has come to: a second further with every question for it."""

    def __init__(self) -> None:
        self._day = date.min
        self._seconds = 0

    @property
    def day(self) -> date:
        """The day of the story."""
        return self._day

    def begin(self, day: date) -> None:
        """Go on to *day*; within a day the seconds run on.

        Raises:
            ValueError: When *day* lies before the day the story has come to.
        """
        if day < self._day:
            raise ValueError(f"{day} lies before {self._day}")  # noqa: TRY003 - for whoever builds the demo
        if day > self._day:
            self._day, self._seconds = day, 0

    def tick(self) -> datetime:
        """The next second."""
        self._seconds += 1
        start = datetime(self._day.year, self._day.month, self._day.day, MORNING, tzinfo=UTC)
        return start + timedelta(seconds=self._seconds)


@dataclass(frozen=True, slots=True)
class StoryClock(Clock):
    """A clock that stands where the story is."""

    time: StoryTime | None = None

    def today(self) -> date:
        """The day of the story."""
        return self._time().day

    def as_of(self) -> str:
        """The day of the story, ISO."""
        return self._time().day.isoformat()

    def at(self) -> str:
        """The next second of the story, as the real clock would have it."""
        return self._time().tick().isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _time(self) -> StoryTime:
        """The story's time; a clock without one is a mistake."""
        if self.time is None:
            raise TypeError
        return self.time


class StoryIds:
    """Makes uuid7 texts out of the story's seconds and a seed, each greater than the one before."""

    def __init__(self, time: StoryTime, seed: str) -> None:
        self._time = time
        self._seed = seed

    def __call__(self) -> str:
        """The next id; logs with another seed never have the same."""
        milliseconds = int(self._time.tick().timestamp() * 1000)
        drawn = hashlib.sha256(f"{self._seed}/{milliseconds}".encode()).digest()
        number = milliseconds << 80 | int.from_bytes(drawn[:10], "big")
        number = number & ~(0xF << 76) | 0x7 << 76
        return str(uuid.UUID(int=number & ~(0x3 << 62) | 0x2 << 62))
