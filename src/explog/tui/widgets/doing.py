"""A line that does something: enter, space or a click. Its page moves from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.widgets import Static

from explog.locale import N_
from explog.tui.commands import Command, bindings

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.content import Content


class Doing(Static, can_focus=True):
    """One thing that can be done on a page."""

    DEFAULT_CSS = """
    Doing {
        height: auto;
        width: 1fr;
        padding: 0 1;
        pointer: pointer;
        &:hover { background: $hover; }
        &:focus { background: $cursor; text-style: bold; }
    }
    """
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        (
            Command(
                "choose",
                "enter,space",
                N_("Choose"),
                N_("Do what the marked line says."),
                in_footer=True,
                shown="⏎",
            ),
        )
    )

    class Chosen(Message):
        """A person wants it done."""

        def __init__(self, doing: str, about: str) -> None:
            """Keep what is to be done and the id or key of what it is about."""
            super().__init__()
            self.doing = doing
            self.about = about

    def __init__(self, content: Content, doing: str, about: str = "") -> None:
        """Show *content*; choosing it asks for *doing* to *about*."""
        super().__init__(content)
        self.doing = doing
        self.about = about

    def action_choose(self) -> None:
        """Ask for it."""
        self.post_message(self.Chosen(self.doing, self.about))

    def on_click(self) -> None:
        """Ask for it."""
        self.focus()
        self.action_choose()


class Asking(Doing):
    """A line that opens the form of an act."""

    class Asked(Message):
        """A person wants the form."""

        def __init__(self, asking: Asking) -> None:
            """Keep the line that knows which."""
            super().__init__()
            self.asking = asking

    def __init__(
        self,
        content: Content,
        act: str,
        ref: str,
        *,
        element: str | None = None,
        focus: str | None = None,
    ) -> None:
        """Show *content*; choosing it opens *act* on *ref*.

        Args:
            content: What the line says.
            act: The act, one of ``explog.domain.acts.catalogue.ACTS``.
            ref: The experiment's id.
            element: The element that is changed instead of adding one.
            focus: The question the form begins with.
        """
        super().__init__(content, act, f"{ref}/{element or focus or ''}")
        self.act = act
        self.ref = ref
        self.element = element
        self.focus_on = focus

    def action_choose(self) -> None:
        """Ask for the form."""
        self.post_message(self.Asked(self))
