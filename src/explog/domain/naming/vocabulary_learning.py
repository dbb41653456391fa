"""The closed lists of words for measures, incidents, lessons, places, reviews and agreements.

The companion of ``vocabulary``: that one holds the life and the frame, this one what
is learned.
"""

from enum import StrEnum


class MeasureRole(StrEnum):
    """What a measure is the voice of (DOMAIN.md 2.7)."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class MeasureKind(StrEnum):
    """What the numbers of a measure are."""

    NUMBER = "number"
    PERCENT = "percent"
    SCORE = "score"
    MINUTES = "minutes"
    MONEY = "money"
    DAYS_BETWEEN = "days_between"
    COUNT = "count"
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    WITHIN = "within"


class Comparator(StrEnum):
    """How a number is held against a criterion."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="

    def holds(self, value: float, bound: float) -> bool:
        """Whether *value* stands in this relation to *bound*; both in the measure's unit."""
        match self:
            case Comparator.AT_LEAST:
                return value >= bound
            case Comparator.MORE_THAN:
                return value > bound
            case Comparator.AT_MOST:
                return value <= bound
            case Comparator.LESS_THAN:
                return value < bound
            case Comparator.EQUAL:
                return value == bound


class Frequency(StrEnum):
    """How often a measure is taken."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    EVENT = "event"

    @property
    def days(self) -> int | None:
        """Days between two observations; None where nothing is due by the calendar."""
        return {"day": 1, "week": 7, "two_weeks": 14, "month": 31}.get(self.value)


class Phase(StrEnum):
    """When an observation was made, always derived (DOMAIN.md 8.1)."""

    BASELINE = "baseline"
    TEST = "test"
    BETWEEN = "between"
    AFTER = "after"


class RuleSet(StrEnum):
    """The run-chart rules; one at a time (DOMAIN.md 8.4)."""

    BASELINE_SHIFT = "baseline_shift"
    ANHOEJ = "anhoej"
    IHI = "ihi"


class Signal(StrEnum):
    """What a run chart says beside the result."""

    TOO_FEW = "too_few"
    NO_SHIFT = "no_shift"
    SHIFT = "shift"
    SHIFT_WORSE = "shift_worse"


class IncidentKind(StrEnum):
    """Whom or what an incident touched."""

    CITIZEN = "citizen"
    EMPLOYEE = "employee"
    DATA = "data"
    OPERATIONS = "operations"
    OTHER = "other"


class IncidentLevel(StrEnum):
    """How grave an incident was, mildest first. A breach of personal data is at least mild."""

    NEAR_MISS = "near_miss"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    FATAL = "fatal"


class Reported(StrEnum):
    """Whether an incident was reported where the law says; explog is no reporting system."""

    YES = "yes"
    NOT_REQUIRED = "not_required"
    PENDING = "pending"


class LessonKind(StrEnum):
    """What a lesson asks of the next team."""

    KEEP = "keep"
    CHANGE = "change"
    AVOID = "avoid"
    TRY = "try"


class Theme(StrEnum):
    """What a lesson is about."""

    TECHNOLOGY = "technology"
    WORKFLOW = "workflow"
    COMPETENCES = "competences"
    INVOLVEMENT = "involvement"
    DATA_SECURITY = "data_security"
    LEADERSHIP_FRAMES = "leadership_frames"
    ECONOMY_PURCHASE = "economy_purchase"
    TIMING = "timing"
    MEASUREMENT = "measurement"


class LessonStatus(StrEnum):
    """Whether a lesson still stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"


class Competence(StrEnum):
    """The four dimensions of the municipal competence wheel (DOMAIN.md 2.4)."""

    USE = "use"
    UNDERSTANDING = "understanding"
    DISSEMINATION = "dissemination"
    DEVELOPMENT = "development"


class PlaceStatus(StrEnum):
    """How far another place has come. Only *in_operation* counts as spread."""

    INTERESTED = "interested"
    DECIDED = "decided"
    TRIAL = "trial"
    IN_OPERATION = "in_operation"
    DISCONTINUED = "discontinued"
    DECLINED = "declined"


class ReviewKind(StrEnum):
    """Which meeting it is (DOMAIN.md 10.1)."""

    CHECK_IN = "check_in"
    SINGLE = "single"
    RETROSPECTIVE = "retrospective"
    LEADERSHIP = "leadership"


class ReviewStatus(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    GOING_ON = "going_on"
    HELD = "held"


class Gathering(StrEnum):
    """The way a retrospective gathers what people saw (DOMAIN.md 10.3)."""

    FOUR_L = "four_l"
    START_STOP_CONTINUE = "start_stop_continue"
    AAR = "aar"


class Column(StrEnum):
    """Where a gathered note hangs; which ones there are follows from the way of gathering."""

    LIKED = "liked"
    LEARNED = "learned"
    LACKED = "lacked"
    LONGED_FOR = "longed_for"
    START = "start"
    STOP = "stop"
    CONTINUE = "continue"
    EXPECTED = "expected"
    HAPPENED = "happened"
    DIFFERENCE = "difference"
    NEXT = "next"


class Choice(StrEnum):
    """What a retrospective chooses one thing for."""

    SPREAD = "spread"
    TRY = "try"
    STOP = "stop"


class PickReason(StrEnum):
    """Why an experiment is on a meeting's list (DOMAIN.md 10.7), most pressing first."""

    OUTSIDE_FRAME = "outside_frame"
    PAST_LAST_DAY = "past_last_day"
    ENDED_NOT_REVIEWED = "ended_not_reviewed"
    CLOSE_TO_LIMIT = "close_to_limit"
    SIGNAL = "signal"
    CONFIRMATION_MISSING = "confirmation_missing"
    LESSON_REUSED = "lesson_reused"
    SCALED = "scaled"
    FAILED_INSIDE = "failed_inside"
    FAILED_OUTSIDE = "failed_outside"
    DECIDED = "decided"
    PERIOD = "period"
    QUERY = "query"
    BY_HAND = "by_hand"


class AgreementStatus(StrEnum):
    """What became of an agreement."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class Source(StrEnum):
    """Where an experiment comes from."""

    OWN = "own"
    IMPORTED = "imported"
    BORROWED = "borrowed"


class Attention(StrEnum):
    """Why something asks for a person's eye today."""

    PAST_LAST_DAY = "past_last_day"
    CLOSE_TO_LAST_DAY = "close_to_last_day"
    ENDED_NOT_REVIEWED = "ended_not_reviewed"
    FRAME_NOT_SET = "frame_not_set"
    OUTSIDE_FRAME = "outside_frame"
    CLOSE_TO_LIMIT = "close_to_limit"
    REPORT_PENDING = "report_pending"
    MEASUREMENT_DUE = "measurement_due"
    NOTICE_OPEN = "notice_open"
    CONFIRMATION_MISSING = "confirmation_missing"
    NO_LONGER_SCALED = "no_longer_scaled"
    AGREEMENT_OVERDUE = "agreement_overdue"
    AGREEMENT_DUE = "agreement_due"
    TWO_VERSIONS = "two_versions"
