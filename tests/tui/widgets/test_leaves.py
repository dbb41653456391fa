"""What does not fit on a line of an experiment's page goes on below its beginning."""

from __future__ import annotations

from textual.content import Content

from explog.tui.widgets.leaves import hung


def test_a_long_line_goes_on_a_little_in_and_loses_no_word() -> None:
    """Seen: the second half of a line of the history stood where the dates stand."""
    told = "12 Oct 2026  Observed: 4 points of five, in the late shift"
    folded = [line.plain for line in hung(Content(told), 24)]
    assert folded == ["12 Oct 2026  Observed: 4", "  points of five, in the", "  late shift"]


def test_a_line_that_fits_stays_and_one_without_room_is_only_folded() -> None:
    assert hung(Content("short"), 24) == [Content("short")]
    assert "".join(line.plain for line in hung(Content("abcdefgh"), 3)) == "abcdefgh"
