"""How the interface ends: by a key, a signal, a closed window, a crash."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SCRIPT = """
import fcntl, sys, termios
from explog.tui import app, run
from tests.tui.fake import demo

if "unheard" not in sys.argv:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
if "crash" in sys.argv:
    app.ExplogApp.action_undo = lambda self: 1 / 0
library = demo()
sys.exit(run.run(lambda: library, lambda: None))
"""


@contextlib.contextmanager
def _in_a_terminal(*words: str) -> Iterator[tuple[subprocess.Popen[bytes], int, bytes]]:
    """The interface in a terminal of its own, once it is painted; with the terminal's other end."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**env, "TERM": "xterm-256color"},
        start_new_session=True,
    )
    os.close(follower)
    output = b""
    while b"Running" not in output:
        output += os.read(leader, 65536)
    try:
        yield program, leader, output
    finally:
        with contextlib.suppress(OSError):  # a test may have closed it
            os.close(leader)
        program.kill()
        program.wait()


def _rest(leader: int) -> bytes:
    """All that the program still says, until it closes its end."""
    output = b""
    with contextlib.suppress(OSError):
        while found := os.read(leader, 65536):
            output += found
    return output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_signal_restores_the_terminal_and_does_not_exit_with_zero(number: signal.Signals) -> None:
    with _in_a_terminal() as (program, leader, _painted):
        program.send_signal(number)
        assert b"\x1b[?1049l" in _rest(leader)
        assert program.wait(15) == 128 + number


def test_a_closed_window_ends_the_program_too() -> None:
    with _in_a_terminal() as (program, leader, _painted):
        os.close(leader)
        assert program.wait(15) == 128 + signal.SIGHUP


def test_a_terminal_that_goes_without_a_signal_ends_the_program_too() -> None:
    """It went on for hours, using half a processor, with nobody there to see it."""
    with _in_a_terminal("unheard") as (program, leader, _painted):
        os.close(leader)
        assert program.wait(15) == 128 + signal.SIGHUP


def test_a_crash_restores_the_terminal_and_does_not_exit_with_zero() -> None:
    with _in_a_terminal("crash") as (program, leader, _painted):
        os.write(leader, b"u")
        output = _rest(leader)
        assert b"\x1b[?1049l" in output
        assert b"ZeroDivisionError" in output
        assert program.wait(15) == 1


def test_quitting_exits_with_zero() -> None:
    with _in_a_terminal() as (program, leader, _painted):
        os.write(leader, b"q")
        _rest(leader)
        assert program.wait(15) == 0
