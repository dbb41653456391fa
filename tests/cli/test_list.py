from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from explog.cli.width import cells
from tests.cli.calling import call, done, lines

if TYPE_CHECKING:
    from pathlib import Path

ROW = (
    "id", "key", "title", "workplace", "core_task", "state", "outcome", "frame_verdict", "level",
    "in_operation", "potential", "result", "decision", "started_on", "ended_on", "decided_on",
    "lessons", "tags", "attention",
)  # fmt: skip
"""The documented row (DESIGN.md 9), in order."""


def test_a_row_has_the_documented_keys_in_order_and_null_for_what_is_absent(demo: Path) -> None:
    rows = done("list", "--json", log=demo).json
    assert len(rows) == 20
    assert all(tuple(row) == ROW for row in rows)
    (idea,) = [row for row in rows if row["key"] == "LYS-04"]
    assert idea["frame_verdict"] is None
    assert idea["level"] is None
    assert idea["attention"] == []


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["--state", "running"], {"AMB-04"}),
        (["--state", "idea", "--state", "planned"], {"LYS-04", "LYS-02"}),
        (["--outcome", "failed_unsafely"], {"AMB-03", "LYS-03"}),
        (["--outcome", "failed-safely", "-w", "bor"], {"BØR-02"}),
        (["--workplace", "BØR", "--state", "scaled"], {"BØR-03"}),
        (["--tag", "TRIAGE"], {"AMB-04"}),
        (["cabin", "noise"], {"AMB-02"}),
        (["noise", "--state", "running"], set()),
    ],
    ids=lambda value: " ".join(sorted(value)) or "none",
)
def test_filters_narrow_what_is_listed(demo: Path, words: list[str], keys: set[str]) -> None:
    rows = done("list", *words, "--json", log=demo).json
    assert {row["key"] for row in rows} == keys


def test_a_danish_word_filters_as_well(demo: Path) -> None:
    shown = done("list", "--state", "i gang", "--lang", "da", log=demo)
    assert len(lines(shown)) == 1
    assert "▶  AMB-04" in shown.out
    assert "i gang · dag 57 af 84" in shown.out


def test_archived_ones_are_listed_on_request_only(demo: Path) -> None:
    done("archive", "LYS-04", log=demo)
    assert "LYS-04" not in done("list", log=demo).out
    assert "archived" in done("list", "--all", "--state", "idea", log=demo).out


@pytest.mark.parametrize("width", ["40", "60", "80", "120", "200"])
def test_lines_fit_the_width_and_say_glyph_key_and_outcome(demo: Path, width: str) -> None:
    shown = lines(done("list", log=demo, environment={"COLUMNS": width}))
    assert len(shown) == 20
    assert all(cells(line) <= int(width) for line in shown)
    assert any(line.startswith("◇  AMB-02") and "failed safely" in line for line in shown)


def test_a_wide_line_tells_day_and_what_needs_attention(demo: Path) -> None:
    shown = done("list", log=demo, environment={"COLUMNS": "140"}).out
    assert "12 Feb 2026" in shown
    assert "! ended, not reviewed" in shown


def test_colour_and_a_count_are_for_people(demo: Path) -> None:
    watched = {"TERM": "xterm", "NO_COLOR": ""}
    shown = done("list", log=demo, is_terminal=True, environment=watched).out
    assert "\x1b[36mfailed safely\x1b[0m" in shown
    assert shown.endswith("20 experiments\n")
    assert "\x1b" not in done("list", log=demo, is_terminal=True, environment={"NO_COLOR": "1"}).out
    assert "20 experiments" not in done("list", log=demo).out


def test_an_empty_log_says_what_to_do_and_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "log.db"
    shown = done("list", log=path).out
    assert "Nothing tried yet." in shown
    assert "explog demo" in shown
    assert str(path) in shown
    assert not path.parent.exists()


def test_a_filter_that_nothing_fits_says_so(demo: Path) -> None:
    assert done("list", "--tag", "none", log=demo).out == (
        "No experiment fits. explog list shows all 20.\n"
    )


@pytest.mark.parametrize(
    ("content", "code"), [(b"not a database at all", 4), (b"", 0)], ids=["foreign", "empty"]
)
def test_a_foreign_file_is_refused_and_left_alone(
    tmp_path: Path, content: bytes, code: int
) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(content)
    assert call("list", log=path).code == code
    assert path.read_bytes() == content


def test_a_log_of_a_newer_explog_is_refused_with_code_5(log: Path) -> None:
    conn = sqlite3.connect(log)
    conn.execute("PRAGMA user_version = 99")
    conn.close()
    for words in (["list"], ["show", "AMB-01"], ["note", "AMB-01", "x"], ["export"]):
        assert call(*words, log=log).code == 5


def test_a_list_is_read_with_the_standard_library_and_click_alone(untouched_demo: Path) -> None:
    environment = {**os.environ, "EXPLOG_LOG": str(untouched_demo)}
    words = [sys.executable, "-X", "importtime", "-m", "explog", "list"]
    ended = subprocess.run(words, env=environment, capture_output=True, check=True)
    told = [line.rpartition("|")[2].strip() for line in ended.stderr.decode().splitlines()]
    assert "click" in told
    heavy = {"pydantic", "sqlite_utils", "textual", "rich", "tomllib", "explog.journal"}
    assert heavy & {*told} == set()


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        (["outcome:failed", "frame:safe"], {"AMB-02", "BØR-02", "AUT-02", "BS-02"}),
        (
            ["udfald:mislykket", "rammer:inden_for_rammerne"],
            {"AMB-02", "BØR-02", "AUT-02", "BS-02"},
        ),
        (["state:running"], {"AMB-04"}),
        (["state:running,planned", "lamp"], {"LYS-02"}),
        (["has:!lesson", "workplace:LYS"], {"LYS-02", "LYS-04"}),
    ],
)
def test_a_query_finds_in_both_languages(demo: Path, query: list[str], keys: set[str]) -> None:
    lang = "da" if query[0].startswith("udfald") else "en"
    found = done("list", "--json", "--lang", lang, *query, log=demo).json
    assert {row["key"] for row in found} == keys


def test_a_word_is_found_inside_a_compound_and_letters_are_kept_apart(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    done("add", "Kortere årsmøde", "-w", "AMB", log=log)
    assert len(done("list", "--json", "møde", log=log).json) == 1
    assert done("list", "--json", "ar", log=log).json == []


def test_an_unknown_filter_is_said_with_its_place_and_what_comes_near(demo: Path) -> None:
    refused = call("list", "stat:running", log=demo)
    assert refused.code == 2
    assert "character 1" in refused.err
    assert "state:" in refused.err
