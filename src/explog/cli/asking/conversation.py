"""One act asked for question by question, read back, and saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from explog.cli.asking.asker import Asker
from explog.cli.asking.hearing import shown
from explog.cli.asking.voice import HELP, MORE, Left, agrees, attempt, heading, hear, say
from explog.domain.acts.catalogue import BY_NAME
from explog.locale import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from explog.cli.asking.forms import Answers, Form, Trouble
    from explog.cli.asking.keeping import Kept
    from explog.domain.acts.questions import Question
    from explog.errors import ExplogError
    from explog.journal.journal import Done


def converse(form: Form, kept: Kept, given: Mapping[str, str] | None = None) -> Done | None:
    """Ask what *form* asks and save it; None when the person left.

    Args:
        form: What is asked.
        kept: Where answers wait that were typed and not saved.
        given: Answers that were given already.
    """
    talk = Conversation(form, kept, given or {})
    try:
        done = talk.hold()
    except Left:
        talk.tell_kept()
        return None
    kept.drop(form.place)
    return done


class Conversation:
    """The way through one form: what is needed, what may be said too, the end."""

    def __init__(self, form: Form, kept: Kept, given: Mapping[str, str]) -> None:
        """Begin with what stands in *form* and what is *given*."""
        self._form = form
        self._kept = kept
        self._given = given
        self._undecided: Answers = {}
        """What was typed before, until the person says whether to go on with it."""
        self._asker = Asker(form, {**form.values, **given}, self._keep)

    @property
    def answers(self) -> Answers:
        """Every answer so far, by question."""
        return self._asker.answers

    def tell_kept(self) -> None:
        """Say what becomes of what was typed and not saved."""
        typed = self._keep()
        say(_("Nothing was saved."), *([self._kept.told(typed)] if typed else []))

    def _keep(self) -> Answers:
        """Keep what was typed and is not saved yet; what that is."""
        new = {one.name: self.answers.get(one.name, "") for one in self._changed()}
        typed = {**self._undecided, **new}
        self._kept.keep(self._form.place, typed)
        return typed

    def hold(self) -> Done:
        """Ask, read back, save.

        Raises:
            Left: When the person leaves.
        """
        say(*self._form.intro)
        self._offer_kept()
        first = [question.name for question in self._needed()]
        if first:
            said = ngettext(
                "{n} question needs an answer.", "{n} questions need an answer.", len(first)
            )
            say(said.format(n=len(first)))
        say(_("? gives help, b goes back one question, a full stop leaves."))
        self._asker.walk(self._needed)
        self._offer_more()
        return self._end()

    def _offer_kept(self) -> None:
        """Go on with what was typed before, if the person wants to; only a plain no lets it go."""
        before = self._undecided = self._kept.before(self._form.place)
        if not before:
            return
        say(_("You began this before, and what you typed is kept. Go on with it? yes or no"))
        if agrees(is_said=True):
            self.answers.update({k: raw for k, raw in before.items() if k not in self._given})
        else:
            self._kept.drop(self._form.place)
        self._undecided = {}

    def _needed(self) -> list[Question]:
        """The questions that must be answered, and those that follow from their answers."""
        found: list[Question] = []
        follows = False
        for question in self._shown():
            follows = question.name in self._form.needed or (follows and self._form.waits(question))
            if follows:
                found.append(question)
        return found

    def _shown(self) -> list[Question]:
        """The questions that make sense now."""
        return [one for one in self._form.questions if self._form.is_shown(one, self.answers)]

    def _changed(self) -> list[Question]:
        """What was answered anew."""
        return self._form.changed(self.answers)

    def _more(self) -> list[Question]:
        """The questions that were not asked yet."""
        return [one for one in self._shown() if one.name not in self._asker.asked]

    def _offer_more(self) -> None:
        """Ask the other questions too, all or single ones, if the person wants to."""
        while more := self._more():
            said = ngettext(
                "{n} more question is optional; press enter to save, m for more, ? to hear it.",
                "{n} more questions are optional; press enter to save, m for more, ? to hear them.",
                len(more),
            )
            say(said.format(n=len(more)))
            typed = hear()
            if not typed:
                return
            if typed.casefold() == MORE:
                before = frozenset(self._asker.asked)
                self._asker.walk(partial(self._others, before))
            elif typed == HELP:
                say(*self._listed(more))
                say(_("Type a number to answer that question."))
            elif not self._ask_by_number(typed, more):
                say(_("Press enter, or type m, ? or the number of a question."))

    def _others(self, before: frozenset[str]) -> list[Question]:
        """The questions that were not asked *before*."""
        return [one for one in self._shown() if one.name not in before]

    def _listed(self, questions: list[Question]) -> list[str]:
        """*questions* by number, with what is answered so far."""
        answers = [shown(self._form, one, self.answers.get(one.name, "")) for one in questions]
        return [
            f"{number}. {heading(one.asked)} {answer}".rstrip()
            for number, (one, answer) in enumerate(zip(questions, answers, strict=True), 1)
        ]

    def _ask_by_number(self, typed: str, questions: list[Question]) -> bool:
        """Ask the question with the number *typed*; whether there is one."""
        if not typed.isdecimal() or not 1 <= int(typed) <= len(questions):
            return False
        self._asker.walk(lambda: [questions[int(typed) - 1]])
        return True

    def _end(self) -> Done:
        """Mend what is missing, read back, save."""
        while True:
            trouble = self._trouble()
            if trouble is not None:
                self._mend(trouble)
                continue
            if not self._is_confirmed():
                continue
            errors: list[ExplogError] = []
            done = attempt(partial(self._form.save, self.answers), errors.append)
            if done is not None:
                return done
            for error in errors:
                self._mend(self._form.sorted_out(self.answers, error))

    def _trouble(self) -> Trouble | None:
        """What would be wrong if it were saved now; None when nothing is."""
        errors: list[ExplogError] = []
        found = attempt(partial(self._form.foreseen, self.answers), errors.append)
        for error in errors:
            found = self._form.sorted_out(self.answers, error)
        return found or None

    def _mend(self, trouble: Trouble) -> None:
        """Say what is wrong and ask exactly that again."""
        if trouble.beside:
            say(_("Not yet. This is missing:"))
        say(*(line.strip() for text in trouble.below for line in text.splitlines()))
        if trouble.instead is not None and self._form.other is not None:
            self._do_first(trouble.instead)
            return
        before = dict(self.answers)
        wrong = [one for one in self._form.questions if one.name in trouble.beside]
        self._asker.walk(lambda: wrong, trouble.beside)
        if before == self.answers:
            self._choose()

    def _do_first(self, name: str) -> None:
        """Ask for the act that comes first, if the person wants to; else leave."""
        say(_("First: {act}. Do that now? yes or no").format(act=BY_NAME[name].spoken))
        if self._form.other is None or not agrees():
            raise Left
        if converse(self._form.other(name), self._kept) is None:
            raise Left
        say(*self._form.intro)

    def _is_confirmed(self) -> bool:
        """Read back what will be saved; whether the person agrees."""
        changed = self._changed()
        if changed:
            say(_("You said:"), *self._listed(changed))
        else:
            say(_("Nothing new was answered."))
        say(_("Press enter to save, the number of an answer to change it, m for every question."))
        typed = hear()
        if not typed:
            return self._is_frame_agreed()
        if typed.casefold() == MORE:
            self._choose()
        else:
            self._ask_by_number(typed, changed)
        return False

    def _choose(self) -> None:
        """Answer any of the questions there are."""
        questions = self._shown()
        say(*self._listed(questions))
        say(_("Type a number to answer that question; press enter to try again."))
        typed = hear()
        if typed:
            self._ask_by_number(typed, questions)

    def _is_frame_agreed(self) -> bool:
        """Read the frame aloud where one is locked; whether it may be."""
        if self._form.frame is None:
            return True
        say(*self._form.frame(self.answers))
        say(_("From now on it can only be made narrower. Start and lock? yes or no"))
        if agrees():
            return True
        self._choose()
        return False
