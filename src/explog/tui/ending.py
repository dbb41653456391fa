"""Ending well: signals from outside close the app as *quit* does, so that the terminal is restored.

Textual alone would leave the alternate screen, skip every ``on_unmount``, and exit with 0. And
where the terminal is gone it would wait for ever: its thread that writes has died, and what is to
be written fills a queue that nobody empties.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import time
from contextlib import contextmanager, suppress
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.tui.program import Program

ENDINGS = ("SIGTERM", "SIGHUP")
"""The signals of a shutdown and of a closed window; Windows has only the first."""

GRACE = 3.0
"""Seconds Textual gets to close by itself."""

RESTORED = b"\x1b[<u\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1049l\x1b[?25h"
"""Keys, mouse, paste, screen and cursor as they were before."""


@contextmanager
def ending_well(app: Program) -> Iterator[None]:
    """While inside, *app* closes on each of ``ENDINGS``, with 128 + its number as the exit code.

    Only on the main thread, where Python handles signals.
    """
    numbers = [getattr(signal, name) for name in ENDINGS if hasattr(signal, name)]
    before = {
        number: signal.signal(number, lambda number, _frame: _end(app, number))
        for number in numbers
    }
    is_over = Event()
    if hasattr(select, "poll") and hasattr(signal, "SIGHUP"):
        Thread(target=_hear_the_terminal_go, args=(is_over,), daemon=True).start()
    try:
        yield
    finally:
        is_over.set()
        for number, handler in before.items():
            signal.signal(number, handler)


def _hear_the_terminal_go(is_over: Event) -> None:
    """Wait until the terminal's other end is closed, and do what the signal of that does.

    The signal itself reaches only the terminal's own session; without it Textual's thread that
    reads would ask a dead terminal for ever, as fast as it can.
    """
    terminal = select.poll()
    terminal.register(0, 0)  # nothing to read for; a hang-up is always told
    terminal.poll()
    if not is_over.is_set():
        os.kill(os.getpid(), signal.SIGHUP)


def _end(app: Program, number: int) -> None:
    """Close *app* because of signal *number*, at the latest after ``GRACE``.

    No handler of the loop: that would never run while the loop waits for a dead terminal.
    """
    code = 128 + number
    Thread(target=_make_sure, args=(app, code), daemon=True).start()
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # not begun yet, or over
        sys.exit(code)
    loop.call_soon_threadsafe(partial(app.exit, return_code=code))


def _make_sure(app: Program, code: int) -> None:
    """End the process with *code* where Textual could not, after what is under way was written."""
    time.sleep(GRACE)
    app.keeper.write_at_the_end()
    app.desk.close()
    with suppress(OSError):  # the terminal is gone
        os.write(1, RESTORED)
    os._exit(code)
