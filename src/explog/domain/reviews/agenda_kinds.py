"""The texts and minutes of the four meetings (DOMAIN.md 10.2–10.4)."""

from __future__ import annotations

from explog.domain.naming.vocabulary_learning import ReviewKind
from explog.domain.reviews.steps import Agenda, AgendaStep
from explog.locale import N_

_FOLLOW_UP = (
    N_("Print or send the minutes; they hold a count and no names."),
    N_("The agreements come back in the first step of the next meeting until they are closed."),
)
"""What follows every meeting."""

CHECK_IN = Agenda(
    ReviewKind.CHECK_IN,
    N_("To see how a running experiment is doing, while there is still time to act."),
    N_("New numbers, a look at the frame, and one next step."),
    fewest=2,
    most=None,
    preparation=(N_("Take the newest numbers along."),),
    follow_up=_FOLLOW_UP,
    size=1,
    steps=(
        AgendaStep(
            "frame",
            2,
            N_("Open agreements"),
            N_("Read the agreements from last time aloud. Done, kept or dropped?"),
            N_("What became of each agreement"),
        ),
        AgendaStep(
            "numbers",
            4,
            N_("What do the numbers say?"),
            N_("Write down the new observations and look at the run chart together."),
            N_("New observations"),
            each=True,
        ),
        AgendaStep(
            "limits",
            2,
            N_("Are we inside the frame?"),
            N_("Go through the limits, the stop criteria and the last day."),
            N_("Go on, pause or end"),
            each=True,
        ),
        AgendaStep(
            "next",
            2,
            N_("What is the next step?"),
            N_("One thing, one function, one date."),
            N_("An agreement with function and date"),
        ),
    ),
)

SINGLE = Agenda(
    ReviewKind.SINGLE,
    N_("To learn from one experiment and to decide what becomes of it."),
    N_("One to three lessons, a decision, and agreements with function and date."),
    fewest=4,
    most=10,
    preparation=(
        N_("Invite those who took part in the test."),
        N_("Write down the last observations and what each limit came to."),
        N_("Do not tell the result beforehand: the room guesses it first."),
    ),
    follow_up=(*_FOLLOW_UP, N_("Tell those who should know what was learned.")),
    size=1,
    steps=(
        AgendaStep(
            "frame",
            3,
            N_("Frame"),
            N_("Purpose, rules, and the open agreements from last time."),
            N_("What became of each agreement"),
        ),
        AgendaStep(
            "expected",
            5,
            N_("What was supposed to happen?"),
            N_("Read the plan aloud; the result is hidden. Show of hands: did it hold?"),
            N_("The room's guess"),
            each=True,
        ),
        AgendaStep(
            "happened",
            10,
            N_("What happened?"),
            N_("Three minutes of silent writing, then a round. Chart and log are on the screen."),
            N_("Observations"),
            each=True,
            reveals=True,
        ),
        AgendaStep(
            "why",
            10,
            N_("Why did it turn out differently?"),
            N_("Look for causes in the system, not in persons. What surprised us?"),
            N_("Causes"),
            each=True,
            reveals=True,
        ),
        AgendaStep(
            "frame_held",
            6,
            N_("Did the frame hold?"),
            N_("The six conditions one by one. Was anyone or anything harmed?"),
            N_("Actual values, the harm question answered, the verdict"),
            each=True,
            reveals=True,
        ),
        AgendaStep(
            "lessons",
            6,
            N_("What do we keep, and what do we do differently?"),
            N_("We observed … From that we learned … Therefore we will …"),
            N_("One to three lessons"),
            each=True,
            reveals=True,
        ),
        AgendaStep(
            "decision",
            4,
            N_("Decision: adopt, adapt or abandon"),
            N_("Decide, say why, and agree who does what by when."),
            N_("The decision, and agreements with function and date"),
            each=True,
            reveals=True,
        ),
        AgendaStep(
            "tell",
            1,
            N_("Who should know?"),
            N_("Name the groups that should hear what we learned."),
            N_("Whom we tell"),
            reveals=True,
        ),
    ),
)

