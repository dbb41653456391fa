"""The pages of the demo: what stands on them, in both languages, and that no name can."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from explog.domain.record.material import Period
from explog.exchange import demo
from explog.exchange.pages.drawing import drawn
from explog.exchange.pages.leadership import leadership
from explog.exchange.pages.med import med
from explog.exchange.pages.minutes import minutes
from explog.exchange.pages.programme import programme
from explog.journal import holding, meetings
from explog.journal.reporting import of_log, of_meeting
from explog.locale import speak
from tests.exchange.making import journal, opened
from tests.journal.sitting import held

if TYPE_CHECKING:
    from pathlib import Path

    from explog.exchange.pages.sheet import Sheet
    from explog.journal.journal import Journal
    from explog.store.log import Log

YEAR = Period(date(2026, 1, 1), date(2026, 11, 16))


def titles(sheet: Sheet) -> list[str]:
    """The headings of *sheet*."""
    return [section.title for section in sheet.sections]


def section(sheet: Sheet, title: str) -> str:
    """What stands below *title*, as Markdown."""
    told = drawn(sheet, "md").split(f"\n## {title}\n")[1]
    return re.split(r"\n(?:## |---\n)", told)[0]


def points(sheet: Sheet, title: str) -> list[str]:
    """The points of the list below *title*."""
    return [line[2:] for line in section(sheet, title).splitlines() if line.startswith("- ")]


def test_the_programme_has_the_headings_of_a_drejebog(told: Journal) -> None:
    sheet = programme(of_meeting(told, "LM-2026-02"))
    assert titles(sheet) == [
        "Purpose",
        "Output",
        "Duration",
        "Participants",
        "Preparation",
        "Experiments",
        "Rules",
        "Programme, point by point",
        "Follow-up",
    ]
    assert section(sheet, "Duration").strip() == "90 minutes"
    rows = section(sheet, "Programme, point by point").strip().splitlines()[2:]
    assert [row.split("|")[1].strip() for row in rows] == [
        "0–10", "10–30", "30–50", "50–55", "55–75", "75–85", "85–90",
    ]  # fmt: skip


def test_the_minutes_of_the_retrospective_hold_what_the_room_did(told: Journal) -> None:
    sheet = minutes(of_meeting(told, "LM-2026-02"))
    assert titles(sheet) == [
        "Experiments",
        "What was guessed, and what came",
        "What we saw",
        "What we chose",
        "Notes",
        "New agreements",
        "Was the time well spent?",
    ]
    assert re.findall(r"### (\S+)", drawn(sheet, "md")) == ["AUT-01", "AUT-02", "AUT-04"]
    guessed = points(sheet, "What was guessed, and what came")
    assert [line[:6] for line in guessed] == ["AUT-04", "AUT-02", "AUT-01"]
    assert "11 people" in drawn(sheet, "md")
    assert section(sheet, "New agreements").count("| A-0") == 3


def test_the_minutes_of_a_single_review_tell_how_the_frame_held_and_who_answered_for_harm(
    told: Journal,
) -> None:
    """The answer to the question of harm was nowhere in the minutes."""
    said = section(minutes(of_meeting(told, "LM-2026-01")), "Experiments")
    assert "- **The six conditions:** 3 of 6 are met<br>Inside the limits: not met – 40" in said
    assert "- **Was anyone or anything harmed?** near miss · Head of unit, 5 May 2026" in said
    for other in ("LM-2026-02", "LM-2026-03"):
        assert "harmed?" not in drawn(minutes(of_meeting(told, other)), "md")


def test_an_unanswered_question_and_a_missing_decision_stand_in_the_minutes(log: Log) -> None:
    from tests.exchange.making import brought

    brought(log, demo.document("en"))
    keeper = journal(log)
    key = meetings.prepare(keeper, "single", picks=["BS-03"]).key
    holding.begin(keeper, key)
    assert "Decision" not in section(minutes(of_meeting(keeper, key)), "Experiments")
    holding.close(keeper, key)
    said = section(minutes(of_meeting(keeper, key)), "Experiments")
    assert "4 of 6 are met<br>No harm: unknown – the question of harm is not answered" in said
    assert "- **Was anyone or anything harmed?** not answered yet" in said
    assert "- **Decision:** no decision was made" in said


def test_a_card_with_a_chart_may_go_on_on_the_next_sheet(told: Journal) -> None:
    """It did not fit below the head, and two thirds of the first printed sheet stayed empty."""
    single = drawn(minutes(of_meeting(told, "LM-2026-01")), "html")
    assert re.findall(r'<article class="card ([^"]+)"', single) == ["unsafe long"]
    assert re.search(r"\.long \{ break-inside: auto; \}", single)
    assert re.search(r"footer, \.quiet \{[^}]*break-before: avoid;", single)
    assert "long" not in re.findall(
        r'<article class="card ([^"]+)"', drawn(minutes(of_meeting(told, "LM-2026-02")), "html")
    )


def test_a_table_whose_cells_say_what_they_are_has_a_head_in_markdown_alone(
    told: Journal,
) -> None:
    sheet = leadership(of_log(told), YEAR)
    said = section(sheet, "What failed inside the frame, and what it taught")
    assert said.strip().splitlines()[0] == "| Experiment | What it taught |"
    assert "We believed that … dictation completes the record sooner. We learned: " in said
    page = drawn(sheet, "html")
    assert page.count("<thead>") == page.count("<table>") - 2


def test_what_returned_to_a_meeting_stands_first_in_its_minutes(told: Journal) -> None:
    sheet = minutes(of_meeting(told, "LM-2026-03"))
    assert titles(sheet)[0] == "Agreements from last time"
    row = section(sheet, "Agreements from last time").strip().splitlines()[-1]
    assert row.startswith("| A-05 |")
    assert row.endswith("overdue: The answer is promised for November. |")


def test_a_planned_meeting_opens_with_the_open_agreements_overdue_first(log: Log) -> None:
    from tests.exchange.making import brought

    brought(log, demo.document("en"))
    keeper = journal(log)
    key = meetings.prepare(keeper, "retrospective", picks=["AUT-01"]).key
    material = of_meeting(keeper, key)
    assert [one.key for one in material.returned] == ["A-05", "A-06"]
    assert "Open agreements from last time" in titles(programme(material))


def test_the_surprise_is_the_same_when_plain_code_reckons_it_from_the_export(told: Journal) -> None:
    """Nothing of explog but the document: guesses, results of cycles, and the written rule."""
    whole = json.loads(demo.document("en"))
    experiments = {one["id"]: one for one in whole["experiments"]}
    (review,) = [one for one in whole["reviews"] if one["key"] == "LM-2026-02"]
    reckoned = []
    for guess in review["guesses"]:
        experiment = experiments[guess["experiment"]]
        (cycle,) = [one for one in experiment["cycles"] if one["id"] == guess["cycle"]]
        names = ("supported", "partly_supported", "not_supported", "inconclusive")
        hands = {name: guess.get(name, 0) for name in names}
        weights = {
            name: {"1-2": 1.5}.get(band, band) for name, band in hands.items() if band != "3+"
        }
        weights |= {
            name: max(3, guess["n"] - sum(weights.values()))
            for name, band in hands.items()
            if band == "3+"
        }
        ends = {"supported", "not_supported"}
        far = {
            name: 0 if name == cycle["result"] else 2 if {name, cycle["result"]} == ends else 1
            for name in names
        }
        mean = sum(weights[name] * far[name] for name in names) / (2 * sum(weights.values()))
        reckoned.append((-int(100 * mean + 0.5), experiment["key"]))
    lines = section(minutes(of_meeting(told, "LM-2026-02")), "What was guessed, and what came")
    shown = re.findall(r"- (\S+): .* Surprise (\d+) of 100", lines)
    assert [(-int(n), key) for key, n in shown] == sorted(reckoned)
    assert len(shown) == 3


def test_the_med_page_of_the_demo_year_has_what_touches_the_work(told: Journal) -> None:
    sheet = med(of_log(told), YEAR, "Is the frame right?")
    found = {
        title: re.findall(r"\| ([A-ZÆØÅ]+-\d+) ", section(sheet, title))
        for title in titles(sheet)[:4]
    }
    assert found == {
        "Started, still going on": ["AMB-04"],
        "Adopted: part of daily work": ["AUT-01"],
        "Stopped": ["AMB-02", "AUT-04", "BS-02"],
        "Planned": [],
    }
    asked = [
        line
        for line in section(sheet, "Questions to the committee").splitlines()
        if line.startswith("- ")
    ]
    assert asked[0] == "- Is the frame right?"
    assert asked[1].startswith("- AUT-04: it was stopped before it was raised here.")
    assert asked[2].startswith("- AUT-01: it is spreading")
    assert "8 other experiments" in sheet.foot[0]


def test_what_was_decided_before_the_period_is_not_news(told: Journal) -> None:
    sheet = med(of_log(told), Period(date(2026, 7, 1), date(2026, 9, 30)))
    assert re.findall(r"\| ([A-Z]+-\d+) ", drawn(sheet, "md")) == ["AMB-04"]


def test_the_leadership_page_counts_in_sentences_and_names_what_scaled(told: Journal) -> None:
    sheet = leadership(of_log(told), Period(date(2025, 1, 1), date(2026, 11, 16)))
    said = section(sheet, "In short")
    assert "15 experiments were decided. 4 of 7 that failed stayed inside the frame." in said
    scaled = re.findall(
        r"\| (\S+) · .*?in operation in (\d+ of \d+)", section(sheet, "What scaled")
    )
    assert scaled == [
        ("AMB-01", "4 of 7"), ("BS-01", "4 of 5"), ("BØR-03", "4 of 6"), ("LYS-01", "4 of 14"),
    ]  # fmt: skip
    inside = section(sheet, "What failed inside the frame, and what it taught")
    assert len(re.findall(r"^\| \S+-\d\d · ", inside, re.MULTILINE)) == 4
    assert "Two hours a month" in section(sheet, "What is asked for")


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_page_says_anything_in_the_other_language_or_in_codes(
    language: str, tmp_path: Path
) -> None:
    from tests.exchange.making import brought

    with opened(tmp_path / "log.db") as log:
        brought(log, demo.document(language))
        keeper = journal(log)
        speak(language)
        made = [minutes(of_meeting(keeper, f"LM-2026-0{n}")) for n in (1, 2, 3)]
        made += [programme(of_meeting(keeper, f"LM-2026-0{n}")) for n in (1, 2, 3)]
        made += [leadership(of_log(keeper), YEAR), med(of_log(keeper), YEAR)]
    for sheet in made:
        told = drawn(sheet, "md")
        assert not re.findall(r"\b[a-z]+\\_[a-z]+\b", told)
        assert ("fejlet sikkert" in told.casefold()) is False
        english = {"the", "and", "of"} & {*re.findall(r"[a-z]+", told)}
        assert (not english) is (language == "da"), english


@pytest.mark.parametrize("form", ["html", "md"])
def test_hostile_words_of_a_meeting_are_shown_on_its_page(form: str, other: Log) -> None:
    text = '<b onclick="x">[x](y)</b> [/]'
    keeper = journal(other)
    key = held(keeper, "AMB-01", text)
    told = drawn(minutes(of_meeting(keeper, key)), form)
    assert "<b " not in told.replace("\\<b ", "")
    assert "[x](y)" not in told or form == "html"


def test_a_page_of_an_empty_log_says_that_there_is_nothing(log: Log) -> None:
    keeper = journal(log)
    assert "None in the period." in drawn(med(of_log(keeper), YEAR), "md")
    assert "0 experiments were decided." in drawn(leadership(of_log(keeper), YEAR), "md")
