"""A whole meeting by commands, its pages, and agreements; all of it as JSON too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call, done, lines

if TYPE_CHECKING:
    from pathlib import Path

KEY = "LM-2026-04"
ADAPT = (
    "--result", "supported", "--harm", "no", "--harm-role", "leader",
    "--we-observed", "Fewer forget", "--we-learned", "A text helps", "--therefore", "Go on",
    "--theme", "timing", "--change", "A second text", "--prediction", "Fewer still",
    "--last-day", "2026-12-18", "--frame-check", "yes", "--reason", "One more round",
)  # fmt: skip
"""What closes the first cycle of BS-03 and begins the second."""


def test_a_single_review_goes_from_a_suggestion_to_its_minutes(demo: Path) -> None:
    (suggested,) = done("review", "suggest", "single", "--json", log=demo).json
    assert (suggested["key"], suggested["reason"]) == ("BS-03", "ended_not_reviewed")
    planned = done("review", "new", "single", "--on", "+1", "--participants", "8", log=demo)
    assert planned.out == f"{KEY} is planned. Next: explog review start {KEY}\n"
    assert "Programme, point by point" in done("review", "report", KEY, log=demo).out
    done("review", "start", KEY, log=demo)
    done("review", "guess", KEY, "BS-03", "supported=3", "not_supported=5", log=demo)
    done("review", "step", KEY, "happened", "--minutes", "8", log=demo)
    done("review", "note", KEY, "happened", "Fewer", "people", "forget", log=demo)
    done("review", "gather", KEY, "liked", "It was quiet", "--theme", "timing", log=demo)
    done("review", "vote", KEY, "1=2", "BS-03=4", log=demo)
    done("review", "choose", KEY, "try", "A second text", "--experiment", "BS-03", log=demo)
    done("review", "spent", KEY, "5=6", "4=2", log=demo)
    done("review", "close", KEY, "--minutes", "44", log=demo)
    told = done("review", "show", KEY, "--json", log=demo).json
    assert (told["status"], told["minutes"], told["participants_n"]) == ("held", 44, 8)
    assert told["list"][0] | {"id": ""} == {
        "id": "",
        "key": "BS-03",
        "title": "Text reminder the day before the appointment",
        "reason": "ended_not_reviewed",
    }
    assert told["guesses"][0]["room"] == "not_supported"
    assert told["votes"][0]["count"] == "1-2"
    assert told["surprise"] == []  # nobody has decided yet
    page = done("review", "report", KEY, log=demo).out
    assert page.startswith("*Minutes of the meeting*\n")
    assert "Fewer people forget" in page


def test_the_surprises_of_a_meeting_are_in_its_json(demo: Path) -> None:
    told = done("review", "show", "LM-2026-02", "--json", log=demo).json
    assert [(one["key"], one["result"], one["score"]) for one in told["surprise"]] == [
        ("AUT-04", "not_supported", 68),
        ("AUT-02", "not_supported", 59),
        ("AUT-01", "supported", 14),
    ]
    assert [one["key"] for one in told["agreements"]] == ["A-03", "A-04", "A-05"]
    settled = done("review", "show", "LM-2026-03", "--json", log=demo).json["settled"]
    assert [one["key"] for one in settled] == ["A-05"]


def test_a_retrospective_can_be_chosen_by_query_and_by_period(demo: Path) -> None:
    words = ("review", "new", "retrospective", "--json")
    by_query = done(*words, "--query", "outcome:failed_safely since:2026", log=demo).json
    assert {one["reason"] for one in by_query["list"]} == {"query"}
    assert {one["key"] for one in by_query["list"]} == {"AMB-02", "BØR-02", "BS-02"}
    by_period = done(
        *words, "-w", "aut", "--since", "2026-01-01", "--until", "2026-06-11", log=demo
    )
    assert [one["key"] for one in by_period.json["list"]] == ["AUT-04", "AUT-03", "AUT-01"]
    assert (by_period.json["since"], by_period.json["until"]) == ("2026-01-01", "2026-06-11")


def test_a_guess_is_locked_by_the_reveal(demo: Path) -> None:
    """After the result was shown the guess could still be changed, and the surprise with it."""
    done("review", "new", "single", "--experiment", "BS-03", log=demo)
    done("review", "start", KEY, log=demo)
    done("review", "guess", KEY, "BS-03", "not_supported", log=demo)
    done("review", "step", KEY, "happened", log=demo)
    shown = done("review", "show", KEY, log=demo).out
    assert "BS-03: guessed not supported; the result is not known yet." in shown
    answered = call("review", "guess", KEY, "BS-03", "supported", log=demo)
    assert (answered.code, answered.out) == (1, "")
    assert answered.err.startswith("The result of BS-03 has been shown")
    told = done("review", "show", KEY, "--json", log=demo).json
    assert told["guesses"][0]["room"] == "not_supported"


def test_a_meeting_without_a_decision_says_so(demo: Path) -> None:
    """A single review ended without a decision, and nobody was told."""
    done("review", "new", "single", "--experiment", "BS-03", log=demo)
    done("review", "start", KEY, log=demo)
    closed = done("review", "close", KEY, log=demo)
    assert closed.err == (
        "No decision was made on BS-03. When it is: explog adopt|adapt|abandon BS-03\n"
    )
    assert done("review", "show", KEY, "--json", log=demo).json["undecided"] == ["BS-03"]
    assert "**Decision:** no decision was made" in done("review", "report", KEY, log=demo).out


def test_the_decision_of_an_earlier_cycle_is_none_about_this_one(demo: Path) -> None:
    """Seen: the minutes of the second cycle's review told the decision that closed the first."""
    done("adapt", "BS-03", *ADAPT, log=demo)
    at = ("--as-of", "2026-12-20")
    done("end", "BS-03", "--end-reason", "planned_end", "--actual", "1", *at, log=demo)
    done("review", "new", "single", "--experiment", "BS-03", *at, log=demo)
    done("review", "start", KEY, *at, log=demo)
    assert "No decision was made on BS-03" in done("review", "close", KEY, *at, log=demo).err
    told = done("review", "report", KEY, *at, log=demo).out
    assert "**Decision:** no decision was made" in told


