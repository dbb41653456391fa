from __future__ import annotations

import pytest

from explog.tui.widgets.conditions import condition_line, condition_lines

TOLD = {
    "code": "S2",
    "title": "Inside the limits",
    "met": "not_met",
    "reason": "12 crew, the limit was 1",
}


def test_a_condition_says_its_answer_as_sign_and_word_and_why() -> None:
    assert (
        condition_line(TOLD).plain == "✗ not met  S2 Inside the limits – 12 crew, the limit was 1"
    )


@pytest.mark.parametrize(("met", "sign"), [("met", "✓"), ("not_met", "✗"), ("unknown", "·")])
def test_every_answer_has_a_sign_of_its_own(met: str, sign: str) -> None:
    assert condition_line({**TOLD, "met": met}).plain.startswith(sign)


def test_titles_stand_below_each_other() -> None:
    both = condition_lines([TOLD, {**TOLD, "met": "met"}]).plain.splitlines()
    assert both[0].index("S2") == both[1].index("S2")


def test_a_hostile_reason_is_literal_and_harmless() -> None:
    line = condition_line({**TOLD, "reason": "[@click=app.quit]x[/]\x1b]52"})
    assert "[@click=app.quit]x[/]\ufffd]52" in line.plain
