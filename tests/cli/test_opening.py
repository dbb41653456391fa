"""``explog`` with a terminal: the screens get the log, the demo and the import handed over."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from explog.errors import NoFileError, NotFoundError
from explog.settings import Settings
from tests.cli.calling import Answered, call, done

if TYPE_CHECKING:
    from pathlib import Path

WATCHED = {"TERM": "xterm", "NO_COLOR": ""}


class Screens:
    """Stands for ``explog.tui.run.run`` and keeps what it was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Take its place."""
        self.given: dict[str, Any] = {}
        monkeypatch.setattr("explog.tui.run.run", self)

    def __call__(self, open_library: object, open_journal: object, **more: object) -> int:
        """Keep what is given; the exit code is one that nothing else has."""
        self.given = {"open_library": open_library, "open_journal": open_journal, **more}
        return 7


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """The screens, not opened."""
    return Screens(monkeypatch)


def _opened(*words: str, log: Path) -> Answered:
    """``explog`` with *words* where a person looks."""
    return call(*words, log=log, is_terminal=True, environment=WATCHED)


def test_the_screens_open_on_the_log_and_their_code_is_the_exit_code(
    log: Path, screens: Screens
) -> None:
    answered = _opened("--as-of", "2026-11-16", "--role", "leder", log=log)
    assert (answered.code, answered.out) == (7, "")
    assert screens.given["demo"] is False
    library = screens.given["open_library"]()
    assert [row.key for row in library.rows()] == ["AMB-01"]
    assert (library.path(), library.today().isoformat()) == (str(log), "2026-11-16")
    library.close()
    journal = screens.given["open_journal"]()
    kept = journal.act("note", "AMB-01", text="from the screens")
    journal.close()
    assert (kept.event.by_role, kept.event.as_of) == ("leder", "2026-11-16")


def test_nothing_is_made_before_the_screens_write(tmp_path: Path, screens: Screens) -> None:
    path = tmp_path / "none" / "log.db"
    _opened(log=path)
    library = screens.given["open_library"]()
    assert library.is_empty()
    with pytest.raises(NotFoundError):
        library.record("AMB-01")
    assert not path.parent.exists()


def test_the_demo_opens_on_its_own_file_and_can_be_opened_from_the_first_run(
    tmp_path: Path, screens: Screens
) -> None:
    _opened("demo", log=tmp_path / "own.db")
    assert screens.given["demo"] is True
    library = screens.given["open_library"]()
    assert library.path() == str(Settings().demo("en"))
    library.close()
    _opened(log=tmp_path / "own.db")
    open_library, open_journal, *_ = screens.given["open_demo"]()
    library, journal = open_library(), open_journal()
    assert len(library.rows()) == 20
    assert len(journal.store.documents("experiment")) == 20
    library.close()
    journal.close()
    assert not (tmp_path / "own.db").exists()


def test_a_file_is_brought_in_from_the_screens(
    demo: Path, tmp_path: Path, screens: Screens
) -> None:
    document = tmp_path / "log.json"
    done("export", "-o", str(document), log=demo)
    own = tmp_path / "own.db"
    _opened(log=own)
    assert "new records" in screens.given["bring_in"](str(document))
    assert len(done("list", "--json", log=own).json) == 20
    with pytest.raises(NoFileError):
        screens.given["bring_in"](str(tmp_path / "none.json"))


@pytest.mark.parametrize("words", [["--json"], ["demo", "--json"]], ids=" ".join)
def test_json_opens_no_screens(tmp_path: Path, screens: Screens, words: list[str]) -> None:
    assert _opened(*words, log=tmp_path / "own.db").code == 0
    assert screens.given == {}


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_terminal_and_no_error(tmp_path: Path, closed: str) -> None:
    command = f"{sys.executable} -m explog {closed}"
    environment = {**os.environ, "EXPLOG_LOG": str(tmp_path / "log.db")}
    ended = subprocess.run(
        ["/bin/sh", "-c", command], env=environment, capture_output=True, timeout=30, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == b""
