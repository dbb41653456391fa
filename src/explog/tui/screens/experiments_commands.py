"""What keys do on the page of all experiments."""

from __future__ import annotations

from explog.locale import N_
from explog.tui.commands import COPY, SEARCH, Command

NEEDS_ONE = N_("There is no experiment in the list.")

MARK = Command(
    "mark", "space", N_("Mark"), N_("Mark the chosen one, to do something with several."),
    in_footer=True, shown=N_("space"), off=NEEDS_ONE,
)  # fmt: skip
MARK_ALL = Command(
    "mark_all", "A,asterisk", N_("Mark all"), N_("Mark all that are shown, or none.")
)
ARCHIVE = Command(
    "archive",
    "a",
    N_("Archive"),
    N_("Take the marked ones, or the chosen one, out of sight; undo brings them back."),
)
TAG = Command("tag", "t", N_("Tag"), N_("Give a tag to the marked ones, or to the chosen one."))
UNTAG = Command("untag", "T", N_("Untag"), N_("Take a tag from the marked ones."))
EXPORT = Command(
    "export", "e", N_("Export"), N_("Write the marked ones, or all that are shown, to a file.")
)

SEVERAL = (MARK_ALL, ARCHIVE, TAG, UNTAG, EXPORT, COPY)
"""What can be done with the marked ones, or with the chosen one."""

COMMANDS_HERE = (
    SEARCH,
    Command(
        "open",
        "enter",
        N_("Open"),
        N_("Show the chosen experiment."),
        in_footer=True,
        shown="⏎",
        off=NEEDS_ONE,
    ),
    Command("sort", "s", N_("Sort"), N_("Choose an order: newest, key, title, state, decided.")),
    Command(
        "views", "v", N_("Views"), N_("Saved views: open one, or keep this search."), in_footer=True
    ),
    Command(
        "filter",
        "f",
        N_("Filter"),
        N_("Only some of them: what needs attention, what failed safely …"),
        in_footer=True,
    ),
    Command("chips", "x", N_("Conditions"), N_("Go to the conditions, to take one away.")),
    MARK,
    Command(
        "clear",
        "f9,c",
        N_("Show all"),
        N_("Take away search, filter and marks; also while typing."),
    ),
)
