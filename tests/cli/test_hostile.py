"""Text that would steer a terminal, and person numbers, at every door of the command line."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

    from explog.domain.record.rows import ExperimentRow

MARKUP = "[/] [@click=app.quit]x[/]"
CLIPBOARD = "a\x1b]52;c;aGVq\x07b"
NUMBER = f"{70761:06}-{4285}"
"""Looks like a person number; put together here so that no file holds one."""
INSIDE = f"talk with {NUMBER} about it"


def test_markup_in_a_title_is_shown_as_it_was_typed(log: Path) -> None:
    done("add", MARKUP, log=log)
    for words in (["list"], ["show", "AMB-02"], ["search", "click"], ["log", "AMB-02"]):
        assert MARKUP in done(*words, log=log).out
    assert done("list", "--json", log=log).json[0]["title"] == MARKUP


def test_markup_in_the_title_of_a_running_test_is_shown_on_the_overview(demo: Path) -> None:
    done("set", "AMB-04", f"title={MARKUP}", log=demo)
    assert f"▶ AMB-04 {MARKUP}\n" in done(log=demo).out


def test_a_title_with_an_escape_is_refused_naming_field_and_position(log: Path) -> None:
    refused = call("add", CLIPBOARD, log=log)
    assert refused.code == 4
    assert "What will you try?" in refused.err
    assert "character 2" in refused.err
    assert "\x1b" not in refused.err
    assert len(done("list", "--json", log=log).json) == 1


def _planted(demo: Path, tmp_path: Path, text: str) -> Path:
    """The demo's export without history, with *text* as the title of its first experiment."""
    document = done("export", "--no-events", log=demo).json
    document["experiments"][0]["title"] = text
    path = tmp_path / "planted.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.mark.parametrize("text", [CLIPBOARD, INSIDE], ids=["escape", "number"])
def test_an_import_with_such_a_text_is_refused_with_its_place(
    demo: Path, tmp_path: Path, text: str
) -> None:
    refused = call("import", str(_planted(demo, tmp_path, text)), log=tmp_path / "new.db")
    assert refused.code == 4
    assert "experiments[0].title" in refused.err
    assert "\x1b" not in refused.err
    assert NUMBER not in refused.err
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["add", INSIDE], "What will you try?"),
        (["add", "x", "--need", INSIDE], "What is hard in the core task today?"),
        (["set", "AMB-01", f"need={INSIDE}"], "What is hard in the core task today?"),
        (["note", "AMB-01", INSIDE], "What happened?"),
        (["plan", "AMB-01", "--belief", INSIDE], "We believe that …"),
        (["lesson", "AMB-01", INSIDE], "From that we learned …"),
    ],
    ids=["title", "need", "set", "note", "belief", "lesson"],
)
def test_a_person_number_is_refused_naming_field_and_position_never_the_number(
    log: Path, words: list[str], field: str
) -> None:
    before = done("export", log=log).out
    refused = call(*words, log=log)
    assert refused.code == 4
    assert field in refused.err
    assert "characters 11–21" in refused.err
    assert NUMBER not in refused.err + refused.out
    assert done("export", log=log).out == before


@pytest.mark.parametrize(
    "words", [["workplace", "AMB", INSIDE], ["workplace", "AMB", "--core-task", INSIDE]]
)
def test_a_workplace_takes_no_person_number_either(log: Path, words: list[str]) -> None:
    refused = call(*words, log=log)
    assert refused.code == 4
    assert NUMBER not in refused.err


def test_what_came_in_anyhow_reaches_no_terminal(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A log written by something else may hold anything; the view is the last door."""
    from explog.cli import library

    class Planted(library.StoredLibrary):
        def rows(self, *, archived: bool = False) -> list[ExperimentRow]:
            rows = super().rows(archived=archived)
            derived = {**rows[0].derived, "learned": CLIPBOARD, "attention": []}
            return [dataclasses.replace(rows[0], title=CLIPBOARD, key="X\x9b1", derived=derived)]

    monkeypatch.setattr(library, "StoredLibrary", Planted)
    for words in (["list"], [], ["list", "--json"], ["search", "small"]):
        shown = done(*words, log=log).out
        assert not {"\x1b", "\x07", "\x9b"} & {*shown}


def test_what_was_typed_is_echoed_without_its_person_number_and_without_escapes(
    demo: Path, tmp_path: Path
) -> None:
    """A mistyped key was repeated on the terminal, whatever it was."""
    number = "25" + "1248" + "-" + "9996"
    for words in (("show", number), ("set", "LYS-02", f"{number}=1"), (number,)):
        assert number not in call(*words, log=demo).err
    made = call("demo", "--create", str(tmp_path / "x\x1b]52;c;x\x07.db"))
    assert "\x1b" not in made.out + made.err
