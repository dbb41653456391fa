"""What the tests of the command line share: a log with one idea, and the demo."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import done

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-11-16"
"""The day that the demo is told as of."""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log with one idea, AMB-01, of a workplace with one core task."""
    path = tmp_path / "log.db"
    done("workplace", "AMB", "Station East", "--core-task", "Safe help", log=path)
    done("add", "One small thing", "--as-of", "2026-10-12", log=path)
    return path


@pytest.fixture(scope="session")
def untouched_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English demo as of its own Monday, to be read only."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    done("demo", "--create", str(path), "--as-of", AS_OF, "--lang", "en", log=path)
    return path


@pytest.fixture
def demo(untouched_demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo, whose Monday is today."""
    path = tmp_path / "demo.db"
    shutil.copyfile(untouched_demo, path)
    monkeypatch.setenv("EXPLOG_AS_OF", AS_OF)
    return path
