from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import State
from explog.tui.widgets.life_line import life_line


def test_the_line_shows_what_is_passed_what_is_now_and_what_can_come() -> None:
    assert life_line(State.RUNNING, 100).plain == (
        "idea ─ planned ─ ▶ running ─ in review ─ adopted/abandoned ─ scaled"
    )


@pytest.mark.parametrize("state", State)
def test_every_state_stands_on_its_own_line_with_a_sign_before_it(state: State) -> None:
    line = life_line(state, 100).plain
    here = next(
        part for part in line.split(" ─ ") if part.endswith(label(state)) and part[1] == " "
    )
    assert here[0] in "○◔▶‖◐●▲◇–⌂"


def test_what_failed_safely_is_teal_and_never_red() -> None:
    styles = {str(span.style) for span in life_line(State.ABANDONED, 100, "failed_safely").spans}
    assert "bold $safely" in styles
    assert not any("outside" in style for style in styles)


@given(st.sampled_from(State), st.integers(30, 120))
def test_a_narrow_line_keeps_the_present(state: State, width: int) -> None:
    line = life_line(state, width)
    assert label(state) in line.plain
    assert line.cell_length <= width
