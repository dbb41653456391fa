"""The questions from idea to plan: what is tried and why (DOMAIN.md 5.1)."""

from __future__ import annotations

from explog.domain.acts.questions import Answer, Question, choice, choices, line, text
from explog.domain.naming.vocabulary import (
    Closeness,
    Initiator,
    InnovationType,
    MedStatus,
    Novelty,
)
from explog.domain.naming.vocabulary_learning import Direction, Frequency, MeasureKind
from explog.domain.naming.vocabulary_size import Confidence, CostOfFailure
from explog.locale import N_

IDEA = (
    line(
        "title",
        "title",
        80,
        N_("What will you try?"),
        N_("One line, as you would say it at the morning meeting."),
    ),
    Question("workplace", N_("Workplace"), N_("Its short code."), "workplace", Answer.WORKPLACE),
    text(
        "need",
        "need",
        300,
        N_("What is hard in the core task today?"),
        N_("The need, not the solution yet."),
    ),
)

PLAN = (
    Question(
        "core_task",
        N_("Which core task does it serve?"),
        N_("Phrased as an effect for citizens."),
        "core_task",
        Answer.CORE_TASK,
    ),
    text(
        "belief",
        "cycles/{cycle}/belief",
        300,
        N_("We believe that …"),
        N_("One sentence that can turn out wrong."),
    ),
    text(
        "because",
        "cycles/{cycle}/because",
        200,
        N_("… because …"),
        N_("The reason to think it might work."),
    ),
    text(
        "test",
        "cycles/{cycle}/test",
        300,
        N_("To verify that, we will …"),
        N_("Who, where and how long."),
    ),
    line(
        "measure",
        "measures/{measure}/name",
        120,
        N_("We measure …"),
        N_("One outcome, something the citizen notices."),
    ),
    line(
        "unit",
        "measures/{measure}/unit",
        40,
        N_("Unit"),
        N_("What the number counts: minutes, %, missing items."),
    ),
    Question(
        "criterion",
        N_("We are right if …"),
        N_("For example: at most 3, or ≥ 60. It is locked at the start."),
        "",
        Answer.CRITERION,
    ),
)

MORE = (
    choice(
        "direction",
        "measures/{measure}/direction",
        Direction,
        N_("Which way is better?"),
        N_("Follows from the criterion when left out."),
    ),
    choice(
        "measure_kind", "measures/{measure}/kind", MeasureKind, N_("What kind of number is it?"), ""
    ),
    choice(
        "frequency",
        "measures/{measure}/frequency",
        Frequency,
        N_("How often do you measure?"),
        N_("Just enough data, small samples."),
    ),
    text(
        "definition",
        "measures/{measure}/definition",
        300,
        N_("What counts, and how is it counted?"),
        "",
    ),
    Question(
        "target",
        N_("Target"),
        N_("Where it should end; the criterion when left out."),
        "measures/{measure}/target",
        Answer.NUMBER,
    ),
    Question(
        "baseline_stated",
        N_("Baseline, if nobody has measured it"),
        N_("Marked as stated, not measured."),
        "measures/{measure}/baseline_stated",
        Answer.NUMBER,
    ),
    line(
        "prediction",
        "cycles/{cycle}/prediction",
        200,
        N_("What do you expect?"),
        N_("The team's own guess."),
    ),
    Question(
        "prediction_number",
        N_("Expected value"),
        N_("In the unit of the measure."),
        "cycles/{cycle}/prediction_number",
        Answer.NUMBER,
    ),
    text(
        "prior_knowledge",
        "prior_knowledge",
        300,
        N_("What do you know already?"),
        N_("“Nothing found” is an answer."),
    ),
    choice("novelty", "novelty", Novelty, N_("How new is it?"), N_("As far as you know.")),
    choice("closeness", "closeness", Closeness, N_("How far from today's practice?"), ""),
    text(
        "watch_out",
        "watch_out",
        200,
        N_("What could get worse?"),
        N_("Leads to the stop criterion."),
    ),
    text(
        "size_reason", "size_reason", 200, N_("Why is this the smallest test that can answer?"), ""
    ),
    choice(
        "confidence",
        "cycles/{cycle}/confidence",
        Confidence,
        N_("How sure are you that it works?"),
        N_("With the next answer: how small the first test should be."),
    ),
    choice(
        "cost_of_failure",
        "cycles/{cycle}/cost_of_failure",
        CostOfFailure,
        N_("What would it cost the citizen if it fails?"),
        "",
    ),
    text("if_it_works", "if_it_works", 200, N_("What will you do if it works?"), ""),
    line("beneficiary", "beneficiary", 120, N_("Who benefits?"), N_("A group, never a person.")),
    choices(
        "initiator", "initiator", Initiator, N_("Who took the initiative?"), N_("Up to three.")
    ),
    choices("innovation_types", "innovation_types", InnovationType, N_("What is new?"), ""),
    Question(
        "technology",
        N_("Digital technology"),
        N_("A few words, separated by commas."),
        "technology",
        Answer.WORDS,
    ),
    line(
        "responsible_role",
        "responsible_role",
        60,
        N_("Responsible function"),
        N_("A function, never a name."),
    ),
    Question(
        "participants_n",
        N_("How many take part?"),
        N_("A count, nothing else."),
        "participants_n",
        Answer.COUNT,
    ),
    choice(
        "med_status", "med_status", MedStatus, N_("Where does it stand in the MED committee?"), ""
    ),
    Question("tags", N_("Tags"), N_("A few words, separated by commas."), "tags", Answer.WORDS),
    Question(
        "derived_from",
        N_("Builds on"),
        N_("Keys of earlier experiments."),
        "derived_from",
        Answer.EXPERIMENTS,
    ),
    Question(
        "parallel_to",
        N_("Side by side with"),
        N_("Keys of experiments for the same need."),
        "parallel_to",
        Answer.EXPERIMENTS,
    ),
    Question(
        "links",
        N_("Links"),
        N_("Photo, document or case number, separated by commas."),
        "links",
        Answer.WORDS,
    ),
)

MAY_ANSWER = tuple(question for question in (*IDEA[2:], *MORE) if "{" not in question.path)
"""What an idea may say at once: everything that belongs to the experiment itself."""
