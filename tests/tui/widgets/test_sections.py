"""The words of an experiment's page."""

from __future__ import annotations

import pytest

from explog import locale
from explog.tui.widgets.sections import told_places


@pytest.mark.parametrize(
    ("fraction", "english", "danish"),
    [
        ("1", "1 place", "1 sted"),
        ("2", "2 places", "2 steder"),
        ("1 of 7", "1 of 7 places", "1 of 7 steder"),
        ("1 of 1", "1 of 1 place", "1 of 1 sted"),
    ],
)
def test_one_place_is_not_called_places(fraction: str, english: str, danish: str) -> None:
    """Seen right after something was adopted: “1 places”."""
    locale.speak("en")
    assert told_places(fraction) == english
    locale.speak("da")
    assert told_places(fraction) == danish
