"""What a shell offers after tab: keys of the log, with their titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.safe import safe
from explog.errors import ExplogError

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def keys(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG001 - click's
    """The experiments whose key begins with *incomplete*; nothing where the log cannot be read."""
    from click.shell_completion import CompletionItem

    try:
        named = ctx.obj.library().keys(incomplete)
    except ExplogError:  # a shell's tab is no place for a sentence
        return []
    return [CompletionItem(key, help=safe(title)) for key, title in named]
