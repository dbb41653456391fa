"""Files beside the log: what is written, where it goes, what is said of those that are wrong."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING

import pytest

from explog.exchange import files
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

AMB = "AMB-02"

WRITERS = [
    ["export"],
    ["export", "--csv"],
    ["report", "leadership"],
    ["chart", AMB],
]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(
    demo: Path, tmp_path: Path, words: list[str]
) -> None:
    """An export replaced the link into a shared folder by a file of its own."""
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    link.symlink_to(real)
    done(*words, "-o", str(link), log=demo)
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") not in {"", "before"}


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_pipe_is_written_to_and_never_replaced(
    demo: Path, tmp_path: Path, words: list[str]
) -> None:
    pipe, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    done(*words, "-o", str(pipe), log=demo)
    reader.join(10)
    assert pipe.is_fifo()
    assert read[0]


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_full_disk_leaves_the_good_file_and_is_said_in_plain_words(
    demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """A chart was cut off in the middle of the one that was there."""
    path = tmp_path / "out.svg"
    path.write_text("before")

    def full(*_any: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "pour", full)
    told = call(*words, "-o", str(path), log=demo)
    assert (told.code, told.out) == (1, "")
    assert told.err == f"{path} could not be used: the disk is full or a limit is reached.\n"
    assert path.read_text() == "before"
    assert {one.name for one in tmp_path.iterdir()} == {"demo.db", "out.svg"}


@pytest.mark.parametrize("words", WRITERS, ids=" ".join)
def test_a_folder_that_is_not_there_is_refused_alike(
    demo: Path, tmp_path: Path, words: list[str]
) -> None:
    told = call(*words, "-o", str(tmp_path / "no" / "x.svg"), log=demo)
    assert told.code == 1
    assert "the file or its folder is not there" in told.err
    assert "log" not in told.err.replace(str(tmp_path), "")


@pytest.mark.parametrize(
    "words", [["restore"], ["import"], ["observe", AMB, "--csv"]], ids=" ".join
)
def test_a_file_that_is_not_there_is_said_by_its_name(
    demo: Path, tmp_path: Path, words: list[str]
) -> None:
    missing = tmp_path / "nope"
    told = call(*words, str(missing), log=demo)
    assert (told.code, told.err) == (3, f"There is no file {missing}.\n")


def test_a_table_is_no_json(demo: Path) -> None:
    assert call("export", "--csv", "--json", log=demo).code == 2


def test_what_the_chart_shows_is_given_as_json(demo: Path) -> None:
    told = done("chart", AMB, "--json", log=demo).json
    shown = done("show", AMB, "--json", log=demo).json["derived"]
    assert told["key"] == AMB
    assert told["signal"] == shown["signal"]
    assert told["median"] == shown["run_chart"]["centre"]
    assert told["points"] == sorted(told["points"], key=lambda point: point["date"])
    assert len(told["points"]) > 1


def test_the_chart_is_a_picture_or_its_facts(demo: Path, tmp_path: Path) -> None:
    assert call("chart", AMB, "--json", "-o", str(tmp_path / "x.svg"), log=demo).code == 2
    assert not (tmp_path / "x.svg").exists()


def test_a_danish_spreadsheet_in_windows_text_is_read_and_said_so(
    demo: Path, tmp_path: Path
) -> None:
    """Excel's "CSV" is not UTF-8, and the whole file was refused."""
    path = tmp_path / "tal.csv"
    path.write_bytes("Dato;Værdi;n;Bemærkning\n2026-11-14;3;;Første dag på øen\n".encode("cp1252"))
    told = done("observe", AMB, "--csv", str(path), log=demo)
    assert "cp1252" in told.err
    notes = [one["note"] for one in done("show", AMB, "--json", log=demo).json["observations"]]
    assert "Første dag på øen" in notes


def test_windows_text_comes_from_standard_input_too(demo: Path) -> None:
    raw = "Dato;Værdi;n;Bemærkning\n2026-11-14;3;;på øen\n".encode("cp1252")
    done("observe", AMB, "--csv", "-", log=demo, typed=raw)
    notes = [one["note"] for one in done("show", AMB, "--json", log=demo).json["observations"]]
    assert "på øen" in notes


def test_a_wrong_cell_is_repeated(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text("2026-11-14;tolv\n", encoding="utf-8")
    told = call("observe", AMB, "--csv", str(path), log=demo)
    assert told.code == 4
    assert told.err.startswith("line 1: “tolv”: ")


def test_the_same_file_again_is_nothing_wrong(demo: Path, tmp_path: Path) -> None:
    path = tmp_path / "tal.csv"
    path.write_text("2026-11-14;3\n", encoding="utf-8")
    done("observe", AMB, "--csv", str(path), log=demo)
    history = done("log", AMB, "--json", log=demo).json
    told = done("observe", AMB, "--csv", str(path), log=demo)
    assert told.out.startswith("Nothing changed")
    assert done("observe", AMB, "--csv", str(path), "--json", log=demo).json["key"] == AMB
    assert done("log", AMB, "--json", log=demo).json == history
