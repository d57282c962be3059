"""What somebody chose, checked against the questionnaire, and the points that it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from motcua.kernel.characters import plain_words
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.surveys.vocabulary import Form

POINTS_MAX = 10_000
COMMENT_MAX = 1000
CONTACT_MAX = 120


class QuestionUnanswered(Refusal):
    """Every question is answered, with a level that it has."""

    code = "survey-question-unanswered"


class ReasonMissing(Refusal):
    """Whoever is not satisfied says why (practice by TT 01/2018/TT-VPCP; law.md 7.2)."""

    code = "survey-reason-missing"


class CommentTooLong(Refusal):
    """Words for the office have at most `count_max` letters."""

    code = "survey-comment-too-long"


class ContactTooLong(Refusal):
    """A phone or mailbox has at most `count_max` letters."""

    code = "survey-contact-too-long"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInput:
    """As it was sent: a level of each question, reasons ticked, and what was written by own will."""

    choices: Mapping[str, str]
    reasons: frozenset[str] = frozenset()
    comment: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer that counts. `points` of 10,000, so that a weighted mean keeps two decimals."""

    choices: tuple[tuple[str, int], ...]
    reasons: tuple[str, ...]
    comment: str
    contact: str
    points: int
    is_satisfied: bool
    is_bad: bool


def decide_answer(form: Form, given: AnswerInput) -> Answered:
    """Refusals: ManyProblems of QuestionUnanswered, ReasonMissing, CommentTooLong, ContactTooLong."""
    known = {str(level.value): level for level in form.levels}
    chosen = {
        one.key: known[given.choices.get(one.key, "")]
        for one in form.questions
        if given.choices.get(one.key, "") in known
    }
    problems: list[Refusal] = [
        QuestionUnanswered(field=one.key) for one in form.questions if one.key not in chosen
    ]
    reasons = tuple(one.key for one in form.reasons if one.key in given.reasons)
    is_bad = any(level.is_bad for level in chosen.values())
    if is_bad and not reasons:
        problems.append(ReasonMissing(field="reasons"))
    comment, contact = plain_words(given.comment), plain_words(given.contact)
    if len(comment) > COMMENT_MAX:
        problems.append(CommentTooLong(field="comment", count_max=COMMENT_MAX))
    if len(contact) > CONTACT_MAX:
        problems.append(ContactTooLong(field="contact", count_max=CONTACT_MAX))
    if problems:
        raise ManyProblems(problems)
    values = {key: level.value for key, level in chosen.items()}
    points = points_of(form, values)
    return Answered(
        choices=tuple(values.items()),
        reasons=reasons if is_bad else (),
        comment=comment,
        contact=contact,
        points=points,
        is_satisfied=is_satisfied(form, values, points),
        is_bad=is_bad,
    )


def points_of(form: Form, values: Mapping[str, int]) -> int:
    """The mean of the points by weight, of 10,000, rounded half up once."""
    weights = sum(one.weight for one in form.questions)
    total = sum(one.weight * form.level(values[one.key]).points for one in form.questions)
    return int((Fraction(total, weights) * 100 * 2 + 1) // 2)


def is_satisfied(form: Form, values: Mapping[str, int], points: int) -> bool:
    """By the question about the whole where there is one, else by the points."""
    for one in form.questions:
        if one.is_overall:
            return form.level(values[one.key]).is_satisfied
    return points >= form.satisfied_from * 100
