"""The closed lists of words an experiment is described with.

Every value is the stable name used in code, JSON and SQL (DESIGN.md 9). What a person reads stands
in
``explog.domain.naming.labels``. Standard library only, so that lists and the Overview start fast.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What a subject of the log is; the first half of every event's ``subject``."""

    WORKPLACE = "workplace"
    EXPERIMENT = "experiment"
    REVIEW = "review"
    AGREEMENT = "agreement"
    THRESHOLDS = "thresholds"
    VIEW = "view"


class State(StrEnum):
    """Where an experiment is (DOMAIN.md 6)."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    IN_REVIEW = "in_review"
    ADOPTED = "adopted"
    SCALED = "scaled"
    ABANDONED = "abandoned"
    SHELVED = "shelved"
    RETIRED = "retired"


class Outcome(StrEnum):
    """How it ended, always derived (DOMAIN.md 7.2)."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    SHELVED = "shelved"
    ADOPTED = "adopted"
    SCALED = "scaled"
    RETIRED = "retired"
    WORKED_NOT_ADOPTED = "worked_not_adopted"
    INCONCLUSIVE = "inconclusive"
    FAILED_SAFELY = "failed_safely"
    FAILED_NO_NET = "failed_no_net"
    FAILED_UNSAFELY = "failed_unsafely"
    FAILED_PENDING = "failed_pending"

    @property
    def is_failed(self) -> bool:
        """Whether the hypothesis failed, safely or not."""
        return self.value.startswith("failed_")


WORKED = frozenset({"adopted", "scaled", "retired", "worked_not_adopted"})
"""The outcomes that count as worked."""


class FrameVerdict(StrEnum):
    """Whether it stayed safe, always derived (DOMAIN.md 7.2)."""

    SAFE = "safe"
    NO_NET = "no_net"
    UNSAFE = "unsafe"
    PENDING = "pending"


class LiveFrame(StrEnum):
    """How a test that is going on stands to its limits today."""

    INSIDE = "inside"
    CLOSE = "close"
    NO_NET = "no_net"
    OUTSIDE = "outside"


class Level(StrEnum):
    """How far an adopted solution has come, always derived (DOMAIN.md 7.4)."""

    ADOPTED = "adopted"
    SPREADING = "spreading"
    SCALED = "scaled"


class Met(StrEnum):
    """The answer to one condition S1–S6 or C1–C5."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


class Result(StrEnum):
    """Whether the hypothesis held; a person decides."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    NOT_SUPPORTED = "not_supported"
    INCONCLUSIVE = "inconclusive"


class Decision(StrEnum):
    """What was decided at the end of a cycle."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class Initiator(StrEnum):
    """Who took the initiative; source: the Danish innovation barometer."""

    EMPLOYEES = "employees"
    MANAGEMENT = "management"
    CITIZENS = "citizens"
    RELATIVES = "relatives"
    OTHER_WORKPLACE = "other_workplace"
    SUPPLIER = "supplier"
    POLITICAL = "political"
    VOLUNTEERS = "volunteers"
    NEW_TECHNOLOGY = "new_technology"
    ECONOMY = "economy"


class InnovationType(StrEnum):
    """What is new; source: the Danish innovation barometer."""

    PRODUCT = "product"
    SERVICE = "service"
    PROCESS = "process"
    COMMUNICATION = "communication"


class Novelty(StrEnum):
    """How new it is; source: the Danish innovation barometer."""

    FIRST = "first"
    ADAPTED = "adapted"
    COPY = "copy"
    UNKNOWN = "unknown"


class Closeness(StrEnum):
    """How far it is from the former practice."""

    FURTHER_DEVELOPMENT = "further_development"
    NEW_APPROACH = "new_approach"
    UNKNOWN = "unknown"


class MedStatus(StrEnum):
    """Where the matter stands in the MED committee (DOMAIN.md 9.3)."""

    NOT_RELEVANT = "not_relevant"
    TO_BE_RAISED = "to_be_raised"
    INFORMED = "informed"
    DISCUSSED = "discussed"
    GUIDELINE_AGREED = "guideline_agreed"


class FrameQuestion(StrEnum):
    """The eight questions of the frame check, in the order they are asked (DOMAIN.md 5.4)."""

    OWN_DECISION = "own_decision"
    PERSONAL_DATA = "personal_data"
    EQUIPMENT = "equipment"
    AFFECTED_TOLD = "affected_told"
    MED = "med"
    SAFETY = "safety"
    AI = "ai"
    PURCHASE = "purchase"


class FrameAnswer(StrEnum):
    """The answer to one question of the frame check."""

    YES = "yes"
    NO = "no"
    NOT_RELEVANT = "not_relevant"


class LimitKind(StrEnum):
    """What a limit bounds. The last day is the duration limit and has a field of its own."""

    PLACES = "places"
    PARTICIPANTS = "participants"
    DEVICES = "devices"
    ANSWERS = "answers"
    OUTAGE = "outage"
    HOURS = "hours"
    MONEY = "money"
    DATA = "data"

    @property
    def is_extent(self) -> bool:
        """Whether it says who and how many are touched; a start needs one such limit."""
        return self not in {LimitKind.HOURS, LimitKind.MONEY, LimitKind.DATA}

    @property
    def is_used_up(self) -> bool:
        """Whether it is used up little by little, so that 80 % of it is *close*."""
        return self in {LimitKind.HOURS, LimitKind.MONEY, LimitKind.OUTAGE}


class TimeUnit(StrEnum):
    """The unit of a reaction time. Days are working days (Monday to Friday)."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


class WayBackStatus(StrEnum):
    """Whether the former way of working has been restored."""

    NOT_STARTED = "not_started"
    DONE = "done"
    NOT_NEEDED = "not_needed"
    FAILED = "failed"


class EndReason(StrEnum):
    """Why a test ended."""

    PLANNED_END = "planned_end"
    STOP_CRITERION = "stop_criterion"
    DECIDED_EARLY = "decided_early"
    EXTERNAL = "external"


class PauseReason(StrEnum):
    """Why a test was paused."""

    STOP_CRITERION = "stop_criterion"
    OTHER = "other"


class Degree(StrEnum):
    """Yes, partly or no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CoreKept(StrEnum):
    """Whether a place kept the core of the solution."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Harm(StrEnum):
    """The answer to "Was anyone or anything harmed?"."""

    NO = "no"
    NEAR_MISS = "near_miss"
    YES = "yes"


class Cause(StrEnum):
    """Why it went so, on the side of the system only (DOMAIN.md 5.6)."""

    KNOWN_ANSWER = "known_answer"
    NO_PROCEDURE = "no_procedure"
    MANY_THINGS = "many_things"
    TECHNOLOGY = "technology"
    SURROUNDINGS = "surroundings"
    TIMING = "timing"
    COULD_NOT_KNOW = "could_not_know"
    FRAME_TOO_WIDE = "frame_too_wide"
    WRONG_MEASURE = "wrong_measure"


class FailureType(StrEnum):
    """Which sort of failure it was; source: Edmondson."""

    BASIC = "basic"
    COMPLEX = "complex"
    INTELLIGENT = "intelligent"


class Value(StrEnum):
    """What was gained; source: the Danish innovation barometer."""

    QUALITY = "quality"
    EFFICIENCY = "efficiency"
    EMPLOYEE_SATISFACTION = "employee_satisfaction"
    CITIZEN_INVOLVEMENT = "citizen_involvement"
    POLITICAL_GOALS = "political_goals"
