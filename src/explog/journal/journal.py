"""The journal: what a person can do with a log. One act, one event, one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explog.domain.acts.catalogue import BY_NAME, acts_in
from explog.domain.acts.guards import missing, needed
from explog.domain.acts.missing import Missing, MissingError, NotNowError
from explog.domain.acts.proposal import Proposal
from explog.domain.acts.questions_plan import IDEA, MORE
from explog.domain.events import sealed
from explog.domain.judging.contradictions import contradictions
from explog.domain.naming.labels import label
from explog.domain.naming.vocabulary import Kind, State
from explog.domain.problems import problems_of
from explog.domain.record.experiment import Experiment
from explog.domain.record.fold import Folded, fold
from explog.domain.thresholds import SUBJECT, Thresholds
from explog.errors import ConflictError, InvalidError, UnchangedError
from explog.journal.asking import label_of
from explog.journal.composers import compose, stale_reason
from explog.journal.composing import Draft
from explog.journal.locking import refuse_decided
from explog.journal.references import Reader, checked_role, chosen_workplace
from explog.journal.stored import stored
from explog.journal.written import to_write
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from explog.domain.acts.catalogue import Act
    from explog.domain.events import Event
    from explog.domain.record.fold import Document
    from explog.journal.ports import Clock, Ids, Store


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did."""

    subject: str
    key: str
    """The subject's key, to say aloud; empty where the subject has none."""
    event: Event
    act: str


