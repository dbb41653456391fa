"""Reading documents that are wrong: every problem at once, each with its place, nothing quoted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from explog.domain.events import canonical, digest
from explog.errors import ExplogError, ForeignFileError, InvalidError, NewerLogError
from explog.exchange import demo
from explog.exchange.bundle import read
from tests.exchange.test_exporting import NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = '{"format":"explog-log","version":1'


@pytest.fixture(scope="module")
def sound() -> str:
    """A sound document."""
    return demo.document("en").decode()


def document() -> dict[str, Any]:
    """A sound document as an object, to be spoiled."""
    told: dict[str, Any] = json.loads(demo.document("en"))
    return told


def said(data: str | bytes | dict[str, Any]) -> list[str]:
    """What is said about *data*, one problem a line."""
    if isinstance(data, dict):
        data = json.dumps(data)
    with pytest.raises(InvalidError) as caught:
        read(data if isinstance(data, bytes) else data.encode(), "log.json")
    return [str(problem) for problem in caught.value.problems]


def test_a_sound_document_gives_its_events_and_records(sound: str) -> None:
    bundle = read(sound.encode(), "log.json")
    assert len(bundle.documents) == 20 + 5 + 3 + 6
    assert bundle.places[bundle.events[12].id] == "events[12]"
    assert all("derived" not in each for each in bundle.documents.values())


def test_a_byte_order_mark_and_any_layout_are_fine(sound: str) -> None:
    pretty = json.dumps(json.loads(sound), indent=4)
    bundle = read(b"\xef\xbb\xbf" + pretty.encode(), "log.json")
    assert bundle.events == read(sound.encode(), "log.json").events


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"3",
        b"SQLite format 3\0",
        b"\xff\xfe{",
        b"{}",
        b'{"version":1}',
        b'{"format":"x"}',
        b'{"format":["explog-log"],"version":2}',
        b'{"experiments":[{"title":"x"}]}',
    ],
)
def test_what_is_no_log_document_is_called_so(data: bytes) -> None:
    with pytest.raises(ForeignFileError):
        read(data, "log.json")


@pytest.mark.parametrize(
    "text",
    [
        '{"format":"explog-log","version":2,"novelties":[{"id":7}]}',
        '{"version":3,"experiments":"gone","format":"explog-log"}',
        HEAD + ',"events":[{"v":2,"news":true}]}',
    ],
)
def test_a_newer_document_is_refused_as_newer_and_not_as_wrong(text: str) -> None:
    with pytest.raises(NewerLogError) as caught:
        read(text.encode(), "log.json")
    assert caught.value.exit_code == 5


def test_where_the_text_stops_being_json_is_said_by_line_and_column(sound: str) -> None:
    cut = sound[: len(sound) // 2]
    line = cut.count("\n") + 1
    (problem,) = said(cut)
    assert problem.startswith(f"log.json:{line}:")
    assert "cut short" in problem


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (HEAD + "} {", "log.json:1:37: there is more after the end"),
        (HEAD + ',"version":1}', "log.json:1:45: “version” stands there twice"),
        (HEAD + ",}", "log.json:1:36: from here on this is not JSON"),
        (HEAD + ',"events":[' + "[" * 5000, "log.json:1:46: it is nested too deeply"),
        (HEAD + ',"events":[' + "9" * 5000 + "]}", "log.json:1:46: a number has too many digits"),
        (HEAD + ",\"as_of\":'2026'}", "log.json:1:44: from here on this is not JSON"),
    ],
)
def test_what_is_not_json_is_said_where_it_stands(text: str, place: str) -> None:
    (problem,) = said(text)
    assert problem.startswith(place)


def test_problems_before_a_break_are_told_too() -> None:
    found = said(HEAD + ',"experiments":[{"id":NaN},')
    assert found[0] == "log.json: experiments[0].id: is not a finite number"
    assert len(found) == 2


def test_names_that_stand_twice_and_numbers_that_are_none_are_refused() -> None:
    text = HEAD + ',"experiments":[{"limits":[{"max":1,"max":2},{"max":-Infinity},{"max":1e999}]}]}'
    assert said(text) == [
        "log.json: experiments[0].limits[0].max: stands there twice",
        "log.json: experiments[0].limits[1].max: is not a finite number",
        "log.json: experiments[0].limits[2].max: is not a finite number",
    ]


def test_every_problem_of_every_record_is_told_with_its_place() -> None:
    told = document()
    told["experiments"][3]["limits"] = [{"id": "x", "cycle": 7, "kind": "duration", "max": "3"}]
    told["experiments"][5]["title"] = ""
    told["experiments"][5]["titel"] = "x"
    told["workplaces"][0]["code"] = "amb"
    told["reviews"][0]["participants_n"] = 7.5
    told["agreements"][0]["due"] = "soon"
    told["thresholds"]["places"] = 0
    told["novelties"] = []
    told["events"][1]["changes"] = {"Title": {"value": 1}}
    places = {problem.partition(": ")[2].partition(": ")[0] for problem in said(told)}
    assert places >= {
        "experiments[3].limits[0].id",
        "experiments[3].limits[0].cycle",
        "experiments[3].limits[0].kind",
        "experiments[3].limits[0].unit",
        "experiments[5].title",
        "experiments[5].titel",
        "workplaces[0].code",
        "reviews[0].participants_n",
        "agreements[0].due",
        "thresholds.places",
        "novelties",
    }
    assert any(place.startswith("events[1].changes") for place in places)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("participants_n", "7"),
        ("participants_n", True),
        ("archived", 1),
        ("title", 7),
        ("tags", "x"),
        ("places_potential", 1.5),
        ("novelty", "FIRST"),
    ],
)
def test_types_are_taken_at_their_word(field: str, value: object) -> None:
    told = document()
    told["experiments"][0][field] = value
    assert [problem.split(": ")[1] for problem in said(told)] == [f"experiments[0].{field}"]


def test_a_record_that_stands_twice_is_refused() -> None:
    told = document()
    told["experiments"].append(told["experiments"][2])
    assert said(told) == [
        "log.json: experiments[20]: stands there twice; the first is experiments[2]"
    ]


@pytest.mark.parametrize("version", ["1", None, 1.5, 0])
def test_a_version_that_is_none_is_a_problem(version: object) -> None:
    found = said({"format": "explog-log", "version": version})
    assert found == ["log.json: version: is not one of: 1"]


def test_a_missing_version_is_a_problem() -> None:
    assert said('{"format":"explog-log"}') == ["log.json: version: is missing"]


def resealed(told: dict[str, Any], number: int) -> dict[str, Any]:
    """*told* with a hash for its event *number* that fits what it says now."""
    event = told["events"][number]
    del event["sha256"]
    event["sha256"] = digest(event)
    return told


PLACES = [
    (lambda told: told["experiments"][1], "need", "experiments[1].need"),
    (lambda told: told["experiments"][0]["notes"][0], "text", "experiments[0].notes[0].text"),
    (lambda told: told["workplaces"][2], "name", "workplaces[2].name"),
    (lambda told: told["agreements"][4], "what", "agreements[4].what"),
]


@pytest.mark.parametrize(("owner", "field", "place"), PLACES)
@pytest.mark.parametrize("written", [NUMBER, NUMBER.replace("-", ""), NUMBER.replace("-", " ")])
def test_a_person_number_is_refused_by_place_and_position_and_never_repeated(
    owner: Callable[[dict[str, Any]], dict[str, Any]], field: str, place: str, written: str
) -> None:
    told = document()
    owner(told)[field] = f"x {written}"
    (problem,) = said(told)
    assert problem.startswith(f"log.json: {place}: characters 3–")
    assert written not in problem


def test_a_person_number_that_an_event_once_said_is_refused() -> None:
    told = document()
    path = next(iter(told["events"][40]["changes"]))
    told["events"][40]["changes"][path]["value"] = f"ringede til {NUMBER}"
    (problem,) = said(resealed(told, 40))
    assert problem.startswith(f"log.json: events[40].changes.{path}.value: characters 13–")
    assert NUMBER not in problem


def test_a_person_number_as_the_function_that_acted_is_refused() -> None:
    told = document()
    told["events"][40]["by_role"] = NUMBER
    assert said(resealed(told, 40))[0].startswith("log.json: events[40].by_role: characters 1–11")


@pytest.mark.parametrize("sign", ["\x1b]52;c;x\x07", "\x00", "\u202e", "\x9b", "\r", "\u2028"])
def test_control_characters_are_refused_in_records_and_in_events(sign: str) -> None:
    told = document()
    told["experiments"][0]["title"] = f"a{sign}"
    path = next(iter(told["events"][40]["changes"]))
    told["events"][40]["changes"][path]["value"] = {"x": ["", f"a{sign}"]}
    found = said(resealed(told, 40))
    assert [problem.split(": ")[1] for problem in found] == [
        "experiments[0].title",
        f"events[40].changes.{path}.value.x[1]",
    ]
    assert all("character 2 (U+" in problem for problem in found)


def test_half_a_character_is_refused() -> None:
    told = document()
    told["experiments"][0]["title"] = "a\ud800"
    (problem,) = said(told)
    assert problem.startswith("log.json: experiments[0]: holds half a character")


@pytest.mark.parametrize("depth", [150, 300, 900, 3000])
@pytest.mark.parametrize("inside", ["1", "NaN", '"\\u0007"', '{"a":1,"a":1}'])
def test_what_is_nested_deeply_is_refused_and_never_a_crash(depth: int, inside: str) -> None:
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        text = f"{opening * depth}{inside}{closing * depth}"
        assert said(f'{HEAD},"experiments":[{text}]}}')
        assert said(f'{HEAD},"as_of":{text}}}')


def test_what_is_derived_is_not_even_looked_at() -> None:
    told = document()
    told["experiments"][0]["derived"] = {"outcome": "splendid", "level": 7}
    told["notice"] = "whatever"
    assert read(json.dumps(told).encode(), "log.json").documents


def test_a_document_with_some_parts_is_enough() -> None:
    told = document()
    only = {name: told[name] for name in ("format", "version", "reviews")}
    assert len(read(canonical(only).encode(), "log.json").documents) == 3


def test_garbage_in_any_place_is_never_a_crash(sound: str) -> None:
    for step in range(0, len(sound), 29_999):
        spoiled = sound[:step] + "\x01" + sound[step + 1 :]
        with pytest.raises(ExplogError):
            read(spoiled.encode(), "log.json")
