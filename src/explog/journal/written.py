"""What of an act's changes is written into its event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.domain.record.freezing import frame_paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.domain.record.fold import Folded


def to_write(folded: Folded, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Only those of *changes* that change or settle anything; the whole frame where one is frozen.

    Args:
        folded: What stands.
        changes: What the act says.
    """
    frozen = _frozen(folded, changes)
    return {
        path: value
        for path, value in {**frozen, **changes}.items()
        if path in frozen or _differs(folded, path, value)
    }


def _frozen(folded: Folded, changes: Mapping[str, Any]) -> dict[str, Any]:
    """The frame as it stands, said again by the event that freezes it.

    So it is told what was frozen, whatever another device wrote into it meanwhile.
    """
    frozen: dict[str, Any] = {}
    for path, value in changes.items():
        if path.endswith("/frozen_at") and value is not None:
            cycle = path.split("/")[1]
            found = frame_paths(folded.document(), folded.heads, cycle)
            frozen.update((one, folded.value(one)) for one in found)
    return frozen


def _differs(folded: Folded, path: str, value: object) -> bool:
    """Whether writing *value* at *path* changes or settles anything."""
    heads = folded.heads.get(path, {})
    return (bool(heads) and len(set(map(repr, heads.values()))) > 1) or repr(
        folded.value(path)
    ) != repr(value)
