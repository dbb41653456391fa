"""S1–S6 one by one, and the verdict when the last of them was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from explog.domain.judging.verdicts import verdict_of
from explog.domain.naming.labels import glyph, label, state_word
from explog.domain.naming.vocabulary import FrameVerdict, Met
from explog.locale import _
from explog.tui.widgets.conditions import SIGNS, condition_line
from explog.tui.widgets.large import large
from explog.tui.widgets.pieces import run, word
from explog.tui.widgets.signs import tone

if TYPE_CHECKING:
    from collections.abc import Sequence

TONES = {
    FrameVerdict.SAFE: "$safely",
    FrameVerdict.NO_NET: "$no-net",
    FrameVerdict.UNSAFE: "$outside",
    FrameVerdict.PENDING: "$quiet",
}
"""The colour of each verdict; its words say the same."""

TALL = 30
"""From this many lines of the screen on, titles and verdicts are drawn in large letters."""


class OneByOne(Static, can_focus=True):
    """Shows one condition more each time a person goes on."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    OneByOne {
        height: auto;
        width: 1fr;
        padding: 0 1;
        pointer: pointer;
        &:focus { background: $cursor; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right", "more", show=False),
        Binding("left,backspace", "less", show=False),
    ]

    seen: reactive[int] = reactive(0, layout=True)
    """How many conditions are shown."""

    class Looked(Message):
        """Another condition was looked at."""

        def __init__(self, seen: int) -> None:
            """Keep how many are shown."""
            super().__init__()
            self.seen = seen

    def __init__(self, told: Sequence[dict[str, str]], seen: int = 0) -> None:
        """Show *seen* of the conditions *told* (as ``explog.journal.telling`` tells them)."""
        super().__init__()
        self._told = told
        self.set_reactive(OneByOne.seen, min(seen, len(self._told)))

    def render(self) -> Content:
        """The conditions so far; after the last one, the verdict."""
        width = max(len(f"{sign} {label(met)}") for met, sign in SIGNS.items())
        lines: list[Content] = []
        for told in self._told[: self.seen]:
            lines += [condition_line(told, width), Content()]
        left = len(self._told) - self.seen
        if left:
            following = self._told[self.seen]
            lines.append(
                run(
                    word("▸ ", "$mark"),
                    word(f"{following['code']} {following['title']}?", "bold"),
                    word("  " + _("⏎ shows the next one"), "$quiet"),
                )
            )
        else:
            lines += self._verdict()
        return Content("\n").join(lines)

    def _verdict(self) -> list[Content]:
        """The verdict, large where there is room, and in words."""
        judged = {told["code"]: Met(told["met"]) for told in self._told}
        if not judged:
            return []
        if judged.get("S6") is Met.UNKNOWN:  # the lesson is written in the next step
            del judged["S6"]
        verdict = verdict_of(judged)
        colour = TONES[verdict]
        words = label(verdict)
        lines = []
        if self.app.size.height >= TALL:
            lines = [word(line, colour) for line in large(words, self.content_size.width)]
            lines = [*lines, Content()] if lines else []
        lines.append(run(word(_("The frame:") + "  ", "$quiet"), word(words, f"bold {colour}")))
        open_ones = [told["code"] for told in self._told if told["met"] == Met.UNKNOWN.value]
        if open_ones:
            told = _("still open: {codes}").format(codes=", ".join(open_ones))
            if open_ones == ["S6"]:
                told = _("once a lesson is written down (S6)")
            lines.append(word(told, "$quiet"))
        return lines

    def action_more(self) -> None:
        """One more."""
        if self.seen < len(self._told):
            self.seen += 1
            self.post_message(self.Looked(self.seen))

    def action_less(self) -> None:
        """One fewer."""
        if self.seen:
            self.seen -= 1
            self.post_message(self.Looked(self.seen))

    def on_click(self) -> None:
        """One more."""
        self.focus()
        self.action_more()


class Outcome(Static):
    """What became of an experiment, large where there is room; the colour is never alone."""

    DEFAULT_CSS = "Outcome { height: auto; width: 1fr; padding: 0 1; margin-bottom: 1; }"

    def __init__(self, derived: dict[str, Any]) -> None:
        """Show the outcome that *derived* tells of."""
        super().__init__()
        self._derived = derived

    def on_resize(self) -> None:
        """Draw it for the room there is."""
        state, outcome = str(self._derived["state"]), str(self._derived["outcome"])
        colour, words = tone(state, outcome), state_word(state, outcome)
        is_tall = self.app.size.height >= TALL
        drawn = large(words, self.content_size.width) if is_tall else []
        lines = [word(line, colour) for line in drawn]
        lines += [Content()] if lines else []
        lines.append(word(f"{glyph(state, outcome)} {words}", f"bold {colour}"))
        self.update(Content("\n").join(lines))
