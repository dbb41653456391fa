"""What can be done with several experiments at once: archive, tag, write to a file.

Every function belongs into a worker, because it may ask something first.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.locale import _, ngettext
from explog.tui.keys_named import key_of
from explog.tui.say import say
from explog.tui.screens.choose import ChooseScreen
from explog.tui.screens.confirm import ConfirmScreen
from explog.tui.screens.line_form import LineForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from explog.domain.record.rows import ExperimentRow
    from explog.journal.journal import Done, Journal
    from explog.tui.program import Program
    from explog.tui.screens.line_form import Tell

    Several = Callable[[Journal, Sequence[str]], list[Done]]

MANY = 20
"""So many are changed without asking first."""


async def archive(app: Program, rows: Sequence[ExperimentRow]) -> list[Done]:
    """Take *rows* out of sight; bring them back where all of them are archived."""
    back = all(row.archived for row in rows)
    done = await _done(app, rows, partial(_archive, back=back))
    if len(done) == 1 and not back:
        key = done[0].key
        say(
            app,
            _("{key} is archived; nothing is deleted. {undo} undoes.").format(
                key=key, undo=key_of(app, "undo")
            ),
        )
    elif done:
        told = ngettext(
            "{n} archived. {undo} undoes.", "{n} archived. {undo} undoes all of it.", len(done)
        )
        if back:
            told = ngettext(
                "{n} is back. {undo} undoes.", "{n} are back. {undo} undoes all of it.", len(done)
            )
        say(app, told.format(n=len(done), undo=key_of(app, "undo")))
    return done


async def tag(app: Program, rows: Sequence[ExperimentRow]) -> list[Done]:
    """Ask for a tag and give it to *rows*."""
    there = ", ".join(tags_of(rows)) or "–"
    count = len(rows)
    title = ngettext("A tag for {n} experiment", "A tag for {n} experiments", count)
    hint = _("Several are separated by commas. There already: {tags}").format(tags=there)

    async def tagged(typed: str, tell: Tell) -> list[Done] | None:
        return await _done(app, rows, partial(_tag, typed=typed), tell) or None

    form: LineForm[list[Done]] = LineForm(title.format(n=count), hint, "", tagged)
    done = await app.push_screen_wait(form) or []
    _tell_tagged(app, done)
    return done


async def untag(app: Program, rows: Sequence[ExperimentRow]) -> list[Done]:
    """Ask which tag *rows* lose."""
    tags = tags_of(rows)
    if not tags:
        say(app, _("No tag stands there that could be taken away."), "warning")
        return []
    choices = [(one, f"#{one}") for one in tags]
    chosen = await app.push_screen_wait(ChooseScreen(_("Take a tag away"), choices))
    if chosen is None:
        return []
    done = await _done(app, rows, partial(_tag, typed=chosen, away=True))
    _tell_tagged(app, done)
    return done


async def send(app: Program, rows: Sequence[ExperimentRow]) -> None:
    """Ask for a file and write *rows* to it."""
    sender, seen, count = app.sender, app.glance, len(rows)
    if sender is None or seen is None:
        return

    async def sent(typed: str, tell: Tell) -> str | None:
        is_there = await app.desk.read(lambda _log: sender.is_there(typed))
        if is_there and not await app.push_screen_wait(_overwriting(typed)):
            return None
        writing = app.desk.read(lambda log: sender.send(log.path(), typed, rows))
        return await app.or_say_why(writing, tell)

    title = ngettext("Write {n} experiment to a file", "Write {n} experiments to a file", count)
    hint = _("Exactly these, with their history. A name ending in .csv makes a table instead.")
    name = f"explog-{seen.today.isoformat()}-{count}.json"
    form: LineForm[str] = LineForm(title.format(n=count), hint, name, sent)
    told = await app.push_screen_wait(form)
    if told:
        say(app, told)


def tags_of(rows: Sequence[ExperimentRow]) -> list[str]:
    """Every tag that one of *rows* has, each once."""
    known = {tag.casefold(): tag for row in rows for tag in row.tags}
    return [known[one] for one in sorted(known)]


def _overwriting(typed: str) -> ConfirmScreen:
    """Asks before a file is replaced."""
    told = _("{path} is there already. Replace it?").format(path=typed)
    return ConfirmScreen(told, _("Replace it"), _("Leave it"))


async def _done(
    app: Program, rows: Sequence[ExperimentRow], doing: Several, tell: Tell | None = None
) -> list[Done]:
    """What *doing* did to *rows*, after a question where there are many."""
    count = len(rows)
    if count > MANY:
        told = ngettext("Change {n} experiment?", "Change {n} experiments?", count)
        asked = ConfirmScreen(told.format(n=count), _("Change them"), _("Leave them"))
        if not await app.push_screen_wait(asked):
            return []
    refs = [row.id for row in rows]
    return await app.attempt(lambda journal: doing(journal, refs), tell) or []


def _tell_tagged(app: Program, done: Sequence[Done]) -> None:
    """Say on how many something changed."""
    if done:
        told = ngettext(
            "Tags changed on {n}. {undo} undoes.",
            "Tags changed on {n}. {undo} undoes all of it.",
            len(done),
        )
        say(app, told.format(n=len(done), undo=key_of(app, "undo")))


def _archive(journal: Journal, refs: Sequence[str], *, back: bool) -> list[Done]:
    """Archive; imported on the desk's thread, so that no key waits for it."""
    from explog.journal.together import archive

    return archive(journal, refs, back=back)


def _tag(journal: Journal, refs: Sequence[str], typed: str, *, away: bool = False) -> list[Done]:
    """Tag."""
    from explog.journal.together import tag

    return tag(journal, refs, typed, away=away)
