"""``explog config`` and ``explog keys``: what is set, and what can be."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from explog.tui.command_lists import command_lists
from explog.tui.keymap import keymap
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path


def _config(tmp_path: Path, text: str) -> dict[str, str]:
    """An environment whose config file holds *text*."""
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return {"EXPLOG_CONFIG": str(path)}


def test_config_tells_each_setting_and_where_it_comes_from(tmp_path: Path) -> None:
    given = _config(tmp_path, 'theme = "explog-light"\n[keys]\nundo = "z"\n')
    told = call("config", "--json", environment={**given, "EXPLOG_MOTION": "none"}).json
    assert told["path"] == given["EXPLOG_CONFIG"]
    assert told["settings"]["theme"] == {"value": "explog-light", "from": "config"}
    assert told["settings"]["motion"] == {"value": "none", "from": "environment"}
    assert told["settings"]["glyphs"] == {"value": None, "from": "default"}
    assert told["keys"] == {"undo": "z"}


def test_config_makes_no_file_and_says_where_it_would_lie(tmp_path: Path) -> None:
    told = call("config", environment={"EXPLOG_CONFIG": str(tmp_path / "none" / "config.toml")})
    assert "No config file at" in told.out
    assert not (tmp_path / "none").exists()


def test_keys_lists_every_command_by_the_name_of_the_config_file(tmp_path: Path) -> None:
    told = call("keys", "--json", environment=_config(tmp_path, '[keys]\nundo = ["z", "ctrl+z"]\n'))
    by_name = {one["name"]: one for one in told.json}
    assert told.code == 0
    assert by_name["undo"]["keys"] == ["z", "ctrl+z"]
    assert by_name["undo"]["default"] == ["u"]
    assert by_name["undo"]["places"][0] == "everywhere"
    assert [*by_name["help"]] == ["name", "keys", "default", "title", "about", "places"]


def test_keys_says_what_the_config_file_has_wrong(tmp_path: Path) -> None:
    told = call("keys", environment=_config(tmp_path, '[keys]\nundo = "["\n'))
    assert told.code == 4
    assert "[keys] undo" in told.err
    assert "undo" in told.out


@pytest.mark.parametrize("name", ["keys", "config"])
def test_the_example_can_be_copied(name: str) -> None:
    told = call(name).out
    example = "\n".join(line[2:] for line in told.splitlines() if line.startswith("  "))
    table = tomllib.loads(example)
    made = keymap(table["keys"], command_lists())
    assert made.complaints == []
    assert made.keys["undo"].startswith("z")


@pytest.mark.parametrize(
    ("environment", "sign"),
    [({}, "◇"), ({"EXPLOG_GLYPHS": "ascii"}, "+"), ({"TERM": "linux"}, "◇")],
    ids=["as it is", "ascii", "a pipe is no console"],
)
def test_lists_are_drawn_with_the_signs_that_are_asked_for(
    demo: Path, environment: dict[str, str], sign: str
) -> None:
    told = done("list", "outcome:failed_safely", log=demo,
                environment=environment).out  # fmt: skip
    assert sign in told
    assert ("◇" in told) is (sign == "◇")


def test_a_console_gets_ascii_signs_and_json_keeps_every_character(demo: Path) -> None:
    ascii_only = {"EXPLOG_GLYPHS": "ascii"}
    shown = done("show", "AMB-04", log=demo, environment=ascii_only).out
    assert not {*shown} & {*"▶◇●│─…“”≥·"}
    before, after = (
        done("show", "BØR-03", "--json", log=demo, environment=environment).out
        for environment in ({}, ascii_only)
    )
    assert "Ø" in after
    assert len(before) - len(after) in range(-20, 20)


def test_a_terminal_that_is_the_linux_console_gets_ascii_signs(demo: Path) -> None:
    told = done("list", log=demo, is_terminal=True, environment={"TERM": "linux"}).out
    assert "◇" not in told
    assert "failed safely" in told
