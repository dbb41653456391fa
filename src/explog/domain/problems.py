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
    "string_too_long": N_("at most {max_length} characters fit"),
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
    "string_unicode": N_("holds a character that cannot be stored"),
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
    """Every problem of *error*, each with its place below *place*; values are never repeated.

    Where a value may be of several types, pydantic tells one problem for each of them, with the
    type's name at the end of the place; a person is told once, by the last one.
    """
    items = error.errors(include_input=False, include_url=False)
    tried = {item["loc"][:-1] for item in items if item["loc"] and _is_type(item["loc"][-1])}
    told: list[Problem] = []
    for item in items:
        *above, last = item["loc"] or ("",)
        if tuple(above) not in tried:
            told.append(Problem(_place(place, item["loc"]), _said(item)))
        elif last in LAST_TYPES:
            told.append(Problem(_place(place, tuple(above)), _(LAST_TYPES[str(last)])))
    return told


LAST_TYPES = {
    "float": N_("is not a number"),
    "date": N_("is not a date like 2026-10-12"),
    "constrained-str": N_("does not have the right form"),
}
"""The last type of each choice of types, as pydantic calls it → what is said of the choice."""


def _is_type(part: int | str) -> bool:
    """Whether *part* of a place is the first type of a choice; no field is called so."""
    return str(part) in {"int", "datetime"} or str(part).startswith("literal[")


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
    if item["type"] == "string_too_short" and item["ctx"]["min_length"] > 1:
        sentence = N_("is too short: at least {min_length} characters are needed")
    return (
        _(sentence).format(**item.get("ctx", {}))
        if sentence
        else _("is not valid ({type})").format(type=item["type"])
    )
