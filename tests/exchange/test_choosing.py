"""A part of a log as a document of its own: only what was chosen, and it can be brought in."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from explog.exchange import choosing, exporting
from explog.store import reading
from explog.store.log import Log
from tests.demo_log import TODAY, document
from tests.exchange.making import brought

if TYPE_CHECKING:
    from pathlib import Path


def _part(log: Log, ids: list[str]) -> dict[str, Any]:
    """The document of the experiments *ids* of *log*."""
    bodies = partial(reading.event_bodies, log.conn)
    source = exporting.Source(partial(reading.export_parts, log.conn), bodies)
    chosen = choosing.only(source, ids, bodies)
    text = "".join(exporting.lines(chosen, TODAY.isoformat()))
    found: dict[str, Any] = json.loads(text)
    return found


def test_a_part_holds_only_the_chosen_their_workplaces_and_their_events(tmp_path: Path) -> None:
    with Log.open(tmp_path / "whole.db") as whole, Log.open(tmp_path / "other.db") as other:
        brought(whole, json.loads(document()))
        records = [*reading.export_parts(whole.conn, "experiment")]
        ids = [records[3][0], records[0][0], "nobody"]
        part = _part(whole, ids)
        assert {one["id"] for one in part["experiments"]} == {*ids} - {"nobody"}
        assert {one["id"] for one in part["workplaces"]} == {
            one["workplace"] for one in part["experiments"]
        }
        assert part["reviews"] == part["agreements"] == part["views"] == []
        subjects = {one["subject"] for one in part["events"]}
        assert {one.partition("/")[0] for one in subjects} == {"workplace", "experiment"}
        assert [one["id"] for one in part["events"]] == sorted(one["id"] for one in part["events"])
        brought(other, part)
        assert other.check() == []
        assert _part(other, ids) == part
