"""A workplace and its core tasks.

The purpose that gives every experiment its direction (DOMAIN.md 2.2).
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from explog.domain.texts import Brief, Count, Id, Part, Short
from explog.locale import _


def _code(text: str) -> str:
    """A code is letters, in capitals, so that keys such as ``BØR-01`` can be said aloud."""
    if not text.isalpha() or text != text.upper():
        raise ValueError(_("a code is two to six capital letters, for example AMB"))
    return text


Code: TypeAlias = Annotated[str, Field(min_length=2, max_length=6), AfterValidator(_code)]
"""The short name that keys begin with."""


class CoreTask(Part):
    """An overall task the workplace has to create value for citizens."""

    id: Id
    text: Short
    """Phrased as an effect for someone."""
    order: Count = 0
    """Where it stands in the list."""


class Workplace(Part):
    """One organisational unit that keeps experiments."""

    id: Id
    code: Code
    key: Brief | None = None
    """The code it goes by; ``AMB02`` where two logs were merged and ``AMB`` was taken."""
    aliases: tuple[Brief, ...] = ()
    name: Brief
    core_tasks: tuple[CoreTask, ...] = ()
    archived: bool = False
