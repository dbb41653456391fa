"""A command that is told acts on the log that was chosen, and can be typed as it stands."""

from __future__ import annotations

import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from explog.cli import hinting
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-11-16"


@pytest.fixture
def other(untouched_demo: Path, tmp_path: Path) -> Path:
    """A demo log with blanks and braces in its path."""
    path = tmp_path / "my {other} log.db"
    shutil.copyfile(untouched_demo, path)
    return path


def test_the_way_back_after_a_backup_names_the_log_that_was_copied(
    other: Path, tmp_path: Path
) -> None:
    """It said “explog restore …”, which would have put the copy over the person's own log."""
    told = call("--log", str(other), "backup")
    command = shlex.split(told.err.partition("Go back to it: ")[2])
    assert command == ["explog", "--log", str(other), "restore", told.out.strip()]
    assert str(tmp_path) in command[-1]


@pytest.mark.parametrize(
    "words",
    [
        ["set", "LYS-04", "need=More calm"],
        ["archive", "LYS-04"],
        ["list", "workplace:AMB", "state:scaled", "tag:none"],
        ["review", "start"],
        ["observe", "AMB-02"],
    ],
    ids=" ".join,
)
def test_every_command_that_is_told_names_the_chosen_log(other: Path, words: list[str]) -> None:
    told = call("--log", str(other), "--as-of", AS_OF, *words)
    said = told.out + told.err
    assert said.count("explog ") == said.count("explog --log") > 0


def test_a_log_of_the_environment_is_not_repeated(other: Path) -> None:
    told = done("set", "LYS-04", "need=More calm", log=other)
    assert "explog plan LYS-04" in told.out


def test_a_choice_is_forgotten_after_the_call(other: Path) -> None:
    call("--log", str(other), "list")
    assert hinting.on_log("explog list") == "explog list"


def test_what_is_no_command_stays(tmp_path: Path) -> None:
    with hinting.fresh():
        hinting.choose(str(tmp_path))
        assert hinting.on_log("explog pauses nothing") == "explog pauses nothing"
        assert hinting.hint("explog {command}") == f"explog --log {tmp_path} {{command}}"
