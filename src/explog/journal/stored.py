"""Records as they stand in the log, which something else may have written or damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from explog.domain.problems import problems_of
from explog.errors import InvalidError

if TYPE_CHECKING:
    from explog.domain.record.fold import Document

Record = TypeVar("Record", bound=BaseModel)


def stored(kind: type[Record], document: Document | None) -> Record:
    """The record that *document* holds.

    Raises:
        InvalidError: When it is no record that explog would have written, with each reason.
    """
    try:
        return kind.model_validate(document)
    except ValidationError as error:
        key = str((document or {}).get("key") or (document or {}).get("id") or kind.__name__)
        raise InvalidError(problems_of(error, key)) from error
