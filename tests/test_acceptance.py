"""The acceptance checks of DOMAIN.md 14, by their numbers, on the demo as of 2026-11-16.

Check 15 (how many answers a whole life takes) is told by the command line's own stories.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po

from explog import locale
from explog.domain.acts.missing import MissingError
from explog.domain.charts.runchart import anhoej, baseline_shift, longest_run
from explog.domain.lists.stats import stats
from explog.domain.naming import vocabulary, vocabulary_learning
from explog.domain.naming.labels import counted, label
from explog.domain.naming.vocabulary import Outcome, State
from explog.domain.naming.vocabulary_learning import Attention, Direction, Signal
from explog.domain.personal import findings, person_number
from explog.errors import Refused
from explog.exchange import demo
from explog.journal import editing
from explog.locale import speak
from tests.demo_log import document, only, rows, told, without_history
from tests.exchange.making import brought, exported, journal, opened
from tools.build_demo import STORY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.store.log import Log

TODAY = demo.AS_OF
CATALOGUE = Path(locale.__file__).parent / "da" / "LC_MESSAGES" / "explog.po"
STOP = {"text": "Mere end 2 rettelser", "reaction_time": 1, "unit": "days"}

EXPECTED: dict[str, dict[str, str]] = {
    each["key"]: each["expected"] for each in json.loads(STORY.read_text("utf-8"))["experiments"]
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo log, made once and only copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.create(path, "da", TODAY, opened)
    return path


@pytest.fixture
def log(made: Path, tmp_path: Path) -> Iterator[Log]:
    """A demo log of one's own."""
    shutil.copyfile(made, tmp_path / "demo.db")
    with opened(tmp_path / "demo.db") as log:
        yield log


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Log]:
    """An empty log."""
    with opened(tmp_path / "empty.db") as log:
        yield log


@pytest.mark.parametrize("key", EXPECTED)
def test_1_the_product_gives_every_verdict_that_the_demo_expects(made: Path, key: str) -> None:
    with opened(made) as log:
        found = rows(log)[key]
    expected = EXPECTED[key]
    assert found.outcome == expected["outcome"]
    assert found.level == expected.get("level")
    if "frame_verdict" in expected:
        assert found.frame_verdict == expected["frame_verdict"]


def test_1_the_same_raw_fields_always_give_the_same_verdict(log: Log, empty: Log) -> None:
    brought(empty, exported(log, events=False))
    assert rows(empty) == rows(log)
    for key, found in rows(log).items():
        assert told(log, key)["outcome"] == found.outcome
        assert told(log, key)["frame_verdict"] == found.frame_verdict


def test_the_expected_numbers_of_design_9(log: Log) -> None:
    assert stats(rows(log).values(), TODAY.isoformat()) == {
        "as_of": "2026-11-16",
        "experiments": 20,
        "scaled": 4,
        "adopted": 3,
        "spreading": 2,
        "failed_safely": 4,
        "failed_unsafely": 2,
        "failed_no_net": 1,
        "failed_pending": 0,
        "inconclusive": 1,
        "worked_not_adopted": 0,
        "shelved": 1,
        "ongoing": 2,
        "not_started": 2,
        "retired": 0,
        "failed": 7,
        "decided": 15,
        "decided_with_lesson": 15,
        "median_days_to_decision": 38,
    }


def test_2_without_its_stop_criterion_amb_02_cannot_start(empty: Log) -> None:
    only(empty, "AMB-02", "plan")
    keeper = journal(empty, date(2026, 1, 26))
    frame = {
        "limits": "2 vogne",
        "last_day": "2026-02-22",
        "way_back": "Som før",
        "frame_check": "yes",
    }
    with pytest.raises(MissingError) as caught:
        keeper.act("start", "AMB-02", **frame)
    assert [item.code for item in caught.value.items] == ["frame_stop"]
    keeper.act("start", "AMB-02", **frame, stop_criteria=[STOP])


def test_2_imported_without_its_stop_criterion_amb_02_had_no_net(empty: Log) -> None:
    without_history(empty, "AMB-02", stop_criteria=[])
    assert rows(empty)["AMB-02"].outcome == "failed_no_net"


