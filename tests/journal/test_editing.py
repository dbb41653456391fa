"""Single fields: plain ones by name, those of elements by ``collection/number/field``."""

from __future__ import annotations

from datetime import date

import pytest

from explog.domain.acts.catalogue import EDITABLE
from explog.domain.events import canonical
from explog.domain.judging.conditions import conditions
from explog.errors import ConflictError, InvalidError, Refused, UsageError
from explog.journal.editing import edit
from explog.journal.journal import newest
from tests.journal.living import ADOPTED, DECIDED, END, START, Living, met


def change(journal: Living, **fields: object) -> None:
    """Set plain fields."""
    edit(journal, "AMB-01", fields)


def put(journal: Living, path: str, raw: object) -> None:
    """Set one field of an element."""
    edit(journal, "AMB-01", {path: raw})


@pytest.mark.parametrize(
    ("name", "raw", "expected"),
    [
        ("title", "QR list", "QR list"),
        ("need", "Light", "Light"),
        ("novelty", "first", "first"),
        ("initiator", "employees, citizens", ("employees", "citizens")),
        ("tags", "QR, night", ("QR", "night")),
        ("participants_n", "12", 12),
        ("places_potential", "7", 7),
        ("med_status", "discussed", "discussed"),
    ],
)
def test_a_plain_field_is_set_by_its_name(
    journal: Living, name: str, raw: str, expected: object
) -> None:
    change(journal, **{name: raw})
    assert getattr(journal.one, name) == expected


def test_every_plain_field_can_be_set_before_the_start(journal: Living) -> None:
    journal.live("plan")
    examples = {
        "yes_no": "yes",
        "direction": "down",
        "target": "2",
        "number": "7",
        "count": "7",
        "day": "2026-09-01",
        "core_task": "2",
        "workplace": "AMB",
        "words": "a, b",
        "experiments": "AMB-02",
    }
    journal.jot("Second")
    for question in EDITABLE:
        raw = examples.get(question.name) or examples.get(question.kind, "x")
        if question.choices is not None:
            raw = next(word.value for word in question.choices if word.value != "up")
        try:
            change(journal, **{question.name: raw})
        except Refused as error:
            assert "Nothing changed" in str(error), question.name  # noqa: PT017
    assert journal.one.title == "x"


def test_the_criterion_is_set_and_cleared_as_a_whole(journal: Living) -> None:
    change(journal, criterion="at least 60")
    assert journal.one.cycle is not None
    assert (journal.one.cycle.comparator, journal.one.cycle.criterion) == (">=", 60)
    change(journal, criterion="")
    assert journal.one.cycle is not None
    assert journal.one.cycle.comparator is None


def test_several_fields_are_one_event_or_none(journal: Living) -> None:
    before = canonical(journal.store.document(f"experiment/{journal.one.id}"))
    with pytest.raises(InvalidError) as caught:
        change(journal, need="Light", novelty="very", participants_n="many")
    assert len(caught.value.problems) == 2
    assert canonical(journal.store.document(f"experiment/{journal.one.id}")) == before
    events = len(journal.store.events(f"experiment/{journal.one.id}"))
    change(journal, need="Light", novelty="first")
    assert len(journal.store.events(f"experiment/{journal.one.id}")) == events + 1


def test_an_empty_value_clears_the_field_but_a_title_stays(journal: Living) -> None:
    change(journal, need="Light", tags="a")
    change(journal, need="", tags="")
    assert journal.one.need is None
    assert journal.one.tags == ()
    with pytest.raises(InvalidError, match="title: is missing"):
        change(journal, title="")


def test_a_field_that_is_none_names_those_that_are(journal: Living) -> None:
    with pytest.raises(UsageError, match=r"Fields: .*title") as caught:
        change(journal, colour="red")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "path",
    [
        "lessons/1",
        "lessons/1/colour",
        "lessons/2/theme",
        "lessons/0/theme",
        "lessons/x/theme",
        "lessons/1/id",
        "colours/1/name",
        "title/1/x",
        "cycles/1/belief",
        "transitions/1/act",
        "tightenings/1/new",
        "extensions/1/old",
        "limits/1/cycle",
        "stances/1/frontrunner",
        "stances/1/n",
        "operation/1/since",
        "/",
        "//",
    ],
)
def test_what_is_no_path_is_refused(journal: Living, path: str) -> None:
    journal.live("plan", "start").do("lesson", we_learned="x")
    journal.do("stance", frontrunner="5", on_board="5", waiting="0", hesitant="0")
    with pytest.raises(UsageError):
        put(journal, path, "1")


