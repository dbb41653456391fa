"""How a person wants the interface: theme, keys and motion, from environment and config file."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from explog.settings import Settings

STILL = frozenset({"none", "off", "0", "reduced"})
"""What ``motion`` is set to when nothing may move by itself."""

MOST = 100
"""Characters of a theme's name at most: the file may have become something else."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for; the defaults are what nobody asked about."""

    theme: str = ""
    """The theme that is set; empty for the one chosen last."""
    keys: Mapping[str, object] = field(default_factory=dict)
    """The table ``[keys]`` as it stands in the config file."""
    is_still: bool = False
    """Whether nothing may move by itself."""
    memory: Path | None = None
    """The file that remembers the theme chosen last; None to remember nothing."""


def wishes(settings: Settings) -> Wishes:
    """What *settings* ask for.

    Raises:
        InvalidError: When a setting is not a text.
    """
    return Wishes(
        theme=settings.get("theme") or "",
        keys=settings.config.get("keys", {}),
        is_still=(settings.get("motion") or "").lower() in STILL,
        memory=settings.state / "theme",
    )


def remembered(memory: Path | None) -> str:
    """The theme chosen last; empty when none was, or it cannot be read."""
    if memory is None:
        return ""
    with suppress(OSError, UnicodeDecodeError):
        return memory.read_text(encoding="utf-8")[:MOST].strip()
    return ""


def remember(memory: Path | None, theme: str) -> bool:
    """Write down that *theme* was chosen, whole or not at all; whether it could be."""
    if memory is None:
        return False
    new = memory.with_name(f"{memory.name}.{os.getpid()}.new")
    try:
        memory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new.write_text(theme + "\n", encoding="utf-8")
        new.replace(memory)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        return False
    return True
