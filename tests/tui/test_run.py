"""What the terminal interface asks of Python while it is open."""

from __future__ import annotations

import gc

from explog.tui.run import collect_seldom


def test_what_is_loaded_already_is_not_looked_through_for_rubbish() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        collect_seldom()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
        assert gc.get_threshold() > (700, 10, 10)
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
