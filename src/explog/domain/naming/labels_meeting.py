"""What people read for the words of a meeting; part of ``explog.domain.naming.labels_table``."""

from __future__ import annotations

from explog.locale import N_

MEETING: dict[str, dict[str, str]] = {
    "ReviewKind": {
        "check_in": N_("check-in"),
        "single": N_("single review"),
        "retrospective": N_("retrospective"),
        "leadership": N_("leadership and MED round"),
    },
    "AgreementStatus": {"open": N_("open"), "done": N_("done"), "dropped": N_("dropped")},
    "ReviewStatus": {
        "planned": N_("planned"),
        "going_on": N_("going on"),
        "held": N_("held"),
    },
    "Gathering": {
        "four_l": N_("Liked · Learned · Lacked · Longed for"),
        "start_stop_continue": N_("Start · Stop · Continue"),
        "aar": N_("The four questions"),
    },
    "Column": {
        "liked": N_("Liked"),
        "learned": N_("Learned"),
        "lacked": N_("Lacked"),
        "longed_for": N_("Longed for"),
        "start": N_("Start doing"),
        "stop": N_("Stop doing"),
        "continue": N_("Continue doing"),
        "expected": N_("What was supposed to happen?"),
        "happened": N_("What happened?"),
        "difference": N_("Why was there a difference?"),
        "next": N_("What do we keep, and what do we do differently?"),
    },
    "Choice": {
        "spread": N_("one thing to spread"),
        "try": N_("one thing to try"),
        "stop": N_("one thing to stop"),
    },
    "PickReason": {
        "outside_frame": N_("running outside its frame"),
        "past_last_day": N_("the last day has passed"),
        "ended_not_reviewed": N_("ended, not reviewed"),
        "close_to_limit": N_("close to a limit"),
        "signal": N_("the numbers show a signal"),
        "confirmation_missing": N_("nobody has confirmed it lately"),
        "lesson_reused": N_("its lesson was used since last time"),
        "scaled": N_("scaled"),
        "failed_inside": N_("failed inside the frame"),
        "failed_outside": N_("failed outside the frame, or without one"),
        "decided": N_("decided since last time"),
        "period": N_("falls in the period"),
        "query": N_("fits the query"),
        "by_hand": N_("chosen for this meeting"),
    },
}
"""Name of a list of words → value → English message id."""
