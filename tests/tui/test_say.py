from __future__ import annotations

import pytest
from textual.app import App

from explog.tui.say import AT_LEAST, READ, say


@pytest.mark.parametrize(
    ("sentence", "stays"), [("Kept.", AT_LEAST), ("word " * 80, len("word " * 80) / READ)]
)
async def test_what_is_said_stays_as_long_as_it_takes_to_read(sentence: str, stays: float) -> None:
    """Seen: three hundred characters of a draft, for six seconds, and then they were gone."""
    app: App[None] = App()
    async with app.run_test(notifications=True) as pilot:
        say(app, sentence)
        await pilot.pause()
        assert [one.timeout for one in app._notifications] == [stays]