def test_a_count_of_a_stance_cannot_be_typed_over(journal: Living) -> None:
    """Seen: ``set stances/1/hesitant=1`` stored the count that the bands hide."""
    journal.do("stance", frontrunner="3", on_board="4", waiting="3", hesitant="2")
    with pytest.raises(UsageError):
        put(journal, "stances/1/hesitant", "1")
    put(journal, "stances/1/for_hesitant", "Time beside a superuser")
    assert journal.one.stances[0].for_hesitant == "Time beside a superuser"
    put(journal, "stances/1/removed", "yes")
    assert journal.one.stances == ()


TYPED: dict[str, tuple[str, str, object]] = {
    "a theme": ("lessons/1/theme", "Data security", "data_security"),
    "a mark": ("lessons/1/evidence", "4", 4),
    "a status that no act asks for": ("lessons/1/status", "confirmed", "confirmed"),
    "a day": ("lessons/1/shared_on", "12/10-26", date(2026, 10, 12)),
    "groups": ("lessons/1/shared_with", "MED, team", ("MED", "team")),
    "a text": ("notes/1/text", "Light", "Light"),
    "a number with a comma": ("limits/1/actual", "0,5", 0.5),
    "yes or no": ("places/1/run_by_origin_team", "nej", False),
    "a choice": ("places/1/core_kept", "delvist", "partly"),
    "a moment": ("stop_criteria/1/met_on", "12/10 8.30", None),
    "a value": ("observations/1/value", "7,5", 7.5),
    "a measure": ("observations/1/measure", "missing", None),
    "a bound": ("measures/1/limit", "12", 12),
    "a person's word for the source": ("measures/1/source", "The log", "The log"),
}


@pytest.mark.parametrize(("path", "raw", "expected"), TYPED.values(), ids=TYPED)
def test_a_field_of_an_element_is_read_as_its_kind_asks(
    journal: Living, path: str, raw: str, expected: object
) -> None:
    """Seen: a day was kept as "12", which reads as a second after midnight in 1970."""
    journal.live("plan").do("observe", value="6")
    journal.live("start", "end", "adopt").do("place", place="North", status="trial")
    journal.live("reopen").do("note", text="x")
    if path == "observations/1/measure":
        with pytest.raises(Refused, match="Nothing changed"):
            put(journal, path, raw)
        return
    put(journal, path, raw)
    collection, _one, field = path.split("/")
    found = getattr(getattr(journal.one, collection)[0], field)
    if expected is not None:
        assert found == expected
    document = journal.store.document(f"experiment/{journal.one.id}")
    assert document is not None
    dumped = journal.one.model_dump(mode="json")[collection][0][field]
    assert canonical(document[collection][0][field]) == canonical(dumped)  # type: ignore[index,call-overload]


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("lessons/1/theme", "colour"),
        ("lessons/1/evidence", "6"),
        ("lessons/1/evidence", "many"),
        ("lessons/1/shared_on", "soon"),
        ("lessons/1/we_learned", ""),
        ("lessons/1/we_learned", "x" * 301),
        ("lessons/1/used_by", "AMB"),
        ("lessons/1/removed", "maybe"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(journal: Living, path: str, raw: str) -> None:
    journal.do("lesson", we_learned="x")
    before = journal.one
    with pytest.raises(InvalidError):
        put(journal, path, raw)
    assert journal.one == before


def test_an_element_is_found_by_its_place_and_by_its_id(journal: Living) -> None:
    for text in ("a", "b"):
        journal.do("note", text=text)
    second = journal.one.notes[1]
    put(journal, "notes/2/text", "c")
    put(journal, f"notes/{second.id}/date", "2026-09-01")
    assert (journal.one.notes[1].text, journal.one.notes[1].date) == ("c", date(2026, 9, 1))


def test_elements_can_be_taken_away(journal: Living) -> None:
    journal.live("plan").do("observe", value="6")
    journal.do("frame", limits="1 crew\n8 children", stop_criteria="An error")
    journal.do("note", text="x")
    for path in ("observations/1", "limits/2", "stop_criteria/1", "notes/1"):
        put(journal, f"{path}/removed", "yes")
    one = journal.one
    assert (len(one.observations), len(one.limits), len(one.stop_criteria)) == (0, 1, 0)
    assert one.notes == ()


def test_without_a_measure_there_is_nothing_to_name(journal: Living) -> None:
    with pytest.raises(Refused, match="no measure yet"):
        change(journal, unit="minutes")


LOCKED = {
    "belief": "Other",
    "because": "Other",
    "test": "Other",
    "criterion": "at most 9",
    "prediction": "Other",
    "prediction_number": "9",
    "override_reason": "Other",
}


@pytest.mark.parametrize(("name", "raw"), LOCKED.items(), ids=LOCKED)
@pytest.mark.parametrize("life", [("plan", "start"), ("plan", "start", "end"), ADOPTED])
def test_what_was_locked_at_the_start_stays_locked(
    journal: Living, life: tuple[str, ...], name: str, raw: str
) -> None:
    change(journal.live("plan"), because="Because", prediction="Half", prediction_number="2")
    journal.live(*life[1:])
    with pytest.raises(Refused, match="adapt"):
        change(journal, **{name: raw})


@pytest.mark.parametrize(
    ("path", "raw", "said"),
    [
        ("limits/1/max", "9", "adapt"),
        ("limits/1/max", "0", "tighten"),
        ("limits/1/kind", "hours", "adapt"),
        ("limits/1/unit", "staff", "adapt"),
        ("limits/1/removed", "yes", "adapt"),
        ("stop_criteria/1/text", "Other", "adapt"),
        ("stop_criteria/1/reaction_time", "9", "adapt"),
        ("stop_criteria/1/unit", "hours", "adapt"),
        ("stop_criteria/1/number", "9", "adapt"),
        ("stop_criteria/1/removed", "yes", "adapt"),
        ("measures/1/removed", "yes", "locked"),
    ],
)
def test_the_frame_cannot_be_changed_by_the_back_door(
    journal: Living, path: str, raw: str, said: str
) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused, match=said):
        put(journal, path, raw)


