"""The start-up promises (DESIGN.md section 7), each held in a fresh interpreter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"pydantic", "sqlite_utils", "textual"}

IMPORT_EVERYTHING = """
import importlib, os, pathlib, sys, sysconfig

package = pathlib.Path(importlib.import_module(sys.argv[1]).__file__).parent
modules = [
    ".".join(path.relative_to(package.parent).with_suffix("").parts)
    for path in sorted(package.rglob("*.py"))
    if path.name != "__init__.py"
]
homes = tuple(
    os.path.realpath(path)
    for path in {str(package), sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
)
seen = set()

def watch(event, arguments):
    if event in {"os.mkdir", "sqlite3.connect", "socket.connect", "subprocess.Popen"}:
        seen.add(f"{event} {arguments[0]}")
    elif event == "open" and not isinstance(arguments[0], int):
        path, mode, flags = os.path.realpath(os.fsdecode(arguments[0])), arguments[1], arguments[2]
        writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes or not path.startswith(homes):
            seen.add(f"{event} {path}")

sys.addaudithook(watch)
for name in modules:
    importlib.import_module(name)
print(len(modules))
print(*sorted(seen), sep="\\n", end="")
"""
"""Imports every module of the package; prints how many, and what they made or opened elsewhere."""


@pytest.fixture
def person(tmp_path: Path) -> dict[str, str]:
    """The environment of somebody who has never started explog: an empty home and no log."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("EXPLOG", "XDG"))
    }
    home = tmp_path / "home"
    home.mkdir()
    return {
        **environment,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "LOCALAPPDATA": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "EXPLOG_LOG": str(tmp_path / "logs" / "log.db"),
        "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }


def _python(person: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run this Python on *words* without a terminal; it must end well."""
    done = subprocess.run(
        [sys.executable, *words],
        env=person,
        cwd=person["HOME"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    talk = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert done.returncode == 0, "\n".join([done.stdout, *talk])
    return done


def _imported(person: dict[str, str], *words: str) -> set[str]:
    """The top names of all modules that ``explog`` with *words* imports (``-X importtime``)."""
    done = _python(person, "-X", "importtime", "-m", "explog", *words)
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    names = {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
    assert "explog" in names, "importtime told nothing, so the test would prove nothing"
    return names


@pytest.mark.parametrize("words", [["--version"], ["--help"]], ids=" ".join)
def test_version_and_help_import_nothing_heavy(person: dict[str, str], words: list[str]) -> None:
    assert _imported(person, *words) & HEAVY == set()


def test_version_is_answered_before_click(person: dict[str, str]) -> None:
    assert "click" not in _imported(person, "--version")


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["list", "--json"],
        ["show", "AMB-01"],
        ["add", "A second small thing", "-w", "AMB"],
        ["export"],
    ],
    ids=" ".join,
)
def test_reading_and_adding_never_import_textual(person: dict[str, str], words: list[str]) -> None:
    _python(person, "-m", "explog", "add", "One small thing", "-w", "AMB")
    assert "textual" not in _imported(person, *words)


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["add", "--help"]], ids=" ".join)
def test_asking_what_explog_is_makes_no_folder(person: dict[str, str], words: list[str]) -> None:
    _python(person, "-m", "explog", *words)
    assert list(Path(person["HOME"]).iterdir()) == []
    assert not Path(person["EXPLOG_LOG"]).parent.exists()


def _at_import(person: dict[str, str], package: str) -> list[str]:
    """What importing every module of *package* made, or opened outside it and Python itself."""
    count, *elsewhere = _python(person, "-c", IMPORT_EVERYTHING, package).stdout.splitlines()
    assert int(count) > 0
    return elsewhere


def test_importing_every_module_makes_no_folder_and_opens_no_file(person: dict[str, str]) -> None:
    assert _at_import(person, "explog") == []
    assert list(Path(person["HOME"]).iterdir()) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("import os\nos.mkdir('made')", "os.mkdir"),
        ("open('../seen.txt').close()", "open"),
        ("import pathlib\npathlib.Path(__file__).with_name('new').touch()", "open"),
        ("import sqlite3\nsqlite3.connect(':memory:').close()", "sqlite3.connect"),
    ],
)
def test_a_planted_side_effect_at_import_is_found(
    person: dict[str, str], tmp_path: Path, text: str, what: str
) -> None:
    (tmp_path / "seen.txt").touch()
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "__init__.py").touch()
    (tmp_path / "planted" / "module.py").write_text(text, encoding="utf-8")
    found = _at_import({**person, "PYTHONPATH": str(tmp_path)}, "planted")
    assert [line.split()[0] for line in found] == [what]
