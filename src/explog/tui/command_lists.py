"""Every command there is, page by page: found on the screens and their parts, registered nowhere.

Finding them imports every screen, so only who changes keys or asks for them pays for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from explog.locale import _
from explog.tui.commands import BACK, EVERYWHERE, Command

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import ModuleType

Kind = Literal["everywhere", "page", "form", "part"]

FOLDERS = ("screens", "widgets")
"""The packages below ``explog.tui`` whose classes may have commands of their own."""


@dataclass(frozen=True, slots=True)
class CommandList:
    """The commands of one page, form or part of a page."""

    place: str
    """The class they belong to."""
    bindings: tuple[Binding, ...]
    """One for each key."""
    kind: Kind
    """A form lies over a page, where nothing of the page or the app works; a part is in a page."""


def command_lists() -> list[CommandList]:
    """Everywhere first, then each class that has named bindings, in the order of the modules."""
    app = tuple(one for command in (*EVERYWHERE, BACK) for one in command.bindings())
    found = [CommandList("everywhere", app, "everywhere")]
    for module in _modules():
        for one in vars(module).values():
            if isinstance(one, type) and one.__module__ == module.__name__:
                found += _listed(one)
    return found


def commands_in(module: ModuleType) -> Iterator[Command]:
    """The commands that stand in *module*, alone or in a list."""
    for one in vars(module).values():
        for each in one if isinstance(one, list | tuple) else (one,):
            if isinstance(each, Command):
                yield each


def _modules() -> Iterator[ModuleType]:
    """Every module of ``FOLDERS``."""
    for folder in FOLDERS:
        package = import_module(f"explog.tui.{folder}")
        for found in iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{found.name}")


def _listed(kind: type) -> list[CommandList]:
    """The list of *kind*; none when it has no binding with a name."""
    if not issubclass(kind, Widget):
        return []
    own = tuple(
        one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding) and one.id
    )
    return [CommandList(kind.__name__, own, _kind(kind))] if own else []


def _kind(kind: type) -> Kind:
    """What *kind* of a class has commands."""
    if issubclass(kind, ModalScreen):
        return "form"
    return "page" if issubclass(kind, Screen) else "part"


@dataclass(slots=True)
class Known:
    """One command by the name that the config file has for it."""

    name: str
    title: str
    """English."""
    about: str
    """English; empty where the title says it all."""
    default: list[str]
    """Its keys, as Textual names them, when nobody changes them."""
    keys: list[str]
    """Its keys now."""
    places: list[str]
    """Where it works: ``everywhere``, or the classes of pages and forms."""

    @property
    def shown(self) -> list[str]:
        """Its keys now, as signs."""
        from textual.keys import format_key

        return [_sign(key, format_key(key.rpartition("+")[2])) for key in self.keys]

    def record(self) -> dict[str, object]:
        """Itself for ``--json``."""
        return {
            "name": self.name,
            "keys": self.keys,
            "default": self.default,
            "title": _(self.title),
            "about": _(self.about),
            "places": self.places,
        }


def known(lists: list[CommandList], changed: Mapping[str, str]) -> list[Known]:
    """Every command once, in the order of *lists*, with the keys it has once *changed* holds."""
    found: dict[str, Known] = {}
    for page in lists:
        for one in Binding.make_bindings(page.bindings):
            name = one.id or ""
            told = found.setdefault(name, Known(name, one.description, one.tooltip, [], [], []))
            told.about = told.about or one.tooltip
            told.default += [one.key] if one.key not in told.default else []
            told.places += [page.place] if page.place not in told.places else []
    for told in found.values():
        told.keys = changed[told.name].split(",") if told.name in changed else told.default
    return list(found.values())


def _sign(key: str, last: str) -> str:
    """*key* as people write it; *last* is the sign of what is pressed last."""
    held = key.rpartition("+")[0]
    return f"{held}+{last}" if held else last
