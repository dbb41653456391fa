"""The questions while a test runs and when it ends and is judged (DOMAIN.md 5, 6)."""

from __future__ import annotations

from explog.domain.acts.questions import Answer, Question, choice, choices, line, text
from explog.domain.naming.vocabulary import (
    Cause,
    Degree,
    EndReason,
    FailureType,
    Harm,
    PauseReason,
    Result,
    Value,
    WayBackStatus,
)
from explog.domain.naming.vocabulary_learning import Competence, LessonKind, Theme
from explog.locale import N_

STEP = (
    Question("on", N_("Day"), N_("Today when left out."), "", Answer.DAY),
    line("by_role", "", 60, N_("Decided by (function)"), N_("A function, never a name.")),
    text("reason", "", 300, N_("Why?"), ""),
)

PAUSE = (
    choice(
        "pause_reason",
        "",
        PauseReason,
        N_("Why is it paused?"),
        N_("A met stop criterion starts its reaction time."),
    ),
    Question(
        "stop_criterion",
        N_("Which stop criterion?"),
        N_("Its number, 1 for the first."),
        "",
        Answer.COUNT,
    ),
    Question("met_on", N_("When was it met?"), N_("Today when left out."), "", Answer.MOMENT),
    text(
        "changed",
        "",
        300,
        N_("What was changed?"),
        N_("If the setup is changed, end and adapt instead."),
    ),
    line("replaced_by", "", 120, N_("Replaced by"), ""),
)

END = (
    Question("ended_on", N_("When did the test end?"), "", "cycles/{cycle}/ended_on", Answer.DAY),
    choice("end_reason", "cycles/{cycle}/end_reason", EndReason, N_("Why did it end?"), ""),
    Question(
        "actuals",
        N_("What did each limit come to?"),
        N_("In the order of the limits, or “unit=number”."),
        "",
        Answer.ACTUALS,
    ),
    Question(
        "reactions",
        N_("Stop criteria that were met"),
        N_("“1: met day, reacted day” for each one; nothing when none was met."),
        "",
        Answer.REACTIONS,
    ),
    choice("as_planned", "cycles/{cycle}/as_planned", Degree, N_("Did it go as planned?"), ""),
)

STUDY = (
    choice(
        "result",
        "cycles/{cycle}/result",
        Result,
        N_("Did the hypothesis hold?"),
        N_("The program suggests, you decide."),
    ),
    text(
        "result_reason",
        "cycles/{cycle}/result_reason",
        300,
        N_("Why do you see the result differently?"),
        N_("Asked only when the result differs from the suggestion."),
    ),
    choice(
        "harm",
        "cycles/{cycle}/harm/answer",
        Harm,
        N_("Was anyone or anything harmed?"),
        N_("Must be answered; an empty list proves nothing."),
    ),
    line(
        "harm_role",
        "cycles/{cycle}/harm/by_role",
        60,
        N_("Who answers that (function)?"),
        N_("Like “team leader”; never a name."),
    ),
    choice(
        "prediction_matched",
        "cycles/{cycle}/prediction_matched",
        Degree,
        N_("Did your expectation hold?"),
        "",
    ),
    choices(
        "causes",
        "cycles/{cycle}/causes",
        Cause,
        N_("Why did it go so?"),
        N_("Only the system, never persons."),
    ),
    choice(
        "failure_type",
        "cycles/{cycle}/failure_type",
        FailureType,
        N_("Kind of failure"),
        N_("“Intelligent” takes something new, a small test, a plan and a kept frame."),
    ),
    choices("value_achieved", "value_achieved", Value, N_("What was gained?"), ""),
)

LESSON = (
    text(
        "we_believed",
        "lessons/{lesson}/we_believed",
        300,
        N_("We believed that …"),
        N_("Filled in from the plan."),
    ),
    text(
        "we_observed",
        "lessons/{lesson}/we_observed",
        300,
        N_("We observed …"),
        N_("Facts before opinions."),
    ),
    text(
        "we_learned",
        "lessons/{lesson}/we_learned",
        300,
        N_("From that we learned …"),
        N_("What another team could use."),
    ),
    text("therefore", "lessons/{lesson}/therefore", 300, N_("Therefore we will …"), ""),
    choice("theme", "lessons/{lesson}/theme", Theme, N_("What is it about?"), ""),
    choice(
        "lesson_kind", "lessons/{lesson}/kind", LessonKind, N_("Keep, change, avoid or try?"), ""
    ),
    Question(
        "evidence",
        N_("How sure are you? (1–5)"),
        N_("1 opinion · 2 seen once · 3 seen by several · 4 measured · 5 measured and repeated"),
        "lessons/{lesson}/evidence",
        Answer.COUNT,
    ),
    Question(
        "hallmark", N_("Reflection question (1–5)"), "", "lessons/{lesson}/hallmark", Answer.COUNT
    ),
    choice(
        "competence", "lessons/{lesson}/competence", Competence, N_("Competence it speaks of"), ""
    ),
    Question(
        "shared_with",
        N_("Shared with"),
        N_("Groups, separated by commas."),
        "lessons/{lesson}/shared_with",
        Answer.WORDS,
    ),
)

WAY_BACK = (
    choice(
        "way_back_status",
        "cycles/{cycle}/way_back/status",
        WayBackStatus,
        N_("How did the way back go?"),
        "",
    ),
    Question(
        "way_back_done_on",
        N_("When was that?"),
        "",
        "cycles/{cycle}/way_back/done_on",
        Answer.MOMENT,
    ),
    text(
        "way_back_reason",
        "cycles/{cycle}/way_back/reason",
        300,
        N_("Why was it not needed, or what failed?"),
        "",
    ),
)

ADAPT = (
    text("learning", "cycles/{cycle}/learning", 300, N_("What did this cycle teach you?"), ""),
    text("change", "cycles/{cycle}/change", 300, N_("What changes in the next cycle?"), ""),
)

OPERATION = (
    Question("operation_since", N_("In daily operation since"), "", "operation/since", Answer.DAY),
    line(
        "operation_owner",
        "operation/owner_role",
        60,
        N_("Who runs it from now on (function)?"),
        N_("The operations owner, never a name."),
    ),
    Question(
        "ordinary_budget",
        N_("Is it paid from the ordinary budget?"),
        "",
        "operation/ordinary_budget",
        Answer.YES_NO,
    ),
    text(
        "core",
        "operation/core",
        300,
        N_("What must others not change?"),
        N_("The core of the solution."),
    ),
    text("stopped_routine", "operation/stopped_routine", 300, N_("What did you stop doing?"), ""),
    text(
        "override_reason",
        "cycles/{cycle}/override_reason",
        300,
        N_("Why do you adopt it in spite of the result or the frame?"),
        N_("The mark stays visible."),
    ),
    Question(
        "places_potential",
        N_("For how many places is it relevant?"),
        N_("Your own included; the denominator."),
        "places_potential",
        Answer.COUNT,
    ),
    Question(
        "confirmed_on",
        N_("Still works, confirmed on"),
        N_("Today when left out."),
        "operation/confirmed_on",
        Answer.DAY,
    ),
)
