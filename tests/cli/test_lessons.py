"""``explog lessons``, ``borrow``, ``judge`` and ``share`` on the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call, done

if TYPE_CHECKING:
    from pathlib import Path


def test_lessons_are_read_in_their_groups(demo: Path) -> None:
    told = done("lessons", log=demo).out
    assert told.index("technology · 2") < told.index("workflow · 3") < told.index("timing · 1")
    assert "AMB-02/1 Cabin noise was the problem, not dictation." in told
    assert "how sure: seen by several" in " ".join(told.split())


def test_the_groups_are_chosen(demo: Path) -> None:
    told = done("lessons", "--by", "outcome", log=demo).out
    assert "failed inside the frame" in told or "failed safely" in told


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (("noise",), ["AMB-02/1"]),
        (("outcome:failed_safely", "light"), ["BØR-02/1"]),
        (("--old",), ["BØR-03/1"]),
        (("--contradicted",), []),
    ],
)
def test_a_query_and_flags_choose(demo: Path, words: tuple[str, ...], refs: list[str]) -> None:
    assert [one["ref"] for one in done("lessons", *words, "--json", log=demo).json] == refs


def test_a_used_lesson_is_not_among_those_never_used(demo: Path) -> None:
    never = {one["ref"] for one in done("lessons", "--never-used", "--json", log=demo).json}
    assert "AUT-02/1" not in never
    assert len(never) == 14


def test_borrowing_links_the_new_experiment(demo: Path) -> None:
    told = done("borrow", "AMB-02/1", "Quiet microphone", "-w", "AMB", log=demo).out
    assert told.startswith("AMB-05 is in the log and builds on AMB-02/1.")
    (lesson,) = done("lessons", "noise", "--json", log=demo).json
    assert (lesson["used_by"], lesson["marks"]) == (["AMB-05"], [])


def test_a_judgement_is_shown_and_told_in_the_history(demo: Path) -> None:
    told = done("judge", "AMB-02", "contradicted", "--by", "AUT-03", log=demo).out
    assert "contradicted by AUT-03 on 16 Nov 2026" in told
    assert "Lesson judged" in done("log", "AMB-02", log=demo).out
    assert "contradicted" not in done("undo", log=demo).out
    (lesson,) = done("lessons", "noise", "--json", log=demo).json
    assert lesson["status"] == "open"


def test_the_lesson_of_an_archived_experiment_is_judged_and_shown_too(demo: Path) -> None:
    """Seen: it was written, and then a traceback came."""
    done("archive", "AMB-02", log=demo)
    assert "confirmed" in done("judge", "AMB-02/1", "confirmed", log=demo).out
    assert "confirmed" in done("show", "AMB-02", log=demo).out


def test_sharing_names_a_group(demo: Path) -> None:
    assert "told to MED" in done("share", "AUT-04", "MED", log=demo).out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("borrow", "AMB-09/1", "x"), 3, "There is no AMB-09"),
        (("judge", "AMB-02/7", "open"), 3, "There is no AMB-02/7"),
        (("judge", "AMB-02/1", "perhaps"), 4, "is not one of"),
        (("lessons", "state:perhaps"), 2, "does not go with"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    demo: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    answered = call(*words, log=demo)
    assert answered.code == code, answered.err
    assert said in answered.err


def test_an_empty_log_says_what_to_do(log: Path) -> None:
    assert done("lessons", log=log).out.startswith("No lesson yet.")


def test_a_hostile_lesson_is_shown_harmless(log: Path) -> None:
    hostile = "[@click=app.quit]x[/]"
    given = ("--we-observed", "[/] x", "--therefore", "y", "--theme", "timing")
    done("lesson", "AMB-01", hostile, *given, log=log)
    assert "[@click=app.quit]x[/]" in done("lessons", log=log).out
