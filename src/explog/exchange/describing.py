"""What each field of the models means, in words, from where it is said already.

First the docstring under the field, then what holds for every field of its name, then the question
that a person answers with it, then what its type is. Read from the source when a schema is asked
for: pydantic can do so by itself, but would at every start (25 ms).
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from explog.domain.acts.catalogue import ACTS
from explog.domain.record.experiment import Experiment
from explog.domain.record.people import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from explog.domain.acts.questions import Question

COMMON = {
    "id": "Its id: given once, never changed, never given again.",
    "key": "The key it is called by.",
    "aliases": "Keys it had before two logs were merged.",
    "archived": "Whether it was taken out of sight.",
    "cycle": "The cycle it belongs to, by id.",
    "measure": "The measure it belongs to, by id.",
    "limit": "The limit it belongs to, by id.",
    "date": "The day it counts for.",
    "made_on": "The day it was made.",
    "reason": "Why, in a sentence.",
    "text": "What it says.",
    "name": "What it is called.",
    "title": "Its headline.",
    "workplace": "The workplace it belongs to, by id.",
    "primary_measure": "The outcome measure that the criterion speaks of, by id.",
    "workplaces": "The workplaces it is about, by id.",
    "experiments": "The experiments it is about, by id.",
    "started_on": "The first day of the test.",
    "ended_on": "The last day it was going on.",
    "by_role": "The function that did it, never a name.",
    "old": "What it was before.",
    "new": "What it is from then on.",
    "removed": "Whether it was taken away.",
    "due": "The day it is to be done by.",
    "closed_on": "The day it was done or dropped.",
    "review": "The meeting it was agreed at, by id.",
    "language": "The language it was held in.",
    "note": "What was noted.",
    "minutes": "Minutes planned for it.",
    "what": "What is to be done.",
    "code": "The short name that keys begin with.",
    "source": "Where it comes from.",
    "collector": "The function that takes the measure, never a name.",
    "number": "The number it is held against, in the measure's unit.",
    "unit": "The unit.",
    "max": "At most this many, in the unit.",
    "act": "What was done.",
    "changes": "The new value of each path that changed.",
    "v": "The version of the event's format.",
    "stop_criterion": "The stop criterion, by id.",
    "met_on": "When it was met; a minute where reaction counts in minutes or hours.",
    "reacted_on": "When the team reacted.",
    "done_on": "When the former way of working was restored.",
    "answered_on": "The day it was answered.",
    "shared_on": "The day it was shared.",
    "since": "Since when.",
    "follow_up_measure": "What is still measured in daily operation.",
    "n": "How many people were asked.",
    **dict.fromkeys(GROUPS, "How many of them; 1 and 2 are the band 1-2, a masked cell is 3+."),
}
"""Fields that neither a docstring nor a question speaks of, by name."""


def described(model: type[BaseModel]) -> dict[str, str]:
    """What each field of *model* means, where it is said anywhere."""
    asked: dict[str, str] = {}
    for base in reversed(model.__mro__):
        asked.update(_questions().get(base.__name__, {}))
    said = {**asked, **COMMON, **_docstrings(model)}
    found = {
        name: said.get(name) or _of_type(info.annotation)
        for name, info in model.model_fields.items()
    }
    return {name: words for name, words in found.items() if words}


def plain(words: str) -> str:
    """*words* in one line, for people who know JSON and not Python."""
    bare = re.sub(r"``|\*(?=\w)|(?<=\w)\*| \(DOMAIN\.md [\d., ]+\)", "", " ".join(words.split()))
    return re.sub(r"\bNone\b", "null", bare)


@cache
def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The docstring under each field of *model*, inherited ones too, in one line."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if issubclass(part, BaseModel) and part.__module__.startswith("explog."):
            found.update(_own_docstrings(part))
    return found


def _own_docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """The docstrings that stand in the body of *model* itself."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    for field, after in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        match field, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(
                value=ast.Constant(value=str(said))
            ):
                yield name, said


@cache
def _questions() -> dict[str, dict[str, str]]:
    """What a person is asked for each field, by the name of its model."""
    found: dict[str, dict[str, str]] = {}
    for act in ACTS:
        for question in act.questions:
            if question.path:
                owner, name = _owner(question)
                found.setdefault(owner, {}).setdefault(
                    name, f"{question.label} {question.why}".strip()
                )
    return found


def _owner(question: Question) -> tuple[str, str]:
    """The name of the model that keeps the answer to *question*, and the field."""
    model: type[BaseModel] = Experiment
    *above, name = re.sub(r"/\{\w+\}", "", question.path).split("/")
    for part in above:
        model = next(_models_in(model.model_fields[part].annotation))
    return model.__name__, name


def _of_type(annotation: Any) -> str:  # noqa: ANN401 - whatever stands after the colon
    """The first line of what *annotation*'s class says of itself."""
    for kind in _classes_in(annotation):
        if issubclass(kind, BaseModel | Enum):
            return (inspect.getdoc(kind) or "").partition("\n")[0]
    return ""


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - as above
    """The models that *annotation* speaks of."""
    return (kind for kind in _classes_in(annotation) if issubclass(kind, BaseModel))


def _classes_in(annotation: Any) -> Iterator[type]:  # noqa: ANN401 - as above
    """The classes that *annotation* speaks of, from the outside in."""
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from _classes_in(inner)
