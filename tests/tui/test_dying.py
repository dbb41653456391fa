"""Five ways of dying in a form, on a real pseudo-terminal: what was typed is offered again."""

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
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.naming.vocabulary import State
from explog.journal import workplaces
from explog.journal.ids import IdMaker
from explog.journal.journal import Journal
from explog.journal.ports import Clock
from explog.store.drafts import StoredDrafts
from explog.store.log import Log
from tests.stories import CORE_TASK, FAILED_SAFELY, ROLE, WORKPLACE
from tests.tui.drafting import FORMS, WORDS, bring_to, state_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = """
import fcntl, pathlib, sys, termios

fcntl.ioctl(0, termios.TIOCSCTTY, 0)

from explog.cli.opening import open_screens
from explog.cli.session import Session
from explog.settings import Settings
from explog.tui.app import ExplogApp
from explog.tui.screens.form import FormScreen
from explog.tui.screens.overview import OverviewScreen
from explog.tui.widgets.fields import Field

log, name, day = sys.argv[1:4]

async def open_form(self):
    if name:
        await self.push_screen(FormScreen(name, "AMB-01"))
    turned = set()
    self.set_interval(0.05, lambda: into_the_text(self, self.screen, turned))

def into_the_text(self, screen, turned):
    fields = [one for one in screen.query(Field) if one.display]
    here = screen.focused
    if any(one.has_focus_within and one.typed is not None for one in fields):
        pathlib.Path(log + ".ready").touch()
    elif fields:
        first = next((one for one in fields if one.typed is not None), None)
        if first is not None:
            first._typed.focus()
        elif screen._page not in turned:
            turned.add(screen._page)
            self.call_later(screen.action_turn, 1)

ExplogApp.on_ready = open_form
ExplogApp.action_help_quit = ExplogApp.action_quit = lambda self: 1 / 0
session = Session(Settings({"HOME": "."}))
session.log, session.as_of = log, day
sys.exit(open_screens(session))
"""
"""Opens a form over the Overview, the cursor where something can be typed; ctrl+q breaks it."""

DAY = FAILED_SAFELY[-1].as_of
SAFE = b"What you saved is safe in your log. What you were typing is offered again next time."
RESTORED = b"\x1b[?1049l"
DEADLY = ("SIGTERM", "SIGHUP", "SIGKILL", "closed", "crash")


def _log(path: Path, state: State) -> None:
    """A log whose only experiment is in *state*."""
    with Log.open(path) as log:
        journal = Journal(log, Clock(date(2025, 12, 1)), IdMaker(), ROLE)
        workplaces.add(journal, *WORKPLACE, [CORE_TASK])
        bring_to(journal, state)