def test_a_period_that_ends_before_it_begins_is_refused(demo: Path) -> None:
    done("review", "new", "single", "--experiment", "BS-03", log=demo)
    turned = ("--since", "2026-11-01", "--until", "2026-10-01")
    refused = call("review", "prepare", KEY, *turned, log=demo)
    assert (refused.code, refused.err) == (
        1,
        "The last day of the period lies before the first.\n",
    )


def test_each_step_names_the_next_until_the_meeting_can_be_closed(demo: Path) -> None:
    done("review", "new", "check_in", "--experiment", "AMB-04", log=demo)
    told = [done("review", "start", KEY, log=demo).out]
    for step in ("numbers", "limits", "next"):
        assert told[-1].endswith(f"Next: explog review step {KEY} {step}\n")
        told.append(done("review", "step", KEY, step, log=demo).out)
    assert told[-1].endswith(f"Next: explog review close {KEY}\n")


def test_what_a_meeting_agrees_is_written_down_in_it(demo: Path) -> None:
    done("review", "new", "single", "--experiment", "BS-03", log=demo)
    words = ("Buy", "a", "lamp", "--function", "leader", "--due", "+14")
    agreed = done("review", "agree", KEY, *words, "--experiment", "BS-03", "--json", log=demo)
    (one,) = agreed.json["agreements"]
    assert (one["what"], one["role"], one["due"]) == ("Buy a lamp", "leader", "2026-11-30")
    assert one["experiments"] == [agreed.json["list"][0]["id"]]


def test_a_meeting_with_an_empty_list_asks_for_one(demo: Path) -> None:
    planned = done("review", "new", "check_in", "-w", "BS", log=demo)
    assert planned.out.endswith(
        f"Nothing is on its list yet: explog review prepare {KEY} --add KEY\n"
    )
    refused = call("review", "start", KEY, log=demo)
    assert (refused.code, refused.out) == (1, "")
    assert f"explog review prepare {KEY} --add KEY" in refused.err


