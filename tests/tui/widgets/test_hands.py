"""A show of hands, on a bare app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from explog import locale
from explog.tui.themes import own
from explog.tui.widgets.hands import Hands
from tests.tui.screens_shown import shown

if TYPE_CHECKING:
    from textual.app import ComposeResult

OFFERED = [("yes", "[/] yes"), ("no", "no")]


class Bare(App[None]):
    """One show of hands."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(own()[0])
        self.theme = own()[0].name
        self.said: list[dict[str, int]] = []

    def compose(self) -> ComposeResult:
        yield Hands(OFFERED, least=5)

    def on_hands_changed(self, event: Hands.Changed) -> None:
        self.said.append(dict(event.hands.counts))


async def test_digits_arrows_and_signs_count() -> None:
    app = Bare()
    async with app.run_test(size=(60, 10)) as pilot:
        app.query_one(Hands).focus()
        await pilot.press("1", "2", "down", "right", "plus", "minus")
        assert app.said[-1] == {"yes": 12, "no": 1}
        await pilot.press("up", "backspace")
        assert app.said[-1] == {"yes": 1, "no": 1}
        await pilot.press("3")
        assert app.said[-1]["yes"] == 3, "a digit after moving writes a new number"


async def test_the_mouse_counts_too() -> None:
    app = Bare()
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.click(Hands, offset=(14, 1))
        await pilot.click(Hands, offset=(14, 1))
        await pilot.click(Hands, offset=(9, 1))
        assert app.said[-1] == {"no": 1}


async def test_too_few_hands_are_told_and_text_from_people_is_only_text() -> None:
    locale.speak("en")
    app = Bare()
    async with app.run_test(size=(90, 10)) as pilot:
        app.query_one(Hands).focus()
        await pilot.press("4")
        assert "4 of at least 5" in shown(app)
        assert "[/] yes" in shown(app)
        assert not app.query_one(Hands).is_enough
        await pilot.press("down", "1")
        assert "5 hands" in shown(app)
        assert app.query_one(Hands).is_enough


async def test_a_count_is_never_negative_and_never_endless() -> None:
    app = Bare()
    async with app.run_test(size=(60, 10)) as pilot:
        app.query_one(Hands).focus()
        await pilot.press("left", "left")
        assert app.query_one(Hands).counts == {}
        await pilot.press(*"99999")
        assert app.query_one(Hands).counts == {"yes": 999}


async def test_a_long_answer_is_read_whole_and_more_than_there_are_cannot_be_counted() -> None:
    """Long notes were cut at the end of the line, and a room of two had a hundred dots."""
    locale.speak("en")
    told = "a note of a dozen words that takes more than the one line there is"
    hands = Hands([("long", told), ("short", "b")], {"short": "1-2"}, most=6, are_dots=True)

    class Room(Bare):
        def compose(self) -> ComposeResult:
            yield hands

    app = Room()
    async with app.run_test(size=(50, 10)) as pilot:
        hands.focus()
        assert "there is" in shown(app)
        assert "1-2" in shown(app)
        await pilot.press("4")
        assert hands.counts == {"long": 4}
        await pilot.press("down", "right", "right")
        assert hands.counts == {"long": 4, "short": 2}
        assert "6 dots of 6, 0 left" in shown(app)
        await pilot.click(Hands, offset=(48, 0))
        assert hands.counts == {"long": 4, "short": 2}
