"""The steps of a retrospective (DOMAIN.md 10.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import FrameVerdict
from explog.domain.naming.vocabulary_learning import Choice, Gathering, Theme
from explog.domain.record.people import SMALLEST_GROUP
from explog.domain.reviews.agenda import COLUMNS, VOTES_PER_PERSON
from explog.locale import _, ngettext
from explog.tui.steps.shared import agreements as agreed
from explog.tui.steps.shared import doing, head, lesson_line, name_of, notes, story, text, where
from explog.tui.widgets.doing import Doing
from explog.tui.widgets.hands import Hands
from explog.tui.widgets.note_field import NoteField
from explog.tui.widgets.picker import RoomPicker
from explog.tui.widgets.pieces import capital, run, said, word
from explog.tui.widgets.sections import told_places
from explog.tui.widgets.verdict import TONES
from explog.tui.widgets.wall import Wall, WallColumn, note_line

if TYPE_CHECKING:
    from textual.content import Content
    from textual.widget import Widget

    from explog.domain.record.review import Review
    from explog.tui.meeting import Meeting, Turn

GATHERING, VOTES, WELL_SPENT, CHOICE = "gathering", "votes", "well-spent", "choice"
"""The widgets the screen listens to."""


def gather(meeting: Meeting, turn: Turn) -> list[Widget]:
    """One minute's story for each experiment; then the columns."""
    review = meeting.review
    kind = review.gathering or Gathering.FOUR_L
    way = RoomPicker([(one.value, label(one)) for one in Gathering])
    way.id = GATHERING
    way.chosen = (kind.value,)
    columns = [
        WallColumn(column, [note for note in review.gathered if note.column is column])
        for column in COLUMNS[kind]
    ]
    return [
        *story(list(meeting.dossiers.values())),
        way,
        Wall(*columns),
        *_gathered_otherwise(review, kind),
        notes(meeting, turn),
    ]


def _gathered_otherwise(review: Review, kind: Gathering) -> list[Widget]:
    """The notes that hang in columns of another way than *kind*: they count as before."""
    others = [note for note in review.gathered if note.column not in COLUMNS[kind]]
    if not others:
        return []
    lines = [
        Doing(run(note_line(note), word(f"  {label(note.column)}", "$quiet")), "gathered", note.id)
        for note in others
    ]
    return [head(_("From another way of gathering")), *lines]


def patterns(meeting: Meeting, turn: Turn) -> list[Widget]:
    """Notes and lessons by theme, then how the experiments ended and how far they spread."""
    review = meeting.review
    found: list[Widget] = []
    loose = [note for note in review.gathered if note.theme is None]
    if loose:
        found.append(head(_("Without a theme: ⏎ gives one")))
        found += [Doing(note_line(note), "theme", note.id) for note in loose]
    for theme in Theme:
        gathered = [note for note in review.gathered if note.theme is theme]
        lessons = [
            (page, one)
            for page in meeting.dossiers.values()
            for one in page.experiment.lessons
            if one.theme is theme
        ]
        if gathered or lessons:
            found.append(head(f"{label(theme)} · {len(gathered) + len(lessons)}"))
            found += [Doing(note_line(note), "theme", note.id) for note in gathered]
            found += [lesson_line(one, page.experiment.id) for page, one in lessons]
    return [*found, head(_("How it ended")), text(*_board(meeting)), notes(meeting, turn)]


def _board(meeting: Meeting) -> list[Content]:
    """Each experiment with its outcome, its frame and its places."""
    lines = []
    for page in meeting.dossiers.values():
        verdict = page.derived["frame_verdict"]
        frame = word("")
        if verdict is not None:
            frame = word(f" · {label(FrameVerdict(verdict))}", TONES[FrameVerdict(verdict)])
        places = page.derived["fraction"]
        spread = word(" · " + told_places(places) if places else "")
        lines.append(run(name_of(page), "  ", where(page), frame, spread))
    return lines


