"""export, import and schema; backup, restore, check and rebuild."""

from __future__ import annotations

import json
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.cli.calling import call, done, lines


def test_an_export_comes_back_byte_for_byte(demo: Path, tmp_path: Path) -> None:
    document = tmp_path / "log.json"
    written = done("export", "-o", str(document), log=demo)
    assert (written.out, str(document) in written.err) == ("", True)
    assert stat.S_IMODE(document.stat().st_mode) == 0o600
    new = tmp_path / "new.db"
    done("import", str(document), log=new)
    assert done("export", log=new).out.encode() == document.read_bytes()
    assert "Everything in it was known" in done("import", str(document), log=new).out


def test_an_import_reads_standard_input(demo: Path, tmp_path: Path) -> None:
    document = done("export", log=demo).out.encode()
    told = done("import", "-", "--json", log=tmp_path / "new.db", typed=document).json
    assert told["new"] == len(json.loads(document)["events"])
    assert (told["known"], told["dry_run"]) == (0, False)


def test_a_trial_says_what_would_come_and_changes_nothing(demo: Path, tmp_path: Path) -> None:
    document = tmp_path / "log.json"
    done("export", "-o", str(document), log=demo)
    new = tmp_path / "new.db"
    trial = done("import", str(document), "--dry-run", log=new)
    assert "Nothing was changed" in trial.out
    assert not new.exists()
    done("add", "Own", "-w", "OWN", log=new)
    before = done("export", log=new).out
    assert done("import", str(document), "--dry-run", "--json", log=new).json["new"] > 500
    assert done("export", log=new).out == before


def test_before_an_import_the_log_is_backed_up(demo: Path, log: Path, tmp_path: Path) -> None:
    document = tmp_path / "log.json"
    done("export", "-o", str(document), log=demo)
    done("import", str(document), log=log)
    (kept,) = (log.parent / "backups").iterdir()
    assert len(done("list", "--json", log=kept).json) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[]", 4),
        (b"{", 4),
        (b'{"format": "other"}', 4),
        (b'{"format": "explog-log", "version": 99}', 5),
    ],
    ids=["list", "broken", "foreign", "newer"],
)
def test_a_document_that_is_none_is_refused_and_no_log_is_made(
    tmp_path: Path, content: bytes, code: int
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert call("import", str(path), log=tmp_path / "new.db").code == code
    assert not (tmp_path / "new.db").exists()


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    nowhere = tmp_path / "none.db"
    missing = (["import", str(tmp_path / "x.json")], ["restore", str(tmp_path / "x.db")])
    for words in (*missing, ["export"], ["backup"], ["check"], ["rebuild"]):
        assert call(*words, log=nowhere).code == 3
    assert not nowhere.exists()


def test_a_schema_is_printed_by_name_and_all_are_written(tmp_path: Path) -> None:
    assert lines(done("schema", log=tmp_path / "n.db")) == ["log", "experiment", "insights"]
    schema = done("schema", "experiment", log=tmp_path / "n.db").json
    assert schema["$schema"].endswith("2020-12/schema")
    wrong = call("schema", "experimnt", log=tmp_path / "n.db")
    assert (wrong.code, "experiment" in wrong.err) == (3, True)
    written = lines(done("schema", "--write", str(tmp_path / "s"), log=tmp_path / "n.db"))
    titles = {json.loads(Path(path).read_text(encoding="utf-8"))["title"] for path in written}
    assert titles == {"explog log document", "explog experiment", "explog insights"}


def test_a_backup_is_made_and_gone_back_to(log: Path) -> None:
    made = done("backup", log=log)
    (path,) = lines(made)
    assert "sound" in made.err
    done("note", "AMB-01", "after the backup", log=log)
    shown = done("restore", path, log=log).out
    assert "What was there before is kept" in shown
    assert done("show", "AMB-01", "--json", log=log).json["notes"] == []


def test_a_backup_goes_where_it_is_asked_to_and_over_nothing(log: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert lines(done("backup", str(target), log=log)) == [str(target)]
    assert len(done("list", "--json", log=target).json) == 1
    assert call("backup", str(target), log=log).code == 1
    folder = tmp_path / "folder"
    folder.mkdir()
    told = done("backup", str(folder), "--json", log=log).json
    assert told["backup"].startswith(str(folder))


def test_a_sound_log_is_said_to_be_sound(log: Path) -> None:
    assert done("check", log=log).out == f"{log} is sound.\n"
    assert done("check", "--json", log=log).json == []


def test_damage_is_told_with_code_4_and_a_rebuild_mends_what_can_be_mended(log: Path) -> None:
    conn = sqlite3.connect(log)
    conn.execute("UPDATE experiments SET document = json_set(document, '$.title', 'Other')")
    conn.commit()
    conn.close()
    damaged = call("check", log=log)
    assert damaged.code == 4
    assert "explog rebuild" in damaged.err
    assert call("doctor", log=log).code == 4
    assert "is mended" in done("rebuild", log=log).out
    assert done("check", log=log).code == 0
    assert done("rebuild", log=log).out == "Rebuilt; everything came out the same.\n"
