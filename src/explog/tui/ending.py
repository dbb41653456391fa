"""Ending well: signals from outside close the app as *quit* does, so that the terminal is restored.

Textual alone would leave the alternate screen, skip every ``on_unmount``, and exit with 0.
"""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

ENDINGS = ("SIGTERM", "SIGHUP")
"""The signals of a shutdown and of a closed window; Windows has only the first."""


def end_well(app: App[None]) -> None:
    """Let *app* close on each of ``ENDINGS``, with 128 + its number as the exit code."""
    loop = asyncio.get_running_loop()
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(
                NotImplementedError, RuntimeError, ValueError
            ):  # Windows, or not the main thread
                loop.add_signal_handler(number, _end, app, number)


def _end(app: App[None], number: int) -> None:
    """Close *app* because of signal *number*."""
    app.exit(return_code=128 + number)
