"""The questions behind the doors of the Overview and behind the filter key, as queries.

Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass

from explog.locale import N_, _


@dataclass(frozen=True, slots=True)
class Filter:
    """A query with a name; the list shows it as any other, in the field and as chips."""

    title: str
    """English; shown translated."""
    query: str
    """In the language of ``explog.domain.query.query``, in English words."""

    @property
    def spoken(self) -> str:
        """The title in the language in force."""
        return _(self.title)


ATTENTION = Filter(N_("needs attention"), query="is:attention")
TO_COME = Filter(N_("ideas and plans"), query="state:idea,planned")
GOING_ON = Filter(N_("running or paused"), query="state:running,paused")
IN_OPERATION = Filter(N_("adopted or scaled"), query="outcome:adopted,scaled")
INCONCLUSIVE = Filter(N_("inconclusive"), query="outcome:inconclusive")
SAFELY = Filter(N_("failed safely"), query="outcome:failed_safely")

CELLS: dict[tuple[str, str], Filter] = {
    ("worked", "safe"): Filter(N_("worked, inside the frame"), query="outcome:worked frame:safe"),
    ("worked", "no_net"): Filter(N_("worked, without a net"), query="outcome:worked frame:no_net"),
    ("worked", "unsafe"): Filter(
        N_("worked, outside the frame"), query="outcome:worked frame:unsafe"
    ),
    ("worked", "pending"): Filter(
        N_("worked, frame not yet assessed"), query="outcome:worked frame:!safe,no_net,unsafe"
    ),
    ("failed", "safe"): SAFELY,
    ("failed", "no_net"): Filter(N_("failed, without a net"), query="outcome:failed_no_net"),
    ("failed", "unsafe"): Filter(N_("failed, outside the frame"), query="outcome:failed_unsafely"),
    ("failed", "pending"): Filter(
        N_("failed, frame not yet assessed"), query="outcome:failed_pending"
    ),
}
"""(result, frame verdict) → the question behind that cell of the verdict board."""

QUICK = (
    ATTENTION,
    TO_COME,
    GOING_ON,
    Filter(N_("in review"), query="state:in_review"),
    IN_OPERATION,
    SAFELY,
    Filter(N_("failed otherwise"), query="outcome:failed_no_net,failed_unsafely,failed_pending"),
)
"""What the filter key walks through."""
