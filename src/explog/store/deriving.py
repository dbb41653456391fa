"""The door to the domain's derived facts: where the store asks what a document means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pydantic import ValidationError

from explog.domain.problems import problems_of
from explog.errors import InvalidError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.fold import Document


class Deriver(Protocol):
    """What the store needs to know about documents; ``domain.lists.summary`` is the real one."""

    def summarise(
        self, kind: str, document: Document, thresholds: Document | None, versions: Sequence[str]
    ) -> Document:
        """The facts that follow from *document* and do not depend on today."""
        ...

    def words(self, kind: str, document: Document) -> str:
        """The text a person would search for."""
        ...


def domain_deriver() -> Deriver:
    """The domain's own rules, imported when the first log is opened for writing."""
    from explog.domain.lists import summary  # noqa: PLC0415 - a caller with its own rules needs no models

    return summary


def summary_of(
    deriver: Deriver,
    subject: str,
    document: Document,
    thresholds: Document | None,
    versions: list[str],
) -> Document:
    """The derived facts of one subject, its ``versions`` among them.

    Raises:
        InvalidError: When the document breaks the domain's model; one problem for each field.
    """
    try:
        found = deriver.summarise(subject.partition("/")[0], document, thresholds, versions)
    except ValidationError as cause:
        name = str(document.get("key") or subject)
        raise InvalidError(problems_of(cause, name)) from cause
    return {**found, "versions": [*versions]}
