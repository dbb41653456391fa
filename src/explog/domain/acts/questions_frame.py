"""The questions of the frame agreed before the start, and its check (DOMAIN.md 5.2, 5.4)."""

from __future__ import annotations

from explog.domain.acts.questions import Answer, Question, choice, line, text
from explog.domain.naming.vocabulary import FrameAnswer, TimeUnit
from explog.locale import N_

FRAME = (
    Question(
        "limits",
        N_("At most how many are touched?"),
        N_(
            "One a line: “1 crew”, “8 children”, “outage: 10 minutes”. "
            "A limit must never be crossed."
        ),
        "",
        Answer.LIMITS,
    ),
    Question(
        "last_day",
        N_("Last day"),
        N_("4 to 12 weeks is usual. A date, “in 6 weeks”, or “week 42” for its Friday."),
        "cycles/{cycle}/last_day",
        Answer.DAY,
    ),
    Question(
        "stop_criteria",
        N_("We stop if …"),
        N_(
            "One a line, with the reaction time: “more than 2 errors a week (1 day)”. "
            "It may be met; then you react."
        ),
        "",
        Answer.STOPS,
    ),
    text(
        "way_back",
        "cycles/{cycle}/way_back/plan",
        300,
        N_("How do you get back to the way you work today?"),
        N_("Try it before you start."),
    ),
    line(
        "who_may_stop",
        "cycles/{cycle}/who_may_stop",
        120,
        N_("Who may stop it?"),
        N_("Everyone who takes part, when left out."),
    ),
    Question(
        "way_back_max_time",
        N_("The way back takes at most"),
        N_("A number, in the unit below."),
        "cycles/{cycle}/way_back/max_time",
        Answer.COUNT,
    ),
    choice(
        "way_back_unit",
        "cycles/{cycle}/way_back/unit",
        TimeUnit,
        N_("Unit of the way back's time"),
        "",
    ),
    Question(
        "way_back_tested_on",
        N_("The way back was tried out on"),
        N_("Empty when it was not."),
        "cycles/{cycle}/way_back/tested_on",
        Answer.DAY,
    ),
)

CHECK_ALL = choice(
    "frame_check",
    "",
    FrameAnswer,
    N_("All open questions of the frame check"),
    N_("One answer for every question that has none."),
)

CHECK = (
    choice(
        "check_own_decision",
        "cycles/{cycle}/frame_check/own_decision",
        FrameAnswer,
        N_("Can you decide it yourselves?"),
        N_("Within your own competence."),
    ),
    choice(
        "check_personal_data",
        "cycles/{cycle}/frame_check/personal_data",
        FrameAnswer,
        N_("Personal data: none, or cleared with the data protection officer?"),
        "",
    ),
    choice(
        "check_equipment",
        "cycles/{cycle}/frame_check/equipment",
        FrameAnswer,
        N_("Are equipment and system approved by IT?"),
        "",
    ),
    choice(
        "check_affected_told",
        "cycles/{cycle}/frame_check/affected_told",
        FrameAnswer,
        N_("Are those affected told, and have they said yes?"),
        N_("Staff; citizens, parents, relatives."),
    ),
    choice(
        "check_med",
        "cycles/{cycle}/frame_check/med",
        FrameAnswer,
        N_("Is MED informed, or are working conditions not touched?"),
        "",
    ),
    choice(
        "check_safety",
        "cycles/{cycle}/frame_check/safety",
        FrameAnswer,
        N_("Are the safety of citizens and the working environment thought through?"),
        "",
    ),
    choice(
        "check_ai",
        "cycles/{cycle}/frame_check/ai",
        FrameAnswer,
        N_("Artificial intelligence: not used, or cleared?"),
        "",
    ),
    choice(
        "check_purchase",
        "cycles/{cycle}/frame_check/purchase",
        FrameAnswer,
        N_("Are licence and purchase in order?"),
        "",
    ),
)
