"""The terminal interface: how it is opened.

Signature, agreed with the command line:

    run(open_library, open_journal, *, demo=False, open_demo=None, bring_in=None) -> int

- ``open_library: Callable[[], Library]``, ``open_journal: Callable[[], Journal]``: called lazily, at most once each, and
  only on the desk's one thread (so is everything done with what they return, ``close`` included where it exists).
- ``demo``: the log is the demo log; the header says so.
- ``open_demo: Callable[[], tuple[open_library, open_journal]]``: called on the desk's thread when a person presses *d* at
  the first run; makes (or finds) the demo log and hands over its two factories. Absent: the choice is not shown.
- ``bring_in: Callable[[str], str]``: called on the desk's thread with the path a person typed; imports it into the open log
  and returns one sentence that says what came. Raises ExplogError with the reason. Absent: the choice is not shown.
- Returns the exit code for ``sys.exit``: 0 after *quit*, 128 + n after signal n, 1 after a crash.
"""
