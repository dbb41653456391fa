"""The minutes (referat): what was looked at, learned, decided and agreed. A count, no names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.moments import shown_day
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Result, State
from explog.domain.naming.vocabulary_learning import Choice, Column, ReviewKind, ReviewStatus
from explog.domain.reviews.agenda import COLUMNS, HALLMARKS, agenda_of
from explog.domain.reviews.surprise import RESULTS, result_guessed, score
from explog.exchange.pages.cards import (
    agreements_table,
    card,
    checked,
    foot,
    frame_said,
    learned,
    movement,
    run_chart,
)
from explog.exchange.pages.heads import held
from explog.exchange.pages.sheet import Block, Bullets, Facts, Prose, Sheet
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.record.experiment import Experiment
    from explog.domain.record.material import Material
    from explog.domain.record.review import Gathered, Guess, Review

LEAST = {"1-2": 1, "3+": 3}
"""Band → the least it stands for."""


def minutes(material: Material) -> Sheet:
    """The minutes of the meeting of *material*."""
    review = material.review
    sheet = Sheet(_("Minutes of the meeting"), review.title, held(review, material))
    sheet.add(_("Agreements from last time"), agreements_table(material.returned, material.today))
    sheet.add(_("Experiments"), *(_experiment(one, material) for one in material.experiments))
    sheet.add(_("What was guessed, and what came"), *_surprises(material))
    sheet.add(_("What we saw"), _wall(review))
    sheet.add(_("What we chose"), _chosen(material))
    sheet.add(_("Notes"), *_notes(material))
    sheet.add(_("New agreements"), agreements_table(material.agreements, material.today))
    sheet.add(_("Was the time well spent?"), _well_spent(review))
    sheet.foot = foot(material)
    return sheet


def _experiment(experiment: Experiment, material: Material) -> Block:
    """One experiment: what was believed, what came, what was decided and learned."""
    cycle = experiment.cycle
    pairs = [
        (_("We believed that …"), cycle.belief if cycle else None),
        (_("Measured"), movement(experiment)),
        (_("Did it hold?"), label(cycle.result) if cycle and cycle.result else None),
        (_("Why did it go so?"), ", ".join(map(label, cycle.causes)) if cycle else None),
        (_("The frame"), frame_said(experiment)),
        *(checked(experiment) if agenda_of(material.review.kind).decides else ()),
        (_("Decision"), _decision(experiment, material.review)),
        *learned(experiment),
    ]
    is_one = material.review.kind in {ReviewKind.SINGLE, ReviewKind.CHECK_IN}
    return card(
        experiment, material, pairs, drawing=run_chart(experiment, material) if is_one else ""
    )


def _decision(experiment: Experiment, review: Review) -> str:
    """What was decided, when and why; that nothing was, where the meeting was held to do so."""
    decided = experiment.decided
    if decided is None or decided.decision is None or experiment.state is State.IN_REVIEW:
        is_over = review.status is ReviewStatus.HELD and agenda_of(review.kind).decides
        return _("no decision was made") if is_over else ""
    told = f"{label(decided.decision)} · {shown_day(decided.on)}"
    return f"{told}: {decided.reason}" if decided.reason else told


def _surprises(material: Material) -> Iterator[Block]:
    """Each guess with its result, the most surprising first."""
    told = []
    for experiment in material.experiments:
        guess = material.review.guess_of(experiment.id)
        if guess is None:
            continue
        plain = guess.model_dump(mode="json")
        result = result_guessed(plain, experiment.model_dump(mode="json"))
        surprise = score(plain, result) if result else -1
        told.append((-surprise, experiment.key, _said_guess(experiment, guess, result, surprise)))
    if told:
        yield Bullets(tuple(said for _surprise, _key, said in sorted(told)))
        yield Prose(_("Surprise: 0 is as guessed, 100 as far from it as can be."), is_quiet=True)


def _said_guess(experiment: Experiment, guess: Guess, result: str | None, surprise: int) -> str:
    """One line: what the room guessed and what came."""
    guessed = label(guess.room) if guess.room else _("the room was split")
    if guess.n is not None:
        hands = [
            f"{label(Result(name))} {getattr(guess, name)}"
            for name in RESULTS
            if getattr(guess, name)
        ]
        counted = ngettext("{n} hand", "{n} hands", guess.n).format(n=guess.n)
        guessed = f"{guessed} ({counted}: {', '.join(hands)})"
    if result is None:
        said = _("{key}: guessed {guess}; the result is not known yet.")
        return said.format(key=experiment.key, guess=guessed)
    said = _("{key}: guessed {guess}; it came out {result}. Surprise {n} of 100.")
    return said.format(key=experiment.key, guess=guessed, result=label(Result(result)), n=surprise)


def _wall(review: Review) -> Block | None:
    """The gathered notes, column by column, those with most dots first.

    Columns of another way of gathering come last: the way was changed, the notes were not.
    """
    first = COLUMNS[review.gathering] if review.gathering else ()
    pairs = []
    for column in dict.fromkeys((*first, *Column)):
        notes = [one for one in review.gathered if one.column is column]
        notes.sort(key=lambda one: -_dots(review, one)[0])
        if notes:
            pairs.append((label(column), "\n".join(_said_note(review, one) for one in notes)))
    return Facts(tuple(pairs)) if pairs else None


def _said_note(review: Review, note: Gathered) -> str:
    """One note with its theme and its dots."""
    dots = _dots(review, note)[1]
    about = [label(note.theme)] if note.theme else []
    if dots:
        about.append(_("dots: {n}").format(n=dots))
    return f"{note.text} ({', '.join(about)})" if about else note.text


def _dots(review: Review, note: Gathered) -> tuple[int, int | str]:
    """How many dots *note* has, to sort by and to show."""
    band = review.votes_of(note.id)
    return (band if isinstance(band, int) else LEAST[band]), band


def _chosen(material: Material) -> Block | None:
    """The things to spread, to try and to stop."""
    review = material.review
    pairs = []
    for what in Choice:
        found = review.choice(what)
        if found is not None:
            about = material.experiment(found.experiment) if found.experiment else None
            text = f"{found.text} ({about.key})" if about else found.text
            pairs.append((label(what).capitalize(), text))
    return Facts(tuple(pairs)) if pairs else None


def _notes(material: Material) -> Iterator[Block]:
    """What was noted in each step, in the agenda's order; then the five questions."""
    review = material.review
    order = [(step.code, step.title) for step in agenda_of(review.kind).steps]
    order += [(f"hallmark_{number}", _(text)) for number, text in enumerate(HALLMARKS, 1)]
    pairs = []
    for code, title in order:
        for step in review.steps:
            if step.step == code and step.note:
                about = material.experiment(step.experiment) if step.experiment else None
                pairs.append((f"{title} ({about.key})" if about else title, step.note))
    if pairs:
        yield Facts(tuple(pairs))


def _well_spent(review: Review) -> Block | None:
    """The hands for each mark."""
    spent = review.well_spent
    if spent.n is None:
        return None
    marks = [(mark, getattr(spent, f"mark_{mark}")) for mark in (5, 4, 3, 2, 1)]
    told = " · ".join(
        _("mark {mark}: {n}").format(mark=mark, n=band) for mark, band in marks if band
    )
    said = ngettext("{n} hand", "{n} hands", spent.n).format(n=spent.n)
    return Prose(_("{marks} ({hands}; 5 is best)").format(marks=told, hands=said))
