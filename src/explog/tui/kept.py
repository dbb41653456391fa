"""Answers of forms that were left without saving, kept so that esc never loses a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from textual.app import App

Place = tuple[str, str, str | None]
"""The act, the experiment's id and the element being changed."""

_OF_APPS: WeakKeyDictionary[App[Any], dict[Place, dict[str, str]]] = WeakKeyDictionary()


def kept(app: App[Any]) -> dict[Place, dict[str, str]]:
    """What *app* keeps: place → answers that were typed and not saved, by question."""
    return _OF_APPS.setdefault(app, {})
