"""What writes experiments to a file: handed over, since the screens do not know the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.rows import ExperimentRow


class Sender(Protocol):
    """Both are called on the desk's thread."""

    def is_there(self, typed: str) -> bool:
        """Whether a file stands where a person *typed*."""

    def send(self, log: str, typed: str, rows: Sequence[ExperimentRow]) -> str:
        """Write *rows* of the *log* to the file a person *typed*; one sentence that says so.

        Raises:
            ExplogError: When it cannot be written.
        """
