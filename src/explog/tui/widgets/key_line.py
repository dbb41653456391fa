"""The line at the bottom: at most seven keys, only those that work now."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from textual.keys import key_to_character
from textual.widget import Widget

from explog.locale import _
from explog.tui.widgets.hints import hint
from explog.tui.widgets.pieces import GAP, ends, run, word

if TYPE_CHECKING:
    from textual import events
    from textual.binding import ActiveBinding
    from textual.content import Content
    from textual.screen import Screen

Place: TypeAlias = "tuple[int, int, ActiveBinding]"
"""Where a key stands on the line, from and up to, and what it does."""

MOST = 7
"""Keys shown at most."""

BETWEEN_GROUPS = 2
"""Cells more between what a page can do and what every page can do."""

_PALETTE = "app.command_palette"
_HELP = "app.help"


class KeyLine(Widget):
    """Keys and their words, made from the screen's live bindings; a click does the same."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.auto_links = False
        self._places: list[Place] = []

    def on_mount(self) -> None:
        """Follow the screen's keys."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def render(self) -> Content:
        """As many keys as there is room for; help and commands stay longest."""
        width = self.content_size.width
        left, right = _chosen(live_bindings(self.screen))
        line, end = self._line(left), self._line(right)
        while left and line.cell_length + end.cell_length + GAP + 2 > width:
            if right and len(left) == 1:
                right, end = [], self._line([])
            else:
                _leave_out_one(left)
                line = self._line(left)
        self._places = _places(self, left, 1) + _places(self, right, width - end.cell_length - 1)
        return ends(run(" ", line), run(end, " "), width)

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, stop, active in self._places:
            if start <= event.x < stop:
                self.app.call_later(self.app.run_action, active.binding.action, active.node)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell what the key under the mouse does."""
        under = (one for start, stop, one in self._places if start <= event.x < stop)
        active = next(under, None)
        hint(self, _(active.binding.tooltip) if active and active.binding.tooltip else "")

    def _follow(self, _screen: Screen[object]) -> None:
        """Draw again when other keys work."""
        self.refresh()

    def _line(self, shown: list[ActiveBinding]) -> Content:
        """*shown* after each other."""
        parts: list[Content | str] = []
        for n, active in enumerate(shown):
            parts += [" " * _gap(shown, n), _key(self, active)]
        return run(*parts)


def _chosen(live: list[ActiveBinding]) -> tuple[list[ActiveBinding], list[ActiveBinding]]:
    """What stands left and right when there is room enough: at most ``MOST`` together."""
    right = [one for one in live if one.binding.action == _PALETTE]
    left = [one for one in live if one.binding.action != _PALETTE]
    while len(left) > MOST - len(right):
        _leave_out_one(left)
    return left, right


def _leave_out_one(shown: list[ActiveBinding]) -> None:
    """Leave out the last one, help only when it is alone."""
    spare = [one for one in shown if one.binding.action != _HELP] or shown
    shown.remove(spare[-1])


def _places(widget: Widget, shown: list[ActiveBinding], start: int) -> list[Place]:
    """Where each of *shown* stands when the first begins at *start*."""
    places = []
    for n, active in enumerate(shown):
        start += _gap(shown, n)
        end = start + _key(widget, active).cell_length
        places.append((start, end, active))
        start = end
    return places


def _gap(shown: list[ActiveBinding], n: int) -> int:
    """Cells before key number *n*: more where the page's own end and those of every page begin."""
    if n == 0:
        return 0
    return GAP if shown[n].node is shown[n - 1].node else GAP + BETWEEN_GROUPS


def live_bindings(screen: Screen[object]) -> list[ActiveBinding]:
    """The bindings of *screen* that work now and belong in the footer, nearest first.

    Of several keys the one that is meant to be shown stands there, unless it would only be typed
    into a field.
    """
    found: dict[str, ActiveBinding] = {}
    typing = screen.focused
    for key, active in screen.active_bindings.items():
        binding = active.binding
        sign = binding.key_display if len(binding.key_display or "") == 1 else None
        character = key_to_character(key) or sign  # Textual knows no character of "slash"
        is_typed = typing is not None and typing.check_consume_key(key, character)
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
