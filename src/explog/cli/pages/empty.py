"""What is said where nothing is: always with what to do next."""

from __future__ import annotations

from explog.cli.hinting import hint, on_log
from explog.cli.width import cells, pad
from explog.domain.safe import safe
from explog.locale import _


def first_run(path: str) -> list[str]:
    """A log in which nothing was written down yet; *path* is where it lies or would lie."""
    steps = (
        ('explog add "…" -w AMB', _("your first experiment; AMB stands for your workplace")),
        ("explog demo", _("look around in a demo log with 20 experiments")),
        ("explog import FILE", _("bring in a JSON log")),
    )
    told = [(on_log(command), said) for command, said in steps]
    widest = max(cells(command) for command, _said in told)
    return [
        _("Nothing tried yet."),
        _("Write down one small thing your team is trying this week."),
        "",
        *(f"  {pad(safe(command), widest)}  {said}" for command, said in told),
        "",
        _("Your log: {path}").format(path=safe(path)),
    ]


def no_fit(everything: int) -> list[str]:
    """A filter or a search that nothing fits; *everything* is how many experiments there are."""
    return [hint(_("No experiment fits. explog list shows all {n}.")).format(n=everything)]
