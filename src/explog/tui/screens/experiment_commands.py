"""What the keys do on the page of one experiment."""

from __future__ import annotations

from explog.locale import N_
from explog.tui.commands import COPY, Command
from explog.tui.confirming import CONFIRM

COMMANDS_HERE = (
    Command("primary", "p", N_("Next step"), N_("The one next step."), in_footer=True),
    Command("form('note')", "t", N_("Note"), N_("Write a line in the logbook."), in_footer=True),
    Command("more", "m", N_("More"), N_("Everything that can be done now."), in_footer=True),
    Command("form('observe')", "o", N_("Observe"), N_("Write down a measurement.")),
    Command("grid", "w", N_("Measurements"), N_("Type, paste and correct measurements.")),
    Command("chart", "d", N_("Read the chart"), N_("Read the run chart point by point.")),
    Command("form('lesson')", "l", N_("Learn"), N_("Write down what was learned.")),
    Command("form('start')", "f", N_("Start"), N_("Set the frame, read it aloud, and lock it.")),
    Command(
        "form('end')",
        "x",
        N_("End the test"),
        N_("Say when and why it ended and what each limit came to."),
    ),
    Command("form('edit')", "e", N_("Edit"), N_("Change what is not locked.")),
    Command("archive", "a", N_("Archive"), N_("Take it out of sight; it can be brought back.")),
    Command(
        "history",
        "h",
        N_("History"),
        N_("What happened, who did it, and what single fields were before."),
    ),
    CONFIRM,
    COPY,
    Command("scroll(1)", "down,j", "", ""),
    Command("scroll(-1)", "up,k", "", ""),
    Command("leap(1)", "pagedown,space", "", ""),
    Command("leap(-1)", "pageup", "", ""),
    Command("edge(0)", "g,home", "", ""),
    Command("edge(1)", "G,end", "", ""),
)
"""Everything the keys do on the page of one experiment."""
