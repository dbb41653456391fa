from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_idea_makes_its_log_and_its_workplace(tmp_path: Path) -> None:
    path = tmp_path / "new" / "log.db"
    answered = done("add", "One small thing", "-w", "amb", log=path)
    assert answered.out == "AMB-01 is written down. Next: plan: explog plan AMB-01\n"
    assert done("workplace", "--json", log=path).json[0]["code"] == "AMB"


def test_without_a_workplace_nothing_is_made_and_the_way_is_said(tmp_path: Path) -> None:
    path = tmp_path / "new" / "log.db"
    refused = call("add", "One small thing", log=path)
    assert refused.code == 1
    assert "-w AMB" in refused.err
    assert not path.parent.exists()


def test_the_only_workplace_need_not_be_named_and_a_wrong_one_is_not_made(log: Path) -> None:
    done("add", "Another", log=log)
    assert call("add", "A third", "-w", "XYZ", log=log).code == 3
    assert [row["key"] for row in done("list", "--json", log=log).json] == ["AMB-02", "AMB-01"]


def test_a_refused_title_makes_no_workplace(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    assert call("add", "x" * 81, "-w", "AMB", log=path).code == 4
    assert done("workplace", "--json", log=path).json == []


def test_json_prints_the_new_record(log: Path) -> None:
    words = ("--need", "It is slow", "--tags", "a, b", "--json")
    record = done("add", "Another", *words, log=log).json
    assert (record["key"], record["title"]) == ("AMB-02", "Another")
    assert (record["need"], record["tags"]) == ("It is slow", ["a", "b"])
    assert record["derived"]["state"] == "idea"


@pytest.mark.parametrize("typed", [b"From a pipe\n", "Æbler\r\n".encode()])
def test_a_dash_reads_the_title_from_standard_input(log: Path, typed: bytes) -> None:
    record = done("add", "-", "--json", log=log, typed=typed).json
    assert record["title"] == typed.decode().strip()


def test_a_title_that_is_no_utf8_is_refused(log: Path) -> None:
    assert call("add", "-", log=log, typed=b"\xff\xfe").code == 4
