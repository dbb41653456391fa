"""Why the system refused a file, in the language in force. Standard library only."""

from __future__ import annotations

import errno

from explog.locale import N_, _

FULL = N_("the disk is full or a limit is reached")
CLOSED = N_("access is not allowed")

_REASONS = {
    errno.ENOENT: N_("the file or its folder is not there"),
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EROFS: N_("the disk is read-only"),
    errno.ENOSPC: FULL,
    errno.EFBIG: FULL,
    errno.EMFILE: FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): FULL,
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("a part of its path is no folder"),
    errno.EEXIST: N_("something else is there already"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead round in a circle"),
    errno.EIO: N_("the disk could not be read or written"),
    errno.EPIPE: N_("nobody reads what is written to it"),
}
"""What a person can understand of the system's errors, by number."""


def reason(cause: OSError) -> str:
    """Why *cause* happened, in plain words; a rare one by its number, which can be looked up."""
    if cause.errno in _REASONS:
        return _(_REASONS[cause.errno])
    if cause.errno is None:
        return str(cause)
    return _("the system's error {n}").format(n=cause.errno)
