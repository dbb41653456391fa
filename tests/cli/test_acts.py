"""Acts as commands: options named as the questions, everything missing at once, stdin, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from explog.cli.spelling import POSITIONAL, spelled
from explog.domain.acts.catalogue import BY_NAME
from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path

PLAN = (
    "--need", "It takes too long", "--core-task", "1", "--belief", "it gets shorter",
    "--test", "one team, four weeks", "--measure", "Minutes", "--unit", "min",
    "--criterion", "at most 3",
)  # fmt: skip
START = (
    "--limit", "1 team", "--limit", "outage: 10 minutes", "--last-day", "+28",
    "--stop", "more than 2 errors (1 day)", "--stop", "somebody says no (same day)",
    "--way-back", "the list on paper", "--frame-check", "yes",
)  # fmt: skip
DAY = ("--as-of", "2026-10-19")


def _started(log: Path) -> None:
    """Bring the idea into a running test."""
    done("plan", "AMB-01", *PLAN, *DAY, log=log)
    done("start", "AMB-01", *START, *DAY, log=log)


@pytest.mark.parametrize("name", [name for name in BY_NAME if name != "reopen_idea"])
def test_every_question_of_an_act_is_asked_by_its_command(name: str, log: Path) -> None:
    shown = done(name, "--help", log=log).out
    for question in BY_NAME[name].questions:
        if POSITIONAL.get(name) != question.name:
            assert f" {spelled(question)} " in shown.replace("\n", " ")


def test_lists_are_given_by_repeating_an_option(log: Path) -> None:
    _started(log)
    record = done("show", "AMB-01", "--json", *DAY, log=log).json
    assert [(one["kind"], one["max"], one["unit"]) for one in record["limits"]] == [
        ("places", 1, "team"),
        ("outage", 10, "minutes"),
    ]
    assert [(one["text"], one["reaction_time"]) for one in record["stop_criteria"]] == [
        ("more than 2 errors", 1),
        ("somebody says no", 0),
    ]


def test_what_a_command_does_is_said_in_one_line_with_the_next_step(log: Path) -> None:
    planned = done("plan", "AMB-01", *PLAN, *DAY, log=log)
    assert planned.out == "AMB-01 is now: ◔ planned. Next: start: explog start AMB-01\n"


def test_json_prints_the_changed_record(log: Path) -> None:
    record = done("plan", "AMB-01", *PLAN, *DAY, "--json", log=log).json
    assert (record["key"], record["derived"]["state"]) == ("AMB-01", "planned")


def test_words_separated_by_commas_or_by_repeating_are_the_same(log: Path) -> None:
    tags = ("--tags", "night, handover", "--tags", "app")
    record = done("plan", "AMB-01", *PLAN, *tags, *DAY, "--json", log=log).json
    assert record["tags"] == ["night", "handover", "app"]


def test_a_text_can_come_from_standard_input(log: Path) -> None:
    done("note", "AMB-01", "-", log=log, typed="Æblet faldt,\nog vi så det.\n".encode())
    record = done("show", "AMB-01", "--json", log=log).json
    assert record["notes"][0]["text"] == "Æblet faldt,\nog vi så det."


def test_limits_can_come_from_standard_input_one_a_line(log: Path) -> None:
    done("plan", "AMB-01", *PLAN, *DAY, log=log)
    words = [*START]
    words[1] = "-"
    done("start", "AMB-01", *words, *DAY, log=log, typed=b"1 team\n8 children\n")
    record = done("show", "AMB-01", "--json", *DAY, log=log).json
    assert [one["unit"] for one in record["limits"]] == ["team", "children", "minutes"]


def test_only_one_answer_can_come_from_standard_input(log: Path) -> None:
    answered = call("plan", "AMB-01", "--need", "-", "--belief", "-", log=log, typed=b"x")
    assert answered.code == 2
    assert "standard input" in answered.err


def test_words_after_the_key_need_no_quotes(log: Path) -> None:
    done("note", "AMB-01", "it", "was", "calm", log=log)
    assert done("show", "AMB-01", "--json", log=log).json["notes"][0]["text"] == "it was calm"


@pytest.mark.parametrize(("typed", "value"), [("12,5", 12.5), ("-3", -3), ("-0,5", -0.5)])
def test_an_observation_takes_comma_or_point_and_a_minus(
    log: Path, typed: str, value: float
) -> None:
    _started(log)
    answered = done("observe", "AMB-01", typed, *DAY, log=log)
    assert answered.out.startswith("AMB-01: ")
    record = done("show", "AMB-01", "--json", *DAY, log=log).json
    assert [one["value"] for one in record["observations"]] == [value]


def test_several_observations_name_their_days_and_are_kept_together_or_not_at_all(
    log: Path,
) -> None:
    _started(log)
    later = ("--as-of", "2026-11-02")
    words = ("observe", "AMB-01", "26/10=4", "2/11=3,5")
    assert "2 observations" in done(*words, *later, log=log).out
    assert call("observe", "AMB-01", "27/10=4", "28/10=x", *later, log=log).code == 4
    assert call("observe", "AMB-01", "27/10=4", "5", *later, log=log).code == 2
    record = done("show", "AMB-01", "--json", *later, log=log).json
    assert [(one["date"], one["value"]) for one in record["observations"]] == [
        ("2026-10-26", 4),
        ("2026-11-02", 3.5),
    ]


def test_a_met_stop_criterion_is_said_and_nothing_is_paused_by_itself(log: Path) -> None:
    done("plan", "AMB-01", *PLAN, *DAY, log=log)
    done("frame", "AMB-01", "--stop", "more than 20 minutes (1 day)", *DAY, log=log)
    coded = ("measure=1", "comparator=>", "number=20")
    done("set", "AMB-01", *(f"stop_criteria/1/{field}" for field in coded), *DAY, log=log)
    done("start", "AMB-01", *START, *DAY, log=log)
    assert done("observe", "AMB-01", "20", *DAY, log=log).err == ""
    said = done("observe", "AMB-01", "20,5", *DAY, log=log).err
    assert "more than 20 minutes" in said
    assert "explog pause AMB-01 --pause-reason stop_criterion --stop-criterion 1" in said
    assert done("list", "--json", *DAY, log=log).json[0]["state"] == "running"


def test_reopening_something_shelved_takes_it_up_again_as_an_idea(log: Path) -> None:
    done("shelve", "AMB-01", "--reason", "no time", *DAY, log=log)
    assert "○ idea" in done("reopen", "AMB-01", *DAY, log=log).out


def test_an_act_that_is_not_possible_now_says_what_is(log: Path) -> None:
    refused = call("end", "AMB-01", log=log)
    assert refused.code == 1
    assert "AMB-01 is at: idea" in refused.err
    assert "Plan" in refused.err


def test_an_answer_that_cannot_be_understood_is_told_by_its_question(log: Path) -> None:
    refused = call("plan", "AMB-01", "--criterion", "quick", "--core-task", "9", log=log)
    assert refused.code == 4
    assert "We are right if …: say how and how much" in refused.err
    assert "Which core task does it serve? “9”" in refused.err


def test_a_key_is_found_however_it_is_typed_and_else_what_looks_like_it(log: Path) -> None:
    done("note", "amb-1", "x", log=log)
    missing = call("note", "AMB-02", "x", log=log)
    assert missing.code == 3
    assert "AMB-01" in missing.err


def test_where_there_is_no_log_nothing_is_found_and_nothing_is_made(tmp_path: Path) -> None:
    path = tmp_path / "none" / "log.db"
    for words in (("note", "AMB-01", "x"), ("show", "AMB-01"), ("set", "AMB-01", "need=x")):
        assert call(*words, log=path).code == 3
    assert not path.parent.exists()