RETROSPECTIVE = Agenda(
    ReviewKind.RETROSPECTIVE,
    N_("To learn across several experiments, and to choose what we do next."),
    N_("One thing to spread, one to try, one to stop, and agreements with function and date."),
    fewest=5,
    most=18,
    preparation=(
        N_("Choose three to five experiments and ask somebody to tell each of them in a minute."),
        N_("Hang up the columns and lay out pens and notes."),
        N_("Print the lessons of the experiments, one on a sheet."),
    ),
    follow_up=_FOLLOW_UP,
    size=5,
    steps=(
        AgendaStep(
            "frame",
            10,
            N_("Frame"),
            N_("Purpose, rules, and the open agreements from last time."),
            N_("What became of each agreement"),
        ),
        AgendaStep(
            "gather",
            20,
            N_("What did we see?"),
            N_("One minute's story for each experiment. Then silent writing, one thing on a note."),
            N_("Notes in the columns"),
        ),
        AgendaStep(
            "patterns",
            20,
            N_("What is the pattern?"),
            N_("Put the notes and the lessons together by theme. Look at the two boards."),
            N_("Themes"),
        ),
        AgendaStep(
            "votes",
            5,
            N_("What matters most?"),
            N_("Three dots for each person. Only the counts are written down."),
            N_("Dots on notes and lessons"),
        ),
        AgendaStep(
            "choose",
            20,
            N_("What do we choose?"),
            N_("One thing to spread, one thing to try, one thing to stop."),
            N_("Three choices, or fewer"),
        ),
        AgendaStep(
            "agreements",
            10,
            N_("Who does what by when?"),
            N_("A function and a date for each choice."),
            N_("Agreements with function and date"),
        ),
        AgendaStep(
            "close",
            5,
            N_("Closing round"),
            N_("One word each. Was the time well spent? Show of fingers, one to five."),
            N_("Time well spent, as counts"),
        ),
    ),
)

LEADERSHIP = Agenda(
    ReviewKind.LEADERSHIP,
    N_("To hear what was tried, what scaled and what failed inside the frame, and to help."),
    N_("Answers to what is asked for, clearer frames, and agreements with function and date."),
    fewest=4,
    most=12,
    preparation=(
        N_("Send the one-page overview beforehand."),
        N_("Ask the front line to tell each failure inside the frame in two minutes."),
        N_("Collect what the workplaces ask for: time, permission, money."),
    ),
    follow_up=(*_FOLLOW_UP, N_("Tell the workplaces what was answered.")),
    size=None,
    is_about_experiments=False,
    steps=(
        AgendaStep(
            "frame",
            5,
            N_("Frame"),
            N_("Purpose, rules, and the open agreements from last time."),
            N_("What became of each agreement"),
        ),
        AgendaStep(
            "scaled",
            10,
            N_("What scaled?"),
            N_("Each with the places where it runs, of those where it could, and its owner."),
            N_("What is spread further, and by whom"),
        ),
        AgendaStep(
            "inside",
            15,
            N_("What failed inside the frame, and what did it teach?"),
            N_("The front line tells each in two minutes. Say thank you."),
            N_("Lessons worth sharing"),
        ),
        AgendaStep(
            "outside",
            10,
            N_("What ended outside the frame, or had none?"),
            N_("What should the frames be? Not: who was it."),
            N_("Clearer frames"),
        ),
        AgendaStep(
            "asked",
            10,
            N_("What is asked for?"),
            N_("Time, permission, money: answer now, or say when."),
            N_("An answer to each"),
        ),
        AgendaStep(
            "agreements",
            10,
            N_("Who does what by when?"),
            N_("A function and a date."),
            N_("Agreements with function and date"),
        ),
    ),
)

AGENDAS: dict[ReviewKind, Agenda] = {
    one.kind: one for one in (CHECK_IN, SINGLE, RETROSPECTIVE, LEADERSHIP)
}
"""The four, by kind."""
