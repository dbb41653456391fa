"""The JSON Schemas (2020-12) of the log document and of what is told of it, from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from explog.exchange.describing import described, plain
from explog.exchange.insight_models import InsightsPage
from explog.exchange.models import ExportedExperiment, LogDocument

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel
    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, tuple[type[BaseModel], str]] = {
    "log": (LogDocument, "explog log document"),
    "experiment": (ExportedExperiment, "explog experiment"),
    "insights": (InsightsPage, "explog insights"),
}
"""Each schema's name, the model it is made from, and its title."""

MENDED_BY = "make schemas"
"""What a person types when ``schemas/`` no longer fits the models."""


class _Described(GenerateJsonSchema):
    """Makes schemas in which every field is described."""

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """The schema of an object whose names follow a pattern: it has no other names."""
        made = super().dict_schema(schema)
        return {**made, **({"additionalProperties": False} if "patternProperties" in made else {})}

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        """The schema of one model, each field with what it means."""
        made = super().model_schema(schema)
        for name, said in described(schema["cls"]).items():
            made["properties"][name].setdefault("description", said)
        return made


def schema(name: str) -> dict[str, Any]:
    """The schema called *name* (one of ``SCHEMAS``)."""
    model, title = SCHEMAS[name]
    made = model.model_json_schema(schema_generator=_Described)
    if "JsonValue" in made["$defs"]:
        made["$defs"]["JsonValue"] = {"description": "Any JSON value."}
    head = {"$schema": DIALECT, "$id": f"urn:explog:schema:{name}:1", "title": title}
    return {**head, **_plainly({key: value for key, value in made.items() if key != "title"})}


def texts() -> dict[str, str]:
    """Every schema as the text of its file, by file name."""
    return {
        f"explog-{name}.schema.json": json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
        for name in SCHEMAS
    }


def write(folder: Path) -> list[Path]:
    """Write every schema to *folder*; the paths written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in texts().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def _plainly(made: dict[str, Any]) -> dict[str, Any]:
    """*made* with every description in plain words."""
    found: dict[str, Any] = {}
    for name, value in made.items():
        if isinstance(value, dict):
            found[name] = _plainly(value)
        elif isinstance(value, list):
            found[name] = [_plainly(each) if isinstance(each, dict) else each for each in value]
        else:
            found[name] = plain(value) if name == "description" else value
    return found