def test_3_raising_the_limit_of_lys_03_after_the_start_is_refused(empty: Log) -> None:
    only(empty, "LYS-03", "start")
    keeper = journal(empty, date(2026, 4, 27))
    wider = "outage: 60 minutter ude af normal drift"
    with pytest.raises(Refused, match="adapt"):
        keeper.act("tighten", "LYS-03", limits=wider)
    with pytest.raises(Refused, match="adapt"):
        editing.edit(keeper, "LYS-03", {"limits/1/max": "60"})
    assert keeper.experiment("LYS-03").limits[0].max == 10


def test_4_a_reaction_that_came_too_late_turns_amb_02_unsafe(log: Log) -> None:
    """A decided experiment is reopened first: the verdict does not change behind the decision."""
    keeper, later = journal(log), {"stop_criteria/1/reacted_on": "2026-02-11"}
    with pytest.raises(Refused, match="explog reopen AMB-02"):
        editing.edit(keeper, "AMB-02", later)
    assert rows(log)["AMB-02"].outcome == "failed_safely"
    keeper.act("reopen", "AMB-02", reason="Reaktionen kom senere")
    editing.edit(keeper, "AMB-02", later)
    keeper.act("abandon", "AMB-02", reason="Som før", result_reason="Som før")
    assert rows(log)["AMB-02"].outcome == "failed_unsafely"


def test_4_the_raw_fields_with_a_late_reaction_are_unsafe_too(empty: Log) -> None:
    record = next(one for one in json.loads(document())["experiments"] if one["key"] == "AMB-02")
    late = [{**one, "reacted_on": "2026-02-11"} for one in record["stop_criteria"]]
    without_history(empty, "AMB-02", stop_criteria=late)
    assert rows(empty)["AMB-02"].outcome == "failed_unsafely"


@pytest.mark.parametrize(
    ("level", "outcome"), [("mild", "failed_unsafely"), ("near_miss", "failed_safely")]
)
def test_4_a_mild_incident_turns_amb_02_unsafe_and_a_near_miss_does_not(
    log: Log, level: str, outcome: str
) -> None:
    keeper = journal(log)
    keeper.act("incident", "AMB-02", text="Et fald", incident_kind="employee", level=level)
    assert rows(log)["AMB-02"].outcome == outcome


def test_5_closing_without_answering_the_question_of_harm_is_refused_by_name(empty: Log) -> None:
    only(empty, "AMB-02", "end")
    answers = {
        "result": "not_supported",
        "reason": "Støj",
        "we_observed": "Fire rettelser",
        "we_learned": "Støjen var problemet",
        "therefore": "Prøv med headset",
        "theme": "technology",
        "way_back_status": "done",
        "way_back_done_on": "2026-02-09",
    }
    with pytest.raises(MissingError) as caught:
        journal(empty, date(2026, 2, 12)).act("abandon", "AMB-02", **answers)
    assert [item.question for item in caught.value.items] == ["harm"]
    assert "Was anyone or anything harmed?" in str(caught.value)


def test_6_bs_01_is_no_longer_scaled_by_its_facts_when_two_places_end(log: Log) -> None:
    keeper = journal(log)
    assert rows(log)["BS-01"].level == "scaled"
    for place in ("Bibliotek Nord", "Bibliotek Havn"):
        answers = {"status": "discontinued", "place_ended_on": "2026-11-15"}
        keeper.act("place", "BS-01", place=place, **answers)
    found = rows(log)["BS-01"]
    assert (found.state, found.level, found.in_operation) == ("scaled", "spreading", 2)
    assert Attention.NO_LONGER_SCALED in found.attention


def test_7_after_181_days_the_confirmation_is_missing_on_all_four(log: Log) -> None:
    scaled = [key for key, found in rows(log).items() if found.state == "scaled"]
    confirmed = {
        key: journal(log).experiment(key).operation.confirmed_on or TODAY for key in scaled
    }
    assert len(scaled) == 4
    for key, day in confirmed.items():
        before, after = (rows(log, day + timedelta(n))[key].attention for n in (180, 181))
        assert Attention.CONFIRMATION_MISSING not in before
        assert Attention.CONFIRMATION_MISSING in after
    everyone = rows(log, max(confirmed.values()) + timedelta(181))
    assert all(Attention.CONFIRMATION_MISSING in everyone[key].attention for key in scaled)
    speak("da")
    assert label(Attention.CONFIRMATION_MISSING) == "bekræftelse mangler"


