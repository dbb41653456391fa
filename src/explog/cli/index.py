"""Every command by section, where it is built and its one line; a name costs no import."""

from __future__ import annotations

from explog.locale import N_

ACTS = "acts"
"""The module of the commands made from ``domain.acts.catalogue``; their line is the act's own."""

SECTIONS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (N_("Write down and test"), (
        ("add", "add", N_("Write down one thing your team will try.")),
        *((name, ACTS, "") for name in (
            "plan", "frame", "start",
        )),
        ("observe", "observe", N_("Write down measurements: one, several in a row, or a file.")),
        *((name, ACTS, "") for name in (
            "dismiss", "note", "annotate", "pause", "resume", "extend",
            "tighten", "end", "incident", "measure", "stance", "readiness", "register",
        )),
    )),
    (N_("Decide and learn"), tuple((name, ACTS, "") for name in (
        "assess", "adopt", "adapt", "abandon", "lesson", "place", "scale", "confirm", "lapse",
        "retire", "shelve", "reopen",
    ))),
    (N_("Use what was learned"), (
        ("borrow", "lesson_acts", N_("Begin an experiment that builds on a lesson.")),
        ("judge", "lesson_acts", N_("Say whether a lesson still stands.")),
        ("share", "lesson_acts", N_("Note whom a lesson was told to.")),
    )),
    (N_("Look and find"), (
        ("list", "list", N_("List experiments, newest first.")),
        ("show", "show", N_("Show one experiment as a page.")),
        ("chart", "chart", N_("Write the run chart of a measure as a picture (SVG).")),
        ("views", "views", N_("Keep questions to the log under a name.")),
        ("search", "search", N_("Find words anywhere in the log.")),
        ("lessons", "lessons", N_("Read what was learned, by theme or core task.")),
        ("related", "related", N_("Find earlier experiments that resemble an idea.")),
        ("log", "history", N_("Read the history of one experiment, review or agreement.")),
        ("stats", "stats", N_("Count what failed safely, what scaled and what was learned.")),
        ("insights", "insights", N_("Say what the log tells as a whole.")),
        ("reviews", "reviews", N_("List the review meetings.")),
        ("review", "review", N_("Plan a meeting, hold it, print its pages.")),
        ("agreements", "agreements", N_("List the agreements; say what became of one.")),
        ("report", "report", N_("Make a page for the leadership group or the MED committee.")),
    )),
    (N_("Change and take back"), (
        ("set", "set", N_("Change single fields: explog set AMB-01 need=…")),
        ("thresholds", "thresholds", N_("List the house numbers and the chart rule; set them.")),
        ("undo", "undo", N_("Take back the last thing you did.")),
        ("redo", "undo", N_("Do again what you took back last.")),
        ("revert", "choose", N_("Put one field back to an earlier value.")),
        ("choose", "choose", N_("Choose between two versions of a field.")),
        ("archive", "archive", N_("Put something out of sight, or bring it back.")),
        ("workplace", "workplace", N_("Make a workplace, list them, add a core task.")),
    )),
    (N_("In and out"), (
        ("export", "export", N_("Write the whole log as one JSON document.")),
        ("import", "import_", N_("Bring in a JSON document; nothing is ever deleted by it.")),
        ("schema", "schema", N_("Print the JSON Schema of the export.")),
    )),
    (N_("Keep it safe"), (
        ("backup", "backup", N_("Make a verified copy of the log.")),
        ("restore", "restore", N_("Go back to a backup; what is there now is kept as one.")),
        ("check", "check", N_("Look for damage, in every event.")),
        ("rebuild", "rebuild", N_("Make everything again from the history.")),
    )),
    (N_("This machine"), (
        ("demo", "demo", N_("Look around in a demo log with 20 experiments.")),
        ("where", "where", N_("Say where things lie.")),
        ("doctor", "doctor", N_("Say what this machine can do and whether the log is well.")),
        ("config", "config", N_("Say what is set, where, and what can be set.")),
        ("keys", "keys", N_("List the keys of the screens, and how to change them.")),
        ("completion", "completion", N_("Print the completion script for your shell.")),
    )),
)  # fmt: skip
"""Title → (command, module in ``explog.cli.commands``, line), in the order they are listed."""

NAMES = frozenset(name for _title, commands in SECTIONS for name, _module, _line in commands)
"""Every command."""

MODULES = {name: module for _title, commands in SECTIONS for name, module, _line in commands}
"""Command → module."""
