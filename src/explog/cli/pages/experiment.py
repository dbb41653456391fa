"""One experiment as a page, from its record with everything derived (``telling.whole``)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from explog.cli.hinting import hint
from explog.cli.marks import mark, word
from explog.cli.pages.evidence import evidence
from explog.cli.pages.frame import frame
from explog.cli.pages.layout import Page, criterion, day, joined
from explog.cli.pages.people import people
from explog.cli.pages.spread import spread
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from explog.domain.record.fold import Document

Record = dict[str, Any]
"""The whole record as plain values."""


def experiment_lines(
    record: Record,
    place: Document,
    agreements: Sequence[Document],
    width: int,
    lessons: Mapping[str, Sequence[str]],
) -> list[str]:
    """The page as lines.

    Args:
        record: The experiment with its ``derived`` block.
        place: Its workplace with the core tasks.
        agreements: Those that speak of it.
        width: Cells a line may take.
        lessons: What became of each lesson, in words, by its id.
    """
    page = Page(width)
    cycle = current_cycle(record)
    _head(page, record, cycle, place)
    _next(page, record)
    _hypothesis(page, record, cycle)
    frame(page, record, cycle)
    evidence(page, record)
    _result(page, record, cycle)
    spread(page, record)
    people(page, record)
    _lessons(page, record, lessons)
    _logbook(page, record)
    _agreements(page, agreements)
    return page.lines


def current_cycle(record: Record) -> Record:
    """The last cycle; empty where an import brought none."""
    rounds = sorted(record["cycles"], key=lambda cycle: (cycle["no"], cycle["id"]))
    return rounds[-1] if rounds else {}


def _head(page: Page, record: Record, cycle: Record, place: Document) -> None:
    """Key and title, where it is, whose it is and which core task it serves."""
    derived = record["derived"]
    sign, shown, style = mark(derived["state"], derived["outcome"])
    page.marked(sign, f"{record['key']}  {record['title']}", indent="", style=style)
    status = [shown, *_day_of(cycle, derived), *_verdict(derived)]
    if derived["intelligent"]:
        status.append(word("FailureType", "intelligent"))
    page.text(" · ".join([*status, *derived["marks"]]), style=style)
    tasks: Any = place.get("core_tasks") or ()
    task = next((task["text"] for task in tasks if task["id"] == record["core_task"]), "")
    page.text(" · ".join(part for part in (str(place.get("name") or ""), task) if part))
    if record["tags"]:
        page.text(_("Tags: {tags}").format(tags=", ".join(record["tags"])), style="dim")
    if record["archived"]:
        page.text(_("archived"), style="dim")
    for code in derived["attention"]:
        page.text(f"! {word('Attention', code)}", style="bold")
    if derived["versions"]:
        said = hint(_("! two versions of a field after two logs met: explog choose {key}"))
        page.text(said.format(key=record["key"]), style="bold")


def _day_of(cycle: Record, derived: Record) -> list[str]:
    """Which day of its test it is in."""
    if derived["state"] not in {"running", "paused"} or not cycle.get("started_on"):
        return []
    begun = date.fromisoformat(cycle["started_on"])
    now = (date.fromisoformat(derived["as_of"]) - begun).days + 1
    if not cycle.get("last_day"):
        return [_("day {n}").format(n=now)]
    last = (date.fromisoformat(cycle["last_day"]) - begun).days + 1
    return [_("day {n} of {all}").format(n=now, all=last)]


def _verdict(derived: Record) -> list[str]:
    """The frame now while a test goes on, the verdict afterwards."""
    if derived["live_frame"]:
        return [word("LiveFrame", derived["live_frame"])]
    if derived["frame_verdict"]:
        return [word("FrameVerdict", derived["frame_verdict"])]
    return []


def _next(page: Page, record: Record) -> None:
    """The one next step and what is missing for it; in a review, what every decision asks for."""
    from explog.domain.acts.catalogue import BY_NAME

    derived = record["derived"]
    if derived["state"] in {"abandoned", "retired"}:
        return
    act, missing = BY_NAME[derived["next"]], derived["missing_next"]
    command = "reopen" if act.name == "reopen_idea" else act.name
    if derived["state"] == "in_review":
        page.heading(_("Next: decide"))
        command = "adopt|adapt|abandon"
        shared = {question.name for question in BY_NAME["abandon"].questions}
        missing = [item for item in missing if item["question"] in shared]
    else:
        page.heading(_("Next: {act}").format(act=act.spoken))
        missing = missing if act.is_transition else []
    page.text(f"explog {command} {record['key']}")
    for item in missing:
        question = next((one for one in act.questions if one.name == item["question"]), None)
        label = question.asked if question else item["code"]
        page.marked("·", " – ".join(part for part in (label, item["help"]) if part))


def _hypothesis(page: Page, record: Record, cycle: Record) -> None:
    """The need and the sentences of the plan."""
    page.heading(_("What and why"))
    measure = primary(record)
    bound = criterion(
        cycle.get("comparator"), cycle.get("criterion"), measure["unit"] if measure else None
    )
    pairs = [
        (_("What is hard today"), record["need"]),
        (_("We believe that …"), cycle.get("belief")),
        (_("… because …"), cycle.get("because")),
        (_("To verify that, we will …"), cycle.get("test")),
        (_("We measure …"), measure.get("name") if measure else None),
        (_("We are right if …"), bound),
        (_("What do you expect?"), cycle.get("prediction")),
        (_("What could get worse?"), record["watch_out"]),
        (_("How small?"), _size(record)),
        (_("What do you know already?"), record["prior_knowledge"]),
        (_("How new is it?"), word("Novelty", record["novelty"]) if record["novelty"] else ""),
        (_("Digital technology"), ", ".join(record["technology"])),
    ]
    page.pairs([(label, text or "") for label, text in pairs])
    if not record["need"] and not cycle.get("belief"):
        page.text(_("Nothing planned yet."))


def _size(record: Record) -> str:
    """How small the test should be, before it starts."""
    found = record["derived"]["size_advice"]
    if found is None or record["derived"]["state"] not in {"idea", "planned"}:
        return ""
    return str(found["warning"] or found["sentence"])


def primary(record: Record) -> Record | None:
    """The outcome measure that the criterion speaks of."""
    wanted = record["primary_measure"]
    return next((measure for measure in record["measures"] if measure["id"] == wanted), None)


def _result(page: Page, record: Record, cycle: Record) -> None:
    """The end of the test, the result and the decision."""
    derived = record["derived"]
    if not cycle.get("ended_on"):
        return
    page.heading(_("Result"))
    suggested = derived["result_suggested"]
    harm = cycle.get("harm")
    page.pairs(
        [
            (_("Ended"), joined(day(cycle["ended_on"]), _word("EndReason", cycle["end_reason"]))),
            (_("Did the hypothesis hold?"), _word("Result", cycle["result"])),
            (_("Why do you see it differently?"), cycle["result_reason"] or ""),
            (
                _("Suggested by the facts"),
                ""
                if cycle["result"] or not suggested
                else joined(_word("Result", suggested), derived["result_suggested_because"]),
            ),
            (_("Was anyone or anything harmed?"), _word("Harm", harm["answer"]) if harm else ""),
            (_("Why did it go so?"), ", ".join(word("Cause", cause) for cause in cycle["causes"])),
            (_("The decision"), _decision(record)),
        ]
    )


def _decision(record: Record) -> str:
    """What was decided, when, by whom and why."""
    derived = record["derived"]
    if not derived["decision"]:
        return ""
    steps = [step for step in record["transitions"] if step["decision"] == derived["decision"]]
    step = steps[-1] if steps else {}
    decision = word("Decision", derived["decision"])
    said = joined(decision, day(derived["decided_on"]), step.get("by_role"))
    return f"{said}: {step['reason']}" if step.get("reason") else said


def _lessons(page: Page, record: Record, lessons: Mapping[str, Sequence[str]]) -> None:
    """What was learned, each lesson with its observation, what follows, and what became of it."""
    if not record["lessons"]:
        return
    page.heading(_("Lessons"))
    for place, lesson in enumerate(record["lessons"], 1):
        about = joined(_word("Theme", lesson["theme"]), _word("LessonKind", lesson["kind"]))
        page.marked(f"{place}", f"{lesson['we_learned']}" + (f" ({about})" if about else ""))
        page.pairs(
            [
                (_("We observed …"), lesson["we_observed"] or ""),
                (_("Therefore we will …"), lesson["therefore"] or ""),
            ]
        )
        page.text(joined(*lessons.get(lesson["id"], ())), style="dim")


def _logbook(page: Page, record: Record) -> None:
    """Notes and incidents by day."""
    notes = [(note["date"], "·", note["text"]) for note in record["notes"]]
    incidents = [
        (
            one["date"],
            "!",
            joined(one["text"], word("IncidentLevel", one["level"]), _reported(one["reported"])),
        )
        for one in record["incidents"]
    ]
    if not notes and not incidents:
        return
    page.heading(_("Logbook"))
    for on, sign, text in sorted([*notes, *incidents]):
        page.marked(sign, f"{day(on)}  {text}")


def _reported(value: str) -> str:
    """Whether an incident was reported."""
    return _("reported: {answer}").format(answer=word("Reported", value))


def _agreements(page: Page, agreements: Sequence[Document]) -> None:
    """Agreements that speak of it."""
    if not agreements:
        return
    page.heading(_("Agreements"))
    for one in agreements:
        status = word("AgreementStatus", str(one.get("status") or "open"))
        page.marked("·", joined(str(one["what"]), str(one["role"]), day(str(one["due"])), status))


def _word(kind: str, value: str | None) -> str:
    """The word for *value*; empty for None."""
    return word(kind, value) if value else ""
