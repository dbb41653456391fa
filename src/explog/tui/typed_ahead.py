"""Keys in their order: one that comes before the page is ready for it waits.

Textual hands every key at once to what has the focus at that moment. Who types fast, or while a
form opens, would write the next answer into the field before, or press the keys of the page below.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widgets import Input, TextArea

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import App
    from textual.dom import DOMNode
    from textual.events import Key

AT_MOST = 2.0
"""Seconds that a key waits at most for the one before it."""

A_LOOK = 0.05
"""Seconds between two looks whether a part of the page is still there."""

ALONG = frozenset({"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "j", "k"})
"""Keys that are held down to move along a page or a list."""

IN_TEXT = frozenset({"backspace", "delete", "left", "right", "home", "end"})
"""Keys that are held down in a text."""

ROUNDS = 4
"""How often a key's consequences pass on: key, action, message of the field, the new focus."""


class TypedAhead:
    """Hands keys out one after the other."""

    def __init__(self, app: App[None], hand: Callable[[Key], Awaitable[None]]) -> None:
        """Hand the keys of *app* to *hand*."""
        self._app = app
        self._hand = hand
        self._waiting: deque[Key] = deque()
        self._is_busy = False

    async def take(self, key: Key) -> None:
        """Hand *key* out now, or after those that wait."""
        if self._is_busy:
            self._waiting.append(key)
            return
        leads_on = self._leads_on(key)
        await self._hand(key)
        if leads_on:
            self._is_busy = True
            self._app.run_worker(self._go_on(), group="keys")

    async def _go_on(self) -> None:
        """Hand out what waits, each key once the one before it has done what it does."""
        try:
            await self._settle()
            while self._waiting:
                key = self._waiting.popleft()
                leads_on = self._leads_on(key)
                await self._hand(key)
                if leads_on:
                    await self._settle()
        finally:
            self._is_busy = False

    def _leads_on(self, key: Key) -> bool:
        """Whether *key* may open a page or move to another field.

        Not where it writes a letter or moves along: such a key is held down, and must not wait.
        """
        screen = self._app.screen
        if isinstance(screen.focused, Input | TextArea):
            return not (key.is_printable or key.key in IN_TEXT)
        if key.key not in ALONG:
            return True
        active = screen.active_bindings.get(key.key)
        return active is not None and active.binding.show  # a step forward is named, a move is not

    async def _settle(self) -> None:
        """Wait until a key has done what it does: the focus moved, a page opened and ready."""
        ends = asyncio.get_running_loop().time() + AT_MOST
        for _round in range(ROUNDS):
            screen = self._app.screen
            for node in (screen.focused or screen).ancestors_with_self:
                await _passed(node, ends)


async def _passed(node: DOMNode, ends: float) -> None:
    """Wait until *node* is through with the messages it has, is gone, or it is *ends*."""
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    if node.is_running and node.call_later(done.set):
        while not done.is_set() and node.is_attached and loop.time() < ends:
            with suppress(TimeoutError):  # what is gone sets no event
                await asyncio.wait_for(done.wait(), A_LOOK)