class Journal:
    """Every act of a person on one log."""

    def __init__(self, store: Store, clock: Clock, ids: Ids, role: str | None = None) -> None:
        """Write to *store* by *clock*.

        *role* is the function that acts when nobody says otherwise.
        """
        self.store = store
        self.clock = clock
        self.ids = ids
        self.role = checked_role(role) if role else None

    def experiment(self, ref: str) -> Experiment:
        """The experiment that answers to *ref*.

        Raises:
            NotFoundError: When there is none.
            InvalidError: When what is stored is no experiment.
        """
        return stored(Experiment, self.store.document(self.store.find(ref, Kind.EXPERIMENT)))

    def thresholds(self) -> Thresholds:
        """The house numbers in force."""
        document = self.store.document(SUBJECT) or {}
        return Thresholds.model_validate(
            {name: value for name, value in document.items() if name != "id"}
        )

    def jot(self, title: str, workplace: str | None = None, **answers: Any) -> Done:  # noqa: ANN401 - raw answers
        """T1: catch an idea; its key is given. The workplace defaults to the log's only one.

        Raises:
            Refused: When the log has no workplace yet, or several and none is named.
            InvalidError: When an answer cannot be understood.
        """
        with self.store.writing():
            place = chosen_workplace(self.store, workplace)
            ident = self.ids()
            blank = Experiment(id=ident, key="–", title="–", workplace=str(place["id"]))
            reader = Reader(self.store, blank, self.clock.today())
            cycle = self.ids()
            values = {"title": reader.value(BY_JOT["title"], title)}
            for name, raw in answers.items():
                value = reader.value(BY_JOT[name], raw)
                values[BY_JOT[name].path.format(cycle=cycle)] = value
            reader.complain()
            if not values["title"]:
                raise MissingError("jot", [Missing("title", "title", "")], [BY_JOT["title"].asked])
            key = self.store.next_key(f"{place.get('key') or place['code']}-")
            changes = {**values, "key": key, "workplace": place["id"], f"cycles/{cycle}/no": 1}
            subject = f"{Kind.EXPERIMENT}/{ident}"
            self._refuse_contradictions(None, self._after(subject, Folded(), changes))
            return self._write(subject, "jot", changes)

    def act(
        self,
        name: str,
        ref: str,
        /,
        *,
        element: str | None = None,
        seen: str | None = None,
        **answers: Any,  # noqa: ANN401
    ) -> Done:
        """Do the act called *name* to the experiment *ref*.

        Args:
            name: One of ``explog.domain.acts.catalogue.ACTS``.
            ref: A key, an alias or an id.
            element: The element to change instead of adding one (a lesson's id, an observation's
                id).
            seen: The newest event of the experiment that the person had seen; a newer change of the
                same field is a conflict. None means: whatever is there now.
            **answers: Raw answers by the names of the act's questions.

        Raises:
            NotFoundError: No such experiment.
            NotNowError: The act cannot happen in this state.
            MissingError: With everything that is missing.
            InvalidError: With every answer that cannot be understood.
            ConflictError: Somebody else changed the same field meanwhile.
            Refused: A rule says no, with what to do instead.
        """
        with self.store.writing():
            subject = self.store.find(ref, Kind.EXPERIMENT)
            folded, changes, found = self._proposed(BY_NAME[name], subject, answers, element)
            if found:
                labels = [label_of(BY_NAME[name], item, self.experiment(ref)) for item in found]
                raise MissingError(name, found, labels)
            return self._write(subject, name, changes, folded=folded, seen=seen)

    def missing(self, name: str, ref: str, **answers: Any) -> list[Missing]:  # noqa: ANN401 - raw answers
        """What would still be missing for the act called *name*; empty when it may happen.

        Writes nothing.
        """
        subject = self.store.find(ref, Kind.EXPERIMENT)
        return self._proposed(BY_NAME[name], subject, answers, None)[2]

    def write(
        self, subject: str, act: str, changes: Mapping[str, Any], *, seen: str | None = None
    ) -> Done:
        """Write one event with plain *changes*: single fields, and acts on other subjects."""
        with self.store.writing():
            return self._write(subject, act, changes, seen=seen)

    def take_back(self, event: Event, before: Mapping[str, Any], act: str = "undo") -> Done:
        """Write the event that restores the values *before* *event*; only inside ``writing``."""
        return self._write(event.subject, act, before, undoes=event.id)

    def archive(self, ref: str, *, back: bool = False) -> Done:
        """Take a subject out of sight, or *back*; nothing is deleted."""
        subject = self.store.find(ref)
        return self.write(
            subject, "unarchive" if back else "archive", {"archived": None if back else True}
        )

    def _proposed(
        self, act: Act, subject: str, answers: Mapping[str, Any], element: str | None
    ) -> tuple[Folded, dict[str, Any], list[Missing]]:
        """The state before, the changes of the act, and what is missing for it."""
        folded = fold(self.store.events(subject))
        before = Experiment.model_validate(self._document(subject, folded))
        if before.state not in act.sources:
            self._refuse_state(act, before)
        today = self.clock.today()
        read = Reader(self.store, before, today).read(act, answers)
        draft = Draft(before, act, read, today, self.clock.as_of(), self.ids, self.role, element)
        given = self._given(draft, folded)
        lacking = needed(act.name, given)
        if lacking and not act.is_transition:
            return folded, {}, lacking  # there is nothing to compose an element from
        compose(draft)
        if element is not None:
            for path in draft.changes:
                refuse_decided(before, path)
        after = self._after(subject, folded, draft.changes)
        if stale := stale_reason(draft, after, self.thresholds()):
            draft.changes |= stale
            after = self._after(subject, folded, draft.changes)
        proposal = Proposal(act.name, before, after, today, self.thresholds(), given)
        self._refuse_contradictions(before, after)
        return folded, draft.changes, missing(proposal)

    def _given(self, draft: Draft, folded: Folded) -> frozenset[str]:
        """The names of the answers given now, or kept already where the act changes an element."""
        kept = {
            question.name
            for question in draft.act.questions
            if draft.element and question.path and folded.value(draft.path(question)) is not None
        }
        return frozenset({*draft.answers, *kept, *({"by_role"} if self.role else ())})

    def _refuse_contradictions(self, before: Experiment | None, after: Experiment) -> None:
        """Refuse what cannot be true and was not there *before*."""
        found = contradictions(before, after, self.clock.today())
        if found:
            raise InvalidError(found)

    def _refuse_state(self, act: Act, before: Experiment) -> None:
        """Refuse *act* in this state; where another act comes first, name all that both ask for."""
        first = FIRST.get((act.name, before.state))
        if first is None:
            possible = [other.spoken for other in acts_in(before.state) if other.is_transition]
            raise NotNowError(before.key, act.spoken, label(before.state), possible)
        found = [Missing(first, first, _("comes first"))]
        for name in (first, act.name):
            proposal = Proposal(name, before, before, self.clock.today(), self.thresholds())
            found.extend(missing(proposal))
        labels = [BY_NAME[first].spoken]
        labels += [label_of(act, item, before, BY_NAME[first]) for item in found[1:]]
        raise MissingError(act.name, found, labels)

    def _after(self, subject: str, folded: Folded, changes: Mapping[str, Any]) -> Experiment:
        """The experiment as it would be with *changes*."""
        proposed = Folded({path: dict(versions) for path, versions in folded.heads.items()})
        for path, value in changes.items():
            proposed.heads[path] = {"": value}
        try:
            return Experiment.model_validate(self._document(subject, proposed))
        except ValidationError as error:
            raise InvalidError(problems_of(error)) from error

    def _document(self, subject: str, folded: Folded) -> Document:
        """The document of *folded*, with the subject's id and the key that merging gave it."""
        document = {"id": subject.partition("/")[2], **folded.document()}
        stored = self.store.document(subject)
        if stored is not None and "key" in stored:
            document["key"] = stored["key"]
        return document

    def _write(
        self,
        subject: str,
        act: str,
        changes: Mapping[str, Any],
        *,
        folded: Folded | None = None,
        seen: str | None = None,
        undoes: str | None = None,
    ) -> Done:
        """Write one event: only what really changes, each value over the ones it replaces."""
        folded = folded if folded is not None else fold(self.store.events(subject))
        real = to_write(folded, changes) if undoes is None else dict(changes)
        if not real:
            raise UnchangedError(_("Nothing changed: everything was already so."))
        if seen is not None:
            self._refuse_conflict(folded, real, seen)
        event = sealed(
            id=self.ids(),
            subject=subject,
            act=act,
            changes={
                path: {"value": value, "over": folded.over(path)} for path, value in real.items()
            },
            at=self.clock.at(),
            as_of=self.clock.as_of(),
            device=self.store.device(),
            by_role=self.role,
            undoes=undoes,
        )
        self.store.append(event)
        document = self.store.document(subject) or {}
        return Done(subject, str(document.get("key") or ""), event, act)

    def _refuse_conflict(self, folded: Folded, changes: Mapping[str, Any], seen: str) -> None:
        """Refuse to replace a value that somebody wrote after *seen*."""
        for path, value in changes.items():
            heads = folded.heads.get(path, {})
            if heads and max(heads) > seen:
                raise ConflictError(path, folded.value(path), value)


def newest(events: Iterable[Event]) -> str | None:
    """The id of the newest of *events*; what a person has seen who has read them."""
    return max((event.id for event in events), default=None)


FIRST = {("start", State.IDEA): "plan"}
"""The act that comes first where a person asks for one that is two steps away."""

BY_JOT = {
    question.name: question for question in (*IDEA, *MORE) if "{measure}" not in question.path
}
"""The questions an idea may answer at once; a measure is made when it is planned."""
