"""Writing a text in one's own editor."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from explog.errors import Refused
from explog.tui import outside
from explog.tui.screens.form import FormScreen
from tests.tui.host import IDEA, KEY, Host, field, form_ready, running, toasts, typed, until

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITORS = {
    "adds": "text = path.read_text(encoding='utf-8'); path.write_text(text + ' og støj\\n')",
    "fails": "path.write_text('half'); sys.exit(3)",
    "escapes": "path.write_text('a\\x1b[2J')",
    "garbles": "path.write_bytes(b'\\xff\\xfe')",
    "removes": "path.unlink()",
    "looks": "print(oct(path.stat().st_mode), path, file=open(sys.argv[1], 'w'))",
}


@pytest.fixture
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that can be handed over to another program."""

    @contextmanager
    def suspend(_app: object) -> Iterator[None]:
        yield

    monkeypatch.setattr("textual.app.App.suspend", suspend)


def _editor(tmp_path: Path, name: str, *words: str) -> str:
    """The words that start the editor called *name*, with arguments of its own."""
    script = tmp_path / "an editor.py"
    body = f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{EDITORS[name]}\n"
    script.write_text(body, encoding="utf-8")
    return " ".join(f"'{word}'" for word in (sys.executable, str(script), *words))


def _was_private_and_is_gone(seen: str) -> None:
    """Check what the editor *seen*: the mode and the path of its file."""
    mode, path = seen.split()
    assert stat.S_IMODE(int(mode, 8)) == 0o600 or os.name != "posix"
    assert not Path(path).exists()


async def _after(tmp_path: Path, editor: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """What stands in the field after F4, and what was said."""
    monkeypatch.setenv("VISUAL", editor)
    form = FormScreen("note", KEY)
    host = Host(tmp_path / "log.db", form, IDEA)
    async with running(host) as pilot:
        await form_ready(pilot, form)
        await typed(pilot, "Tablet")
        await pilot.press("f4")
        await pilot.app.workers.wait_for_complete(
            [one for one in pilot.app.workers if one.group == "editor"]
        )
        await until(pilot, lambda: bool(field(pilot, "text").raw))
        return field(pilot, "text").raw, toasts(pilot)


@pytest.mark.usefixtures("_screen")
async def test_the_text_comes_back_as_the_editor_left_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, said = await _after(tmp_path, _editor(tmp_path, "adds", "--wait"), monkeypatch)
    assert text == "Tablet og støj"
    assert said == ""


@pytest.mark.usefixtures("_screen")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fails", "ended with an error"),
        ("escapes", "Character 2 (U+001B) cannot be kept"),
        ("garbles", "cannot be read"),
        ("removes", "cannot be read"),
    ],
)
async def test_an_editor_that_fails_says_so_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    text, told = await _after(tmp_path, _editor(tmp_path, name), monkeypatch)
    assert text == "Tablet"
    assert said in told


@pytest.mark.usefixtures("_screen")
@pytest.mark.parametrize(
    ("editor", "said"),
    [("/nowhere/ed --wait", "cannot be started"), ("'unclosed", "EDITOR cannot be read")],
)
async def test_a_missing_editor_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, editor: str, said: str
) -> None:
    text, told = await _after(tmp_path, editor, monkeypatch)
    assert text == "Tablet"
    assert said in told


@pytest.mark.usefixtures("_screen")
async def test_the_file_is_for_its_owner_only_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    await _after(tmp_path, _editor(tmp_path, "looks", str(seen)), monkeypatch)
    _was_private_and_is_gone(seen.read_text(encoding="utf-8"))


async def test_where_no_other_program_can_take_the_screen_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, told = await _after(tmp_path, _editor(tmp_path, "adds"), monkeypatch)
    assert text == "Tablet"
    assert "no other program can take the screen" in told


def test_without_an_editor_it_says_how_to_set_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(Refused, match="Set EDITOR"):
        outside.editor_words({"EDITOR": " "})


def test_the_editor_may_have_arguments() -> None:
    assert outside.editor_words({"EDITOR": "code --wait"}) == ["code", "--wait"]
    assert outside.editor_words({"EDITOR": "vi", "VISUAL": "'a b' -n"}) == ["a b", "-n"]