def votes(meeting: Meeting, turn: Turn) -> list[Widget]:
    """Three dots for each person, as counts for each note and each lesson."""
    people, offered = meeting.review.participants_n, things(meeting)
    told = _("{n} dots for each person. Count the dots, not who set them.")
    found: list[Widget] = [text(word(told.format(n=VOTES_PER_PERSON))), _people(people)]
    if people is None:
        return [*found, notes(meeting, turn)]
    if people < SMALLEST_GROUP:
        few = _("Dots are counted from {min} people on; agree on one thing instead.")
        found.append(text(word(few.format(min=SMALLEST_GROUP), "$no-net")))
    elif offered:
        kept = {ident: meeting.review.votes_of(ident) for ident, _told in offered}
        hands = Hands(offered, kept, most=people * VOTES_PER_PERSON, are_dots=True)
        hands.id = VOTES
        found.insert(1, hands)
    else:
        found.append(text(word(_("There is nothing to vote on yet."), "$quiet")))
    return [*found, notes(meeting, turn)]


def _people(count: int | None) -> Doing:
    """How many are in the room, which says how many dots there are."""
    if count is None:
        return doing(_("How many are you?"), "people", _("then the dots can be counted"))
    told = ngettext("{n} person is here", "{n} people are here", count).format(n=count)
    return doing(told, "people", _("⏎ changes it"))


def things(meeting: Meeting) -> list[tuple[str, str]]:
    """What can be voted on: gathered notes, then lessons, by id."""
    found = [(note.id, note.text) for note in meeting.review.gathered]
    for page in meeting.dossiers.values():
        found += [
            (one.id, f"{page.experiment.key}: {one.we_learned}") for one in page.experiment.lessons
        ]
    return found


def _tally(meeting: Meeting) -> list[Content]:
    """What has most dots first."""
    return [
        run(word(f"{count:>4}  ", "bold"), said(told)) for told, count in ranked(meeting) if count
    ]


def ranked(meeting: Meeting) -> list[tuple[str, str]]:
    """What was voted on with its dots, most first; ``1-2`` stands for one or two."""
    found = [(told, str(meeting.review.votes_of(ident))) for ident, told in things(meeting)]
    kept = [(told, "" if count == "0" else count) for told, count in found]
    return sorted(kept, key=lambda pair: -_weight(pair[1]))


def _weight(band: str) -> int:
    """About how many dots a band stands for."""
    return int(band) if band.isdigit() else {"": 0, "1-2": 2}.get(band, 3)


def choose(meeting: Meeting, turn: Turn) -> list[Widget]:
    """One thing to spread, one to try, one to stop; what has most dots stands above."""
    found: list[Widget] = []
    tally = _tally(meeting)[:5]
    if tally:
        found += [head(_("Most dots")), text(*tally)]
    for choice in Choice:
        kept = meeting.review.choice(choice.value)
        found.append(
            NoteField(
                CHOICE,
                capital(label(choice)),
                kept.text if kept is not None else "",
                limit=300,
                is_line=True,
                about=choice.value,
            )
        )
    return [*found, notes(meeting, turn)]


def agreements(meeting: Meeting, turn: Turn) -> list[Widget]:
    """What was chosen, and a function and a date for each."""
    lines = [
        run(word(f"{capital(label(one.what))}  ", "$quiet"), said(one.text, "bold"))
        for one in meeting.review.chosen
        if one.text
    ]
    return [*([text(*lines)] if lines else []), *agreed(meeting), notes(meeting, turn)]


def close(meeting: Meeting, turn: Turn) -> list[Widget]:
    """One word each, and whether the time was well spent."""
    review = meeting.review
    hands = Hands(_marks(), least=SMALLEST_GROUP)
    hands.id = WELL_SPENT
    found: list[Widget] = [
        head(_("Was the time well spent? Show of fingers, one to five")),
        hands,
    ]
    told = _spent(review)
    if told:
        found.append(text(word(told, "$quiet")))
    return [*found, notes(meeting, turn, _("One word each"))]


def _marks() -> list[tuple[str, str]]:
    """The five marks."""
    names = {1: _("1 · not at all"), 5: _("5 · very well")}
    return [(str(mark), names.get(mark, str(mark))) for mark in range(5, 0, -1)]


def _spent(review: Review) -> str:
    """What is kept of it, in bands."""
    if review.well_spent.n is None:
        return ""
    told = [
        f"{mark}: {getattr(review.well_spent, f'mark_{mark}')}"
        for mark in range(5, 0, -1)
        if getattr(review.well_spent, f"mark_{mark}")
    ]
    return _("Kept: {told}").format(told=" · ".join(told))
