"""The keys of forms, as commands."""

from __future__ import annotations

from explog.locale import N_
from explog.tui.commands import Command

SAVE = Command(
    "save",
    "f2,ctrl+s",
    N_("Save"),
    N_("Save and leave, or say what is missing."),
    in_footer=True,
)
LEAVE = Command(
    "leave",
    "escape",
    N_("Leave"),
    N_("Leave; what you typed is kept."),
    in_footer=True,
    shown="esc",
)
EDITOR = Command("editor", "f4", N_("Editor"), N_("Write this text in your own editor ($EDITOR)."))
AFRESH = Command("afresh", "f9", N_("Begin afresh"), N_("Let go of what was kept from before."))
HELP = Command("app.help", "f1", "", "")  # keeps its key: any other may be typed in a field
RELATED = Command("related", "f5", N_("Tried before"), N_("Read what you may have tried before."))

KEYS = N_("{save} save · {leave} leave · {turn_forward}/{turn_back} steps · {editor} editor")
"""The line below the fields, after what enter does."""

KEYS_OF_ONE_PAGE = N_("{save} save · {leave} leave · {editor} editor")
"""The same where there is no other step to turn to."""

FORM_COMMANDS = (
    SAVE,
    Command("turn(1)", "pagedown,f8,ctrl+n", N_("Next step"), "", in_footer=True, shown="PgDn"),
    Command("turn(-1)", "pageup,f7,ctrl+b", N_("Back"), "", in_footer=True, shown="PgUp"),
    EDITOR,
    RELATED,
    AFRESH,
    HELP,
    LEAVE,
)
"""What works in the form of an act."""
