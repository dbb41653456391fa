"""What a form offers to choose from, and what the facts suggest. No Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.judging.suggestion import suggestion
from explog.domain.judging.verdicts import suggested_failure_type
from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Kind
from explog.locale import _
from explog.tui.wording import told_measure

if TYPE_CHECKING:
    from explog.domain.acts.act import Act
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.fold import Document
    from explog.journal.journal import Journal
    from explog.tui.asked import Asked
    from explog.tui.program import Program
    from explog.tui.widgets.form_body import Body

Pairs = list[tuple[str, str]]
"""What there is to choose from: value and label."""
Offered = dict[str, Pairs]
"""The same by question."""


def offered(journal: Journal, act: Act, experiment: Experiment) -> Offered:
    """What there is to choose from, for the questions that refer to something."""
    found: Offered = {}
    names = {question.name for question in act.questions}
    if "core_task" in names and experiment.workplace is not None:
        document = journal.store.document(f"{Kind.WORKPLACE}/{experiment.workplace}") or {}
        found["core_task"] = _tasks(document)
    if "workplace" in names:
        places = [one for one in journal.store.documents(Kind.WORKPLACE) if not one.get("archived")]
        found["workplace"] = [(str(one["id"]), f"{one['key']} · {one['name']}") for one in places]
    found["of_measure"] = [
        (measure.id, told_measure(measure, experiment)) for measure in experiment.measures
    ]
    if experiment.cycle is not None:
        criteria = experiment.stop_criteria_of(experiment.cycle)
        found["stop_criterion"] = [
            (str(number), one.text) for number, one in enumerate(criteria, 1)
        ]
    if act.name == "confirm":
        found["place"] = [
            (place.name, place.name) for place in experiment.places if place.is_in_operation
        ]
    return found


def core_tasks(journal: Journal) -> dict[str, Pairs]:
    """The core tasks of each workplace, by its id."""
    places = journal.store.documents(Kind.WORKPLACE)
    return {str(one["id"]): _tasks(one) for one in places if not one.get("archived")}


def _tasks(workplace: Document) -> Pairs:
    """The core tasks of the document *workplace*, in their order."""
    tasks: list[dict[str, object]] = workplace.get("core_tasks") or []  # type: ignore[assignment]
    return [(str(task["id"]), str(task["text"])) for task in sorted(tasks, key=_order)]


def _order(task: dict[str, object]) -> tuple[int, str]:
    """Where a core task stands in its list."""
    order = task.get("order")
    return (order if isinstance(order, int) else 0, str(task["id"]))


async def learnt(app: Program, body: Body) -> None:
    """Let the fields of *body* complete what is typed from the words of the log."""
    words = await app.or_say_why(app.desk.read(lambda library: library.used()))
    if body.is_attached:
        body.know(words or {})


def suggest(journal: Journal, made: Asked) -> None:
    """What the facts suggest for the result and the kind of failure."""
    names = {question.name for question in made.act.questions}
    found = suggestion(made.experiment, journal.thresholds())
    if "result" in names and found is not None:
        made.suggested["result"] = found.result.value
        told = _("The facts suggest: {result} ({reason})")
        told = told.format(result=label(found.result), reason=found.reason)
        made.hints |= {"result": told, "result_reason": told}
    failure = suggested_failure_type(made.experiment)
    if "failure_type" in names and failure is not None:
        made.suggested["failure_type"] = failure.value
        made.hints["failure_type"] = _("The causes suggest: {kind}").format(kind=label(failure))
    cycle = made.experiment.cycle
    if made.act.name in {"extend", "tighten"} and cycle is not None and cycle.last_day is not None:
        made.hints["last_day"] = _("Now: {day}").format(day=shown_day(cycle.last_day))
    if journal.role and "by_role" in names:
        made.hints["by_role"] = _("{role}, when left out").format(role=journal.role)
