"""What things are and the rules.

Pure values and functions, no clock, no ids made, no input or output.

- ``vocabulary``, ``labels``: the closed lists and what people read for them.
- ``experiment`` (with ``cycle``, ``frame``, ``evidence``, ``spread``, ``people``), ``workplace``,
``review``: the records.
- ``events``, ``fold``, ``keys``: how changes add up to a record.
- ``acts``, ``questions``, ``answers``, ``guards``: what a person can do, what is asked, and what is
missing.
- ``conditions``, ``verdicts``, ``scale``, ``progress``, ``runchart``: what the facts say.
- ``attention``, ``summary``, ``rows``, ``stats``: what lists and the Overview read.
- ``personal``, ``safe``: what must never be stored, and what must never reach a terminal.
"""
