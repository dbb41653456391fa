"""Hostile text in the real program in a real terminal: nothing falls over, runs or gets out."""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from explog.domain.safe import INVISIBLE, control_problem
from tests.cli.calling import done
from tests.hostile import CONTROLS, generated, plant, storable, written
from tests.terminal import in_a_terminal, shapes, without_sequences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.terminal import Terminal

AS_OF = "2026-11-16"
SIZE = (80, 24)
PAGES = "12345"
"""The keys of the pages."""

DOWN, ESCAPE, PAGE_DOWN, F2 = "\x1b[B", "\x1b", "\x1b[6~", "\x1bOQ"

EXPERIMENT = "2\r"
"""The keys of an experiment's page."""

BEHIND = (
    ("2", "\r", "G", "m", ESCAPE, "?", ESCAPE),  # its page, and all that can be done with it
    ("2", "\r", "h", "G", "r", ESCAPE, ESCAPE),  # its history, and what can be put back
    ("2", "\r", "e", PAGE_DOWN, PAGE_DOWN, ESCAPE),  # its form, full of what was written
    ("2", "\r", "w", ESCAPE, "d", ESCAPE, "o", ESCAPE, "l", ESCAPE, ESCAPE),  # its measurements
    ("2", "/", "[", "/", "]", ESCAPE, ESCAPE, "v", ESCAPE, "s", ESCAPE, "c"),
    ("3", "t", DOWN, "\r", "b", PAGE_DOWN, ESCAPE, "3", "e", ESCAPE),  # lessons, borrowed, judged
    ("4", "\r", ESCAPE, "a", "\r", ESCAPE, ESCAPE),  # minutes and agreements
    ("4", "m", "\r", F2, DOWN, ESCAPE),  # a meeting prepared
    ("5", "d", DOWN, DOWN, "G", "p", ESCAPE, "/", ESCAPE, "1"),
    ("n", "x", "y", ESCAPE, "N", ESCAPE, ESCAPE, "f", ESCAPE, "1"),
)
"""Keys that lead to what lies behind the pages."""

STEERING = [one for one in CONTROLS if one.startswith("\x1b") and len(one) > 2]
"""Sequences that would be obeyed if one got out whole."""


@pytest.fixture(scope="module", name="clean")
def _clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log."""
    path = tmp_path_factory.mktemp("clean") / "demo.db"
    done("demo", "--create", str(path), "--as-of", AS_OF, "--lang", "en", log=path)
    return path


def _hostile(clean: Path, path: Path, texts: list[str]) -> Path:
    """The log *clean* with *texts* wherever a person wrote, as another program may leave it."""
    path.write_bytes(clean.read_bytes())
    coming = cycle(texts)
    plant(path, lambda _written: next(coming))
    return path


def _visit(terminal: Terminal, behind: Sequence[Sequence[str]] = BEHIND[:2]) -> None:
    """Every page, its help, the palette, and what lies *behind* the pages."""
    terminal.wait_for("Overview")
    terminal.read(1.0)
    for page in PAGES:
        terminal.type(page, 0.3)
        for key in (DOWN, DOWN, "?", ESCAPE, ":", "x", ESCAPE, ESCAPE):
            terminal.type(key, 0.06)
    for keys in behind:
        for key in keys:
            terminal.type(key, 0.2)
        assert terminal.is_alive, (keys, terminal.last_words())


def _click_about(terminal: Terminal, step: tuple[int, int], pages: Sequence[str] = PAGES) -> None:
    """Click on every so many cells of *pages*; what a click opened is closed again."""
    for page in pages:
        terminal.type(page, 0.2)
        for y in range(2, SIZE[1] - 1, step[1]):  # header and footer are no data
            for x in range(1, SIZE[0], step[0]):
                terminal.click(x, y, 0.015)
                terminal.type(ESCAPE, 0.015)  # with the next key at once it would be alt
                for key in page:
                    terminal.type(key, 0.01 * len(page) ** 2)
            assert terminal.is_alive, (page, y, terminal.last_words())
    terminal.read(2.0)
    assert terminal.is_alive, terminal.last_words()


def _nothing_got_out(terminal: Terminal, clean: str) -> None:
    """Only what Textual writes over a harmless log too steers the terminal, and nothing hides."""
    text = terminal.text
    assert "[@click=app" in text, "none of it was on any page: the test would be empty"
    assert shapes(text) - shapes(clean) == set()
    assert [one for one in STEERING if one in text and one not in clean] == []
    read = without_sequences(text).replace("\r", "").replace("\n", "")
    assert control_problem(read) is None
    assert re.findall(f"[{INVISIBLE}]", read) == []


@pytest.fixture(scope="module", name="harmless")
def _harmless(clean: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """All that is written over a harmless log."""
    home = tmp_path_factory.mktemp("home")
    with in_a_terminal("--log", str(clean), "--as-of", AS_OF, home=home) as terminal:
        _visit(terminal)
        _click_about(terminal, (40, 11))
        assert terminal.is_alive
        return terminal.text


def test_hostile_text_falls_over_nothing_runs_nothing_and_gets_nowhere(
    clean: Path, harmless: str, tmp_path: Path
) -> None:
    """A sample; the whole list is tried by the long test."""
    log = _hostile(clean, tmp_path / "log.db", storable(written()))
    with in_a_terminal("--log", str(log), "--as-of", AS_OF, home=tmp_path) as terminal:
        _visit(terminal)
        _click_about(terminal, (26, 7))
        _nothing_got_out(terminal, harmless)


def test_the_list_is_long_and_each_text_is_another() -> None:
    assert len({*written()}) > 200
    assert generated(50) == generated(50)


def test_hostile_text_that_explog_itself_would_keep_is_harmless_on_the_page_of_an_experiment(
    clean: Path, harmless: str, tmp_path: Path
) -> None:
    """What holds control characters is refused where it is read; markup and its like is kept."""
    kept = [text for text in written() if control_problem(text) is None and 0 < len(text) < 200]
    log = _hostile(clean, tmp_path / "log.db", [text for text in kept if text.strip()])
    with in_a_terminal("--log", str(log), "--as-of", AS_OF, home=tmp_path) as terminal:
        _visit(terminal)
        _click_about(terminal, (40, 11))
        _nothing_got_out(terminal, harmless)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 6))
def test_hostile_texts_put_together_on_every_page(
    clean: Path, harmless: str, tmp_path: Path, seed: int
) -> None:
    """Three hundred texts of chance for each seed."""
    log = _hostile(clean, tmp_path / "log.db", storable(generated(300, seed)))
    with in_a_terminal("--log", str(log), "--as-of", AS_OF, home=tmp_path) as terminal:
        _visit(terminal, BEHIND)
        _click_about(terminal, (13, 3))
        _nothing_got_out(terminal, harmless)


@pytest.mark.long
@pytest.mark.parametrize("page", [*PAGES, EXPERIMENT])
def test_a_click_anywhere_on_a_page_of_hostile_text_runs_nothing(
    clean: Path, harmless: str, tmp_path: Path, page: str
) -> None:
    """The written list; a click on every second cell of every line: no door is a cell wide."""
    log = _hostile(clean, tmp_path / "log.db", storable(written()))
    with in_a_terminal("--log", str(log), "--as-of", AS_OF, home=tmp_path) as terminal:
        _visit(terminal, ())
        _click_about(terminal, (2, 1), [page])
        _nothing_got_out(terminal, harmless)
