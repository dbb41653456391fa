from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.cli.width import cells
from tests.cli.calling import done, lines

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_tells_belief_frame_evidence_result_and_lesson(demo: Path) -> None:
    shown = done("show", "AMB-02", log=demo).out
    for said in (
        "◇ AMB-02 Dictating the record while driving",
        "failed safely · within the frame · intelligent failure",
        "dictation completes the record sooner",
        "nothing has to be typed on the way",
        "at most 9 min",
        "2 vehicles (it came to 2)",
        "met 8 Feb 2026 · reacted 9 Feb 2026",
        "✓ S3 Stopped in time: met",
        "baseline 14 min → 12.5 min (median of the test's last 2) → target 9 min",
        "▅▆▃▅█▅▃▆▁▃",
        "abandon · 12 Feb 2026",
        "Cabin noise was the problem, not dictation.",
    ):
        assert said in " ".join(shown.split()), said


def test_a_page_of_something_scaled_tells_its_places_and_fraction(demo: Path) -> None:
    shown = done("show", "BØR-03", log=demo).out
    assert "▰▰▰▰▱▱ 4 of 6 · scaled" in shown
    assert "✓ C2 Spread: met" in shown
    assert "Green room" in shown
    assert "Next: Confirm" in shown


def test_a_page_of_a_plan_says_what_is_missing_for_the_start(demo: Path) -> None:
    shown = done("show", "LYS-02", log=demo).out
    assert "Next: Start" in shown
    assert "At most how many are touched?" in shown


def test_a_page_of_a_review_leaves_all_three_decisions_open(demo: Path) -> None:
    shown = done("show", "BS-03", log=demo).out
    assert "explog adopt|adapt|abandon BS-03" in shown
    assert "Did the hypothesis hold?" in shown
    assert "ordinary budget" not in shown


def test_a_page_in_danish_has_danish_days_and_numbers(demo: Path) -> None:
    shown = " ".join(done("show", "AMB-02", "--lang", "da", log=demo).out.split())
    assert "mislykket inden for rammerne" in shown
    assert "12. feb. 2026" in shown
    assert "12,5 min" in shown


@pytest.mark.parametrize("key", ["AMB-01", "AMB-03", "AMB-04", "BS-03", "LYS-04", "AUT-04"])
@pytest.mark.parametrize("width", ["40", "60", "120"])
def test_a_page_fits_the_width(demo: Path, key: str, width: str) -> None:
    shown = lines(done("show", key, log=demo, environment={"COLUMNS": width}))
    assert all(cells(line) <= int(width) for line in shown)


def test_json_is_the_whole_record_with_everything_derived(demo: Path) -> None:
    record = done("show", "bs-1", "--json", log=demo).json
    derived = record["derived"]
    assert record["key"] == "BS-01"
    assert [one["code"] for one in derived["conditions"]] == ["S1", "S2", "S3", "S4", "S5", "S6"]
    assert [one["code"] for one in derived["scale_conditions"]] == ["C1", "C2", "C3", "C4", "C5"]
    for one in (*derived["conditions"], *derived["scale_conditions"]):
        assert set(one) == {"code", "title", "met", "reason"}
        assert one["met"] in {"met", "not_met", "unknown"}
        assert one["reason"]
    for name in ("level", "fraction", "baseline", "current", "progress", "signal"):
        assert derived[name] is not None
    assert "result_suggested" in derived


def test_a_page_says_what_became_of_each_lesson(demo: Path) -> None:
    """A person saw a lesson and not that another experiment had contradicted it."""
    assert "used by AUT-03" in " ".join(done("show", "AUT-02", log=demo).out.split())
    done("judge", "AUT-02/1", "contradicted", "--by", "AMB-02", log=demo)
    done("share", "AUT-02/1", "MED", log=demo)
    shown = " ".join(done("show", "AUT-02", log=demo).out.split())
    assert "contradicted by AMB-02 on 16 Nov 2026" in shown
    assert "told to MED" in shown
