"""Writing a text in the editor a person is used to, and coming back with it."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from explog.domain.safe import control_problem
from explog.errors import Refused
from explog.locale import _
from explog.locale.reasons import reason
from explog.tui.ending import ENDINGS
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.app import App

    from explog.tui.program import Program

A_LOOK = 0.2
"""Seconds between two looks whether something wants explog to end."""

UNTIL_KILLED = 1.0
"""Seconds an editor gets to end when explog is to end."""

UNTIL_HEARD = 0.2
"""Seconds until a form has heard of the text that stands in it."""

SPARE = "nano"
"""The editor where none is set: it says on the screen how to leave it."""


async def edited(app: App[None], text: str, deaths: list[int]) -> str:
    """*text* as it comes back from the editor; explog waits behind it meanwhile.

    Args:
        app: What is on the screen until then.
        text: What the editor begins with.
        deaths: Takes the signals that ended the editor, for explog to end by them afterwards.

    Raises:
        Refused: There is no editor, it failed, or it left something that no log may hold. The
            sentence says so, and *text* is still what it was.
    """
    words = editor_words(os.environ)
    with _file_with(text) as path:
        try:
            with app.suspend():
                code = _ran([*words, str(path)], deaths)
        except SuspendNotSupported as cause:
            raise Refused(_("Here no other program can take the screen.")) from cause
        except OSError as cause:
            said = _("The editor {name} cannot be started: {why}")
            raise Refused(said.format(name=words[0], why=reason(cause))) from cause
        if code and not deaths:
            said = _("The editor {name} ended with an error; the text is as it was.")
            raise Refused(said.format(name=words[0]))
        return _read(path)


async def edit_outside(app: Program) -> None:
    """Let the field that is typed in be written in the editor; a refusal is said, nothing lost."""
    from explog.tui.widgets.fields import Field

    here = app.screen.focused
    field = next((one for one in here.ancestors if isinstance(one, Field)), None) if here else None
    if field is None or field.typed is None:
        say(app, _("There is nothing to write here; choose an answer with the arrows."))
        return
    deaths: list[int] = []
    text = await app.or_say_why(edited(app, field.typed, deaths))
    if text is not None and text != field.typed:
        field.write(text)
    for number in deaths[:1]:  # once the form has heard of the text
        app.set_timer(UNTIL_HEARD, partial(signal.raise_signal, number))


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


def _ran(words: list[str], deaths: list[int]) -> int:
    """Run the editor until it ends; its exit code. Nothing is drawn meanwhile."""
    with _staying(deaths) as wait, subprocess.Popen(words) as editor:  # noqa: S603 - the person's own editor
        return wait(editor)


@contextmanager
def _staying(deaths: list[int]) -> Iterator[Callable[[subprocess.Popen[bytes]], int]]:
    """Ctrl+C is meant for the editor while it runs; what ends explog ends the editor first.

    Gives what waits for the editor, and adds to *deaths* each signal that came meanwhile.
    """

    def hear(number: int, _frame: object) -> None:
        deaths.append(number)

    def wait(editor: subprocess.Popen[bytes]) -> int:
        while not deaths:
            with suppress(subprocess.TimeoutExpired):
                return editor.wait(A_LOOK)
        editor.terminate()
        with suppress(subprocess.TimeoutExpired):
            return editor.wait(UNTIL_KILLED)
        editor.kill()
        return editor.wait()

    numbers = [getattr(signal, name) for name in ENDINGS if hasattr(signal, name)]
    before = {number: signal.signal(number, hear) for number in numbers}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield wait
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


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
