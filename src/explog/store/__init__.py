"""Keeping the log: the only layer that knows SQLite (DESIGN.md 3, 4).

Lists and the Overview read through ``reading`` with the standard library alone; ``log`` writes.

================ ==================================================================
``identity``     what marks a file as a log, and whether this explog may use it
``connection``   how a file is opened, and what SQLite's errors become
``privacy``      files that only their owner can read
``opening``      the ritual that creates a log or brings it up to date
``schema``       the migrations; ``tables`` and ``views`` hold the SQL
``reading``      lists and records; ``finding`` references, ``searching`` words
``log``          a log that is open for reading and writing
``ledger``       the events
``claims``       which subject goes by which key
``state``        the row that one subject's events add up to
``refolding``    bringing rows up to date after events came in
``deriving``     the door to the domain's derived facts
``merging``      events from elsewhere
``rebuilding``   everything again from the events, and the proof that it is the same
``checking``     what is wrong with a log; ``differences`` from what the events say
``device``       the word an installation goes by
``backup``       verified copies, ``thinning`` them, and ``restoring`` one
================ ==================================================================
"""
