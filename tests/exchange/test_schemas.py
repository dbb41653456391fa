"""The schemas: the checkout's are the models', every export fits, everything is described."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from explog.errors import ExplogError
from explog.exchange import demo, schemas
from explog.exchange.bundle import read

FOLDER = Path(__file__).parents[2] / "schemas"


def validator(name: str) -> Any:  # noqa: ANN401 - jsonschema has no types
    """A validator for the schema called *name*, by a library that is not ours."""
    return jsonschema.Draft202012Validator(schemas.schema(name))


def fields(schema: Any, place: str = "") -> list[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - any JSON
    """Every described field in *schema*, with its place."""
    if isinstance(schema, list):
        return [found for each in schema for found in fields(each, place)]
    if not isinstance(schema, dict):
        return []
    own = schema.get("properties", {})
    found = [(f"{place}.{name}", field) for name, field in own.items() if isinstance(field, dict)]
    return found + [inner for name, each in schema.items() for inner in fields(each, name)]


def test_the_schemas_in_the_checkout_are_those_of_the_models() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert kept == schemas.texts(), f"run: {schemas.MENDED_BY}"


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_a_schema_is_one_of_2020_12_with_a_name_of_its_own(name: str) -> None:
    made = schemas.schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["$id"] == f"urn:explog:schema:{name}:1"
    assert made["title"]
    assert made["description"]


@pytest.mark.parametrize("name", schemas.SCHEMAS)
def test_every_field_and_every_type_is_described(name: str) -> None:
    made = schemas.schema(name)
    assert [place for place, field in fields(made) if not field.get("description")] == []
    assert [each for each, what in made["$defs"].items() if not what.get("description")] == []


def test_descriptions_are_for_people_who_know_json_and_not_python() -> None:
    said = json.dumps([field["description"] for _place, field in fields(schemas.schema("log"))])
    for word in ("None", "``", "DOMAIN.md", "DESIGN.md"):
        assert word not in said


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_demo_fits_the_schema(language: str) -> None:
    told = json.loads(demo.document(language))
    assert [*validator("log").iter_errors(told)] == []
    one = validator("experiment")
    assert [error for each in told["experiments"] for error in one.iter_errors(each)] == []


@pytest.mark.parametrize(
    ("where", "name", "value"),
    [
        ((), "version", 2),
        ((), "format", "x"),
        ((), "novelties", []),
        (("experiments", 0), "titel", "x"),
        (("experiments", 0), "title", 7),
        (("experiments", 0), "key", None),
        (("events", 0), "sha256", "short"),
        (("events", 0, "changes"), "Title", {"value": 1, "over": []}),
        (("thresholds",), "places", 0),
    ],
)
def test_what_an_import_refuses_the_schema_refuses(
    where: tuple[str | int, ...], name: str, value: object
) -> None:
    told = json.loads(demo.document("en"))
    told["events"] = told["events"][:1]
    schema = validator("log")
    assert schema.is_valid(told)
    inner = told
    for step in where:
        inner = inner[step]
    inner[name] = value
    assert not schema.is_valid(told)
    with pytest.raises(ExplogError):
        read(json.dumps(told).encode(), "log.json")


def test_schemas_are_written_to_a_folder(tmp_path: Path) -> None:
    written = schemas.write(tmp_path / "new" / "schemas")
    assert {path.name for path in written} == {*schemas.texts()}
    assert all(path.read_text(encoding="utf-8").endswith("}\n") for path in written)
