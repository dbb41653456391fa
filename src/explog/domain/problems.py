"""From pydantic's errors to sentences a person can act on, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.errors import Problem
from explog.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError

SENTENCES = {
    "missing": N_("is missing"),
    "extra_forbidden": N_("is not a field of this record"),
    "string_too_long": N_("is too long: at most {max_length} characters fit"),
    "string_too_short": N_("is empty"),
    "string_pattern_mismatch": N_("does not have the right form"),
    "enum": N_("is not one of: {expected}"),
    "literal_error": N_("is not one of: {expected}"),
    "greater_than_equal": N_("is too small: at least {ge}"),
    "less_than_equal": N_("is too large: at most {le}"),
    "finite_number": N_("is not a finite number"),
    "int_type": N_("is not a whole number"),
    "int_from_float": N_("is not a whole number"),
    "int_parsing": N_("is not a whole number"),
    "float_type": N_("is not a number"),
    "bool_type": N_("is neither true nor false"),
    "string_type": N_("is not a text"),
    "date_type": N_("is not a date like 2026-10-12"),
    "date_from_datetime_parsing": N_("is not a date like 2026-10-12"),
    "date_parsing": N_("is not a date like 2026-10-12"),
    "tuple_type": N_("is not a list"),
    "list_type": N_("is not a list"),
    "dict_type": N_("is not an object"),
    "model_type": N_("is not an object"),
    "json_invalid": N_("is not valid JSON: {error}"),
}
"""pydantic's error type → sentence, English; its context fills the braces."""


def problems_of(error: ValidationError, place: str = "") -> list[Problem]:
    """Every problem of *error*, each with its place below *place*; values are never repeated."""
    return [
        Problem(_place(place, item["loc"]), _said(item))
        for item in error.errors(include_input=False, include_url=False)
    ]


def _place(place: str, loc: tuple[int | str, ...]) -> str:
    """``experiments[3].limits[0].max``."""
    path = place
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else (f".{part}" if path else part)
    return path


def _said(item: Mapping[str, Any]) -> str:
    """The sentence for one error."""
    if item["type"] == "value_error":
        return str(item["ctx"]["error"])
    sentence = SENTENCES.get(item["type"])
    return (
        _(sentence).format(**item.get("ctx", {}))
        if sentence
        else _("is not valid ({type})").format(type=item["type"])
    )
