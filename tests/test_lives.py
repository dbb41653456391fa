"""Whole lives of experiments by the command line alone, each readable as a story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from explog.cli.spelling import POSITIONAL, spelled
from explog.domain.acts.catalogue import BY_NAME
from tests.cli.calling import Answered, call, done
from tests.stories import CORE_TASK, FAILED_SAFELY, ROLE, WORKPLACE, Step

if TYPE_CHECKING:
    from pathlib import Path

KEY = "AMB-01"


def told(step: Step) -> list[str]:
    """*step* as the words of a command."""
    everywhere = ["--as-of", step.as_of, "--role", ROLE]
    if step.act == "add":
        return ["add", str(step.answers["title"]), "-w", WORKPLACE[0], *everywhere]
    act, words, options = BY_NAME[step.act], [step.act, KEY], list[str]()
    for name, raw in step.answers.items():
        values = [raw] if isinstance(raw, str) else raw
        if POSITIONAL.get(step.act) == name:
            words += values
        else:
            options += [part for value in values for part in (spelled(act.question(name)), value)]
    return [*words, *options, *everywhere]


def live(log: Path, *steps: Step) -> None:
    """Live through *steps* in *log*."""
    for step in steps:
        done(*told(step), log=log)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log with one workplace."""
    path = tmp_path / "log.db"
    day = FAILED_SAFELY[0].as_of
    done("workplace", *WORKPLACE, "--core-task", CORE_TASK, "--as-of", day, log=path)
    return path


def shown(log: Path) -> dict[str, Any]:
    """The whole record as it ends."""
    record: dict[str, Any] = done(
        "show", KEY, "--json", "--as-of", FAILED_SAFELY[-1].as_of, log=log
    ).json
    return record


def test_a_whole_life_by_the_command_line_alone_fails_safely(log: Path) -> None:
    live(log, *FAILED_SAFELY)
    record = shown(log)
    derived = record["derived"]
    assert (derived["state"], derived["outcome"]) == ("abandoned", "failed_safely")
    assert derived["frame_verdict"] == "safe"
    assert {one["code"]: one["met"] for one in derived["conditions"]} == dict.fromkeys(
        ("S1", "S2", "S3", "S4", "S5", "S6"), "met"
    )
    assert len(record["observations"]) == 8
    assert derived["decided_on"] == "2026-02-12"
    page = done("show", KEY, "--as-of", "2026-02-12", log=log).out
    assert "◇ AMB-01 Dictating the record while driving" in page
    assert "failed safely · within the frame" in page
    assert "Cabin noise was the problem, not dictation." in page


def test_every_step_of_the_life_says_what_comes_next(log: Path) -> None:
    nexts = {"add": "plan", "plan": "start", "start": "observe", "observe": "observe"}
    said = ""
    for step in FAILED_SAFELY:
        answered = done(*told(step), log=log)
        said = answered.out
        assert said.count("\n") == 1, "one calm line"
        if step.act in nexts:
            assert f"explog {nexts[step.act]} {KEY}" in said
    assert "failed safely" in said


def test_starting_an_idea_names_everything_missing_at_once(log: Path) -> None:
    live(log, FAILED_SAFELY[0])
    refused = call("start", KEY, log=log)
    assert refused.code == 1
    assert refused.out == ""
    for option in ("--limit", "--last-day", "--stop", "--way-back", "--frame-check"):
        assert f"  {option} " in refused.err
    for option in ("--need", "--core-task", "--belief", "--test", "--measure", "--criterion"):
        assert f"  plan {option} " in refused.err
    assert done("log", KEY, "--json", log=log).json[-1]["act"] == "jot", "nothing was written"


@pytest.mark.parametrize(
    "words",
    [["tighten", KEY, "--limit", "5 vehicles"], ["set", KEY, "limits/1/max=5"]],
    ids=["tighten", "set"],
)
def test_raising_a_limit_after_the_start_is_refused_with_adapt_as_the_way(
    log: Path, words: list[str]
) -> None:
    live(log, *FAILED_SAFELY[:3])
    refused = call(*words, "--as-of", "2025-12-16", log=log)
    assert refused.code == 1
    assert "2 vehicles" in refused.err
    assert "adapt" in refused.err
    assert shown(log)["limits"][0]["max"] == 2


def test_ending_and_abandoning_name_everything_missing_at_once(log: Path) -> None:
    live(log, *FAILED_SAFELY[:-2])
    refused = call("end", KEY, "--as-of", "2026-02-09", log=log)
    assert refused.code == 1
    assert "--end-reason" in refused.err
    assert "--actual" in refused.err
    live(log, FAILED_SAFELY[-2])
    refused = call("abandon", KEY, "--as-of", "2026-02-12", log=log)
    assert refused.code == 1
    for option in ("--reason", "--result", "--harm", "--we-learned", "--way-back-status"):
        assert f"  {option} " in refused.err


def test_closing_without_answering_the_question_of_harm_is_refused_naming_the_field(
    log: Path,
) -> None:
    live(log, *FAILED_SAFELY[:-1])
    last = FAILED_SAFELY[-1]
    silent = {name: raw for name, raw in last.answers.items() if name != "harm"}
    refused = call(*told(Step(last.act, last.as_of, silent)), log=log)
    assert refused.code == 1
    assert "--harm" in refused.err
    assert "--result" not in refused.err


def test_a_reaction_that_came_too_late_makes_the_same_life_unsafe(log: Path) -> None:
    live(log, *FAILED_SAFELY[:-2])
    end = FAILED_SAFELY[-2]
    late = Step(end.act, "2026-02-12", {**end.answers, "reactions": ["1: 2026-02-02, 2026-02-12"]})
    live(log, late, FAILED_SAFELY[-1])
    assert shown(log)["derived"]["outcome"] == "failed_unsafely"


def _asked_for(answered: Answered) -> int:
    """How many answers a refusal asks for; the measure with its unit and criterion is one."""
    missing = [line.split()[0] for line in answered.err.splitlines()[1:]]
    return len({"--measure" if name == "--criterion" else name for name in missing})


def test_acceptance_15_required_answers_in_a_whole_life(log: Path) -> None:
    """DOMAIN.md 14.15: 1 (idea) + 5 (plan) + 5 (frame) + about 12 (end and close)."""
    idea = call("add", "", "-w", "AMB", log=log)
    assert idea.code == 1
    assert len(idea.err.splitlines()) == 2
    live(log, FAILED_SAFELY[0])
    assert _asked_for(call("plan", KEY, log=log)) == 5
    live(log, FAILED_SAFELY[1])
    assert _asked_for(call("start", KEY, "--as-of", "2025-12-15", log=log)) == 5
    live(log, *FAILED_SAFELY[2:-2])
    given = {
        name
        for step in FAILED_SAFELY[-2:]
        for name in step.answers
        if name != "reactions"  # only because a stop criterion was met
    }
    assert len(given | {"on"}) == 12, "day, reason, actual, result, harm, way back and when, …"
    live(log, *FAILED_SAFELY[-2:])
    assert shown(log)["derived"]["outcome"] == "failed_safely", "nothing else blocks"


@pytest.mark.parametrize("left_out", sorted(FAILED_SAFELY[-1].answers))
def test_each_of_the_answers_of_the_close_is_needed(log: Path, left_out: str) -> None:
    live(log, *FAILED_SAFELY[:-1])
    last = FAILED_SAFELY[-1]
    answers = {name: raw for name, raw in last.answers.items() if name != left_out}
    assert call(*told(Step(last.act, last.as_of, answers)), log=log).code in {1, 4}
    assert shown(log)["derived"]["state"] == "in_review"