def test_8_aut_01_can_be_scaled_when_the_activity_house_has_run_it_for_30_days(log: Log) -> None:
    house = {"status": "in_operation", "since": "2026-11-16", "core_kept": "yes"}
    journal(log).act("place", "AUT-01", place="Aktivitetshuset", **house)
    before, after = (journal(log, TODAY + timedelta(n)) for n in (29, 30))
    assert [item.code for item in before.missing("scale", "AUT-01")] == ["C2"]
    assert after.missing("scale", "AUT-01") == []
    after.act("scale", "AUT-01")
    assert rows(log, TODAY + timedelta(30))["AUT-01"].outcome == "scaled"


def test_9_short_series_say_nothing_and_points_on_the_median_are_skipped() -> None:
    assert anhoej([9, 9, 9, 9, 9, 1, 1, 1, 1]) is Signal.TOO_FEW
    baseline = [5, 6, 5, 6, 5, 6]
    assert baseline_shift(baseline, [1, 1, 1, 1, 1], Direction.DOWN) is not Signal.SHIFT
    assert baseline_shift(baseline, [1, 1, 1, 1, 1, 1], Direction.DOWN) is Signal.SHIFT
    assert longest_run([4, 5, 4, 5, 5, 4, 6], 5) == 3


def test_10_bs_02_is_told_in_points_and_not_in_hundreds_of_percent(log: Log) -> None:
    found = told(log, "BS-02")
    assert (found["difference"], found["progress_percent"]) == (-11.5, None)
    assert round(found["progress"], 2) == -7.67


PERSON = ("251248", "9996")
"""The public test person of MedCom, in two halves so that the number stands in no file."""
REPLACED = (str(int(PERSON[0][:2]) + 60) + PERSON[0][2:], PERSON[1])


@pytest.mark.parametrize("between", ["-", " ", ""])
@pytest.mark.parametrize("halves", [PERSON, REPLACED])
def test_11_the_guard_blocks_the_test_person(halves: tuple[str, str], between: str) -> None:
    found = findings(f"Ring til {between.join(halves)}")
    assert [(each.code, each.severity) for each in found] == [("person_number", "block")]


@pytest.mark.parametrize(
    "text", ["CVR 12345678", "telefon 12 34 56 78", "sag 2026-1203-AB-0017", "99-13-48"]
)
def test_11_the_guard_passes_what_is_no_person_number(text: str) -> None:
    assert person_number(text) is None


def test_12_a_stance_of_four_people_is_refused(log: Log) -> None:
    counts: dict[str, Any] = {"frontrunner": 1, "on_board": 1, "waiting": 1, "hesitant": 1}
    with pytest.raises(Refused):
        journal(log).act("stance", "AMB-04", **counts)


def test_12_one_person_is_exported_as_one_or_two(log: Log) -> None:
    counts: dict[str, Any] = {"frontrunner": 1, "on_board": 4, "waiting": 3, "hesitant": 0}
    journal(log).act("stance", "AMB-04", **counts)
    record = next(x for x in json.loads(exported(log))["experiments"] if x["key"] == "AMB-04")
    assert record["stances"][0]["frontrunner"] == "1-2"
    assert '"frontrunner":1,' not in exported(log).decode()


def test_13_no_danish_string_says_failed_safely_as_one_would_read_it_wrong() -> None:
    with CATALOGUE.open("rb") as file:
        strings = [text for entry in read_po(file) for text in _forms(entry.string) if text]
    assert len(strings) > 300
    assert [text for text in strings if re.search("fejle[td]e? sikkert", text, re.IGNORECASE)] == []
    assert [text for text in strings if text.strip(" :").casefold() == "mål"] == []
    assert "fejlet sikkert" not in document()


def test_14_every_word_has_a_label_in_both_languages_and_numbers_agree() -> None:
    for module in (vocabulary, vocabulary_learning):
        for words in vars(module).values():
            if isinstance(words, type) and issubclass(words, StrEnum) and words is not StrEnum:
                for language in ("da", "en"):
                    speak(language)
                    assert all(label(word) for word in words)
    speak("da")
    assert (counted(State.SCALED, 4), counted(State.SCALED, 1)) == ("4 skalerede", "1 skaleret")
    assert counted(Outcome.FAILED_SAFELY, 1) == "1 mislykket inden for rammerne"


def _forms(text: object) -> tuple[str, ...]:
    """The singular and plurals of a message."""
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]
