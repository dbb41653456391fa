"""The tables of a log, as SQL. Once released, this is never edited: a change is a new migration.

``events`` is what counts; everything else can be made from it again. A state table has one row per
subject, and its columns are *generated* from the two JSON texts, so that they cannot drift. They
are stored, and stand before the long texts, so that a list need not read or parse those (10 000
experiments: 28 ms instead of 112).
"""

EVENTS = (
    """
    CREATE TABLE events (
      id TEXT PRIMARY KEY NOT NULL,
      subject TEXT NOT NULL,
      act TEXT NOT NULL,
      at TEXT NOT NULL,
      as_of TEXT NOT NULL,
      device TEXT NOT NULL,
      undoes TEXT,
      body TEXT NOT NULL,
      sha256 TEXT GENERATED ALWAYS AS (
        CASE WHEN json_valid(body) THEN json_extract(body, '$.sha256') END
      ) VIRTUAL
    ) STRICT
    """,
    "CREATE INDEX events_by_subject ON events (subject, id)",
    "CREATE INDEX events_by_device ON events (device, id)",
    "CREATE INDEX events_that_undo ON events (undoes) WHERE undoes IS NOT NULL",
)
"""``body`` is the canonical JSON of the whole event; the other columns repeat parts of it."""

KEYS = (
    """
    CREATE TABLE keys (
      event TEXT PRIMARY KEY NOT NULL,
      subject TEXT NOT NULL,
      key TEXT NOT NULL,
      folded TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX keys_by_key ON keys (key, subject)",
    "CREATE INDEX keys_by_folded ON keys (folded)",
    "CREATE INDEX keys_by_subject ON keys (subject, event)",
)
"""Every claim to a key ever made, also those taken back, so that no key is given twice."""

SEARCH = (
    """
    CREATE VIRTUAL TABLE search USING fts5 (
      subject UNINDEXED, key, title, text,
      tokenize = "unicode61 remove_diacritics 0", prefix = '2'
    )
    """,
    """
    CREATE VIRTUAL TABLE endings USING fts5 (
      words, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '3'
    )
    """,
    "CREATE TABLE searched (n INTEGER PRIMARY KEY, subject TEXT NOT NULL UNIQUE) STRICT",
)
"""``searched`` says on which row of ``search`` a subject's words are; FTS5 looks at all rows.

``endings`` has, on the same rows, every word from each of its letters on, so that the beginning of
an ending finds what is inside of a word: *møde* in *årsmøde*. It is a third of a trigram index and
as quick. Its tokens are made by ``searching``, so its tokenizer must not cut them any further.
"""

META = ("CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",)
"""What concerns this file alone and is in no event: the device's word."""

DRAFTS = (
    """
    CREATE TABLE drafts (
      place TEXT PRIMARY KEY NOT NULL,
      at TEXT NOT NULL,
      answers TEXT NOT NULL
    ) STRICT
    """,
)
"""What was typed into a form and not saved yet: no event, never exported, gone when it is saved.

``place`` says which form, ``answers`` is the JSON of question → what was typed.
"""


def _state(table: str, *columns: str) -> tuple[str, str]:
    """The state table called *table*, with generated *columns*, and its index by folded key."""
    generated = "".join(f"{column},\n      " for column in columns)
    return (
        f"""
    CREATE TABLE {table} (
      id TEXT PRIMARY KEY NOT NULL,
      key TEXT,
      folded TEXT,
      {generated}derived TEXT NOT NULL,
      document TEXT NOT NULL
    ) STRICT
    """,
        f"CREATE INDEX {table}_by_folded ON {table} (folded)",
    )


def _column(name: str, field: str = "", source: str = "document", kind: str = "TEXT") -> str:
    """A stored column *name*: the value of *field*, or of its own name, in the JSON of *source*."""
    return f"{name} {kind} GENERATED ALWAYS AS (json_extract({source}, '$.{field or name}')) STORED"


_ARCHIVED = """archived INTEGER GENERATED ALWAYS AS (
        coalesce(json_extract(document, '$.archived'), 0) <> 0
      ) STORED"""
"""1 or 0, never null."""

_DERIVED = (
    "state",
    "outcome",
    "frame_verdict",
    "result",
    "decision",
    "started_on",
    "ended_on",
    "decided_on",
    "last_day",
    "step_on",
    "noted_on",
    "planned_on",
    "closed_on",
    "adopted_on",
    "scaled_on",
    "initiators",
    "gained",
    "hallmarks",
    "matched",
    "spread",
    "by_key",
    "by_title",
    "has",
    "themes",
    "tagged",
    "attention",
    "level_steps",
    "versions",
)

_DERIVED_NUMBERS = (
    "lessons",
    "in_operation",
    "potential",
    "intelligent",
    "everyday_digital",
    "registered_afterwards",
    "reached",
    "used",
    "builds_on",
)

EXPERIMENTS = (
    *_state(
        "experiments",
        _column("title"),
        _column("workplace_id", "workplace"),
        _column("core_task_id", "core_task"),
        _column("tags"),
        _ARCHIVED,
        *(_column(name, source="derived") for name in _DERIVED),
        *(_column(name, source="derived", kind="INTEGER") for name in _DERIVED_NUMBERS),
    ),
    "CREATE INDEX experiments_by_state ON experiments (archived, state)",
    "CREATE INDEX experiments_by_outcome ON experiments (archived, outcome)",
    """
    CREATE INDEX experiments_found ON experiments (
      archived, id, state, outcome, frame_verdict, workplace_id, core_task_id, step_on, decided_on,
      by_key, by_title, has, themes, tags, tagged, attention, level_steps, versions, intelligent,
      everyday_digital, registered_afterwards, reached, noted_on, planned_on, started_on,
      closed_on, adopted_on, scaled_on, lessons, used, builds_on, result, matched, initiators,
      gained, hallmarks, in_operation, potential, spread
    )
    """,
    "CREATE INDEX experiments_by_workplace ON experiments (workplace_id, core_task_id)",
)
"""``experiments_found`` holds all that a query filters and sorts by, so that of the table itself
only the rows that are shown need to be read.
"""

OTHERS = (
    *_state("workplaces", _column("code"), _column("name"), _ARCHIVED),
    *_state(
        "reviews",
        _column("kind_of", "kind"),
        _column("held_on", "date"),
        _column("status"),
        _column("title"),
        _ARCHIVED,
    ),
    *_state(
        "agreements",
        _column("what"),
        _column("role"),
        _column("due"),
        _column("status"),
        _column("review_id", "review"),
        _ARCHIVED,
    ),
    *_state("thresholds"),
    *_state("saved_views", _column("name"), _column("query"), _ARCHIVED),
)

KEPT = (*EVENTS, *META, *DRAFTS)
"""What cannot be made again."""

MADE = (*KEYS, *SEARCH, *EXPERIMENTS, *OTHERS)
"""What is made from the events."""
