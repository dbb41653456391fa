"""demo, where, doctor and completion."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from explog.settings import Settings
from tests.cli.calling import call, done, lines
from tests.cli.conftest import AS_OF

STORY = json.loads(
    (Path(__file__).parents[2] / "tools/demo/story.json").read_text(encoding="utf-8")
)
"""What the demo is made from, with the verdict that each experiment is expected to get."""


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_demo_gets_every_verdict_it_is_expected_to_get(tmp_path: Path, language: str) -> None:
    path = tmp_path / "some" / "path.db"
    done("demo", "--create", str(path), "--as-of", AS_OF, "--lang", language, log=tmp_path / "n.db")
    rows = {row["key"]: row for row in done("list", "--json", "--as-of", AS_OF, log=path).json}
    assert len(rows) == 20
    for told in STORY["experiments"]:
        expected, row = told["expected"], rows[told["key"]]
        assert row["outcome"] == expected["outcome"], told["key"]
        assert row["level"] == expected.get("level"), told["key"]
        if "frame_verdict" in expected:
            assert row["frame_verdict"] == expected["frame_verdict"], told["key"]
        record = done("show", told["key"], "--json", "--as-of", AS_OF, log=path).json
        for name in ("outcome", "frame_verdict", "level", "state"):
            assert record["derived"][name] == row[name], told["key"]


def test_the_demo_is_written_over_nothing(tmp_path: Path) -> None:
    path = tmp_path / "there.db"
    path.write_bytes(b"mine")
    assert call("demo", "--create", str(path), log=tmp_path / "n.db").code == 1
    assert path.read_bytes() == b"mine"


def test_without_a_terminal_the_demo_prints_its_overview_and_leaves_the_own_log_alone(
    tmp_path: Path,
) -> None:
    own = tmp_path / "own.db"
    shown = done("demo", "--as-of", AS_OF, log=own).out
    assert "Scaled · 4" in shown
    assert not own.exists()
    assert Settings().demo("en").exists()


def test_the_demo_is_never_made_in_place_of_a_log_that_is_named(log: Path) -> None:
    before = log.read_bytes()
    os.utime(log, (0, 0))
    assert call("demo", "--log", str(log), log=log).code == 2
    assert log.read_bytes() == before


def test_the_demo_moves_with_the_weeks_until_somebody_changes_it(tmp_path: Path) -> None:
    own, path = tmp_path / "own.db", Settings().demo("en")

    def overview(day: str) -> str:
        return done("demo", "--as-of", day, log=own).out

    assert "day 57 of 84" in overview("2026-11-16")
    first = path.read_bytes()
    assert "day 58 of 84" in overview("2026-11-17"), "in the same week only the day moves"
    assert path.read_bytes() == first
    assert "day 57 of 84" in overview("2026-11-23"), "a week later it is told a week later"
    assert path.read_bytes() != first
    done("note", "AMB-04", "mine", "--as-of", "2026-11-24", log=path)
    assert "day 71 of 84" in overview("2026-12-07"), "what somebody changed stays"
    os.utime(path)
    assert "day 71 of 84" in overview("2026-12-07")


def test_where_prints_the_path_alone_and_everything_as_json(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    assert lines(done("where", log=path)) == [str(path)]
    told = done("where", "--json", log=path).json
    assert told["log"] == str(path)
    assert told["exists"] is False
    assert told["demo"].endswith("demo-en.db")


@pytest.mark.parametrize("language", ["da", "en"])
def test_doctor_tells_versions_terminal_and_health_and_makes_nothing(
    tmp_path: Path, language: str
) -> None:
    path = tmp_path / "none" / "log.db"
    shown = done("doctor", "--lang", language, log=path).out
    for said in ("textual", "pydantic", "SQLite", str(path), language):
        assert said in shown
    assert not path.parent.exists()


def test_doctor_has_the_same_keys_in_both_languages(tmp_path: Path) -> None:
    told = [
        done("doctor", "--json", "--lang", language, log=tmp_path / "log.db").json
        for language in ("da", "en")
    ]
    assert [*told[0]] == [*told[1]]
    assert {"explog", "python", "sqlite", "terminal", "log", "health"} <= {*told[0]}


def test_doctor_of_a_foreign_file_says_so_instead_of_ending(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(b"x" * 200)
    answered = call("doctor", log=path)
    assert answered.code == 4
    assert "is not an explog log" in answered.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_script(shell: str, tmp_path: Path) -> None:
    shown = done("completion", shell, log=tmp_path / "n.db").out
    assert "_EXPLOG_COMPLETE" in shown
    assert f"{shell}_complete" in shown


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("explog ob", {"observe"}),
        ("explog show AMB-0", {"AMB-01", "AMB-02", "AMB-03", "AMB-04"}),
        ("explog list --st", {"--state"}),
    ],
)
def test_tab_offers_commands_options_and_keys(demo: Path, typed: str, offered: set[str]) -> None:
    words = typed.split()
    asked = {
        "_EXPLOG_COMPLETE": "bash_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
    }
    shown = done(log=demo, environment=asked).out
    assert {line.partition(",")[2] for line in shown.split()} >= offered


def test_tab_on_a_foreign_file_offers_nothing(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(b"x" * 200)
    asked = {"_EXPLOG_COMPLETE": "bash_complete", "COMP_WORDS": "explog show ", "COMP_CWORD": "2"}
    assert call(log=path, environment=asked).out.strip() == ""
