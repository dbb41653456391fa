"""Everything that can be done with one experiment now, as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from explog.domain.acts.catalogue import acts_in
from explog.locale import N_, _
from explog.tui.asked import EDIT
from explog.tui.commands import Command, bindings
from explog.tui.keys_named import keyed
from explog.tui.widgets.pieces import run, said, word

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from explog.domain.record.experiment import Experiment

COMMANDS_HERE = (
    Command("dismiss(None)", "escape,m,q", N_("Back"), "", in_footer=True, shown="esc"),
)


class MoreScreen(ModalScreen["str | None"]):
    """Gives the name of the act that was chosen (``edit`` and ``archive`` among them), or None."""

    CSS_PATH = "form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)

    def __init__(self, experiment: Experiment) -> None:
        """Offer what can be done with *experiment* in its state."""
        super().__init__()
        self._experiment = experiment

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="panel"):
            yield Static(
                run(word(f"{self._experiment.key}  ", "bold $mark"), said(self._experiment.title)),
                id="head",
            )
            yield OptionList(*self._options(), compact=True, markup=False)
            keys = keyed(self.app, _("⏎ choose · {back} back"), COMMANDS_HERE)
            yield Static(word(keys, "$quiet"), id="keys")

    def on_resize(self, event: Resize) -> None:
        """Keep head and keys in sight."""
        self.query_one(OptionList).styles.max_height = max(3, event.size.height - 6)

    def _options(self) -> list[Option]:
        """One line for each act; what changes the state first."""
        archive = _("Bring back") if self._experiment.archived else _("Archive")
        offered = [
            (act.name, act.spoken, act.help) for act in (*acts_in(self._experiment.state), EDIT)
        ]
        offered.append(("archive", archive, _("Take it out of sight; it can be brought back.")))
        width = max(len(spoken) for _name, spoken, _about in offered) + 2
        return [
            Option(run(word(spoken.ljust(width), "bold"), word(about, "$quiet")), id=name)
            for name, spoken, about in offered
        ]

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        """Give what was chosen."""
        self.dismiss(event.option_id)
