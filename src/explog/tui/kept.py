"""Answers of forms that were left without saving, kept while the program runs, so that esc never loses a word."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from textual.app import App

Place = tuple[str, str, str | None]
"""The act, the experiment's id and the element being changed."""

_OF_APPS: WeakKeyDictionary[App[object], dict[Place, dict[str, str]]] = WeakKeyDictionary()


def kept(app: App[object]) -> dict[Place, dict[str, str]]:
    """What *app* keeps: place → answers that were typed and not saved, by question."""
    return _OF_APPS.setdefault(app, {})
