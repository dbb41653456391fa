"""What was done, in past words: how a history says it."""

from __future__ import annotations

from explog.journal.undoing import act_words
from explog.locale import N_, _

PAST = {
    "plan": N_("Planned"),
    "frame": N_("Frame written down"),
    "start": N_("Started"),
    "pause": N_("Paused"),
    "resume": N_("Resumed"),
    "extend": N_("Extended"),
    "tighten": N_("Frame tightened"),
    "end": N_("Test ended"),
    "adapt": N_("Adapted"),
    "adopt": N_("Adopted"),
    "abandon": N_("Abandoned"),
    "shelve": N_("Shelved"),
    "reopen_idea": N_("Taken up again"),
    "scale": N_("Marked as scaled"),
    "lapse": N_("No longer scaled"),
    "retire": N_("Retired"),
    "reopen": N_("Reopened"),
    "register": N_("Registered afterwards"),
    "confirm": N_("Confirmed that it still works"),
    "observe": N_("Observed"),
    "dismiss": N_("Stop criterion looked at, not met"),
    "note": N_("Noted"),
    "annotate": N_("Annotated"),
    "lesson": N_("Learned"),
    "assess": N_("Assessed"),
    "place": N_("Place written down"),
    "incident": N_("Incident recorded"),
    "measure": N_("Measure added"),
    "stance": N_("Stance counted"),
    "readiness": N_("Readiness assessed"),
    "set": N_("Changed"),
    "restore": N_("Earlier value put back"),
    "pick": N_("Version chosen"),
    "archive": N_("Archived"),
    "unarchive": N_("Brought back"),
    "rename": N_("Renamed"),
    "imported": N_("Imported"),
}
"""Act → what is said of it afterwards; acts that are things keep their name."""


def past_words(act: str) -> str:
    """What is said of *act* when it has happened, in the language in force."""
    return _(PAST[act]) if act in PAST else act_words(act)