def test_a_query_for_a_planned_meeting_tells_what_fits(demo: Path) -> None:
    done("review", "new", "retrospective", "-w", "bs", "--experiment", "BS-03", log=demo)
    words = ("review", "prepare", KEY, "--query")
    told = done(*words, "outcome:failed_safely", log=demo).out.splitlines()
    assert told[1] == f"These fit, too; add them: explog review prepare {KEY} --add KEY"
    assert [line.split()[1] for line in told[2:]] == ["BS-02"]
    assert "Nothing more fits" in done(*words, "theme:economy_purchase", log=demo).out
    done("review", "prepare", KEY, "--since", "last", log=demo)
    assert done("review", "show", KEY, "--json", log=demo).json["since"] == "2025-11-17"


def test_a_meeting_is_prepared_wholly_or_not_at_all(demo: Path) -> None:
    done("review", "new", "single", "--experiment", "BS-03", log=demo)
    before = done("review", "show", KEY, "--json", log=demo).json
    words = ("--title", "Two of them", "--add", "AMB-04", "--add", "BS-03")
    assert call("review", "prepare", KEY, *words, log=demo).code == 1
    assert done("review", "show", KEY, "--json", log=demo).json == before


def test_a_planned_meeting_can_be_prepared(demo: Path) -> None:
    done("review", "new", "single", log=demo)
    changed = ("--add", "AMB-04", "--title", "Two of them", "--purpose", "To see")
    done("review", "prepare", KEY, *changed, log=demo)
    done("review", "prepare", KEY, "--order", "AMB-04, BS-03", log=demo)
    told = done("review", "show", KEY, "--json", log=demo).json
    assert [one["key"] for one in told["list"]] == ["AMB-04", "BS-03"]
    done("review", "prepare", KEY, "--leave-out", "BS-03", log=demo)
    shown = done("review", "show", KEY, log=demo).out
    assert "Two of them" in shown
    assert "BS-03" not in shown


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("new", "party"), 2, "not one of"),
        (("suggest",), 2, "Say which kind"),
        (("show",), 2, "Say which meeting"),
        (("show", "LM-2026-09"), 3, "LM-2026-09"),
        (("guess", "LM-2026-03", "BS-02", "supported"), 1, "too late to guess"),
        (("spent", "LM-2026-03", "5=2"), 1, "Fewer than 5 hands (2)"),
        (("guess", "LM-2026-03", "BS-02", "supported=x"), 2, "no count"),
        (("note", "LM-2026-03", "party", "x"), 2, "no step"),
        (("spent", "LM-2026-03", "6=5"), 2, "from 1 to 5"),
        (("close", "LM-2026-03"), 1, "closed already"),
        (("new", "single", "--query", "state:("), 2, ""),
        (("new", "single", "--since", "soon"), 2, "Not a day"),
        (("new", "retrospective", "--query", "theme:economy_purchase"), 1, "no meeting is planned"),
        (("new", "retrospective", "--since", "2020-01-01", "--until", "2020-02-01"), 1, "no meet"),
        (("new", "single", "--participants", "-1"), 4, "How many take part: is too small"),
        (("suggest", "single", "-w", "XYZ"), 3, "no XYZ"),
        (("prepare", "LM-2026-03"), 2, "Say what to change"),
        (("vote", "LM-2026-02", "99=3"), 2, "no note 99 on the wall"),
        (("gather", "LM-2026-02", "shelf", "x"), 4, "The column: “shelf” is not one of"),
        (("note", "LM-2026-03", "asked", "x" * 501), 4, "under “What is asked for?”: at most 500"),
        (("agree", "LM-2026-03", "Buy a lamp", "--due", "+14"), 2, "Say which function"),
        (("report", "LM-2026-03", "--format", "md", "--open"), 2, "browser"),
    ],
)
def test_what_cannot_be_is_said(demo: Path, words: tuple[str, ...], code: int, said: str) -> None:
    answered = call("review", *words, log=demo)
    assert (answered.code, answered.out) == (code, "")
    assert said in answered.err


def test_undo_takes_back_what_a_command_of_a_meeting_did(demo: Path) -> None:
    done("review", "new", "single", log=demo)
    done("review", "start", KEY, log=demo)
    assert done("undo", log=demo).out.startswith("Undone: Meeting begun")
    assert done("review", "show", KEY, "--json", log=demo).json["status"] == "planned"


