"""The types of values people write: bounded texts, numbers, days and moments.

Every text refuses control characters and person numbers here, once, so that no front end and no
import can forget.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from explog.domain.events import EventId
from explog.domain.moments import Moment, in_calendar, parse_moment
from explog.domain.storable import storable
from explog.locale import _


class Part(BaseModel):
    """What every record of the domain is: frozen, strict about names, finite in its numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def _line(text: str) -> str:
    """One line without control characters."""
    return storable(text)


def _lines(text: str) -> str:
    """One or more lines without other control characters."""
    return storable(text, multiline=True)


def _plain_number(value: object) -> object:
    """Refuse booleans as numbers, and write 3.0 as 3 so that equal values have equal bytes."""
    if isinstance(value, bool):
        raise ValueError(_("not a number"))  # noqa: TRY004 - pydantic reports ValueError beside the field
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        return int(value)
    return value


Word: TypeAlias = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(_line)]
"""A tag or a unit."""
Role: TypeAlias = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_line)]
"""A function (leader, coordinator), never a name."""
Title: TypeAlias = Annotated[str, Field(min_length=1, max_length=80), AfterValidator(_line)]
"""A headline."""
Brief: TypeAlias = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(_line)]
"""A name or a group."""
Short: TypeAlias = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_lines)]
"""A sentence."""
Text: TypeAlias = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_lines)]
"""A sentence or two."""
Long: TypeAlias = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(_lines)]
"""A note in the logbook."""

Number: TypeAlias = Annotated[int | float, BeforeValidator(_plain_number), Field(ge=-1e12, le=1e12)]
"""A finite number; integral values are whole."""
Count: TypeAlias = Annotated[int, Field(ge=0, le=1_000_000)]
"""How many, from 0."""
Mark: TypeAlias = Annotated[int, Field(ge=1, le=5)]
"""One to five."""
Id: TypeAlias = EventId
"""The id of a subject or of an element."""


def _moment(value: object) -> object:
    """A moment from its ISO text; moments pass through."""
    return parse_moment(value) if isinstance(value, str) else value


def moment_text(value: Moment) -> str:
    """``2026-10-12`` for a day, ``2026-10-12T08:30`` where the time of day is known."""
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()


When: TypeAlias = Annotated[
    datetime | date,
    BeforeValidator(_moment, json_schema_input_type=str),
    AfterValidator(in_calendar),
    PlainSerializer(moment_text, return_type=str),
]
"""A day, or a minute of a day where the reaction is counted in minutes or hours; local time."""
Day: TypeAlias = Annotated[date, AfterValidator(in_calendar)]
"""A day, ISO in files."""
