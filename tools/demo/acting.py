"""How each act of the story is done through the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from explog.journal import agreements, editing, lessons
from tools.demo.answering import frame, given, idea, registration
from tools.demo.meeting import closed, held

if TYPE_CHECKING:
    from explog.journal.journal import Journal

Story = dict[str, Any]


class Actor:
    """Does the acts of a story, told in one *language*, through *journal*."""

    def __init__(self, journal: Journal, language: str) -> None:
        self._journal = journal
        self._language = language

    def hold(self, meeting: Story) -> None:
        """Hold one meeting; its key is the story's."""
        key = held(self._journal, meeting, self._language)
        _agrees(key, meeting["key"])
        for agreed in meeting["agreements"]:
            agreements.agree(
                self._journal,
                agreed["what"],
                agreed["role"],
                agreed["due"],
                review=key,
                experiments=agreed["experiments"],
            )
        closed(self._journal, key, meeting)

    def jot(self, one: Story) -> None:
        """Catch the idea; its key is the story's. What stays an idea says all it knows at once."""
        title, workplace = one["title"], one["workplace"]
        if one["derived_from"]:
            done = lessons.borrow(
                self._journal, one["derived_from"], title, workplace, need=one["need"]
            )
        else:
            done = self._journal.jot(title, workplace, need=one["need"])
        _agrees(done.key, one["key"])
        if one["planned_on"] is None and not one["registered_afterwards"]:
            editing.edit(self._journal, done.key, idea(one))

    def act(self, name: str, one: Story, answers: Story) -> None:
        """An act on the experiment; answers that are empty are not given."""
        self._journal.act(name, one["key"], **given(answers))

    def register(self, one: Story) -> None:
        """Log a test that was already over, and then what its form does not ask."""
        asked, more = registration(one)
        self.act("register", one, asked)
        editing.edit(self._journal, one["key"], more)

    def measure(self, one: Story, measure: Story) -> None:
        """A measure beside the primary one."""
        names = ("role", "unit", "direction", "limit", "target", "frequency", "definition")
        answers = {name: measure[name] for name in names}
        self.act(
            "measure", one, {**answers, "measure": measure["name"], "measure_kind": measure["kind"]}
        )

    def observe(self, one: Story, measure: Story, seen: Story) -> None:
        """One value of one measure."""
        known = self._journal.experiment(one["key"]).measures
        ident = next(item.id for item in known if item.name == measure["name"])
        answers = {"value": seen["value"], "date": seen["date"], "of_measure": ident}
        self.act("observe", one, answers)

    def frame(self, one: Story, cycle: Story) -> None:
        """Part of a frame, set down before the start."""
        self.act("frame", one, frame(cycle))

    def pause(self, one: Story, cycle: Story, paused: Story) -> None:
        """A pause; one by a stop criterion says which, and when it was met."""
        answers: Story = {"reason": paused["reason"], "pause_reason": "other"}
        if paused["by_stop_criterion"]:
            met = [
                number for number, stop in enumerate(cycle["stop_criteria"], 1) if stop["met_on"]
            ]
            when = cycle["stop_criteria"][met[0] - 1]["met_on"]
            answers |= {"pause_reason": "stop_criterion", "stop_criterion": met[0], "met_on": when}
        self.act("pause", one, answers)

    def end(self, one: Story, cycle: Story) -> None:
        """The end of a test, with what each limit came to and the reactions."""
        known = self._journal.experiment(one["key"])
        current = known.rounds[-1]
        answers = {name: cycle[name] for name in ("ended_on", "end_reason", "as_planned")}
        for limit, ended in zip(known.limits_of(current), cycle["limits"], strict=True):
            answers[f"actual/{limit.id}"] = ended["actual"]
        for stop, ended in zip(
            known.stop_criteria_of(current), cycle["stop_criteria"], strict=True
        ):
            answers |= {
                f"met/{stop.id}": ended["met_on"],
                f"reacted/{stop.id}": ended["reacted_on"],
            }
        self.act("end", one, answers)

    def go_back(self, one: Story, cycle: Story) -> None:
        """The way back of a cycle that is followed by another: no act asks for it."""
        known = self._journal.experiment(one["key"])
        changes = {
            f"cycles/{known.rounds[-1].id}/way_back/{name}": value
            for name, value in given(
                {name: cycle["way_back"][name] for name in ("status", "done_on", "reason")}
            ).items()
        }
        self._journal.write(f"experiment/{known.id}", "set", changes)


def _agrees(key: str, expected: str) -> None:
    """The journal gives the keys; the story must have foreseen them."""
    if key != expected:
        raise ValueError(f"the story says {expected}, the journal gave {key}")  # noqa: TRY003
