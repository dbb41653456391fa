"""A meeting that is killed in a real terminal goes on where it was, and nothing is lost."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

from explog.journal import meetings
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.log import Log
from tests.tui.meeting_host import TODAY
from tests.tui.on_demo import copied

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from explog.domain.record.review import Review

KEY = "LM-2026-04"
SCRIPT = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from explog.__main__ import main
sys.argv = ["explog", *sys.argv[1:]]
main()
"""
"""The program, with the terminal as its own."""

ON = b"\x1b[6~"
"""The key for the next step."""


@contextlib.contextmanager
def _meeting(path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """``explog review start`` in a terminal of its own, with the terminal's other end."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
    left_out = {"COLUMNS", "LINES", "NO_COLOR", "EXPLOG_AS_OF"}
    env = {name: value for name, value in os.environ.items() if name not in left_out}
    words = ["--log", str(path), "--as-of", TODAY.isoformat(), "--lang", "en"]
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *words, "review", "start", KEY],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**env, "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(path.parent)},
        start_new_session=True,
    )
    os.close(follower)
    try:
        yield program, leader
    finally:
        program.kill()
        program.wait()
        os.close(leader)


def _read_until(leader: int, wanted: bytes, seconds: float = 60) -> None:
    """Read what the program says, until *wanted* is among it."""
    output, end = b"", time.monotonic() + seconds
    while wanted not in output:
        assert time.monotonic() < end, f"{wanted!r} never came"
        output += os.read(leader, 65536)


def _read_for(leader: int, seconds: float) -> None:
    """Read what the program says for some *seconds*."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([leader], [], [], left)[0]:
            os.read(leader, 65536)


def _kept(path: Path) -> Review:
    """The meeting as it stands in the log."""
    with Log.open(path) as log:
        return meetings.meeting(Journal(log, Clock(TODAY), IdMaker()), KEY)


def test_a_killed_meeting_goes_on_at_the_same_step_with_every_word(tmp_path: Path) -> None:
    path = copied(tmp_path)
    with Log.open(path) as log:
        journal = Journal(log, Clock(TODAY), IdMaker())
        assert meetings.prepare(journal, "single", picks=["BS-03"]).key == KEY
    with _meeting(path) as (program, leader):
        _read_until(leader, b"Purpose, rules")
        os.write(leader, ON)
        _read_until(leader, b"0 hands")  # not before the step is there
        os.write(leader, b"6")
        _read_until(leader, b"6 hands")
        os.write(leader, ON)
        _read_until(leader, b"silent writing")
        os.write(leader, b"\t")
        time.sleep(0.5)
        os.write(leader, b"Half a sentence")
        _read_for(leader, 3)  # the key has to arrive; then two seconds are promised
        program.send_signal(signal.SIGKILL)
        program.wait()
    kept = _kept(path)
    assert kept.at_step == "happened"
    assert kept.guesses[0].n == 6
    note = kept.step("happened", kept.experiments[0])
    assert note is not None
    assert note.note == "Half a sentence"
    with _meeting(path) as (program, leader):
        _read_until(leader, b"silent writing")
        os.write(leader, ON)
        _read_until(leader, b"in the system")
    assert _kept(path).at_step == "why"


def test_hands_that_were_being_counted_stand_there_after_a_kill(tmp_path: Path) -> None:
    """They were in the log, each pause of the counting as an event, or gone."""
    path = copied(tmp_path)
    with Log.open(path) as log:
        journal = Journal(log, Clock(TODAY), IdMaker())
        assert meetings.prepare(journal, "single", picks=["BS-03"]).key == KEY
    with _meeting(path) as (program, leader):
        _read_until(leader, b"Purpose, rules")
        os.write(leader, ON)
        _read_until(leader, b"0 hands")  # not before the step is there
        os.write(leader, b"7")
        _read_until(leader, b"7 hands")
        _read_for(leader, 3)  # two seconds are promised
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert not _kept(path).guesses
    with _meeting(path) as (program, leader):
        _read_until(leader, b"7 hands")
        os.write(leader, ON)
        _read_until(leader, b"silent writing")
    assert _kept(path).guesses[0].n == 7


def test_a_card_that_was_only_typed_stands_in_its_line_after_a_kill(tmp_path: Path) -> None:
    """It was gone: only what was sent with enter was in the log."""
    path = copied(tmp_path)
    with Log.open(path) as log:
        journal = Journal(log, Clock(TODAY), IdMaker())
        assert meetings.prepare(journal, "retrospective", picks=["AUT-01"]).key == KEY
    with _meeting(path) as (program, leader):
        _read_until(leader, b"Purpose, rules")
        os.write(leader, ON)
        _read_until(leader, b"a note, then")
        os.write(leader, b"Half a card")
        _read_for(leader, 3)  # the key has to arrive; then two seconds are promised
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert not _kept(path).gathered
    with _meeting(path) as (program, leader):
        _read_until(leader, b"Half a card")
