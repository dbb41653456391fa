"""The saved views of the log: open one, save the present question, rename, take away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.locale import N_, _
from explog.tui import asking
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.line_form import LineForm
from explog.tui.widgets.pieces import GAP, padded, run, said, word
from explog.tui.working import work

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.events import Resize

    from explog.domain.record.fold import Document
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program
    from explog.tui.screens.line_form import Tell

COMMANDS_HERE = (
    Command("dismiss(None)", "escape,v,q", N_("Back"), "", in_footer=True, shown="esc"),
    Command("keep", "s", N_("Save"), N_("Keep the present search under a name.")),
    Command("rename", "r", N_("Rename"), N_("Give the chosen view another name.")),
    Command(
        "remove", "x,delete", N_("Take away"), N_("Take the chosen view away; undo brings it back.")
    ),
)

WIDEST = 30
"""Cells of a name; the query stands beside it."""


class ViewsScreen(ModalScreen["Document | None"]):
    """Gives the view that is to be opened, or None."""

    CSS_PATH = "choose.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    app: Program

    def __init__(self, query: str, sort: str, today: date) -> None:
        """Offer to keep *query* in the order *sort*; days are counted from *today*."""
        super().__init__()
        self._query = query
        self._sort = sort
        self._today = today
        self._views: list[Document] = []

    def compose(self) -> ComposeResult:
        """The title, the views, the keys."""
        with Vertical(id="panel"):
            yield Static(word(_("Saved views"), "bold $mark"), id="head")
            yield OptionList(compact=True, markup=False)
            yield Static(id="nothing")
            yield Static(self._keys(), id="keys")

    def on_mount(self) -> None:
        """Read what there is."""
        self.look()

    def on_resize(self, event: Resize) -> None:
        """Keep head and keys in sight."""
        self.query_one(OptionList).styles.max_height = max(3, event.size.height - 7)

    @work(exclusive=True, group="look")
    async def look(self, chosen: str | None = None) -> None:
        """Show the views as they are now, the cursor on the one called *chosen*."""
        views = await self.app.or_say_why(self.app.desk.read(lambda log: log.views()))
        if views is None:
            return
        self._views = views
        self.query_one("#keys", Static).update(self._keys())
        listed = self.query_one(OptionList)
        place = listed.highlighted or 0
        listed.clear_options()
        names = [str(view["name"]) for view in views]
        width = min(WIDEST, max((said(name).cell_length for name in names), default=0))
        listed.add_options([self._option(view, width) for view in views])
        listed.display = bool(views)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not views
        none = _("No view is saved yet. Search for something, then press {save} here.")
        nothing.update(word(none.format(save=self._key("keep"))))
        if views:
            place = names.index(chosen) if chosen in names else place
            listed.highlighted = min(place, len(views) - 1)
            listed.focus()

    def _option(self, view: Document, width: int) -> Option:
        """Name and query."""
        name = padded(said(str(view["name"]), "bold"), width)
        return Option(
            run(name, " " * GAP, said(asking.typed(str(view["query"]), self._today), "$quiet"))
        )

    def _keys(self) -> Content:
        """What can be done, in one line."""
        save = _("{save} save this search · ").format(save=self._key("keep"))
        if not self._views:
            return word(save + _("esc back"), "$quiet")
        keys = _("⏎ open · {rename} rename · {remove} take away · esc back").format(
            rename=self._key("rename"), remove=self._key("remove")
        )
        return word(save + keys, "$quiet")

    def _key(self, name: str) -> str:
        """The key that does *name* now."""
        return key_of(self.app, name, COMMANDS_HERE)

    @property
    def _chosen(self) -> Document | None:
        """The view the cursor is on."""
        place = self.query_one(OptionList).highlighted
        return self._views[place] if self._views and place is not None else None

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen."""
        self.dismiss(self._views[event.option_index])

    @work(exclusive=True, group="save")
    async def action_keep(self) -> None:
        """Keep the present question."""
        if not self._query:
            say(self.app, _("There is nothing to save: search for something first."), "warning")
            return
        hint = _("It asks: {query}").format(query=asking.typed(self._query, self._today))
        form = LineForm(_("What is this view called?"), hint, "", self._kept)
        self._tell(await self.app.push_screen_wait(form), _("“{name}” is saved. {undo} undoes."))

    async def _kept(self, name: str, tell: Tell) -> Done | None:
        """Write it down under *name*."""
        doing = partial(_keep, name=name, query=self._query, sort=self._sort)
        return await self.app.attempt(doing, tell)

    @work(exclusive=True, group="save")
    async def action_rename(self) -> None:
        """Give the chosen one another name."""
        if self._chosen is None:
            return
        name = str(self._chosen["name"])

        async def renamed(new: str, tell: Tell) -> Done | None:
            return await self.app.attempt(partial(_rename, name=name, new=new), tell)

        form = LineForm(_("What is this view called?"), "", name, renamed)
        self._tell(
            await self.app.push_screen_wait(form), _("It is called “{name}” now. {undo} undoes.")
        )

    @work(exclusive=True, group="save")
    async def action_remove(self) -> None:
        """Take the chosen one away."""
        if self._chosen is None:
            return
        name = str(self._chosen["name"])
        done = await self.app.attempt(partial(_remove, name=name))
        if done is not None:
            say(
                self.app,
                _("“{name}” is taken away. {undo} undoes.").format(
                    name=name, undo=key_of(self.app, "undo")
                ),
            )
            self.look()

    def _tell(self, done: Done | None, sentence: str) -> None:
        """Say what was *done* and show it."""
        if done is not None:
            name = str(done.event.changes["name"].value) if "name" in done.event.changes else ""
            name = name or str((self._chosen or {}).get("name", ""))
            say(self.app, sentence.format(name=name, undo=key_of(self.app, "undo")))
            self.look(name)


def _keep(journal: Journal, name: str, query: str, sort: str) -> Done:
    """Keep the view; imported on the desk's thread, so that no key waits for it."""
    from explog.journal.views import keep

    return keep(journal, name, query, sort)


def _rename(journal: Journal, name: str, new: str) -> Done:
    """Rename the view."""
    from explog.journal.views import rename

    return rename(journal, name, new)


def _remove(journal: Journal, name: str) -> Done:
    """Take the view away."""
    from explog.journal.views import remove

    return remove(journal, name)
