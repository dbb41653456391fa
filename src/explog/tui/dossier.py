"""Everything the page of one experiment shows, read in one go on the desk's thread. No Textual."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from explog.domain.charts.series import series_of
from explog.domain.judging.notices import open_notices
from explog.domain.judging.size_advice import advice
from explog.domain.naming.vocabulary import Kind
from explog.journal.story import story
from explog.journal.telling import agreements_of, derived
from explog.tui.next_steps import NextStep, next_steps

if TYPE_CHECKING:
    from datetime import date

    from explog.domain.charts.series import Series
    from explog.domain.judging.notices import Notice
    from explog.domain.judging.size_advice import Advice
    from explog.domain.record.experiment import Experiment
    from explog.domain.record.fold import Document
    from explog.journal.journal import Journal
    from explog.journal.story import Told


@dataclass(frozen=True, slots=True)
class Dossier:
    """One experiment as of today."""

    experiment: Experiment
    derived: dict[str, Any]
    """As in ``explog show --json``: verdicts, conditions, numbers."""
    today: date
    workplace: str
    """Its name; empty where it is unknown."""
    core_task: str
    """Its text; empty where none is chosen."""
    steps: list[NextStep] = field(default_factory=list)
    """What can be done next, the one primary step first, and what is missing for it."""
    story: list[Told] = field(default_factory=list)
    """The history, oldest first."""
    agreements: list[Document] = field(default_factory=list)
    related: dict[str, str] = field(default_factory=dict)
    """Id → key and title of the experiments it refers to."""
    series: list[Series] = field(default_factory=list)
    """The run chart of each measure, the primary one first."""
    notices: list[Notice] = field(default_factory=list)
    """Measurements that wait for an answer: pause, or not met."""
    advice: Advice | None = None
    """How small the next test should be; None where its questions are not answered."""


def dossier(journal: Journal, ref: str) -> Dossier:
    """Read everything about *ref*.

    Raises:
        NotFoundError: When there is no such experiment.
    """
    experiment = journal.experiment(ref)
    found = derived(journal, experiment)
    place = journal.store.document(f"{Kind.WORKPLACE}/{experiment.workplace}") or {}
    tasks: list[dict[str, Any]] = place.get("core_tasks") or []  # type: ignore[assignment]
    texts = {str(task["id"]): str(task["text"]) for task in tasks}
    return Dossier(
        experiment=experiment,
        derived=found,
        today=journal.clock.today(),
        workplace=str(place.get("name") or ""),
        core_task=texts.get(experiment.core_task or "", ""),
        steps=next_steps(journal, experiment, found),
        story=story(journal, experiment.id),
        agreements=agreements_of(journal, experiment),
        related=_related(journal, experiment),
        series=_charts(journal, experiment),
        notices=open_notices(experiment),
        advice=advice(experiment),
    )


def _charts(journal: Journal, experiment: Experiment) -> list[Series]:
    """The run chart of each measure, the primary one first."""
    thresholds, first = journal.thresholds(), experiment.primary_measure
    measures = sorted(experiment.measures, key=lambda measure: measure.id != first)
    return [series_of(experiment, thresholds, measure) for measure in measures]


def _related(journal: Journal, experiment: Experiment) -> dict[str, str]:
    """What the experiments are called that it refers to."""
    used = [
        ident
        for lesson in experiment.lessons
        for ident in (*lesson.used_by, lesson.judged_by)
        if ident is not None
    ]
    found = {}
    for ident in (*experiment.derived_from, *experiment.parallel_to, *used):
        document = journal.store.document(f"{Kind.EXPERIMENT}/{ident}")
        if document is not None:
            found[ident] = f"{document['key']} {document['title']}"
    return found
