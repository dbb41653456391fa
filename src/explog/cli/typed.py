"""What was typed instead of said: ``-`` stands for standard input, once in a command."""

from __future__ import annotations

import sys

from explog.errors import UsageError
from explog.locale import _

MOST = 64 * 1024 * 1024
"""Characters read from standard input at most."""


class Typed:
    """Replaces ``-`` by what comes from standard input."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._is_read = False

    def text(self, said: str) -> str:
        """*said*, or standard input without its last line end.

        Raises:
            UsageError: When standard input was asked for before.
        """
        if said != "-":
            return said
        if self._is_read:
            raise UsageError(_("Only one answer can come from standard input (-)."))
        self._is_read = True
        return sys.stdin.read(MOST).rstrip("\n")

    def lines(self, said: tuple[str, ...]) -> list[str]:
        """Each of *said*; a ``-`` among them stands for the lines of standard input."""
        found: list[str] = []
        for one in said:
            found.extend(self.text(one).splitlines() if one == "-" else [one])
        return found
