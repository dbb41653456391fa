"""``explog doctor``: what this machine can do, and whether the log is well. Reads only."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from explog import __version__
from explog.cli.command import Command
from explog.cli.output import is_watched, out, out_json, width
from explog.cli.width import cells, pad
from explog.domain.safe import safe
from explog.errors import ExplogError
from explog.locale import N_, _

if TYPE_CHECKING:
    from pathlib import Path

    from explog.cli.session import Session

LIBRARIES = ("textual", "sqlite-utils", "pydantic", "click", "platformdirs")


def command(name: str) -> Command:
    """Build the command."""
    return Command(
        name,
        doctor,
        about=_("Say what this machine can do and whether the log is well; changes nothing."),
    )


LABELS = {
    "explog": N_("explog"),
    "python": N_("Python"),
    "sqlite": N_("SQLite"),
    "system": N_("System"),
    "language": N_("Language"),
    "terminal": N_("Terminal"),
    "log": N_("Log"),
    "permissions": N_("Permissions"),
    "config": N_("Config file"),
    "today": N_("Today"),
    "health": N_("Health"),
}
"""Key of ``--json`` → what people read; the libraries go by their own names."""


def doctor(session: Session) -> int:
    """Print what helps when something does not work; the exit code tells the log's health."""
    health, code = _health(session)
    told = {
        "explog": __version__,
        "python": f"{platform.python_version()} ({sys.executable})",
        "sqlite": _sqlite(session),
        **{name: _version(name) for name in LIBRARIES},
        "system": f"{platform.system()} {platform.release()}",
        "language": f"{session.language} (LANG: {os.environ.get('LANG', '–')})",
        "terminal": _terminal(),
        "log": str(session.path),
        "permissions": _permissions(session.path),
        "config": _existing(session.settings.config_path),
        "today": session.today.isoformat() + (" (--as-of)" if session.fixed else ""),
        "health": health,
    }
    if session.json:
        out_json(told)
    else:
        labelled = [(_(LABELS.get(name, name)), value) for name, value in told.items()]
        widest = max(cells(label) for label, _value in labelled)
        out(safe(f"{pad(label, widest)}  {value}") for label, value in labelled)
    return code


def _sqlite(session: Session) -> str:
    """The version of the SQLite in use, told by the log."""
    try:
        return session.library().sqlite() or "–"
    except ExplogError:
        return "–"


def _version(name: str) -> str:
    """The version of a library."""
    try:
        return version(name)
    except PackageNotFoundError:
        return _("missing")


def _terminal() -> str:
    """What the terminal is, and whether the interface can open."""
    kind = os.environ.get("TERM", "–")
    if not is_watched():
        return _("{kind}: no screens, plain text only").format(kind=kind)
    colour = (
        _("no colour") if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM", _("colour"))
    )
    return f"{kind}, {width()} × {os.get_terminal_size().lines}, {colour}, {sys.stdout.encoding}"


def _permissions(path: Path) -> str:
    """Who may read and write the log."""
    if not path.exists():
        folder = next(parent for parent in path.absolute().parents if parent.exists())
        can = os.access(folder, os.W_OK)
        return (
            _("a new log can be made here")
            if can
            else _("{path} cannot be written").format(path=folder)
        )
    mode = f"{path.stat().st_mode & 0o777:o}"
    writable = _("writable") if os.access(path, os.W_OK) else _("read-only")
    return f"{mode}, {writable}"


def _existing(path: Path) -> str:
    """*path*, and whether it is there."""
    return (
        str(path) if path.exists() else _("{path} (not there; nothing is needed)").format(path=path)
    )


def _health(session: Session) -> tuple[str, int]:
    """What is wrong with the log in words, and the exit code."""
    if not session.path.exists():
        return _("no log yet"), 0
    try:
        problems = session.store().check()
    except ExplogError as error:  # a diagnosis tells what is wrong instead of ending with it
        return str(error), error.exit_code
    if problems:
        return "; ".join(map(str, problems[:3])), 4
    return _("sound"), 0
