"""From a filled form to the journal: what was answered, what is missing, and saving it.

No Textual.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explog.domain.acts.answers import answer
from explog.domain.acts.catalogue import BY_NAME
from explog.domain.naming.vocabulary import Kind
from explog.journal.asking import label_of
from explog.journal.editing import PLAIN, edit
from explog.journal.journal import newest
from explog.journal.workplaces import add_core_task
from explog.locale import _
from explog.tui import over
from explog.tui.asked import EDIT
from explog.tui.complaint import Complaint, place_missing
from explog.tui.heard import heard
from explog.tui.over import OVER
from explog.tui.prefilled import element_path
from explog.tui.reactions import lacking
from explog.tui.waiting import is_shown, needed_now

if TYPE_CHECKING:
    from explog.journal.journal import Done, Journal
    from explog.tui.asked import Asked

OPENING = frozenset({"start", "adapt"})
"""The acts that lock a frame: it is read aloud first."""

UNSTARTED = "frame"
"""The act that writes a frame down as it is."""


def typed(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """What was typed and not saved yet: the draft of the form."""
    at_first = made.at_first
    return {name: raw for name, raw in answers.items() if raw != at_first.get(name, "")}


def given(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """The answers that are new or changed and not empty, by question."""
    return {name: raw for name, raw in _changed(made, answers).items() if raw}


def cleared(made: Asked, answers: dict[str, str]) -> list[str]:
    """The questions whose answer was taken away."""
    return [name for name, raw in _changed(made, answers).items() if not raw]


def _changed(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """Every answer that differs from what stood there, of the questions that are asked now."""
    found = {}
    for question in made.questions:
        raw = answers.get(question.name, "").strip()
        if raw != made.values.get(question.name, "").strip() and is_shown(made, question, answers):
            found[question.name] = raw
    return found


def unclear(made: Asked, answers: dict[str, str]) -> Complaint:
    """The answers that cannot be understood."""
    problems = {
        question.name: heard(question, answers.get(question.name, ""), made.today).problem
        for question in made.questions
    }
    not_read = {name: problem for name, problem in problems.items() if problem}
    found = Complaint({**lacking(made, answers), **not_read})
    return with_blanks(made, answers, found) if found else found


def with_blanks(made: Asked, answers: dict[str, str], complaint: Complaint) -> Complaint:
    """*complaint* where the journal could not say what is missing: needed answers that are empty.

    What it says of other empty answers follows from those, and is left out.
    """
    empty = blanks(made, answers)
    if not empty:
        return complaint
    told = {name: said for name, said in complaint.beside.items() if answers.get(name, "").strip()}
    return Complaint({**told, **empty}, [], complaint.instead)


def blanks(made: Asked, answers: dict[str, str]) -> dict[str, str]:
    """The needed answers of this form that are empty, with what to do.

    Those that follow from another answer among them, so that they never come in a second round.
    """
    asked_for = {question.name for question in made.questions}
    return {
        name: help_ or _("please answer this")
        for name, help_ in needed_now(made, answers).items()
        if name in asked_for and not answers.get(name, "").strip()
    }


def foreseen(journal: Journal, made: Asked, answers: dict[str, str]) -> Complaint:
    """What would be missing if the form were saved now; writes nothing.

    Raises:
        ExplogError: When an answer cannot be understood or a rule says no.
    """
    complaint = Complaint()
    if made.element is not None:
        return complaint
    if made.act in {EDIT, OVER}:  # what a rule says is said when it is saved: all of it or nothing
        return Complaint(blanks(made, answers))
    answered = given(made, answers)
    is_new = _is_new_core_task(made, answered)
    if is_new:  # it is made with the act; until then nobody can find it
        del answered["core_task"]
    for item in journal.missing(made.act.name, made.experiment.id, **answered):
        if is_new and item.question == "core_task":
            continue
        place_missing(complaint, made, item, label_of(made.act, item, made.experiment))
    complaint.beside = {**blanks(made, answers), **complaint.beside}
    return complaint


def unstarted(made: Asked) -> Asked:
    """*made* as the form that only writes the frame down; the start waits."""
    act = BY_NAME[UNSTARTED]
    names = {question.name for question in act.questions}
    pages = [page for page in made.pages if names.issuperset(q.name for q in page.questions)]
    return replace(made, act=act, pages=pages, needed={})


def newest_of(journal: Journal, made: Asked) -> str | None:
    """The newest event of the experiment, once a conflict with it was shown."""
    return newest(journal.store.events(f"{Kind.EXPERIMENT}/{made.experiment.id}"))


def commit(journal: Journal, made: Asked, answers: dict[str, str]) -> Done:
    """Save the form as one act.

    Raises:
        ExplogError: Nothing was saved; ``complaint.sorted_out`` says where each complaint belongs.
    """
    with journal.store.writing():
        return _commit(journal, made, answers)


def _commit(journal: Journal, made: Asked, answers: dict[str, str]) -> Done:
    """Save the form inside one transaction."""
    if made.act is OVER:
        return _commit_over(journal, made, given(made, answers))
    ref, answered, emptied = made.experiment.id, given(made, answers), cleared(made, answers)
    _add_core_task(journal, made, answered)
    changes = {**answered, **dict.fromkeys(emptied, "")}
    if made.element is not None:
        paths = {q.name: element_path(q, made.element) for q in made.questions}
        return edit(
            journal, ref, {paths[name]: raw for name, raw in changes.items()}, seen=made.seen
        )
    if made.act is EDIT:
        return edit(journal, ref, changes, seen=made.seen)
    plain = [name for name in emptied if name in PLAIN and made.act.name != "adapt"]
    gone = {**dict.fromkeys(plain, ""), **dict.fromkeys(_left_out(made, answered), "yes")}
    if gone:
        edit(journal, ref, gone, seen=made.seen)
    return journal.act(made.act.name, ref, seen=made.seen, **answered)


def _left_out(made: Asked, answered: dict[str, str]) -> list[str]:
    """The limits and stop criteria that were written down before and are gone now."""
    cycle = made.experiment.cycle
    if cycle is None or made.act.name not in {"frame", "start"}:
        return []
    found = []
    for name, old, same in (
        ("limits", made.experiment.limits_of(cycle), ("kind", "unit")),
        ("stop_criteria", made.experiment.stop_criteria_of(cycle), ("text",)),
    ):
        if name in answered:
            read = answer(made.act.question(name), answered[name], made.today)
            kept = {tuple(str(one[field]).casefold() for field in same) for one in read}
            found += [
                f"{name}/{one.id}/removed"
                for one in old
                if tuple(str(getattr(one, field)).casefold() for field in same) not in kept
            ]
    return found


def _commit_over(journal: Journal, made: Asked, answered: dict[str, str]) -> Done:
    """Save what is already over; its workplace is the log's only one where none was asked."""
    only = {"workplace": next(iter(made.tasks))} if len(made.tasks) == 1 else {}
    told = {**only, **answered}
    _add_core_task(journal, made, told)
    return over.write(journal, told)


def _add_core_task(journal: Journal, made: Asked, answered: dict[str, str]) -> None:
    """Make a core task of what was typed when the workplace has none of that name."""
    workplace = made.experiment.workplace or answered.get("workplace")
    if workplace and _is_new_core_task(made, answered):
        add_core_task(journal, workplace, answered["core_task"])


def _is_new_core_task(made: Asked, answers: dict[str, str]) -> bool:
    """Whether the *answers* name a core task that the workplace does not have yet."""
    typed = answers.get("core_task", "")
    offered = made.choices_of("core_task", answers) or []
    known = {one.casefold() for pair in offered for one in pair}
    return bool(typed) and typed.casefold() not in known
