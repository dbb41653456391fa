"""The questions about what was seen.

Where else it lives and how people stand to it (DOMAIN.md 5.3, 5.5, 8.1, 9).
"""

from __future__ import annotations

from explog.domain.acts.questions import Answer, Question, choice, line, text
from explog.domain.naming.vocabulary import CoreKept
from explog.domain.naming.vocabulary_learning import (
    Direction,
    Frequency,
    IncidentKind,
    IncidentLevel,
    MeasureKind,
    MeasureRole,
    PlaceStatus,
    Reported,
)
from explog.locale import N_

NOT_MET = (
    line(
        "not_met",
        "observations/{observation}/not_met",
        200,
        N_("Not met, because …"),
        N_("Why the number does not mean what the stop criterion or the limit is about."),
    ),
    Question(
        "met_on",
        N_("Day of the measurement"),
        N_("All that wait for an answer when left out."),
        "",
        Answer.DAY,
    ),
)

OBSERVATION = (
    Question(
        "of_measure",
        N_("Which measure?"),
        N_("The primary one when left out."),
        "observations/{observation}/measure",
        Answer.MEASURE,
    ),
    Question(
        "value",
        N_("Value"),
        N_("12,5 and 12.5 are the same."),
        "observations/{observation}/value",
        Answer.NUMBER,
    ),
    Question(
        "date", N_("Day"), N_("Today when left out."), "observations/{observation}/date", Answer.DAY
    ),
    Question(
        "n",
        N_("Out of how many?"),
        N_("For a percentage or a count."),
        "observations/{observation}/n",
        Answer.COUNT,
    ),
    line("note", "observations/{observation}/note", 200, N_("Note"), ""),
)

NOTE = (
    text(
        "text",
        "notes/{note}/text",
        500,
        N_("What happened?"),
        N_("One line in the logbook; never about a person."),
    ),
    Question("date", N_("Day"), N_("Today when left out."), "notes/{note}/date", Answer.DAY),
)

ANNOTATION = (
    text(
        "text",
        "annotations/{annotation}/text",
        200,
        N_("What happened?"),
        N_("A mark on the run chart."),
    ),
    Question(
        "date", N_("Day"), N_("Today when left out."), "annotations/{annotation}/date", Answer.DAY
    ),
)

INCIDENT = (
    text(
        "text",
        "incidents/{incident}/text",
        200,
        N_("What happened?"),
        N_("Neutral, without persons."),
    ),
    choice(
        "incident_kind",
        "incidents/{incident}/kind",
        IncidentKind,
        N_("Whom or what did it touch?"),
        "",
    ),
    choice(
        "level",
        "incidents/{incident}/level",
        IncidentLevel,
        N_("How grave was it?"),
        N_("A breach of personal data is at least mild."),
    ),
    choice(
        "reported",
        "incidents/{incident}/reported",
        Reported,
        N_("Is it reported where the law says?"),
        N_("explog is no reporting system."),
    ),
    line("where", "incidents/{incident}/where", 120, N_("Where was it reported?"), ""),
    Question(
        "date", N_("Day"), N_("Today when left out."), "incidents/{incident}/date", Answer.DAY
    ),
)

MEASURE = (
    line("measure", "measures/{measure}/name", 120, N_("We measure …"), ""),
    choice(
        "role",
        "measures/{measure}/role",
        MeasureRole,
        N_("Which kind of measure is it?"),
        N_("A balancing measure shows what gets worse."),
    ),
    line("unit", "measures/{measure}/unit", 40, N_("Unit"), ""),
    choice("direction", "measures/{measure}/direction", Direction, N_("Which way is better?"), ""),
    Question(
        "limit",
        N_("The worst it may be"),
        N_("For a balancing measure."),
        "measures/{measure}/limit",
        Answer.NUMBER,
    ),
    Question("target", N_("Target"), "", "measures/{measure}/target", Answer.NUMBER),
    choice(
        "measure_kind", "measures/{measure}/kind", MeasureKind, N_("What kind of number is it?"), ""
    ),
    choice(
        "frequency", "measures/{measure}/frequency", Frequency, N_("How often do you measure?"), ""
    ),
    text(
        "definition",
        "measures/{measure}/definition",
        300,
        N_("What counts, and how is it counted?"),
        "",
    ),
    Question(
        "baseline_stated",
        N_("Baseline, if nobody has measured it"),
        "",
        "measures/{measure}/baseline_stated",
        Answer.NUMBER,
    ),
)

