"""A whole life answered line by line says the same as by the command line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from explog.cli.spelling import POSITIONAL, spelled
from explog.domain.acts.catalogue import BY_NAME
from tests.cli.asking.answering import answered, knowledge
from tests.cli.calling import done
from tests.stories import CORE_TASK, FAILED_SAFELY, ROLE, WORKPLACE, Step

if TYPE_CHECKING:
    from pathlib import Path

KEY = "AMB-01"
IDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _by_command(step: Step, log: Path) -> None:
    """Do *step* with options."""
    everywhere = ("--as-of", step.as_of, "--role", ROLE)
    if step.act == "add":
        done("add", str(step.answers["title"]), *everywhere, log=log)
        return
    words = [step.act, KEY]
    for name, raw in step.answers.items():
        for value in [raw] if isinstance(raw, str) else raw:
            option = spelled(BY_NAME[step.act].question(name))
            words += [value] if POSITIONAL.get(step.act) == name else [option, value]
    done(*words, *everywhere, log=log)


def _by_prompts(step: Step, log: Path) -> str:
    """Do *step* at the prompts; what was said."""
    everywhere = ("--as-of", step.as_of, "--role", ROLE)
    if step.act == "add":
        knows = {"What will you try?": [str(step.answers["title"])]}
        said = answered("add", *everywhere, log=log, knows=knows)
    else:
        knows = knowledge(step.act, step.answers)
        said = answered(step.act, KEY, *everywhere, log=log, knows=knows)
    assert said.code == 0, said.err + said.out
    return said.out


def _lived(log: Path) -> Any:  # noqa: ANN401 - a JSON value
    """The record without ids, which are numbered in the order they appear."""
    last = FAILED_SAFELY[-1].as_of
    text = json.dumps(done("show", KEY, "--json", "--as-of", last, log=log).json, sort_keys=True)
    found = {ident: f"#{n}" for n, ident in enumerate(dict.fromkeys(IDS.findall(text)))}
    return json.loads(IDS.sub(lambda one: found[one[0]], text))


def test_a_whole_life_at_the_prompts_is_the_same_document_as_by_options(tmp_path: Path) -> None:
    commanded, prompted = tmp_path / "commanded.db", tmp_path / "prompted.db"
    for log in (commanded, prompted):
        done("workplace", *WORKPLACE, "--core-task", CORE_TASK, log=log)
    said = ""
    for step in FAILED_SAFELY:
        _by_command(step, commanded)
        said += _by_prompts(step, prompted)
    assert _lived(prompted) == _lived(commanded)
    assert _lived(prompted)["derived"]["outcome"] == "failed_safely"
    assert not re.search("[\x00-\x09\x0b-\x1f\u2500-\u259f\u25a0-\u25ff]", said), "no signs"
    assert said.endswith("\n")


def test_a_test_does_not_start_before_the_frame_was_read_aloud(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    done("workplace", *WORKPLACE, "--core-task", CORE_TASK, log=log)
    for step in FAILED_SAFELY[:2]:
        _by_command(step, log)
    said = _by_prompts(FAILED_SAFELY[2], log).splitlines()
    start = said.index("The frame, read aloud")
    assert said[start + 1] == "We believe that … dictation completes the record sooner"
    assert "Limits: at most 2 vehicles" in said[start:]
    assert said.index("AMB-01 is now: running.") > start


def test_a_yes_to_harm_asks_for_the_incident_first_and_loses_nothing(tmp_path: Path) -> None:
    log = tmp_path / "log.db"
    done("workplace", *WORKPLACE, "--core-task", CORE_TASK, log=log)
    *before, last = FAILED_SAFELY
    for step in before:
        _by_command(step, log)
    knows = knowledge(last.act, {**last.answers, "harm": "yes"})
    knows |= {"What happened?": ["A fall"], "Whom or what did it touch?": ["2"],
              "How grave was it?": ["mild"]}  # fmt: skip
    said = answered(last.act, KEY, "--as-of", last.as_of, "--role", ROLE, log=log, knows=knows)
    assert "First: Incident. Do that now? yes or no" in said.out
    acts = [one["act"] for one in done("log", KEY, "--json", log=log).json]
    assert acts[-2:] == ["incident", "abandon"]
