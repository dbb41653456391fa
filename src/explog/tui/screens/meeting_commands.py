"""The keys of a meeting that goes on, as commands."""

from __future__ import annotations

from textual.binding import Binding

from explog.locale import N_
from explog.tui.commands import Command, Told

COMMANDS_HERE = (
    Command("turn(1)", "pagedown,f8,ctrl+n", N_("Next"), N_("On to the next step."),
            in_footer=True, shown="PgDn"),
    Command("turn(-1)", "pageup,f7,ctrl+b", N_("Back"), N_("Back to the step before."),
            in_footer=True, shown="PgUp", called="step-back"),
    Command("agree", "f5", N_("Agree"), N_("Write down who does what by when."),
            in_footer=True, shown="F5", called="agree-in-room"),
    Command("more_time", "f9,plus", N_("+2 min"), N_("Give this step two minutes more."),
            in_footer=True, shown="F9"),
    Command("print", "ctrl+o", N_("Print"), N_("Write the minutes as a page."),
            called="print-in-room"),
    Command("close_meeting", "f10", N_("Close"), N_("End the meeting and keep its minutes.")),
    Command("leave", "escape", N_("Leave"), N_("Leave; the meeting goes on where it was."),
            in_footer=True, shown="esc", called="back"),
    Command("step(1)", "down", N_("Move"), N_("To the line below or above."), is_movement=True,
            called="down-in-room"),
    Command("step(-1)", "up", N_("Move"), N_("To the line below or above."), is_movement=True,
            called="up-in-room"),
)  # fmt: skip
"""No letter is a command here: in a room where notes are typed it is typed."""
UNDO = Binding(
    "ctrl+z",
    "app.undo",
    N_("Undo"),
    show=False,
    tooltip=N_("Take back the newest thing you did."),
    group=Told(off=N_("Nothing to undo yet.")),
)
"""Undo beside its own key, which is typed here; in a field it takes back what was typed."""
