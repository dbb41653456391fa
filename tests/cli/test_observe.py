"""``explog observe``, ``chart``, ``show --chart`` and ``thresholds`` on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

AMB = "AMB-04"
"""A running experiment of the demo: percent, weekly."""


def _values(log: Path, key: str = AMB) -> dict[str, float]:
    """Day → value of the primary measure."""
    record = done("show", key, "--json", log=log).json
    return {
        one["date"]: one["value"]
        for one in record["observations"]
        if one["measure"] == record["primary_measure"]
    }


def test_values_in_a_row_are_one_act_and_undo_takes_all_of_it_back(demo: Path) -> None:
    before, told = _values(demo), len(_history(demo))
    said = done("observe", AMB, "31", "33", "--from", "2026-W45", "--n", "40", log=demo).out
    assert "2 observations are written down, 2 Nov 2026 to 9 Nov 2026." in said
    assert "1 replaces another value." in said
    assert _values(demo) == {**before, "2026-11-02": 31, "2026-11-09": 33}
    assert len(_history(demo)) == told + 1
    done("undo", log=demo)
    assert _values(demo) == before


def _history(log: Path) -> list[object]:
    """The events told."""
    found: list[object] = done("log", AMB, "--json", log=log).json
    return found


def test_a_point_leaves_a_week_out_and_every_says_how_far_apart(demo: Path) -> None:
    done("observe", AMB, "31", ".", "32", "--from", "10/11", "--every", "day", log=demo)
    assert {"2026-11-10": 31, "2026-11-12": 32}.items() <= _values(demo).items()
    assert "2026-11-11" not in _values(demo)


def test_one_value_that_is_wrong_leaves_all_unwritten_and_each_is_named(demo: Path) -> None:
    before = _values(demo)
    answered = call("observe", AMB, "31", "x", "999", "--from", "2026-W44", log=demo)
    assert answered.code == 4
    assert "value 2" in answered.err
    assert _values(demo) == before
    assert call("observe", AMB, "999", log=demo).code == 4  # percent


@pytest.mark.parametrize("source", ["file", "-"])
def test_a_csv_file_is_taken_whole(demo: Path, tmp_path: Path, source: str) -> None:
    text = "dato;værdi;antal;note\n9/11-2026;31,5;40;rolig\n10/11-2026;32;;\n"
    path = tmp_path / "values.csv"
    path.write_text(text, encoding="utf-8")
    name = "-" if source == "-" else str(path)
    done("observe", AMB, "--csv", name, log=demo, typed=text.encode())
    assert {"2026-11-09": 31.5, "2026-11-10": 32}.items() <= _values(demo).items()


def test_every_wrong_line_of_a_csv_file_is_named_and_nothing_is_written(
    demo: Path, tmp_path: Path
) -> None:
    path = tmp_path / "values.csv"
    path.write_text("date,value\n2026-11-09,31\nx,1\n2026-11-10,y\n", encoding="utf-8")
    before = _values(demo)
    answered = call("observe", AMB, "--csv", str(path), log=demo)
    assert answered.code == 4
    assert "line 3" in answered.err
    assert "line 4" in answered.err
    assert _values(demo) == before


def test_a_file_that_cannot_be_read_is_told_and_values_or_a_file_are_asked_for(
    demo: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "x.csv"
    broken.write_bytes(b"date,value\n\x81\xff")
    for name, code in ((tmp_path / "none.csv", 3), (broken, 4), (tmp_path, 1)):
        assert call("observe", AMB, "--csv", str(name), log=demo).code == code
    assert call("observe", AMB, log=demo).code == 2
    assert call("observe", AMB, "3", "--csv", str(broken), log=demo).code == 2


def test_another_measure_is_named_and_not_the_primary_one(demo: Path) -> None:
    before = _values(demo)
    done("observe", AMB, "2", "--measure", "2", "--date", "9/11", log=demo)
    assert _values(demo) == before


def test_a_met_criterion_is_said_with_both_commands_and_the_reason_is_kept(demo: Path) -> None:
    record = done("show", AMB, "--json", log=demo).json
    name = record["measures"][0]["name"]
    tighten = ("--stop", f"{name} over 90 (1 day)", "--reason", "to be sure")
    done("tighten", AMB, *tighten, log=demo)
    number = len(done("show", AMB, "--json", log=demo).json["stop_criteria"])
    said = done("observe", AMB, "95", "--date", "9/11", log=demo)
    assert "A stop criterion is met" in said.err
    assert f"--stop-criterion {number} --met-on 2026-11-09" in said.err
    assert "explog dismiss AMB-04" in said.err
    assert done("show", AMB, "--json", log=demo).json["derived"]["state"] == "running"
    assert "notice_open" in done("show", AMB, "--json", log=demo).json["derived"]["attention"]
    done("dismiss", AMB, "the list was counted twice", log=demo)
    record = done("show", AMB, "--json", log=demo).json
    assert "notice_open" not in record["derived"]["attention"]
    assert "the list was counted twice" in [one["not_met"] for one in record["observations"]]
    assert "counted twice" in done("log", AMB, log=demo).out
    assert call("dismiss", AMB, "again", log=demo).code == 1


def test_the_chart_is_text_as_wide_as_the_terminal(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[str] = []
    for width in (40, 80, 120):
        monkeypatch.setenv("COLUMNS", str(width))
        lines = done("show", AMB, "--chart", log=demo).out.splitlines()
        assert max(map(len, lines)) <= width
        assert any("◉" in line for line in lines)
    assert "Signal: shift to the better" in "\n".join(lines)
    assert "week 45 · 2 Nov 2026: 30 %" in "\n".join(lines)


def test_the_chart_of_another_measure_or_of_none(demo: Path) -> None:
    other = done("show", AMB, "--chart", "--measure", "2", log=demo).out
    assert "New call" in other
    assert call("show", AMB, "--measure", "nothing", log=demo).code == 4
    assert call("show", "LYS-04", "--chart", log=demo).code == 1


def test_the_chart_is_a_picture_in_a_file_or_on_standard_output(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    told = done("chart", AMB, "-o", str(path), log=demo)
    assert told.out == ""
    tree = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 - our own text
    assert tree.tag.endswith("svg")
    assert done("chart", AMB, log=demo).out.startswith("<svg")
    assert call("chart", AMB, "-o", str(tmp_path / "no" / "x.svg"), log=demo).code == 1


def test_the_rule_is_chosen_for_the_log_and_read_at_once_and_can_be_undone(demo: Path) -> None:
    assert "rule = baseline_shift" in done("thresholds", log=demo).out
    said = done("thresholds", "rule=anhoej", "places=3", log=demo).out
    assert "rule = anhoej" in said
    assert "the default is baseline_shift" in said
    derived = done("show", AMB, "--json", log=demo).json["derived"]
    assert derived["run_chart"]["rule"] == "anhoej"
    assert done("thresholds", "--json", log=demo).json["places"] == 3
    done("undo", log=demo)
    assert done("thresholds", "--json", log=demo).json["places"] == 2


@pytest.mark.parametrize(
    ("given", "code"),
    [("nothing=3", 2), ("places", 2), ("places=x", 4), ("places=0", 4), ("rule=mine", 4),
     ("places=2,5", 4)],
)  # fmt: skip
def test_a_wrong_house_number_is_refused(demo: Path, given: str, code: int) -> None:
    assert call("thresholds", given, log=demo).code == code
    assert done("thresholds", "--json", log=demo).json["places"] == 2


def test_a_start_that_is_larger_than_what_is_known_speaks_for_is_said_and_not_refused(
    demo: Path,
) -> None:
    done("set", "LYS-02", "confidence=guess", "cost_of_failure=large", log=demo)
    assert "one person, once" in done("show", "LYS-02", log=demo).out
    frame = (
        "--limit", "3 streets", "--last-day", "+28", "--stop", "x (1 day)",
        "--way-back", "as before", "--frame-check", "yes",
    )  # fmt: skip
    answered = done("start", "LYS-02", *frame, log=demo)
    assert "Could the first test be smaller?" in answered.err
    assert done("show", "LYS-02", "--json", log=demo).json["derived"]["state"] == "running"
