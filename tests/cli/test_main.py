"""The way in: version, exit codes, streams and signals."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from explog import __version__
from explog.__main__ import main
from explog.errors import ExplogError, NewerLogError, NotFoundError, Refused

if TYPE_CHECKING:
    from pathlib import Path
from tests.cli.calling import Stream, call


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["--lang", "da", "--version"]])
def test_the_version_is_told_wherever_it_is_asked_for(words: list[str]) -> None:
    assert call(*words).out == f"explog {__version__}\n"


@pytest.mark.parametrize(
    ("error", "code"),
    [(Refused("no"), 1), (NotFoundError("X"), 3), (NewerLogError("x.db"), 5)],
    ids=lambda value: type(value).__name__,
)
def test_an_error_becomes_its_sentence_and_its_code(
    monkeypatch: pytest.MonkeyPatch, error: ExplogError, code: int
) -> None:
    def fail(_words: object) -> int:
        raise error

    monkeypatch.setattr("explog.cli.program.run", fail)
    answered = call("list")
    assert (answered.code, answered.out, answered.err) == (code, "", f"{error}\n")


def test_a_bug_is_never_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_words: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("explog.cli.program.run", fail)
    with pytest.raises(ZeroDivisionError):
        call("list")


def test_ctrl_c_ends_quietly_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_words: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("explog.cli.program.run", interrupt)
    answered = call("list")
    assert (answered.code, answered.out, answered.err) == (130, "", "")


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    program = "import sys; from explog.__main__ import main; sys.exit(main())"
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-c", program, "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "EXPLOG_LOG": str(tmp_path / "log.db")},
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_text_that_cannot_be_shown_never_ends_in_a_traceback(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("EXPLOG_LOG", str(tmp_path / "log.db"))
    error = Stream()
    monkeypatch.setattr(sys, "stderr", error)
    assert main(["show", "\udcff"]) == 3
    assert error.text() == "There is no � in this log.\n"


def test_python_m_explog_is_the_same_program(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "explog", "list", "--json"],
        capture_output=True,
        env={**os.environ, "EXPLOG_LOG": str(tmp_path / "log.db")},
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"[]\n")
    assert not (tmp_path / "log.db").exists()
