"""What is asked in lines, as the forms of the screens know it: questions, answers, complaints.

The one place where asking in lines meets the forms.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol

from explog.cli.asking.voice import heading
from explog.errors import ConflictError
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from explog.domain.acts.card import Card
    from explog.domain.acts.questions import Question
    from explog.domain.record.experiment import Experiment
    from explog.errors import ExplogError
    from explog.journal.journal import Done, Journal

    Answers = dict[str, str]
    Offered = dict[str, list[tuple[str, str]]]

Place = tuple[str, str]
"""The act and the experiment's id: where answers that were not saved are kept."""


class Trouble(Protocol):
    """What is wrong with the answers, each thing where it belongs."""

    beside: dict[str, str]
    below: list[str]
    instead: str | None

    def __bool__(self) -> bool:
        """Whether anything is wrong."""


@dataclass(slots=True)
class Form:
    """Everything that is needed to ask for one act."""

    place: Place
    intro: Sequence[str]
    """What is said first: whose act it is and what it does."""
    questions: Sequence[Question]
    values: Answers
    """What stands there already, as a person would type it, by question."""
    needed: Mapping[str, str]
    """The questions the act cannot do without, as things stand."""
    today: date
    save: Callable[[Answers], Done]
    foreseen: Callable[[Answers], Trouble | None]
    """What would be missing if it were saved now."""
    sorted_out: Callable[[Answers, ExplogError], Trouble]
    is_shown: Callable[[Question, Answers], bool]
    waits: Callable[[Question], bool]
    """Whether a question is asked only after a certain answer to another one."""
    hints: Mapping[str, str] = field(default_factory=dict)
    offered: Offered = field(default_factory=dict)
    frame: Callable[[Answers], list[str]] | None = None
    """The frame that saving locks, as it is read aloud; None where none is locked."""
    other: Callable[[str], Form] | None = None
    """The form of another act on the same experiment."""

    def changed(self, answers: Answers) -> list[Question]:
        """The questions whose answer differs from what stood there, in order."""
        return [
            question
            for question in self.questions
            if answers.get(question.name, "") != self.values.get(question.name, "")
            and self.is_shown(question, answers)
        ]


def form_of(journal: Journal, name: str, ref: str) -> Form:
    """What the act *name* (or ``edit``) asks about the experiment *ref*.

    Raises:
        NotFoundError: No such experiment.
        Refused: The act cannot happen now.
    """
    from explog.tui import answering, complaint, waiting
    from explog.tui.asked import asked

    made = asked(journal, name, ref)

    def sorted_out(answers: Answers, error: ExplogError) -> Trouble:
        if isinstance(error, ConflictError):  # both values are said now; saving again chooses
            made.seen = answering.newest_of(journal, made)
        return answering.with_blanks(made, answers, complaint.sorted_out(made, error))

    def frame(answers: Answers) -> list[str]:
        from explog.tui.card import card

        return _aloud(card(made, answers))

    return Form(
        place=(name, made.experiment.id),
        intro=[
            _named(made.experiment),
            *told(made.act.spoken, made.act.help),
        ],
        questions=made.questions,
        values=made.values,
        needed=made.needed,
        today=made.today,
        save=partial(answering.commit, journal, made),
        foreseen=partial(answering.foreseen, journal, made),
        sorted_out=sorted_out,
        is_shown=partial(waiting.is_shown, made),
        waits=waiting.waits,
        hints=made.hints,
        offered={name: pairs for name, pairs in made.offered.items() if pairs},
        frame=frame if name in answering.OPENING else None,
        other=lambda other: form_of(journal, other, made.experiment.id),
    )


def _aloud(card: Card) -> list[str]:
    """A frame as it is read aloud before it is locked, one fact a line."""
    return [
        _("The frame, read aloud"),
        *told(_("We believe that …"), card.belief),
        *told(_("Limits"), *card.limits),
        *told(_("Last day"), card.last_day),
        *told(_("We stop if …"), *card.stops),
        *told(_("The way back"), card.way_back),
        *told(_("Who may stop it?"), card.who_may_stop),
        *(line for asking, words in card.checked for line in told(asking, words)),
        *card.doubts,
    ]


def _named(experiment: Experiment) -> str:
    """An experiment by its key and its title."""
    return f"{experiment.key}, {experiment.title}"


def told(title: str, *texts: str) -> list[str]:
    """Each of *texts* as a line of its own behind its *title*."""
    return [f"{heading(title)} {text}" for text in texts if text]
