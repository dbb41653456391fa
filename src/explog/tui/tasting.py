"""An app that answers to a person's taste: their theme, their keys, signs their terminal has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.events import MouseDown

from explog.locale import _
from explog.tui.commands import why_off
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.taste import Taste

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textual.actions import ActionParseResult
    from textual.app import SystemCommand
    from textual.binding import Binding
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.events import Event
    from textual.filter import LineFilter
    from textual.screen import Screen

    from explog.tui.wishes import Wishes


def _commands() -> type[Provider]:
    """The palette's commands, loaded when it is first opened."""
    from explog.tui.widgets.palette import CommandProvider

    return CommandProvider


class TastingApp(App[None], inherit_bindings=False):
    """Drawn as its person wishes; a key that is off says why."""

    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}

    def __init__(self, wishes: Wishes) -> None:
        """Be as *wishes* say."""
        self.taste = Taste(self, wishes)
        super().__init__()
        self.taste.begin()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The meanings of colours, for themes that are not ours."""
        return self.taste.meanings()

    def get_css_variables(self) -> dict[str, str]:
        """The theme's, made plain to see where there is no colour."""
        return {**super().get_css_variables(), **self.taste.without_colour()}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, and the one that draws with ASCII signs where it is needed."""
        return [*super().get_line_filters(), *self.taste.filters]

    def get_key_display(self, binding: Binding) -> str:
        """The sign of a key, as a word where the sign cannot be shown."""
        shown = super().get_key_display(binding)
        return self.taste.shown_key(_("space") if shown == "space" else shown)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """None of Textual's own: every command is in our list, in both languages."""
        return ()

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run *action*; one that is off says why."""
        if await super().run_action(action, default_namespace, namespaces):
            return True
        reason = why_off(self.screen, action) if self.is_running else ""
        if reason:
            say(self, reason)
        return bool(reason)

    async def on_event(self, event: Event) -> None:
        """Everything that happens, but for a click on what is just being taken away."""
        if not (isinstance(event, MouseDown) and self._is_leaving(event)):
            await super().on_event(event)

    def _is_leaving(self, event: MouseDown) -> bool:
        """Whether what is under the mouse has left the page; Textual 8.2.8 falls over such a click.

        It would begin to select text in the widget around it, and there is none any more.
        """
        try:
            widget, _region = self.screen.get_widget_at(event.x, event.y)
        except NoWidget:
            return False
        return widget is not self.screen and widget.parent is None

    def pop_screen(self) -> AwaitComplete:
        """Close the screen in front; the page at the bottom stays, whoever asks how late."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def action_command_palette(self) -> None:
        """All commands by name, in the language in force."""
        from explog.tui.widgets.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("Search for commands …")))

    def search_themes(self) -> None:
        """All themes by name."""
        from explog.tui.widgets.palette import Palette, Themes

        self.push_screen(Palette(providers=[Themes], placeholder=_("Search for themes …")))

    def action_help_quit(self) -> None:
        """Say how to quit to somebody who pressed ctrl+c."""
        say(self, _("{quit} closes explog; everything is saved.").format(quit=key_of(self, "quit")))
