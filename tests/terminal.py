"""A program in a terminal of its own: keys and clicks go in, every byte that comes out is kept."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[PX^_\]][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])"
)
"""One escape sequence, however it ends."""

QUIET = 0.03
"""Seconds without a byte after which nothing more is awaited."""


class Terminal:
    """A running program and all that it has written."""

    def __init__(self, program: subprocess.Popen[bytes], leader: int) -> None:
        """Hold the *program* and the terminal's other end."""
        self.program = program
        self._leader = leader
        self.raw = b""

    @property
    def text(self) -> str:
        """All that was written."""
        return self.raw.decode("utf-8", "surrogateescape")

    def read(self, at_most: float = 1.0) -> None:
        """Read until it is quiet."""
        end = time.monotonic() + at_most
        wait = at_most
        while (left := end - time.monotonic()) > 0:
            if not select.select([self._leader], [], [], min(wait, left))[0]:
                return
            with contextlib.suppress(OSError):  # it has ended
                found = os.read(self._leader, 1 << 16)
                self.raw += found
                wait = QUIET
                continue
            return

    def wait_for(self, text: str, at_most: float = 20.0) -> None:
        """Read until *text* was written; fail when it never is."""
        end = time.monotonic() + at_most
        while text not in self.text:
            assert time.monotonic() < end, f"{text!r} never came: {self.text[-2000:]!r}"
            self.read(0.2)

    def type(self, keys: str, at_most: float = 0.3) -> None:
        """Type *keys* and see what comes of it."""
        os.write(self._leader, keys.encode())
        self.read(at_most)

    def click(self, x: int, y: int, at_most: float = 0.1) -> None:
        """Click on a cell, counted from 0."""
        self.type(f"\x1b[<0;{x + 1};{y + 1}M\x1b[<0;{x + 1};{y + 1}m", at_most)

    def last_words(self) -> str:
        """What the program said when it ended."""
        self.read(3.0)
        return without_sequences(self.text[self.text.rfind("\x1b[?1049l") :])

    @property
    def is_alive(self) -> bool:
        """Whether the program still runs."""
        return self.program.poll() is None


def shapes(text: str) -> set[str]:
    """The escape sequences in *text*, whatever numbers they hold."""
    return {re.sub(r"\d+", "N", found) for found in SEQUENCE.findall(text)}


def without_sequences(text: str) -> str:
    """*text* as it would be read, without what steers the terminal."""
    return SEQUENCE.sub("", text)


@contextlib.contextmanager
def in_a_terminal(
    *words: str, size: tuple[int, int] = (80, 24), home: Path, **environment: str
) -> Iterator[Terminal]:
    """``explog`` with *words* in a terminal of *size* with a *home* of its own."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    passed = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
    program = subprocess.Popen(
        [sys.executable, "-m", "explog", *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={
            **passed,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "ESCDELAY": "5",
            "HOME": str(home),
            "EXPLOG_MOTION": "none",
            **environment,
        },
        start_new_session=True,
    )
    os.close(follower)
    try:
        yield Terminal(program, leader)
    finally:
        with contextlib.suppress(OSError):
            os.close(leader)
        program.kill()
        program.wait()
