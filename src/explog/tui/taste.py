"""How the interface looks and answers to keys for this person: theme, motion, signs, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.locale import _, is_plain
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.themes import UNCOLOURED, meanings, own
from explog.tui.wishes import remember, remembered

if TYPE_CHECKING:
    from textual.app import App
    from textual.filter import LineFilter
    from textual.theme import Theme

    from explog.tui.themes import Colours
    from explog.tui.wishes import Wishes


class Taste:
    """Puts a person's wishes into force and remembers the theme they choose."""

    def __init__(self, app: App[None], wishes: Wishes) -> None:
        """Keep what *wishes* say; *app* need not have begun yet, ``begin`` waits for that."""
        self._app = app
        self._wishes = wishes
        self._complaints: list[str] = []
        self.keys: dict[str, str] = {}
        """Command → the keys that its person gave it."""
        self.filters: list[LineFilter] = []
        """What is done to every line that is drawn."""

    def begin(self) -> None:
        """Put the wishes into force; what cannot be is told by ``complain``."""
        app, wishes = self._app, self._wishes
        for theme in own():
            app.register_theme(theme)
        if wishes.keys != {}:
            self._lay_keys()
        app.theme = self._first_theme()
        if wishes.is_still:
            app.animation_level = "none"
        if is_plain():
            from explog.tui.plainly import Plainly

            self.filters.append(Plainly())

    def _first_theme(self) -> str:
        """The theme that is set, else the one chosen last, else our dark one."""
        app, known = self._app, self._app.available_themes
        wanted = self._wishes.theme
        if wanted and wanted not in known:
            told = _("There is no theme {theme}; {themes} shows them all.")
            self._complaints.append(told.format(theme=wanted, themes=key_of(app, "theme")))
        last = remembered(self._wishes.memory)
        return next((one for one in (wanted, last) if one in known), own()[0].name)

    def _lay_keys(self) -> None:
        """Put a person's own keys into force."""
        from explog.tui.command_lists import command_lists
        from explog.tui.keymap import keymap

        made = keymap(self._wishes.keys, command_lists())
        self._complaints += made.complaints
        self.keys = made.keys
        self._app.set_keymap(made.keys)

    def complain(self) -> None:
        """Say once what could not be done."""
        for sentence in self._complaints:
            say(self._app, sentence, "warning")
        self._complaints.clear()

    def choose(self, theme: str) -> None:
        """Show *theme* from now on, the next time too."""
        self._app.theme = theme
        if self._wishes.theme:
            told = _(
                "The config file or EXPLOG_THEME says {theme}; this choice lasts until you quit."
            )
            say(self._app, told.format(theme=self._wishes.theme))
        elif not remember(self._wishes.memory, theme):
            say(self._app, _("This choice lasts until you quit: it could not be written down."))

    def meanings(self) -> Colours:
        """The meanings of colours, for themes that are not ours."""
        theme: Theme = self._app.current_theme
        return meanings(dark=theme.dark, ansi=theme.ansi)

    def without_colour(self) -> Colours:
        """What must be told by brightness alone when colours are not wanted; else nothing."""
        theme: Theme = self._app.current_theme
        if not self._app.no_color or theme.ansi:
            return {}
        return UNCOLOURED["dark" if theme.dark else "light"]

    def shown_key(self, shown: str) -> str:
        """The sign of a key, as a word where it cannot be shown."""
        if not is_plain():
            return shown
        from explog.locale.signs import named_key

        return named_key(shown)
