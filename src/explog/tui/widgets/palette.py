"""The command palette: Textual's, with our commands, searched in both languages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Provider, SearchIcon
from textual.widgets.option_list import Option

from explog.locale import N_, _, in_every_language
from explog.tui.commands import words
from explog.tui.say import say

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

    from textual.app import App
    from textual.binding import ActiveBinding
    from textual.command import Hits

    from explog.tui.program import Program


_EXPLAINED = 0.1
"""The score of a command whose explanation fits but whose name does not."""


ELSEWHERE = (
    (
        N_("Language"),
        N_("Danish or English: explog --lang da, or language in the config file."),
        N_("language english danish"),
    ),
    (
        N_("Settings"),
        N_("explog config on the command line says what can be set, and where."),
        N_("settings options preferences"),
    ),
    (
        N_("Export"),
        N_("From the list of experiments; the whole log: explog export on the command line."),
        N_("export file spreadsheet"),
    ),
    (
        N_("Print"),
        N_("Minutes: from the page of a meeting. Reports: explog report."),
        N_("print paper report pdf"),
    ),
    (
        N_("Delete"),
        N_("Nothing is deleted: archive takes it out of sight, undo takes it back."),
        N_("delete remove erase"),
    ),
    (
        N_("History"),
        N_("It stands on the page of each experiment, with every change."),
        N_("history changes versions"),
    ),
    (
        N_("Code of the workplace"),
        N_("It is chosen once, because the keys begin with it; the name can be changed."),
        N_("code abbreviation short name"),
    ),
)
"""What people look for here and is done elsewhere: its name, where, and other words for it."""


class Palette(CommandPalette):
    """Textual's palette, which says that nothing was found in the language in force."""

    def on_mount(self) -> None:
        """Draw the sign that opens it, which every terminal has, instead of a picture."""
        self.query_one(SearchIcon).icon = ":"

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """As Textual's, whose sentence cannot be set."""
        self._stop_no_matches_countdown()
        self._no_matches_timer = self.set_timer(
            self._NO_MATCHES_COUNTDOWN,
            partial(self._say_no_matches, is_searching=bool(search_value)),
        )

    def _say_no_matches(self, *, is_searching: bool) -> None:
        """Show that nothing fits what was typed."""
        if is_searching:
            told = Align.center(Text(_("No command is called that")))
            self.query_one(CommandList).add_option(Option(told, disabled=True, id=self._NO_MATCHES))
        self._list_visible = is_searching


class Themes(Provider):
    """All themes by name, our two first; the choice is remembered."""

    async def discover(self) -> Hits:
        """All of them."""
        for name in self._names():
            yield DiscoveryHit(self._shown(name), self._choosing(name), text=name)

    async def search(self, query: str) -> Hits:
        """Those with what was typed in their names."""
        matcher = self.matcher(query)
        for name in self._names():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._choosing(name), text=name)

    def _names(self) -> list[str]:
        """Every theme, by name after ours."""
        return sorted(self.app.available_themes, key=lambda name: (name[:6] != "explog", name))

    def _shown(self, name: str) -> Text:
        """The name, with a mark at the one in force."""
        return Text(f"{name}  ✓" if name == self.app.theme else name)

    def _choosing(self, name: str) -> partial[None]:
        """What runs when it is chosen."""
        return partial(cast("Program", self.app).taste.choose, name)


class CommandProvider(Provider):
    """The commands that work on the page below, from its live bindings."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for active in self._commands():
            name, about = _(active.binding.description), _(active.binding.tooltip)
            yield DiscoveryHit(self._shown(active), self._doing(active), text=name, help=about)

    async def search(self, query: str) -> Hits:
        """Those whose name or explanation has what was typed, in either language."""
        matcher = self.matcher(query)
        for active in self._commands():
            title, tooltip = active.binding.description, active.binding.tooltip
            score = max(map(matcher.match, in_every_language(title)))
            explained = " ".join(in_every_language(tooltip)).casefold()
            explained += " ".join(in_every_language(words(active))).casefold()
            if score > 0 or query.casefold() in explained:
                found = (max(score, _EXPLAINED), self._shown(active), self._doing(active))
                yield Hit(*found, text=_(title), help=_(tooltip))

        here = {active.binding.description for active in self._commands()}
        for title, about, other in (one for one in ELSEWHERE if one[0] not in here):
            score = max(map(matcher.match, in_every_language(title)))
            if score > 0 or query.casefold() in " ".join(in_every_language(other)).casefold():
                told = partial(say, cast("App[None]", self.app), _(about))
                yield Hit(max(score, _EXPLAINED), Text(_(title)), told, _(title), _(about))

    def _commands(self) -> Iterator[ActiveBinding]:
        """Each command once; not movements, the palette itself, or what has no explanation."""
        seen, named = {"app.command_palette", "app.back"}, set[str]()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if (
                active.enabled
                and binding.tooltip
                and not binding.system
                and binding.action not in seen
                and binding.description not in named
            ):
                seen.add(binding.action)
                named.add(binding.description)
                yield active

    def _shown(self, active: ActiveBinding) -> Text:
        """Name and key."""
        shown = Text(_(active.binding.description))
        return shown.append(f"  {self.app.get_key_display(active.binding)}", style="not bold")

    def _doing(self, active: ActiveBinding) -> partial[Coroutine[None, None, bool]]:
        """What runs when it is chosen."""
        return partial(self.app.run_action, active.binding.action, active.node)
