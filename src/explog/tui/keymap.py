"""Keys of a person's own: the table ``[keys]`` of the config file, read and judged.

What cannot be is said in one sentence each and left at its default; the program always starts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.keys import Keys, key_to_character

from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding

    from explog.tui.command_lists import CommandList

OUT_OF_REACH = frozenset("[]{}@\\|~^`")
"""What a Danish keyboard has only behind AltGr or a dead key."""

KEPT = frozenset({"ctrl+c", "ctrl+q", "tab", "shift+tab"})
"""Keys that always do the same: help to quit, quit, from field to field."""

_NAMES = {
    "?": "question_mark", "/": "slash", ":": "colon", ".": "full_stop", ",": "comma", "-": "minus",
    "+": "plus", ";": "semicolon", "!": "exclamation_mark", "<": "less_than_sign",
    ">": "greater_than_sign", "=": "equals_sign", "*": "asterisk", "#": "number_sign", "&":
    "ampersand", "%": "percent_sign", "(": "left_parenthesis", ")": "right_parenthesis", "'":
    "apostrophe", '"': "quotation_mark", "_": "underscore", " ": "space", "esc": "escape",
    "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete",
}  # fmt: skip
"""As people write a key → as Textual names it."""

_WRITTEN = {name: typed for typed, name in _NAMES.items() if len(typed) == 1}

_KNOWN = frozenset(key.value for key in Keys if not key.value.startswith("<"))


@dataclass(slots=True)
class Keymap:
    """What was made of the table."""

    keys: dict[str, str] = field(default_factory=dict)
    """Command → its keys as Textual names them, with commas; only those that are changed."""
    complaints: list[str] = field(default_factory=list)
    """What cannot be, a sentence each, in the language in force."""


def keymap(table: object, lists: Iterable[CommandList]) -> Keymap:
    """The keys that *table* asks for and that can be.

    Args:
        table: What ``keys`` holds in the config file: command → a key or a list of keys.
        lists: Every command there is.
    """
    made = Keymap()
    if not isinstance(table, dict):
        made.complaints.append(_('Config file: keys must be a table, as in: [keys] undo = "z".'))
        return made
    pages = list(lists)
    known = {one.id: one for page in pages for one in page.bindings if one.id}
    for name, wanted in table.items():
        said = _wrong(str(name), wanted, pages, known)
        if said:
            made.complaints.append(said)
        else:
            made.keys[name] = ",".join(_keys(wanted))
    _part(made, pages)
    return made


def named_key(typed: str) -> str:
    """What Textual calls the key a person wrote as *typed*."""
    if typed in _NAMES:
        return _NAMES[typed]
    *held, key = typed.split("+") if len(typed) > 1 else [typed]
    key = _NAMES.get(key.lower(), key if len(key) == 1 else key.lower())
    return "+".join([*(one.lower() for one in held), key])


def typed_by(key: str) -> str | None:
    """What *key* writes in a field; None when it writes nothing."""
    found = _WRITTEN.get(key) or key_to_character(key)
    return found if found is not None and found.isprintable() else None


def _keys(wanted: object) -> list[str]:
    """The keys in a value of the table; empty when it holds something else."""
    given = wanted if isinstance(wanted, list) else [wanted]
    texts = [one for one in given if isinstance(one, str) and one]
    return [named_key(one) for one in texts] if len(texts) == len(given) else []


def _wrong(
    name: str, wanted: object, pages: list[CommandList], known: Mapping[str, Binding]
) -> str | None:
    """Why one entry cannot be; None when it can."""
    entry = f"[keys] {name}"
    if name not in known:
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        said = _("Config file, {entry}: there is no such command.").format(entry=entry)
        return f"{said} " + (
            _("Did you mean {near}?").format(near=near[0])
            if near
            else _("“explog keys” lists them.")
        )
    keys = _keys(wanted)
    if not keys:
        return _("Config file, {entry}: write a key, or a list of keys, in quotes.").format(
            entry=entry
        )
    for key in keys:
        unfit = _unfit(key, name, pages)
        if unfit:
            return unfit.format(entry=entry, key=key)
    return None


def _unfit(key: str, name: str, pages: list[CommandList]) -> str | None:
    """Why *key* cannot do *name*, with places for both; None when it can."""
    character = typed_by(key)
    last = key.rpartition("+")[2]
    if (typed_by(last) or last) in OUT_OF_REACH:
        return _("Config file, {entry}: a Danish keyboard does not reach {key}; the default stays.")
    if key in KEPT:
        return _("Config file, {entry}: {key} always does the same; the default stays.")
    if character is None and key not in _KNOWN:
        return _("Config file, {entry}: no terminal sends {key}; the default stays.")
    if character is not None and _works_in_fields(name, pages):
        return _(
            "Config file, {entry}: in a field {key} would be typed; take a function key or ctrl."
        )
    return None


def _works_in_fields(name: str, pages: list[CommandList]) -> bool:
    """Whether the command *name* works while a person types, so that no letter can do it."""
    return any(
        one.id == name and not one.system
        for page in pages
        if page.kind in {"form", "part"}
        for one in page.bindings
    )


def _part(made: Keymap, pages: list[CommandList]) -> None:
    """Put back to its default every changed key that another command on the same page has."""
    while (clash := _clash(made.keys, pages)) is not None:
        name, key, other = clash
        del made.keys[name]
        made.complaints.append(
            _("Config file, [keys] {name}: {key} is {other} already; the default stays.").format(
                name=name, key=key, other=other
            )
        )


def _clash(changed: Mapping[str, str], pages: list[CommandList]) -> tuple[str, str, str] | None:
    """A changed command, its key, and the other command that has it; None when there is none."""
    moves = [one for page in pages if page.kind == "part" for one in page.bindings if one.system]
    for page in pages:
        beside = () if page.kind == "form" else (*moves, *pages[0].bindings)
        held: dict[str, str] = {}
        for one in (*page.bindings, *beside):
            for key in _now(one, changed):
                other = held.setdefault(key, one.id or "")
                if other != one.id and (one.id in changed or other in changed):
                    mover = one.id if one.id in changed else other
                    return mover or "", key, other if mover == one.id else one.id or ""
    return None


def _now(one: Binding, changed: Mapping[str, str]) -> list[str]:
    """The keys of *one* once *changed* holds."""
    from textual.binding import Binding

    if one.id is not None and one.id in changed:
        return changed[one.id].split(",")
    return [each.key for each in Binding.make_bindings([one])]
