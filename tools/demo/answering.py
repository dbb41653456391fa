"""From what a story says about an experiment to the answers that the acts ask for."""

from __future__ import annotations

from typing import Any

Story = dict[str, Any]

IDEA = (
    "beneficiary",
    "watch_out",
    "if_it_works",
    "prior_knowledge",
    "size_reason",
    "novelty",
    "closeness",
    "initiator",
    "innovation_types",
    "technology",
    "tags",
    "responsible_role",
    "participants_n",
    "med_status",
)
"""What a story says in the words of the questions, from the idea on."""

THOUGHT = ("belief", "because", "test")
"""What a cycle may say for itself; otherwise the experiment's holds."""

STUDIED = ("result", "result_reason", "prediction_matched", "causes", "failure_type")


def in_language(value: Any, language: str) -> Any:  # noqa: ANN401 - plain JSON values
    """*value* with the text of *language* for every ``{"da": …, "en": …}`` in it."""
    if isinstance(value, dict):
        if value.keys() == {"da", "en"}:
            return value[language]
        return {name: in_language(inner, language) for name, inner in value.items()}
    if isinstance(value, list):
        return [in_language(inner, language) for inner in value]
    return value


def given(answers: Story) -> Story:
    """*answers* without the empty ones."""
    return {name: value for name, value in answers.items() if value not in (None, [], "")}


def idea(one: Story) -> Story:
    """What is said of an idea that was never planned."""
    said = {name: one[name] for name in (*IDEA, *THOUGHT)}
    return given({**said, "core_task": str(one["core_task"] + 1)})


def plan(one: Story) -> Story:
    """The answers of *plan*."""
    cycle = one["cycles"][0]
    return {
        **idea(one),
        **thought(one, cycle),
        **measured(one, cycle),
        "prediction": cycle["prediction"],
        "prediction_number": cycle["prediction_number"],
        "derived_from": [one["derived_from"]] if one["derived_from"] else [],
    }


def thought(one: Story, cycle: Story) -> Story:
    """Belief, mechanism and test of *cycle*."""
    return {name: cycle[name] or one[name] for name in THOUGHT}


def measured(one: Story, cycle: Story) -> Story:
    """The primary measure, and the criterion of *cycle*."""
    measure = next(measure for measure in one["measures"] if measure["primary"])
    names = ("unit", "direction", "frequency", "target", "definition")
    return {
        "measure": measure["name"],
        "measure_kind": measure["kind"],
        **{name: measure[name] for name in names},
        "criterion": {"comparator": cycle["comparator"], "criterion": cycle["criterion"]},
    }


def frame(cycle: Story) -> Story:
    """The answers that set the frame of *cycle*."""
    back = cycle["way_back"]
    return {
        "limits": [
            {name: limit[name] for name in ("kind", "max", "unit")} for limit in cycle["limits"]
        ],
        "last_day": cycle["last_day"],
        "stop_criteria": [
            {
                "text": stop["text"],
                "reaction_time": stop["reaction_time"],
                "unit": stop["reaction_unit"],
            }
            for stop in cycle["stop_criteria"]
        ],
        "way_back": back["plan"],
        "way_back_max_time": back["max_time"],
        "way_back_unit": back["max_time_unit"],
        "way_back_tested_on": back["tested_on"],
        **{f"check_{name}": answer for name, answer in cycle["frame_check"].items()},
    }


def registration(one: Story) -> tuple[Story, Story]:
    """The answers of *register*, and the fields it does not ask for."""
    cycle = one["cycles"][0]
    said = {**idea(one), **thought(one, cycle), **measured(one, cycle)}
    said |= {name: cycle[name] for name in ("started_on", "ended_on", "end_reason", "as_planned")}
    asked = (
        "core_task",
        *THOUGHT,
        "measure",
        "unit",
        "criterion",
        "direction",
        "frequency",
        "novelty",
        "started_on",
        "ended_on",
        "end_reason",
        "as_planned",
    )
    return (
        {name: said[name] for name in asked},
        given({name: value for name, value in said.items() if name not in asked}),
    )


def decision(one: Story, cycle: Story) -> Story:
    """The answers of the act that closes *cycle*."""
    answers = {
        **{name: cycle[name] for name in STUDIED},
        "harm": cycle["harm"]["answer"],
        "harm_role": cycle["harm"]["by_role"],
        "reason": cycle["decision_reason"],
        **lesson(one, cycle),
    }
    match cycle["act"]:
        case "adopt":
            return {**answers, **operation(one)}
        case "abandon":
            back = cycle["way_back"]
            kept = {f"way_back_{name}": back[name] for name in ("status", "done_on", "reason")}
            return {**answers, **kept}
        case _:
            following = one["cycles"][cycle["no"]]
            return {
                **answers,
                "learning": cycle["learning"],
                "change": cycle["change"],
                "prediction": following["prediction"],
                "prediction_number": following["prediction_number"],
                "criterion": measured(one, following)["criterion"],
                **thought(one, following),
                **frame(following),
            }


def lesson(one: Story, cycle: Story) -> Story:
    """The lesson made on the day *cycle* was closed."""
    for learned in one["lessons"]:
        if learned["made_on"] == cycle["decided_on"]:
            names = (
                "we_believed",
                "we_observed",
                "we_learned",
                "therefore",
                "theme",
                "evidence",
                "hallmark",
            )
            return {**{name: learned[name] for name in names}, "lesson_kind": learned["kind"]}
    return {}


def operation(one: Story) -> Story:
    """Daily operation, as it is decided on adoption."""
    daily = one["operation"]
    return {
        "operation_since": daily["since"],
        "operation_owner": daily["owner_role"],
        "ordinary_budget": daily["ordinary_budget"],
        "core": daily["core"],
        "stopped_routine": daily["stopped_routine"],
        "places_potential": one["places_potential"],
        "value_achieved": one["value"],
    }
