"""Ending well: signals from outside close the app as *quit* does, so that the terminal is restored.

Textual alone would leave the alternate screen, skip every ``on_unmount``, and exit with 0. And where
the terminal is gone it would wait for ever: its thread that writes has died, and what is to be
written fills a queue that nobody empties.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from functools import partial
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explog.tui.app import ExplogApp

ENDINGS = ("SIGTERM", "SIGHUP")
"""The signals of a shutdown and of a closed window; Windows has only the first."""

GRACE = 3.0
"""Seconds Textual gets to close by itself."""

RESTORED = b"\x1b[<u\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1049l\x1b[?25h"
"""Keys, mouse, paste, screen and cursor as they were before."""


def end_well(app: ExplogApp) -> None:
    """Let *app* close on each of ``ENDINGS``, with 128 + its number as the exit code."""
    if current_thread() is not main_thread():  # only there can signals be handled
        return
    loop = asyncio.get_running_loop()
    for name in ENDINGS:
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, lambda number, _frame: _end(app, loop, number))


def _end(app: ExplogApp, loop: asyncio.AbstractEventLoop, number: int) -> None:
    """Close *app* because of signal *number*, at the latest after ``GRACE``.

    No handler of the loop: that would never run while the loop waits for a dead terminal.
    """
    Thread(target=_make_sure, args=(app, 128 + number), daemon=True).start()
    loop.call_soon_threadsafe(partial(app.exit, return_code=128 + number))


def _make_sure(app: ExplogApp, code: int) -> None:
    """End the process with *code* where Textual could not, after what is under way was written."""
    time.sleep(GRACE)
    app.desk.close()
    try:
        os.write(sys.__stdout__.fileno() if sys.__stdout__ else 1, RESTORED)
    except OSError:  # the terminal is gone
        pass
    os._exit(code)