@contextlib.contextmanager
def _in_a_terminal(path: Path, name: str) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """The program in a terminal of its own, with the terminal's other end."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
    left_out = {"COLUMNS", "LINES", "NO_COLOR", "EXPLOG_AS_OF"}
    env = {key: value for key, value in os.environ.items() if key not in left_out}
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(path), name, DAY],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**env, "TERM": "xterm-256color", "LANG": "C.UTF-8"},
        start_new_session=True,
    )
    os.close(follower)
    try:
        yield program, leader
    finally:
        with contextlib.suppress(OSError):  # a test may have closed it
            os.close(leader)
        program.kill()
        program.wait()


def _read_until(leader: int, wanted: bytes, seconds: float = 30) -> bytes:
    """What the program says, until *wanted* is among it."""
    output, end = b"", time.monotonic() + seconds
    while wanted not in output:
        assert time.monotonic() < end, f"{wanted!r} never came"
        if select.select([leader], [], [], 1)[0]:
            output += os.read(leader, 65536)
    return output


def _wait_for(leader: int, path: Path, seconds: float = 30) -> None:
    """Take what the program says until it made the file at *path*."""
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, "nothing can be typed"
        if select.select([leader], [], [], 0.05)[0]:
            os.read(leader, 65536)


def _rest(leader: int) -> bytes:
    """All that the program still says, until it closes its end."""
    output = b""
    with contextlib.suppress(OSError):
        while found := os.read(leader, 65536):
            output += found
    return output


def _die(program: subprocess.Popen[bytes], leader: int, way: str) -> bytes:
    """End *program* in one *way*; what it said while it ended."""
    if way == "closed":
        os.close(leader)
        program.wait(20)
        return b""
    if way == "crash":
        os.write(leader, b"\x11")  # ctrl+q
    else:
        program.send_signal(getattr(signal, way))
    said = _rest(leader)
    program.wait(20)
    return said


def _dies_and_is_offered_again(path: Path, name: str, way: str) -> None:
    """Type into the form *name*, wait two seconds, die, start again: it is all there."""
    with _in_a_terminal(path, name) as (program, leader):
        _read_until(leader, b"F2 save")
        _wait_for(leader, path.with_name(path.name + ".ready"))
        os.write(leader, WORDS.encode())
        _read_until(leader, b"thought")
        time.sleep(2)
        said = _die(program, leader, way)
        assert program.returncode != 0
        if way in {"SIGTERM", "SIGHUP", "crash"}:
            assert RESTORED in said
        assert (SAFE in said) is (way == "crash")
    kept = StoredDrafts(path).every()
    assert any(text.endswith(WORDS) for text in kept[0].answers.values())
    with _in_a_terminal(path, "") as (_program, leader):
        _read_until(leader, b"was not finished")
        os.write(leader, b"\x1bOR")  # F3
        _read_until(leader, b"You began this on")


@pytest.mark.parametrize("way", DEADLY)
def test_a_form_survives_every_way_of_dying(tmp_path: Path, way: str) -> None:
    path = tmp_path / "log.db"
    _log(path, State.IDEA)
    _dies_and_is_offered_again(path, "note", way)


TYPED = [name for name in FORMS if name != "assess"]
"""The forms in which something can be typed; for the other one see test_drafts."""


@pytest.mark.long
@pytest.mark.parametrize("way", DEADLY)
@pytest.mark.parametrize("name", TYPED)
def test_every_form_survives_every_way_of_dying(tmp_path: Path, name: str, way: str) -> None:
    path = tmp_path / "log.db"
    _log(path, State.IDEA if name == "over" else state_for(name))
    _dies_and_is_offered_again(path, name, way)


def test_the_first_workplace_survives_too(tmp_path: Path) -> None:
    """Nothing was written yet: the log is made for what was typed."""
    path = tmp_path / "log.db"
    with _in_a_terminal(path, "") as (program, leader):
        _read_until(leader, b"Nothing tried yet")
        os.write(leader, b"n")
        _read_until(leader, b"F2 save")
        _wait_for(leader, path.with_name(path.name + ".ready"))
        os.write(leader, b"Station East")
        time.sleep(2)
        _die(program, leader, "SIGKILL")
    with _in_a_terminal(path, "") as (program, leader):
        said = _read_until(leader, b"was not finished")
        assert b"Nothing tried yet" in said
        os.write(leader, b"n")
        _read_until(leader, b"Station East")


EDITOR = """
import pathlib, sys, time
path = pathlib.Path(sys.argv[-1])
path.write_text(path.read_text() + " from the editor")
pathlib.Path(sys.argv[1]).touch()
time.sleep(60)
"""
"""Saves something and stays open."""


@pytest.mark.parametrize("way", ["SIGTERM", "SIGHUP"])
def test_what_an_open_editor_saved_survives(
    tmp_path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The editor stayed alone in a terminal in disorder, and its text was gone."""
    path, open_now = tmp_path / "log.db", tmp_path / "open"
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script} {open_now}")
    _log(path, State.IDEA)
    with _in_a_terminal(path, "note") as (program, leader):
        _read_until(leader, b"F2 save")
        _wait_for(leader, path.with_name(path.name + ".ready"))
        os.write(leader, WORDS.encode())
        _read_until(leader, b"thought")
        os.write(leader, b"\x1bOS")  # F4
        _wait_for(leader, open_now)
        said = _die(program, leader, way)
        assert program.returncode == 128 + getattr(signal, way)
        assert said.rindex(RESTORED) > said.rfind(b"\x1b[?1049h")
    kept = StoredDrafts(path).every()
    assert any(text.endswith("from the editor") for text in kept[0].answers.values())
