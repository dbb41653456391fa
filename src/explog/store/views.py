"""Views for SQL and Datasette: what is inside the documents as rows, each with its lasting id.

Once released, what stands here is never edited: a change is a new migration.
"""

_ELEMENTS = """
CREATE VIEW {view} AS SELECT
  json_extract(element.value, '$.id') AS id,
  owner.id AS {owner}_id,
  owner.key AS {owner}_key,
  owner.archived AS archived,
  {fields}
FROM {owner}s AS owner, json_each(owner.document, '$.{view}') AS element
"""


def _elements(view: str, columns: str, owner: str = "experiment") -> str:
    """A view with one row per element of a collection.

    Args:
        view: Its name, and that of the list inside the owner's document.
        columns: Fields of an element; ``cycle_id=cycle`` gives the field ``cycle`` another name.
        owner: The kind of subject that the lists are in.
    """
    pairs = [column.partition("=") for column in columns.split()]
    fields = [
        f"json_extract(element.value, '$.{field or name}') AS \"{name}\""
        for name, _, field in pairs
    ]
    return _ELEMENTS.format(view=view, owner=owner, fields=",\n  ".join(fields))


CORE_TASKS = _elements("core_tasks", "text sequence=order", owner="workplace")

EXPERIMENT_LIST = """
CREATE VIEW experiment_list AS SELECT
  e.id, e.key, e.title, coalesce(w.key, w.code) AS workplace, t.text AS core_task,
  e.state, e.outcome, e.frame_verdict, e.result, e.decision,
  e.started_on, e.last_day, e.ended_on, e.decided_on,
  e.lessons, e.in_operation, e.potential, e.tags, e.archived, e.workplace_id, e.core_task_id
FROM experiments AS e
LEFT JOIN workplaces AS w ON w.id = e.workplace_id
LEFT JOIN core_tasks AS t ON t.workplace_id = e.workplace_id AND t.id = e.core_task_id
"""

OBSERVATIONS = """
CREATE VIEW observations AS SELECT
  json_extract(o.value, '$.id') AS id,
  e.id AS experiment_id,
  e.key AS experiment_key,
  e.archived AS archived,
  json_extract(m.value, '$.id') AS measure_id,
  json_extract(m.value, '$.name') AS measure,
  json_extract(m.value, '$.role') AS role,
  json_extract(m.value, '$.unit') AS unit,
  json_extract(o.value, '$.date') AS date,
  json_extract(o.value, '$.value') AS value,
  json_extract(o.value, '$.n') AS n,
  json_extract(o.value, '$.note') AS note
FROM experiments AS e, json_each(e.document, '$.observations') AS o
LEFT JOIN json_each(e.document, '$.measures') AS m
  ON json_extract(m.value, '$.id') = json_extract(o.value, '$.measure')
"""

AGREEMENT_LIST = """
CREATE VIEW agreement_list AS SELECT
  a.id, a.key, a.what, a.role, a.due, a.status, a.archived,
  a.review_id, r.key AS review_key, r.title AS review, r.held_on
FROM agreements AS a LEFT JOIN reviews AS r ON r.id = a.review_id
"""

EVENT_LOG = """
CREATE VIEW event_log AS SELECT
  id,
  substr(subject, 1, instr(subject, '/') - 1) AS kind,
  substr(subject, instr(subject, '/') + 1) AS subject_id,
  act, at, as_of, device, json_extract(body, '$.by_role') AS by_role, undoes,
  json_extract(body, '$.changes') AS changes
FROM events
"""

VIEWS = (
    CORE_TASKS,
    EXPERIMENT_LIST,
    OBSERVATIONS,
    AGREEMENT_LIST,
    EVENT_LOG,
    _elements(
        "lessons",
        "we_believed we_observed we_learned therefore kind theme evidence hallmark competence"
        " status made_on shared_on",
    ),
    _elements(
        "places",
        "name kind status since owner_role run_by_origin_team core_kept adapted last_confirmed_on"
        " ended_on",
    ),
    _elements("limits", "cycle_id=cycle kind max unit actual"),
    _elements("incidents", "date kind level text reported where"),
    _elements(
        "guesses",
        "experiment_id=experiment room n supported partly_supported not_supported inconclusive",
        owner="review",
    ),
    _elements("gathered", "column text theme experiment_id=experiment", owner="review"),
    _elements("chosen", "what text experiment_id=experiment", owner="review"),
)
"""Every statement, in order: a view stands after those it reads."""
