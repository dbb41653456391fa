"""Ids that sort by time (uuid7, RFC 9562).

Made by one maker so that two in the same millisecond keep their order.
"""

from __future__ import annotations

import secrets
import threading
import time
import uuid


class IdMaker:
    """Makes uuid7 texts, each greater than the one before; safe to use from several threads."""

    def __init__(self) -> None:
        """Start before every id."""
        self._last = 0
        self._lock = threading.Lock()

    def __call__(self) -> str:
        """The next id: 48 bits of Unix milliseconds, version, 12 and 62 random bits."""
        with self._lock:
            payload = (time.time_ns() // 1_000_000) << 74 | secrets.randbits(74)
            self._last = max(payload, self._last + 1 + secrets.randbits(32))
            return str(uuid.UUID(int=_versioned(self._last)))


def _versioned(payload: int) -> int:
    """The 122 bits of *payload* spread around version 7 and the variant."""
    return (
        payload >> 62 + 12 << 80
        | 0x7 << 76
        | (payload >> 62 & 0xFFF) << 64
        | 0x2 << 62
        | payload & (1 << 62) - 1
    )
