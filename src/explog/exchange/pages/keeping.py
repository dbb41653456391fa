"""Where a drawn page goes: to a file of one's own, or to the browser."""

from __future__ import annotations

import re
import tempfile
import webbrowser
from pathlib import Path

from explog.exchange.files import save


def kept(text: str, path: Path) -> Path:
    """Write *text* to the file at *path*, which only its owner can read.

    Raises:
        FileError: When it cannot be written.
    """
    save([text], path)
    return path


def opened(text: str, name: str) -> Path:
    """Write *text* to a private temporary folder as a file called *name*, and open the browser.

    Returns:
        Where it lies; the browser may be missing.
    """
    folder = Path(tempfile.mkdtemp(prefix="explog-"))
    return shown(kept(text, folder / file_name(name)))


def shown(path: Path) -> Path:
    """Open the browser with the file at *path*."""
    webbrowser.open(path.resolve().as_uri())
    return path


def file_name(name: str) -> str:
    """*name* as the name of a file everywhere: ``LM-2026-04-minutes.html``."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.ASCII).strip("-.") or "explog"