PLACE = (
    line(
        "place",
        "places/{place}/name",
        120,
        N_("Which place?"),
        N_("A room, a station, a house, a district."),
    ),
    choice(
        "status",
        "places/{place}/status",
        PlaceStatus,
        N_("How far is it there?"),
        N_("Only daily operation counts as spread."),
    ),
    Question("since", N_("Since"), N_("Today when left out."), "places/{place}/since", Answer.DAY),
    line(
        "place_owner",
        "places/{place}/owner_role",
        60,
        N_("Who runs it there (function)?"),
        N_("A function, never a name."),
    ),
    Question(
        "run_by_origin_team",
        N_("Is it run by your own team?"),
        "",
        "places/{place}/run_by_origin_team",
        Answer.YES_NO,
    ),
    choice("core_kept", "places/{place}/core_kept", CoreKept, N_("Was the core kept?"), ""),
    text("adapted", "places/{place}/adapted", 300, N_("What did they change?"), ""),
    line("place_kind", "places/{place}/kind", 120, N_("Kind of place"), ""),
    Question(
        "last_confirmed_on",
        N_("Still in use, confirmed on"),
        "",
        "places/{place}/last_confirmed_on",
        Answer.DAY,
    ),
    Question(
        "place_ended_on",
        N_("Ended on"),
        N_("Empty while it goes on."),
        "places/{place}/ended_on",
        Answer.DAY,
    ),
)

STANCE = (
    Question(
        "frontrunner",
        N_("Frontrunners"),
        N_("Dots on a sheet or a show of hands."),
        "",
        Answer.COUNT,
    ),
    Question("on_board", N_("On board"), "", "", Answer.COUNT),
    Question("waiting", N_("Waiting to see"), "", "", Answer.COUNT),
    Question("hesitant", N_("Hesitant"), "", "", Answer.COUNT),
    Question("unknown", N_("Don't know"), "", "", Answer.COUNT),
    text(
        "for_hesitant",
        "stances/{stance}/for_hesitant",
        300,
        N_("What do you do for the hesitant?"),
        N_("Support and spur on."),
    ),
    text(
        "for_frontrunners",
        "stances/{stance}/for_frontrunners",
        300,
        N_("What do you give the frontrunners?"),
        N_("Long rein."),
    ),
    Question("date", N_("Day"), N_("Today when left out."), "stances/{stance}/date", Answer.DAY),
)

READINESS = (
    *(
        Question(
            name,
            label,
            N_("1 to 5, for the group as a whole."),
            f"readiness/{{readiness}}/{name}",
            Answer.COUNT,
        )
        for name, label in (
            ("know_why", N_("Know why")),
            ("want_to", N_("Want to")),
            ("know_how", N_("Know how")),
            ("can_do", N_("Can")),
            ("keep_up", N_("Keep it up")),
        )
    ),
    Question(
        "date", N_("Day"), N_("Today when left out."), "readiness/{readiness}/date", Answer.DAY
    ),
)

REGISTER = (
    Question("started_on", N_("When did it start?"), "", "cycles/{cycle}/started_on", Answer.DAY),
    line(
        "plan_reference",
        "cycles/{cycle}/plan_reference/text",
        200,
        N_("Written plan from before the start"),
        N_("Only then can limits and stop criteria count."),
    ),
    Question(
        "plan_dated", N_("Date on that plan"), "", "cycles/{cycle}/plan_reference/dated", Answer.DAY
    ),
)
