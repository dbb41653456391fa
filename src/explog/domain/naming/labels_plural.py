"""State, level and outcome in singular and plural, each with its number, marked for the catalogue.

Data only.
"""

from explog.locale import Nn_

PLURALS: dict[str, tuple[str, str]] = {
    "idea": Nn_("{n} idea", "{n} ideas"),
    "planned": Nn_("{n} planned", "{n} planned"),
    "running": Nn_("{n} running", "{n} running"),
    "paused": Nn_("{n} paused", "{n} paused"),
    "in_review": Nn_("{n} in review", "{n} in review"),
    "adopted": Nn_("{n} adopted", "{n} adopted"),
    "scaled": Nn_("{n} scaled", "{n} scaled"),
    "spreading": Nn_("{n} spreading", "{n} spreading"),
    "abandoned": Nn_("{n} abandoned", "{n} abandoned"),
    "shelved": Nn_("{n} shelved", "{n} shelved"),
    "retired": Nn_("{n} retired", "{n} retired"),
    "not_started": Nn_("{n} not started", "{n} not started"),
    "ongoing": Nn_("{n} ongoing", "{n} ongoing"),
    "worked_not_adopted": Nn_("{n} worked, not adopted", "{n} worked, not adopted"),
    "inconclusive": Nn_("{n} inconclusive", "{n} inconclusive"),
    "failed_safely": Nn_("{n} failed safely", "{n} failed safely"),
    "failed_no_net": Nn_("{n} failed without a safety net", "{n} failed without a safety net"),
    "failed_unsafely": Nn_("{n} failed unsafely", "{n} failed unsafely"),
    "failed_pending": Nn_(
        "{n} failed, frame not yet assessed", "{n} failed, frame not yet assessed"
    ),
}
"""State, level and outcome → singular and plural, each with its number."""
