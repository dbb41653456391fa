"""Line prompts: wrong answers, back, leaving, what is kept, Danish, and when nothing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from explog.cli.asking import asker
from explog.cli.asking.voice import Left
from explog.store.drafts import StoredDrafts
from tests.cli.calling import Answered, call, done, lines

if TYPE_CHECKING:
    from pathlib import Path

WANTED = {"ACCESSIBLE": "1"}
DAY = ("--as-of", "2026-10-19")
PLAN = ("It is slow", "1", "it gets shorter", "one team", "Minutes", "at most 3")
"""The six answers a plan needs; the unit is asked for at the end."""

OFFERED = "You began this before, and what you typed is kept. Go on with it? yes or no"
FIRST = "1 of 6. What is hard in the core task today? (The need, not the solution yet.)"
BELIEF = "3 of 6. We believe that … (One sentence that can turn out wrong.)"


def said(log: Path, *words: str, typed: tuple[str, ...], **environment: str) -> Answered:
    """What ``explog`` says to *words* when the lines *typed* follow."""
    return call(
        *words,
        log=log,
        typed="".join(f"{line}\n" for line in typed).encode(),
        is_terminal=True,
        environment={**WANTED, **environment},
    )


def test_each_question_says_where_it_stands_and_why_it_is_asked(log: Path) -> None:
    heard = lines(said(log, "plan", "AMB-01", typed=PLAN))
    assert heard[0] == "AMB-01, One small thing"
    assert heard[1].startswith("Plan: Say what you believe")
    assert "6 questions need an answer." in heard
    assert heard.index(FIRST) < heard.index(BELIEF)
    assert (
        "31 more questions are optional; press enter to save, m for more, ? to hear them." in heard
    )


def test_what_is_missing_leads_to_exactly_that_question_and_then_it_is_saved(log: Path) -> None:
    answered = said(log, "plan", "AMB-01", *DAY, typed=(*PLAN, "", "min", ""))
    heard = lines(answered)
    place = heard.index("Not yet. This is missing:")
    assert heard[place + 1 : place + 3] == [
        "say what the number counts",
        "1 of 1. Unit (What the number counts: minutes, %, missing items.)",
    ]
    assert "7. We are right if … at most 3" in heard
    assert heard[-2:] == ["AMB-01 is now: planned.", "Next: start: explog start AMB-01"]
    assert answered.out.endswith("\n")
    assert answered.code == 0


def test_a_wrong_answer_is_told_in_one_line_and_the_question_is_asked_again(log: Path) -> None:
    heard = lines(said(log, "plan", "AMB-01", typed=(*PLAN[:5], "quick", "at most 3")))
    wrong = heard.index("say how and how much, for example “at most 3” or “>= 60”")
    assert heard[wrong - 1] == heard[wrong + 1]
    assert heard[wrong + 1].startswith("6 of 6. We are right if …")


def test_a_choice_takes_its_number_its_word_and_nothing_else(log: Path) -> None:
    done("plan", "AMB-01", "--need", "x", "--core-task", "1", "--belief", "b", "--test", "t",
         "--measure", "m", "--unit", "min", "--criterion", "at most 3", *DAY, log=log)  # fmt: skip
    frame = ("1 team", "", "+28", "more than 2 errors (1 day)", "", "paper")
    typed = (*frame, "9", "maybe", "1", *["yes"] * 7, "", "", "yes")
    heard = lines(said(log, "start", "AMB-01", *DAY, typed=typed))
    assert heard.count("Answer with a number from 1 to 3, or with the word.") == 2
    assert "Understood: Mon 16 Nov 2026, week 47, in 28 days" in heard
    assert "AMB-01 is now: running." in heard
    record = done("show", "AMB-01", "--json", *DAY, log=log).json
    assert set(record["cycles"][0]["frame_check"].values()) == {"yes"}


def test_without_a_yes_nothing_is_locked(log: Path) -> None:
    done("plan", "AMB-01", "--need", "x", "--core-task", "1", "--belief", "b", "--test", "t",
         "--measure", "m", "--unit", "min", "--criterion", "at most 3", *DAY, log=log)  # fmt: skip
    frame = ("1 team", "", "+28", "more than 2 errors (1 day)", "", "paper", *["yes"] * 8)
    heard = lines(said(log, "start", "AMB-01", *DAY, typed=(*frame, "", "", "no")))
    assert "The frame, read aloud" in heard
    assert done("list", "--json", *DAY, log=log).json[0]["state"] == "planned"


def test_a_start_that_lacks_something_asks_for_exactly_that_and_then_starts(log: Path) -> None:
    """Seen: it asked for the frame as an act of its own, and never started."""
    done("plan", "AMB-01", "--need", "x", "--core-task", "1", "--belief", "b", "--test", "t",
         "--measure", "m", "--unit", "min", "--criterion", "at most 3", *DAY, log=log)  # fmt: skip
    frame = ("1 team", "", "+28", "more than 2 errors (1 day)", "", "", *["yes"] * 8)
    heard = lines(said(log, "start", "AMB-01", *DAY, typed=(*frame, "", "paper", "", "yes")))
    place = heard.index("Not yet. This is missing:")
    assert heard[place + 2].startswith("1 of 1. How do you get back to the way you work today?")
    assert not any("saved as it is" in line or line.startswith("First: ") for line in heard)
    assert "AMB-01 is now: running." in heard


def test_b_goes_back_one_question_and_its_answer_is_kept(log: Path) -> None:
    heard = lines(said(log, "plan", "AMB-01", typed=("b", "It is slow", "b", "", *PLAN[1:])))
    assert heard[heard.index("This is the first question.") + 1] == FIRST
    assert f"{FIRST} [It is slow]" in heard
    assert "2 of 6. Which core task does it serve? (Phrased as an effect for citizens.)" in heard


def test_a_question_mark_says_what_can_be_typed_and_asks_again(log: Path) -> None:
    heard = lines(said(log, "plan", "AMB-01", typed=("?", ".")))
    assert heard.count(FIRST) == 2
    assert "b goes back one question." in heard


@pytest.mark.parametrize("leave", [(".",), ()], ids=["full stop", "end of input"])
def test_who_leaves_saves_nothing_and_is_offered_what_was_typed(
    log: Path, leave: tuple[str, ...]
) -> None:
    answered = said(log, "plan", "AMB-01", typed=("It is slow", *leave))
    assert "Nothing was saved.\nWhat you typed is kept for the next time." in answered.out
    assert answered.code == 0
    assert done("list", "--json", log=log).json[0]["state"] == "idea"


def test_what_was_typed_before_leaving_stands_there_the_next_time(log: Path) -> None:
    """What was typed line by line was gone with the program."""
    said(log, "plan", "AMB-01", typed=("It is slow", "1", "."))
    heard = lines(said(log, "plan", "AMB-01", typed=("yes", "", "", ".")))
    assert OFFERED in heard
    assert f"{FIRST} [It is slow]" in heard
    heard = lines(said(log, "plan", "AMB-01", typed=("no", "")))
    assert OFFERED in heard
    assert FIRST in heard
    assert OFFERED not in lines(said(log, "plan", "AMB-01", typed=("",)))


def test_each_answer_is_on_the_disk_before_the_next_question_is_asked(log: Path) -> None:
    """A kill in the middle of a form took all of it."""
    found: list[dict[str, str]] = []

    def ear() -> str:
        found.extend(draft.answers for draft in StoredDrafts(log).every())
        if found:
            raise Left
        return "It is slow"

    with patch.object(asker, "hear", ear):
        said(log, "plan", "AMB-01", typed=())
    assert found == [{"need": "It is slow"}]


def test_what_was_saved_is_not_offered_again(log: Path) -> None:
    said(log, "note", "AMB-01", typed=("calm", "", "", ""))
    assert OFFERED not in lines(said(log, "note", "AMB-01", typed=(".",)))


def test_a_person_number_is_kept_nowhere(log: Path) -> None:
    number = "251248" + "-" + "9996"
    answered = said(log, "plan", "AMB-01", typed=(f"patient {number}", "It is slow", "1", "."))
    assert number not in " ".join(
        text for one in StoredDrafts(log).every() for text in one.answers.values()
    )
    assert "kept for the next time." in answered.out


def test_a_hyphen_takes_an_answer_away(log: Path) -> None:
    done("set", "AMB-01", "need=slow", log=log)
    heard = lines(said(log, typed=("AMB-01", "13", "?", ".", ".")))
    assert "2. What is hard in the core task today? slow" in heard
    said(log, typed=("AMB-01", "13", "2", "-", "", "", "b", "6"))
    assert done("show", "AMB-01", "--json", log=log).json["need"] is None


def test_options_that_are_enough_are_not_asked_about(log: Path) -> None:
    assert lines(said(log, "note", "AMB-01", "calm", typed=()))[0].startswith("Kept in AMB-01")


def test_options_that_are_not_enough_are_the_answers_one_begins_with(log: Path) -> None:
    typed = ("", "1", "", "one team", "Minutes", "at most 3", "", "min", "")
    words = ("plan", "AMB-01", "--need", "slow", "--belief", "it helps", *DAY)
    assert "AMB-01 is now: planned." in lines(said(log, *words, typed=typed))
    record = done("show", "AMB-01", "--json", *DAY, log=log).json
    assert (record["need"], record["cycles"][0]["belief"]) == ("slow", "it helps")


def test_an_act_that_cannot_happen_now_is_refused_as_ever(log: Path) -> None:
    answered = said(log, "end", "AMB-01", typed=())
    assert (answered.code, answered.out) == (1, "")


def test_it_asks_in_danish(log: Path) -> None:
    words = ("plan", "AMB-01", "--lang", "da", *DAY)
    typed = ("Det er langsomt", "1", "b", "", "det bliver kortere", "et hold", "Minutter",
             "højst 3", "", "min", "")  # fmt: skip
    heard = lines(said(log, *words, typed=typed))
    assert any(line.startswith("3 af 6. Vi tror, at …") for line in heard)
    assert "AMB-01 er nu: planlagt." in heard
    assert not any("question" in line or "answer" in line for line in heard)


@pytest.mark.parametrize("words", [("plan", "AMB-01"), ("note", "AMB-01"), ("add",)])
def test_without_a_terminal_no_question_is_asked(words: tuple[str, ...], log: Path) -> None:
    answered = call(*words, log=log, typed=b"x\n" * 40, environment=WANTED)
    assert answered.code in {1, 2}
    assert answered.out == ""


@pytest.mark.parametrize("words", [("plan", "AMB-01"), ("add",)])
def test_nothing_is_asked_unless_it_is_wanted(words: tuple[str, ...], log: Path) -> None:
    for environment in ({}, {"ACCESSIBLE": "0"}):
        answered = call(*words, log=log, is_terminal=True, environment=environment)
        assert answered.code in {1, 2}
    assert call("plan", "AMB-01", "--json", log=log, is_terminal=True, environment=WANTED).out == ""


def test_the_config_file_can_want_it_too(log: Path, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    given = {"EXPLOG_CONFIG": str(path)}
    path.write_text("accessible = true\n", encoding="utf-8")
    assert FIRST in call("plan", "AMB-01", log=log, is_terminal=True, environment=given).out
    path.write_text('accessible = "perhaps"\n', encoding="utf-8")
    answered = call("plan", "AMB-01", log=log, is_terminal=True, environment=given)
    assert answered.code == 4
    assert "accessible: is neither true nor false" in answered.err


def test_what_people_wrote_moves_no_cursor(log: Path) -> None:
    heard = said(log, "note", "AMB-01", typed=("\x1b[2J", "calm", "", "")).out
    assert "\x1b" not in heard
    assert "character 1 (U+001B) is a control character; please remove it" in heard