def test_pages_are_written_for_their_owner_alone(demo: Path, tmp_path: Path) -> None:
    page = tmp_path / "med.html"
    answered = done("report", "med", "--question", "Is it <right>?", "-o", str(page), log=demo)
    assert (answered.out, answered.err) == ("", f"Written to {page}.\n")
    told = page.read_text(encoding="utf-8")
    assert told.startswith("<!DOCTYPE html>")
    assert "Is it &lt;right&gt;?" in told
    assert page.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("period", "shown"),
    [
        ((), "1 Jan 2026 – 16 Nov 2026"),
        (("--period", "2025"), "1 Jan 2025 – 31 Dec 2025"),
        (("--period", "2026-02"), "1 Feb 2026 – 28 Feb 2026"),
        (("--period", "2026-01-05:2026-03-01"), "5 Jan 2026 – 1 Mar 2026"),
    ],
)
def test_a_period_is_a_year_a_month_or_two_days(
    demo: Path, period: tuple[str, ...], shown: str
) -> None:
    assert f"**Period:** {shown}" in done("report", "leadership", *period, log=demo).out


def test_a_period_must_be_one(demo: Path) -> None:
    for period in ("soon", "2026-03-01:2026-01-01"):
        assert call("report", "med", "--period", period, log=demo).code == 2
    assert call("report", "med", log=demo.with_name("none.db")).code == 3


def test_a_page_opens_in_the_browser_on_request(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    done("review", "report", "LM-2026-02", "--open", log=demo)
    assert [address.rsplit("/", 1)[1] for address in opened] == ["LM-2026-02-minutes.html"]


def test_an_agreement_is_done_kept_or_dropped(demo: Path) -> None:
    overdue = done("agreements", "--json", log=demo).json
    assert [(one["key"], one["overdue"]) for one in overdue] == [("A-05", True), ("A-06", False)]
    kept = ("kept", "A-05", "--due", "15/1-27", "--reason", "The answer is late")
    done("agreements", *kept, log=demo)
    assert [line.split()[1] for line in lines(done("agreements", log=demo))] == ["A-06", "A-05"]
    assert call("agreements", "dropped", "A-05", log=demo).code == 1
    assert call("agreements", "done", "A-05", "--due", "+14", log=demo).code == 2
    past = call("agreements", "kept", "A-05", "--due", "-3", log=demo)
    assert (past.code, past.out) == (1, "")
    assert past.err.startswith("13 Nov 2026 is past. Say a day from today on")
    done("agreements", "dropped", "A-05", "--reason", "Nobody needs it", log=demo)
    done("agreements", "done", "A-06", log=demo)
    assert done("agreements", log=demo).out == "No open agreements.\n"
    done("agreements", "open", "A-06", log=demo)
    assert [line.split()[1] for line in lines(done("agreements", log=demo))] == ["A-06"]


def test_stance_and_readiness_are_shown_before_and_after(demo: Path) -> None:
    shown = done("show", "BØR-03", log=demo).out
    assert "11 Aug 2025 (12)  █" in shown
    assert "on board 4 → 6" in shown
    marks = ("--know-why", "5", "--want-to", "3", "--know-how", "2", "--can-do", "4", "--keep-up")
    done("readiness", "BØR-03", *marks, "4", log=demo)
    shown = done("show", "BØR-03", log=demo).out
    assert "▰▰▰▱▱ 3 ◂ the barrier" in shown
    assert "Training alone is wasted here." in shown
    refused = ("--frontrunner", "1", "--on-board", "1", "--waiting", "1", "--hesitant", "1")
    assert call("stance", "BØR-03", *refused, log=demo).code == 1


def test_words_of_a_meeting_and_of_an_agreement_are_found(demo: Path) -> None:
    found = done("search", "wristband", "noisy", log=demo).out
    assert "LM-2026-02 Retrospective" in found
    assert "the wristband was noisy" in found
    assert "A-03" in done("search", "plan card", log=demo).out
    assert "LM-2026" not in done("search", "four_l", log=demo).out
