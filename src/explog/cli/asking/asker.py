"""Asking questions one after the other: forward, back, help, and what cannot be understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explog.cli.asking import hearing
from explog.cli.asking.voice import BACK, HELP, NOTHING, hear, say
from explog.domain.acts.questions import Answer
from explog.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from explog.cli.asking.forms import Answers, Form
    from explog.domain.acts.questions import Question


class Asker:
    """Asks the questions of one form and holds the answers."""

    def __init__(self, form: Form, answers: Answers, keep: Callable[[], object]) -> None:
        """Begin with *answers*, by question; *keep* is called after each new one."""
        self._form = form
        self._keep = keep
        self.answers = answers
        self.asked: set[str] = set()
        """The questions that were asked already."""

    def walk(
        self,
        wanted: Callable[[], Sequence[Question]],
        problems: Mapping[str, str] | None = None,
    ) -> None:
        """Ask what *wanted* gives, which may change with every answer.

        Args:
            wanted: The questions as things stand.
            problems: What is wrong, by question; said before it is asked.

        Raises:
            Left: When the person leaves.
        """
        place = 0
        while place < len(questions := wanted()):
            question = questions[place]
            if problems and question.name in problems:
                say(problems[question.name] or _("please answer this"))
            is_answered = self._ask(question, self._head(question, place, len(questions)))
            if not is_answered and place == 0:
                say(_("This is the first question."))
            place = max(0, place + (1 if is_answered else -1))

    def _head(self, question: Question, place: int, count: int) -> str:
        """The question in one line: where it stands, why it is asked, what is answered so far."""
        said = _("{n} of {all}. {question}").format(n=place + 1, all=count, question=question.asked)
        if question.help:
            said += f" ({question.help})"
        kept = hearing.shown(self._form, question, self.answers.get(question.name, ""))
        return f"{said} [{kept}]" if kept else said

    def _ask(self, question: Question, head: str) -> bool:
        """Ask *question*; False when the person goes back."""
        self.asked.add(question.name)
        say(head, *self._choices(question))
        lines: list[str] = []
        while True:
            typed = hear()
            if typed.casefold() == BACK:
                return False
            if typed == HELP:
                say(*self._help(question), head, *self._choices(question))
            elif not typed:
                return True
            elif typed == NOTHING:
                self.answers[question.name] = ""
                self._keep()
                return True
            elif not self._is_heard(question, typed, lines):
                say(head)
            elif not hearing.is_by_line(question):
                return True

    def _is_heard(self, question: Question, typed: str, lines: list[str]) -> bool:
        """Keep the answer, or say in one line why it is none."""
        try:
            raw, said = hearing.understood(self._form, question, typed)
        except ValueError as error:
            say(str(error))
            return False
        if hearing.is_by_line(question):
            lines.append(raw)
            raw = "\n".join(lines)
        self.answers[question.name] = raw
        self._keep()
        if said:
            say(_("Understood: {answer}").format(answer=said))
        return True

    def _choices(self, question: Question) -> list[str]:
        """What to choose from, by number, how to end a list, and what the facts suggest."""
        pairs = hearing.choices(self._form, question)
        lines = [f"{number}. {word}" for number, (_value, word) in enumerate(pairs, 1)]
        if question.kind is Answer.CHOICES:
            lines.append(_("Several are possible: numbers separated by commas."))
        if hearing.is_by_line(question):
            lines.append(_("One a line; an empty line ends the list."))
        if question.name in self._form.hints:
            lines.append(self._form.hints[question.name])
        return lines

    def _help(self, question: Question) -> list[str]:
        """What can be typed."""
        kept = self.answers.get(question.name, "")
        looks = hearing.HELP.get(question.kind, "")
        return [
            *([_(looks)] if looks and not hearing.choices(self._form, question) else []),
            _("An empty line keeps what is there.") if kept else _("An empty line leaves it out."),
            *([_("A hyphen takes the answer away.")] if kept else []),
            _("b goes back one question."),
            _("A full stop leaves; nothing you typed is lost."),
        ]
