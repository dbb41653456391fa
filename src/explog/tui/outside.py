"""Writing a text in the editor a person is used to, and coming back with it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from explog.domain.safe import control_problem
from explog.errors import Refused
from explog.locale import _
from explog.locale.reasons import reason
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import App

    from explog.tui.app import ExplogApp

SPARE = "nano"
"""The editor where none is set: it says on the screen how to leave it."""


async def edited(app: App[None], text: str) -> str:
    """*text* as it comes back from the editor; explog waits behind it meanwhile.

    Raises:
        Refused: There is no editor, it failed, or it left something that no log may hold. The
            sentence says so, and *text* is still what it was.
    """
    words = editor_words(os.environ)
    with _file_with(text) as path:
        try:
            with app.suspend(), _staying():
                code = _ran([*words, str(path)])
        except SuspendNotSupported as cause:
            raise Refused(_("Here no other program can take the screen.")) from cause
        except OSError as cause:
            said = _("The editor {name} cannot be started: {why}")
            raise Refused(said.format(name=words[0], why=reason(cause))) from cause
        if code:
            said = _("The editor {name} ended with an error; the text is as it was.")
            raise Refused(said.format(name=words[0]))
        return _read(path)


async def edit_outside(app: ExplogApp) -> None:
    """Let the field that is typed in be written in the editor; a refusal is said, nothing lost."""
    from explog.tui.widgets.fields import Field

    here = app.screen.focused
    field = next((one for one in here.ancestors if isinstance(one, Field)), None) if here else None
    if field is None or field.typed is None:
        say(app, _("There is nothing to write here; choose an answer with the arrows."))
        return
    text = await app.or_say_why(edited(app, field.typed))
    if text is not None and text != field.typed:
        field.write(text)


def editor_words(environment: Mapping[str, str]) -> list[str]:
    """The editor of *environment* with its arguments (``code --wait``).

    Raises:
        Refused: None is set, or its quotes do not close.
    """
    told = environment.get("VISUAL") or environment.get("EDITOR") or shutil.which(SPARE) or ""
    try:
        words = shlex.split(told, posix=os.name == "posix")
    except ValueError as cause:
        raise Refused(_("EDITOR cannot be read: {text}").format(text=told)) from cause
    if not words:
        raise Refused(_("No editor is set. Set EDITOR, for example: export EDITOR=nano"))
    return words


@contextmanager
def _file_with(text: str) -> Iterator[Path]:
    """A file for the owner's eyes only with *text* in it, gone afterwards."""
    descriptor, name = tempfile.mkstemp(prefix="explog-", suffix=".txt")  # 0600
    path = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        yield path
    finally:
        path.unlink(missing_ok=True)


def _ran(words: list[str]) -> int:
    """Run the editor until it ends; its exit code. Nothing is drawn meanwhile."""
    return subprocess.run(words, check=False).returncode  # noqa: S603 - the person's own editor


@contextmanager
def _staying() -> Iterator[None]:
    """Ctrl+C is meant for the editor while it runs."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _read(path: Path) -> str:
    """What the editor left in *path*.

    Raises:
        Refused: It is gone, is not text, or holds characters that no log may hold.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        raise Refused(_("What the editor left cannot be read; the text is as it was.")) from cause
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    problem = control_problem(text, multiline=True)
    if problem is not None:
        said = _("Character {place} ({name}) cannot be kept; the text is as it was.")
        raise Refused(said.format(place=problem[0], name=problem[1]))
    return text
