"""Sentences that were wrong in a word or a mark."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from explog.store import connection
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path


def test_a_changed_field_is_named_by_its_question_as_in_the_history(log: Path) -> None:
    """It said “Changed in AMB-01: need.”, a word of the file format."""
    told = done("set", "AMB-01", "need=More calm.", log=log)
    assert told.out.startswith(
        "Changed in AMB-01: What is hard in the core task today? → More calm. Next"
    )


def test_undo_names_the_house_number(log: Path) -> None:
    done("thresholds", "places=3", log=log)
    assert done("undo", log=log).out == "Undone: Change · places\n"
    assert done("redo", log=log).out == "Done again: Change · places\n"


def test_a_question_is_followed_by_no_colon(log: Path) -> None:
    told = call("add", "abcdefg\u202eb", log=log)
    assert told.err.startswith("What will you try? character 8")


def test_workplace_list_lists_the_workplaces(log: Path) -> None:
    assert done("workplace", "list", log=log).out == done("workplace", log=log).out
    done("workplace", "LIST", "A list", log=log)
    assert "AMB" not in done("workplace", "list", log=log).out


def test_a_question_mark_helps_in_the_first_list(log: Path) -> None:
    told = done(log=log, typed=b"?\n2\n?\n\n.\n", is_terminal=True, environment={"ACCESSIBLE": "1"})
    assert told.out.count("A number chooses its line") == 2


def _locked(path: Path, seconds: float) -> threading.Thread:
    """Another program that writes to the log at *path* for some *seconds*."""
    is_held = threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as conn:
            conn.execute("BEGIN IMMEDIATE")
            is_held.set()
            time.sleep(seconds)
            conn.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    is_held.wait(5)
    return thread


def test_a_long_wait_for_another_program_is_said_to_who_watches(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The terminal stood still for half a minute and said nothing."""
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    for is_terminal in (True, False):
        other = _locked(log, 0.4)
        told = done("set", "AMB-01", f"tags=t{is_terminal}", log=log, is_terminal=is_terminal)
        other.join()
        assert ("Another program is writing" in told.err) is is_terminal


@pytest.mark.parametrize("name", ["export", "backup", "check", "rebuild", "report med"])
def test_a_log_that_is_not_there_is_a_missing_file(tmp_path: Path, name: str) -> None:
    """It spoke of a log that is not in the log."""
    path = tmp_path / "none.db"
    told = call(*name.split(), log=path)
    assert (told.code, told.err) == (3, f"There is no file {path}.\n")


def test_a_copy_that_cannot_be_made_is_not_called_the_log(log: Path, tmp_path: Path) -> None:
    told = call("backup", str(tmp_path / "no" / "copy.db"), log=log)
    assert told.code == 1
    assert "The log" not in told.err
