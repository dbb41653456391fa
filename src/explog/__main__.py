"""``explog`` and ``python -m explog``: where errors become sentences and exit codes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from explog import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

PIPE_CLOSED = 141
"""The exit code when nobody reads the output any more: 128 and the number of the signal."""


def main(words: Sequence[str] | None = None) -> int:
    """Run explog.

    Args:
        words: What follows the program's name; the process's own by default.

    Returns:
        0 done · 1 refused · 2 wrong usage · 3 not found · 4 invalid data · 5 a newer log · 130 or
        141 interrupted.
    """
    words = sys.argv[1:] if words is None else words
    if [*words] in (["--version"], ["-V"]):  # before click: 9 ms instead of 32
        print(f"explog {__version__}")  # noqa: T201 - the writer of output imports more than this costs
        return 0

    from explog.cli.hinting import fresh
    from explog.cli.output import ready, talk
    from explog.errors import ExplogError

    ready()
    try:
        with fresh():
            try:
                from explog.cli.program import run

                return run(words)
            except ExplogError as error:
                from explog.cli.refusals import said

                talk(said(error))
                return error.exit_code
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return 130


def _forget_output() -> None:
    """Let nothing be written at exit to a pipe that nobody reads."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
