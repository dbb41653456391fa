"""Opening the terminal interface, and staying in it until it is closed."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from explog.journal.drafts import PassingDrafts
from explog.locale import _
from explog.tui.app import ExplogApp
from explog.tui.desk import Desk
from explog.tui.ending import ending_well

if TYPE_CHECKING:
    from explog.tui.desk import DraftsMaker, JournalMaker, LibraryMaker
    from explog.tui.program import BringIn, OpenDemo, PrintPage
    from explog.tui.sending import Sender
    from explog.tui.wishes import Wishes


CRASHED = 1
"""The exit code after a crash."""


def run(
    open_library: LibraryMaker,
    open_journal: JournalMaker,
    *,
    demo: bool = False,
    open_demo: OpenDemo | None = None,
    bring_in: BringIn | None = None,
    open_drafts: DraftsMaker | None = None,
    wishes: Wishes | None = None,
    sender: Sender | None = None,
    print_page: PrintPage | None = None,
    meeting: str | None = None,
) -> int:
    """Open the terminal interface and stay until it is closed.

    Everything handed over is called on the desk's one thread, and so is what it gives: ``close``
    too, where there is one.

    Args:
        open_library: Opens the log for reading. Called when first needed, and again after the log
            may have been made.
        open_journal: Opens the log for writing, and makes it. Called when first needed.
        demo: Whether it is the demo log; the header says so.
        open_demo: Makes or finds the demo log and gives its two openers. Without it the first run
            does not offer the demo. It may give a third, for the drafts.
        bring_in: Imports the file at the path a person typed into this log and gives one sentence
            that says what came; raises ``ExplogError``. Without it the first run does not offer it.
        open_drafts: Gives what keeps the drafts of forms; without it they end with the program.
        wishes: Theme, keys and motion as a person wants them.
        sender: Writes experiments to a file. Without it the list offers no export.
        print_page: Writes a page (``programme``, ``minutes``) of a meeting and gives its path.
        meeting: The key of a meeting to go straight into; one that was only planned begins.

    Returns:
        The exit code: 0 after *quit*, 128 + n after signal n, 1 after a crash, the error's own when
        the log cannot be read.
    """
    desk = Desk(open_library, open_journal, open_drafts or PassingDrafts)
    app = ExplogApp(
        desk, demo=demo, open_demo=open_demo, bring_in=bring_in, wishes=wishes, sender=sender,
        print_page=print_page, meeting=meeting,
    )  # fmt: skip
    try:
        with ending_well(app):
            app.run()
    finally:
        app.keeper.write_at_the_end()
        desk.close()
    return ended(app)


def ended(app: ExplogApp) -> int:
    """The exit code; after a crash a person is told what became of their work."""
    code = CRASHED if app.return_code is None else app.return_code
    if code == CRASHED and not app.has_given_up:
        sys.stderr.write(f"\n{_told(app)}\n")
    return code


def _told(app: ExplogApp) -> str:
    """What a person needs to know after a crash, below the lines for whoever mends it."""
    kept = (
        _("What you were typing could not be kept.")
        if app.keeper.is_refused
        else _("What you were typing is offered again next time.")
    )
    told = _("explog has stopped by a fault of its own; the lines above say which.")
    return " ".join((told, _("What you saved is safe in your log."), kept))


def collect_seldom() -> None:
    """Let Python look for rubbish more seldom, and never through what is loaded already.

    A page makes thousands of objects and hardly any rubbish: looking took a tenth of its opening.
    """
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)