def test_before_the_start_the_frame_is_free(journal: Living) -> None:
    journal.live("plan").do("frame", limits="1 crew", stop_criteria="An error")
    put(journal, "limits/1/max", "9")
    put(journal, "stop_criteria/1/text", "Two errors")
    assert journal.one.limits[0].max == 9


def test_a_new_cycle_locks_the_earlier_one_too(journal: Living) -> None:
    journal.live("plan", "start", "end", "adapt")
    first = journal.one.rounds[0]
    limit = journal.one.limits_of(first)[0]
    with pytest.raises(Refused, match="locked"):
        put(journal, f"limits/{limit.id}/max", "9")


def test_what_came_out_can_be_corrected_and_the_verdict_follows(journal: Living) -> None:
    """Acceptance check 4: a late reaction, a near miss, a mild incident; while it is reviewed."""
    journal.live("plan", "start").on(END).do(
        "end", end_reason="stop_criterion", reactions="1: 2026-10-29, 2026-10-30"
    )
    journal.do("abandon", result="not_supported")
    journal.do("reopen")
    put(journal, "stop_criteria/1/met_on", "2026-10-20")
    assert met(journal)["S3"] == "not_met"
    put(journal, "stop_criteria/1/met_on", "2026-10-29")
    put(journal, "limits/1/actual", "2")
    assert met(journal)["S2"] == "not_met"
    put(journal, "limits/1/actual", "1")
    journal.do("incident", text="x", incident_kind="citizen", level="near_miss")
    assert {item.met.value for item in conditions(journal.one)} == {"met", "unknown"}
    put(journal, "incidents/1/level", "mild")
    assert met(journal)["S5"] == "not_met"


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("observations/1/value", "101"),
        ("observations/1/date", "2027-01-01"),
        ("incidents/1/level", "near_miss"),
        ("stop_criteria/1/reacted_on", "2026-09-01"),
        ("operation_since", "9999-12-31"),
        ("initiator", "employees, management, citizens, supplier"),
        ("confirmed_on", "2027-01-01"),
        ("target", "50"),
    ],
)
def test_what_cannot_be_true_is_refused_here_too(journal: Living, path: str, raw: str) -> None:
    journal.do("plan", measure_kind="percent", criterion="at least 70", baseline_stated="60")
    journal.do("observe", value="60")
    journal.live("start").do("incident", text="x", incident_kind="data", level="mild")
    put(journal, "stop_criteria/1/met_on", START.isoformat())
    with pytest.raises(InvalidError):
        put(journal, path, raw)


def test_a_status_set_by_hand_counts_from_that_day(journal: Living) -> None:
    journal.live(*ADOPTED).do("place", place="North", status="trial")
    journal.on(date(2027, 1, 9))
    put(journal, "places/1/status", "in_operation")
    assert journal.one.places[0].since == date(2027, 1, 9)
    edit(journal, "AMB-01", {"places/1/status": "trial", "places/1/since": "2026-12-24"})
    assert journal.one.places[0].since == date(2026, 12, 24)


def test_a_change_over_somebody_elses_is_a_conflict(journal: Living) -> None:
    seen = newest(journal.store.events(f"experiment/{journal.one.id}"))
    change(journal, need="Theirs")
    with pytest.raises(ConflictError):
        edit(journal, "AMB-01", {"need": "Mine"}, seen=seen)
    assert journal.on(DECIDED).one.need == "Theirs"


@pytest.mark.parametrize("field", [{"direction": "up"}, {"unit": "hundreds"}])
def test_the_criterion_cannot_be_turned_round_after_the_start(
    journal: Living, field: dict[str, str]
) -> None:
    journal.live("plan", "start")
    with pytest.raises(Refused):
        edit(journal, "AMB-01", field)
