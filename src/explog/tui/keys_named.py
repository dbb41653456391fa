"""The key of a command as sentences name it: the one in force, not the one we chose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from explog.tui.commands import EVERYWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import App

    from explog.tui.commands import Command


def key_of(app: App[Any], name: str, commands: Iterable[Command] = EVERYWHERE) -> str:
    """The sign of the first key that does *name* now: ``u``, or ``z`` for who changed it.

    Args:
        app: Knows the keys that its person changed.
        name: The command's name in the config file.
        commands: The list it stands in.
    """
    from explog.tui.tasting import TastingApp

    binding = next(one for one in commands if one.name == name).bindings()[0]
    changed = app.taste.keys.get(name) if isinstance(app, TastingApp) else None
    if changed:
        binding = binding.with_key(changed.split(",")[0], None)
    shown = app.get_key_display(binding)
    return shown.upper() if re.fullmatch(r"f\d+", shown) else shown
