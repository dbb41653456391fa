"""From a story to acts: what each experiment does on which day, and by which function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from explog.journal import agreements, workplaces
from tools.demo.acting import Actor
from tools.demo.answering import decision, frame, in_language, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from explog.journal.journal import Journal

Story = dict[str, Any]

SPREAD = ("status", "since", "run_by_origin_team", "core_kept", "adapted")
"""What a story says of a place in the words of the questions."""

RANKS = (
    "open",
    "jot",
    "plan",
    "measure",
    "stance",
    "frame",
    "start",
    "observe",
    "note",
    "annotate",
    "pause",
    "incident",
    "end",
    "back",
    "decide",
    "lesson",
    "place",
    "confirm",
    "scale",
    "review",
    "settle",
)
"""The order of what happens on one day."""


@dataclass(frozen=True, slots=True)
class Move:
    """One act of the story."""

    day: date
    rank: str
    role: str
    play: Callable[[], object]


class Player:
    """Plays one *story* in one *language* through *journal*."""

    def __init__(self, story: Story, language: str, journal: Journal) -> None:
        self._story = in_language(story, language)
        self._journal = journal
        self._actor = Actor(journal, language)

    def moves(self) -> list[Move]:
        """Every act, in the order it happens."""
        every = [*self._workplaces(), *self._reviews()]
        for experiment in self._story["experiments"]:
            every.extend(self._experiment(experiment))
        return sorted(every, key=lambda move: (move.day, RANKS.index(move.rank)))

    def _workplaces(self) -> Iterator[Move]:
        """The workplaces are opened before the first idea."""
        opened = self._story["opened"]
        for place in self._story["workplaces"]:
            add = workplaces.add
            yield self._move(
                opened["on"],
                "open",
                opened["by_role"],
                add,
                self._journal,
                place["code"],
                place["name"],
                place["core_tasks"],
            )

    def _reviews(self) -> Iterator[Move]:
        """The meetings and their agreements."""
        for number, meeting in enumerate(self._story["reviews"]):
            yield self._move(
                meeting["date"], "review", meeting["by_role"], self._actor.hold, meeting
            )
            before = sum(len(other["agreements"]) for other in self._story["reviews"][:number])
            for place, agreed in enumerate(meeting["agreements"], before + 1):
                if agreed["closed_on"]:
                    yield self._move(
                        agreed["closed_on"],
                        "settle",
                        agreed["role"],
                        agreements.settle,
                        self._journal,
                        f"A-{place:02d}",
                        agreed["status"],
                    )

    def _experiment(self, one: Story) -> Iterator[Move]:
        """One experiment from idea to where it stands."""
        leader = one["responsible_role"]
        yield self._move(one["created_on"], "jot", leader, self._actor.jot, one)
        if one["registered_afterwards"]:
            yield self._move(one["created_on"], "plan", leader, self._actor.register, one)
        elif one["planned_on"]:
            yield self._move(
                one["planned_on"], "plan", leader, self._actor.act, "plan", one, plan(one)
            )
        if one["shelved"]:
            shelved = one["shelved"]
            answers = {"reason": shelved["reason"]}
            yield self._move(
                shelved["on"], "decide", leader, self._actor.act, "shelve", one, answers
            )
        yield from self._evidence(one, leader)
        for cycle in one["cycles"]:
            yield from self._cycle(one, cycle, leader)
        yield from self._spread(one, leader)

    def _evidence(self, one: Story, leader: str) -> Iterator[Move]:
        """Measures, observations, notes, marks on the chart and stances."""
        since = one["planned_on"] or one["created_on"]
        for measure in one["measures"]:
            if not measure["primary"]:
                yield self._move(since, "measure", leader, self._actor.measure, one, measure)
            for seen in measure["observations"]:
                day = max(seen["date"], since)
                yield self._move(
                    day, "observe", self._recorder(one), self._actor.observe, one, measure, seen
                )
        for rank, noted in (("note", one["notes"]), ("annotate", one["annotations"])):
            for item in noted:
                answers = {"text": item["text"], "date": item["date"]}
                yield self._move(
                    item["date"], rank, self._recorder(one), self._actor.act, rank, one, answers
                )
        for item in one["stance"]:
            answers = {name: value for name, value in item.items() if name != "n"}
            yield self._move(
                item["date"], "stance", leader, self._actor.act, "stance", one, answers
            )

    def _cycle(self, one: Story, cycle: Story, leader: str) -> Iterator[Move]:
        """One cycle: its frame, its start, its end and what was decided."""
        if cycle["started_on"] is None:
            yield self._move(one["framed_on"], "frame", leader, self._actor.frame, one, cycle)
            return
        if cycle["no"] == 1 and not one["registered_afterwards"]:
            answers = frame(cycle)
            yield self._move(
                cycle["started_on"], "start", leader, self._actor.act, "start", one, answers
            )
        for paused in cycle["pauses"]:
            yield self._move(
                paused["on"], "pause", self._recorder(one), self._actor.pause, one, cycle, paused
            )
        if cycle["ended_on"] is None:
            return
        for incident in one["incidents"]:
            answers = {**incident, "incident_kind": incident["kind"]}
            del answers["kind"]
            day = cycle["ended_on"]
            yield self._move(day, "incident", leader, self._actor.act, "incident", one, answers)
        if not one["registered_afterwards"]:
            yield self._move(cycle["ended_on"], "end", leader, self._actor.end, one, cycle)
        if cycle["act"] == "adapt" and cycle["way_back"]["status"] == "done":
            yield self._move(cycle["ended_on"], "back", leader, self._actor.go_back, one, cycle)
        if cycle["act"]:
            yield self._move(
                cycle["decided_on"],
                "decide",
                cycle["decided_by_role"],
                self._actor.act,
                cycle["act"],
                one,
                decision(one, cycle),
            )

    def _spread(self, one: Story, leader: str) -> Iterator[Move]:
        """Other places, confirmations, and the day it was marked as scaled."""
        for place in one["places"]:
            answers = {
                "place": place["name"],
                "place_kind": place["kind"],
                "place_owner": place["owner_role"],
                **{name: place[name] for name in SPREAD},
            }
            yield self._move(
                place["since"], "place", leader, self._actor.act, "place", one, answers
            )
            if place["last_confirmed_on"]:
                asked = {"place": place["name"]}
                day, owner = place["last_confirmed_on"], place["owner_role"]
                yield self._move(day, "confirm", owner, self._actor.act, "confirm", one, asked)
        operation = one["operation"]
        if operation and operation["confirmed_on"]:
            day, owner = operation["confirmed_on"], operation["owner_role"]
            yield self._move(day, "confirm", owner, self._actor.act, "confirm", one, {})
        if one["scaled_on"]:
            yield self._move(one["scaled_on"], "scale", leader, self._actor.act, "scale", one, {})

    def _recorder(self, one: Story) -> str:
        """The function that writes down what is seen."""
        places = self._story["workplaces"]
        return str(next(p["recorder"] for p in places if p["code"] == one["workplace"]))

    def _move(
        self, day: str, rank: str, role: str, play: Callable[..., object], *answers: object
    ) -> Move:
        """One act on *day*."""
        return Move(date.fromisoformat(day), rank, role, lambda: play(*answers))
