"""When something is late: the one definition, for lists, figures, promises and what a sender reads.

Late is what was done after its day, or is not done when its day has passed; asked of a moment, only what was
known then counts. Basis: 5.1 of QĐ 766/QĐ-TTg (law.md 7.1), as of a cut-off (law.md 8.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.feedback.vocabulary import Act


def is_late(due_at: datetime | None, done_at: datetime | None, at: datetime) -> bool:
    """At a moment: done by then after its day, or not done by then and its day is past."""
    done = done_at if done_at is not None and done_at <= at else at
    return due_at is not None and done > due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LivedStep:
    """A step as far as it decides what became of one. `answer_due_at`: until when after it."""

    act: Act
    at: datetime
    answer_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What had become of one at a moment. `end`: the step that ended it, None while it is open."""

    end: LivedStep | None
    answer_due_at: datetime | None
    is_published: bool


ENDS = frozenset({Act.REFUSE, Act.ACCEPT_OFFER, Act.FORWARD_OUTSIDE, Act.ANSWER})
SHOWN = frozenset({Act.PUBLISH, Act.WITHDRAW, Act.REOPEN})


def life_of(steps: Iterable[LivedStep], at: datetime) -> Life:
    """By its steps up to the moment: the last deciding one; one taken up again is open again."""
    end: LivedStep | None = None
    due_at: datetime | None = None
    is_published = False
    for step in steps:
        if step.at > at:
            break
        if end is None or step.act is Act.REOPEN:
            due_at = step.answer_due_at
        if step.act is Act.REOPEN:
            end = None
        elif step.act in ENDS or (step.act is Act.CLOSE and end is None):
            end = step
        if step.act in SHOWN:
            is_published = step.act is Act.PUBLISH
    return Life(end=end, answer_due_at=due_at, is_published=is_published)


def is_answer_late(life: Life, at: datetime) -> bool:
    """Whether the answer was late at the moment."""
    answered_at = life.end.at if life.end and life.end.act is Act.ANSWER else None
    return is_late(life.answer_due_at, answered_at, at)
