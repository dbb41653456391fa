"""Finding a saved view by its name. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from explog.domain.record.fold import Document


def plain(name: str) -> str:
    """*name* without blanks at its ends and doubled ones inside."""
    return " ".join(name.split())


def chosen(name: str, views: Sequence[Document]) -> Document | None:
    """The one of *views* called *name*, whatever its case."""
    wanted = plain(name).casefold()
    return next((view for view in views if str(view["name"]).casefold() == wanted), None)


def near(name: str, views: Sequence[Document]) -> list[str]:
    """Up to three names of *views* that look like *name*."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed for a mistake

    names = {str(view["name"]).casefold(): str(view["name"]) for view in views}
    return [names[one] for one in get_close_matches(plain(name).casefold(), names, n=3)]
