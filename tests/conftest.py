"""What every test stands on: English, a clean environment, a home of its own, hypothesis."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from explog import locale

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMON = {
    "deadline": None,  # two cores shared with others: time says nothing about the code
    "database": None,  # a failure is made a test of its own, not kept in a folder
    "suppress_health_check": [HealthCheck.too_slow],
}

settings.register_profile("default", max_examples=40, derandomize=True, **COMMON)  # type: ignore[arg-type]
settings.register_profile("long", max_examples=1000, **COMMON)  # type: ignore[arg-type]


def pytest_configure(config: pytest.Config) -> None:
    """Look quickly by default, and long where the tests marked ``long`` run too."""
    chosen = "default" if config.getoption("markexpr") == "not long" else "long"
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", chosen))


def pytest_xdist_auto_num_workers() -> int:
    """Three workers on two processors: tests of screens wait half of the time."""
    return max(2, (os.cpu_count() or 1) * 3 // 2)


_HOMES = count()


@pytest.fixture(autouse=True)
def _a_world_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """English, no ``EXPLOG_*`` variable and an empty home, whatever the machine is set to."""
    for name in [*os.environ]:
        if name.startswith("EXPLOG_"):
            monkeypatch.delenv(name)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    home: Path = tmp_path_factory.getbasetemp() / f"home-{next(_HOMES)}"
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
    ):
        monkeypatch.setenv(name, str(home / folder))
    before = locale.spoken()
    locale.speak("en")
    yield
    locale.speak(before)


@pytest.fixture
def danish() -> Iterator[None]:
    """Danish is spoken during the test."""
    locale.speak("da")
    yield
    locale.speak("en")
