"""Saved views on the command line, and exports of what they and queries ask for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.calling import call, done, lines

if TYPE_CHECKING:
    from pathlib import Path


def test_a_view_is_saved_listed_used_renamed_and_removed(demo: Path) -> None:
    assert "No view is saved yet" in done("views", log=demo).out
    done("views", "save", "Kører nu", "status:i_gang", "--lang", "da", log=demo)
    assert lines(done("views", log=demo)) == ["Kører nu  state:running"]
    assert lines(done("views", "--lang", "da", log=demo)) == ["Kører nu  status:i_gang"]
    for words in (["@kører nu"], ["--view", "KØRER NU"]):
        (row,) = done("list", *words, "--json", log=demo).json
        assert row["key"] == "AMB-04"
    done("views", "rename", "kører nu", "Running", log=demo)
    assert done("list", "@running", "noise", "--json", log=demo).json == []
    done("views", "remove", "@Running", log=demo)
    assert done("views", "list", "--json", log=demo).json == []
    done("undo", log=demo)
    (view,) = done("views", "--json", log=demo).json
    assert (view["name"], view["query"]) == ("Running", "state:running")


def test_a_view_keeps_its_order(demo: Path) -> None:
    done("views", "save", "Failed", "outcome:failed", "--sort", "key", log=demo)
    keys = [row["key"] for row in done("list", "@failed", "--json", log=demo).json]
    assert keys == sorted(keys)
    assert len(keys) == 7


def test_what_cannot_be_is_said(demo: Path) -> None:
    for words, code, said in (
        (["views", "save", "x"], 2, "NAME QUERY"),
        (["views", "nonsense"], 2, "NAME QUERY"),
        (["views", "save", "x", "state:nonsense"], 2, "does not go with"),
        (["views", "save", "x", "state:idea", "--sort", "size"], 2, "no order “size”"),
        (["views", "remove", "x"], 3, "no x in this log"),
        (["list", "@x"], 3, "no x in this log"),
        (["export", "--view", "x"], 3, "no x in this log"),
        (["export", "--query", "foo:bar"], 2, "no filter “foo”"),
    ):
        answered = call(*words, log=demo)
        assert answered.code == code
        assert said in answered.err
    assert done("views", "--json", log=demo).json == []


def test_views_travel_in_exports(demo: Path, tmp_path: Path) -> None:
    done("views", "save", "Failed", "outcome:failed", log=demo)
    exported = done("export", log=demo).out
    (tmp_path / "out.json").write_text(exported, encoding="utf-8")
    other = tmp_path / "other.db"
    done("import", str(tmp_path / "out.json"), log=other)
    assert done("export", log=other).out == exported
    assert [one["name"] for one in done("views", "--json", log=other).json] == ["Failed"]


def test_an_export_holds_exactly_what_the_query_asks_for(demo: Path, tmp_path: Path) -> None:
    listed = done("list", "outcome:failed", "--json", log=demo).json
    part = json.loads(done("export", "--query", "outcome:failed", log=demo).out)
    assert {one["id"] for one in part["experiments"]} == {one["id"] for one in listed}
    file = tmp_path / "part.json"
    done("export", "--query", "outcome:failed", "-o", str(file), log=demo)
    other = tmp_path / "other.db"
    done("import", str(file), log=other)
    again = json.loads(done("export", log=other).out)
    assert again == part


def test_a_table_speaks_as_spreadsheets_do(demo: Path) -> None:
    head, first, *others = lines(done("export", "--query", "state:running", "--csv", log=demo))
    assert head.startswith("\ufeffid,key,title")
    assert ",AMB-04," in first
    assert others == []
    danish = lines(done("export", "--csv", "--lang", "da", log=demo))
    assert len(danish) == 21
    assert danish[0].startswith("\ufeffid;key;title")
