"""``explog show KEY --card``: the start card as a page."""

from __future__ import annotations

from explog.cli.pages.card import BLANK, card_lines
from explog.domain.acts.card import Card
from tests.tui.fake import HOSTILE

FULL = Card("AMB-01", "Ring *before* [/]", "it helps", ["at most 1 crew"], "12 Oct 2026",
            ["2 errors → react the same day"], "as before", "everyone", [("Is it safe?", "yes"),
            ("Is it told?", "")], [])  # fmt: skip


def test_the_card_is_markdown_with_every_part_of_the_frame() -> None:
    page = "\n".join(card_lines(FULL))
    assert page.startswith("# AMB-01 · Ring \\*before\\* \\[/\\]\n")
    for part in ("## Limits\n\n- at most 1 crew", "## The way back\n\n- as before",
                 "- [x] Is it safe? **yes**", "- [ ] Is it told?"):  # fmt: skip
        assert part in page


def test_what_is_not_said_yet_leaves_room_to_write() -> None:
    empty = Card("AMB-01", "A", "", [], "", [], "", "", [], [])
    assert card_lines(empty).count(BLANK) == 6


def test_hostile_text_is_made_harmless() -> None:
    page = "".join(card_lines(Card("AMB-01", "".join(HOSTILE), "", [], "", [], "", "", [], [])))
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "\x9b" not in page
