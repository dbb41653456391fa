"""The line at the bottom: at most seven keys, only those that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.keys import key_to_character
from textual.widget import Widget

from explog.locale import _
from explog.tui.widgets.pieces import ends, run, word

if TYPE_CHECKING:
    from textual import events
    from textual.screen import ActiveBinding, Screen

MOST = 7
"""Keys shown at most."""

_PALETTE = "app.command_palette"
_HELP = "app.help"


class KeyLine(Widget):
    """Keys and their words, made from the screen's live bindings; a click does the same."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.auto_links = False
        self._places: list[tuple[int, int, ActiveBinding]] = []

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        """As many keys as there is room for; help and commands stay longest."""
        width = self.content_size.width
        live = live_bindings(self.screen)
        right = [one for one in live if one.binding.action == _PALETTE]
        left = [one for one in live if one.binding.action != _PALETTE]
        while len(left) > MOST - len(right):
            left.remove(next(one for one in reversed(left) if one.binding.action != _HELP))
        while True:
            line, places = self._drawn(left)
            end = _key(self, right[0]) if right else word("")
            if line.cell_length + end.cell_length + 2 <= width or not left:
                break
            if right and len(left) <= 1:
                right = []
                continue
            spare = [one for one in left if one.binding.action != _HELP]
            left = [one for one in left if one is not spare[-1]] if spare else []
        self._places = places
        if right:
            self._places.append((width - end.cell_length - 1, width, right[0]))
        return ends(line, run(end, " ") if right else word(""), width)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, stop, active in self._places:
            if start <= event.x < stop:
                self.call_later(self.app.run_action, active.binding.action, active.node)

    def _follow(self, _screen: Screen[object]) -> None:
        """Draw again when other keys work."""
        self.refresh()

    def _drawn(
        self, shown: list[ActiveBinding]
    ) -> tuple[Content, list[tuple[int, int, ActiveBinding]]]:
        """The left part of the line and where each key stands."""
        line = word(" ")
        places = []
        for active in shown:
            start = line.cell_length
            line = run(line, _key(self, active))
            places.append((start, line.cell_length, active))
            line = run(line, "  ")
        return line, places


def live_bindings(screen: Screen[object]) -> list[ActiveBinding]:
    """The bindings of *screen* that work now and belong in the footer, each action once, nearest first.

    Of several keys the one that is meant to be shown stands there, unless it would only be typed into a field.
    """
    found: dict[str, ActiveBinding] = {}
    typing = screen.focused
    for key, active in screen.active_bindings.items():
        binding = active.binding
        is_typed = typing is not None and typing.check_consume_key(key, key_to_character(key))
        if not (active.enabled and binding.show and binding.description) or is_typed:
            continue
        before = found.get(binding.action)
        if before is None or (binding.key_display and not before.binding.key_display):
            found[binding.action] = active
    return list(found.values())


def _key(widget: Widget, active: ActiveBinding) -> Content:
    """A key and its word."""
    return run(
        word(widget.app.get_key_display(active.binding), "bold $mark"),
        " ",
        word(_(active.binding.description), "$quiet"),
    )
