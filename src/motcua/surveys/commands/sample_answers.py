"""Invented answers for the sample office, so that its pages show figures: by chance, the same each time.

They come by the rules of any answer (one an invitation, a reason where somebody is not satisfied), and say
nothing of anybody: the people of the sample office are invented too.
"""

from __future__ import annotations

import random
from datetime import datetime

from django.db import transaction

from motcua.surveys.commands.answering import asking_for, keep_invited
from motcua.surveys.models import Invitation
from motcua.surveys.refusals import NothingAsked
from motcua.surveys.rules.answers import AnswerInput, decide_answer
from motcua.surveys.vocabulary import AnswerWay, Form

ANSWERED = 0.6
LEVELS = (0.55, 0.9)
"""How many choose the best level, how many at least the one below it."""


def answer_some(*, at: datetime, seed: int) -> int:
    """Six of ten invited answer, nine of ten of them content; how many answered."""
    chance, answered = random.Random(seed), 0  # noqa: S311  # nothing secret
    for row in Invitation.objects.filter(is_used=False).order_by("id"):
        if chance.random() >= ANSWERED:
            continue
        try:
            asking = asking_for(row, chance.choice((AnswerWay.LINK, AnswerWay.PAPER)))
        except NothingAsked:
            continue
        with transaction.atomic():
            keep_invited(asking, decide_answer(asking.form, _invented(asking.form, chance)), at=at)
        answered += 1
    return answered


def _invented(form: Form, chance: random.Random) -> AnswerInput:
    """One mood for all questions: who is content is so mostly throughout."""
    drawn = chance.random()
    place = sum(drawn >= share for share in LEVELS)
    level = sorted(form.levels, key=lambda one: -one.value)[place]
    return AnswerInput(
        choices={one.key: str(level.value) for one in form.questions},
        reasons=frozenset({chance.choice(form.reasons).key}) if level.is_bad else frozenset(),
    )
