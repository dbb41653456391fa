"""The key of a command as sentences name it: the one in force, not the one we chose."""

from __future__ import annotations

import re
from string import Formatter
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


def keyed(app: App[Any], sentence: str, commands: Iterable[Command]) -> str:
    """*sentence* with the key in force of each command it names: ``{save}``, ``{turn_forward}``.

    Args:
        app: Knows the keys that its person changed.
        sentence: In the language in force.
        commands: The list that the commands stand in.
    """
    known = list(commands)
    names = {one.name.replace("-", "_"): one.name for one in known if one.name}
    wanted = [field for _text, field, *_rest in Formatter().parse(sentence) if field]
    return sentence.format(**{field: key_of(app, names[field], known) for field in wanted})
