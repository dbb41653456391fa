"""The models of ``explog insights --json``: what its schema is made from. Nothing is read in."""

from __future__ import annotations

from explog.domain.texts import Count, Day, Number, Part


class Counted(Part):
    """One number."""

    count: Count
    """How many experiments were counted."""
    query: str | None
    """The query that lists exactly these; empty for all, null where there is no list."""


class Shared(Part):
    """A part of a whole."""

    count: Count
    """The part."""
    of: Count
    """The whole."""
    percent: int | None
    """Whole percent; null where the whole is below ten."""
    experiments: Counted
    """The experiments behind the part."""


class Flow(Part):
    """What happened in one quarter."""

    quarter: str
    """The quarter, as in 2026-Q3."""
    noted: Counted
    """Known of for the first time."""
    started: Counted
    """Started for the first time."""
    decided: Counted
    """Adopted or abandoned."""
    adopted: Counted
    """Adopted."""
    scaled: Counted
    """Marked as scaled."""
    failed_safely: Counted
    """Decided, and failed safely."""


class Verdicts(Part):
    """How those ended that worked, or that failed, by what became of the frame."""

    safe: Counted
    """Inside the frame."""
    no_net: Counted
    """Without a safety net."""
    unsafe: Counted
    """Outside the frame."""
    pending: Counted
    """Not assessed yet."""


class BoardOf(Part):
    """The verdict board."""

    worked: Verdicts
    """Adopted, scaled, retired, or worked and not adopted."""
    failed: Verdicts
    """Failed, safely or not."""


class Funnel(Part):
    """How far ideas came, each step with those that came further."""

    initiator: str
    """Who took the initiative; all for everybody, unknown where nobody is named."""
    idea: Counted
    """Noted."""
    planned: Counted
    """Planned."""
    started: Counted
    """Started."""
    decided: Counted
    """Adopted or abandoned."""
    adopted: Counted
    """Adopted."""
    scaled: Counted
    """Marked as scaled."""


class Ends(Part):
    """How experiments ended."""

    worked: Counted
    """Adopted, scaled, retired, or worked and not adopted."""
    failed_safely: Counted
    """Failed safely."""
    failed_otherwise: Counted
    """Failed without a net, outside the frame, or not assessed yet."""
    inconclusive: Counted
    """Decided without an answer."""
    ongoing: Counted
    """Running, paused or in review."""
    waiting: Counted
    """Not started, or shelved."""


class TaskEnds(Ends):
    """How experiments on one core task ended."""

    workplace: str | None
    """The code of the workplace whose task it is."""
    core_task: str | None
    """Its text; null for experiments on none."""


class HallmarkEnds(Ends):
    """How experiments ended that have a lesson about one hallmark."""

    hallmark: str
    """Its number, 1 to 5."""


class CoverageOf(Part):
    """Places in operation of those where it is relevant."""

    places: Count
    """Places in operation, where it is known how many are relevant."""
    of: Count
    """Places it is relevant for."""
    percent: int | None
    """Whole percent; null below ten places."""


class PlacesIn(Part):
    """Places at the end of one quarter."""

    quarter: str
    """The quarter, as in 2026-Q3."""
    places: Count
    """Places in operation at its end, the origins included."""


class LadderOf(Part):
    """How far what was adopted has come."""

    adopted: Counted
    """In operation at home."""
    spreading: Counted
    """On trial or in operation elsewhere too."""
    scaled: Counted
    """Scaled, as the facts carry today."""
    unconfirmed: Counted
    """In operation and not confirmed lately."""
    faded: Counted
    """Marked as scaled though the facts do not carry it today."""
    places: Count
    """Places in operation, the origins included."""
    coverage: CoverageOf
    """Of how many possible ones."""
    quarters: list[PlacesIn]
    """Places over time, the oldest quarter first."""


class Asked(Part):
    """One question of the mirror."""

    code: str
    """Which: only_safe, not_ended, not_reused or untouched."""
    count: Count
    """The number it is asked about."""
    of: Count
    """Of how many."""
    query: str | None
    """The query that lists the experiments; null where there are none."""


class InsightsPage(Part):
    """What the log says as a whole, over one set of experiments."""

    as_of: Day
    """The day that levels and what is late are told as of."""
    query: str
    """The set, its period included; empty for all."""
    period: str | None
    """The period that was asked for; null for all time."""
    experiments: Counted
    """All of the set."""
    flow: list[Flow]
    """By quarter, the oldest first, without gaps."""
    board: BoardOf
    """How it ended."""
    decided: Counted
    """All that is decided."""
    inconclusive: Counted
    """Decided without an answer."""
    failed_safely: Shared
    """Of what failed, what failed safely."""
    funnel: list[Funnel]
    """By who took the initiative; everybody first."""
    tasks: list[TaskEnds]
    """Every core task, those never touched included."""
    hallmarks: list[HallmarkEnds]
    """All five."""
    learning_rate: Shared
    """Of what is decided, what has a complete lesson."""
    from_the_floor: Shared
    """Of what was started, what was the employees' initiative."""
    lessons_reused: Shared
    """Of complete lessons, those a later experiment names."""
    built_on: Shared
    """Of all, what builds on an earlier experiment."""
    intelligent: Shared
    """Of all, the intelligent failures."""
    days_to_decision: Shared
    """Of what is decided, what the median of days is made from."""
    median_days_to_decision: Number | None
    """Days from the first start to the decision; null while nothing is decided."""
    value: dict[str, Counted]
    """What was gained; any for at least one kind."""
    predictions: dict[str, dict[str, Counted]]
    """How often criterion, prediction and the room's guess were right."""
    ladder: LadderOf
    """Scale."""
    mirror: list[Asked]
    """Questions to the team; empty where none is raised or the mirror is off."""
