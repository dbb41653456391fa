"""What is said while another program is writing to the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.output import is_heard, talk
from explog.locale import _
from explog.store.connection import TIMEOUT

if TYPE_CHECKING:
    from collections.abc import Callable


def say_waiting() -> Callable[[], None] | None:
    """What says that explog waits; None where nobody watches."""
    return _say if is_heard() else None


def _say() -> None:
    """Say what is waited for, and how long at most."""
    said = _("Another program is writing to the log; explog waits for it, up to {n} seconds.")
    talk(said.format(n=int(TIMEOUT)))
