"""Answers are sealed into the ledger each night: from then on one that is altered or gone is found.

They are not chained one by one, since the instant of a fact would lead to the person who was at the
counter; a seal binds all answers since the last one, as with the access log.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson

from motcua.kernel.actor import Actor
from motcua.kernel.event import plain
from motcua.ledger.queries import facts_of_kind, next_seq
from motcua.ledger.recording import Subject, recording
from motcua.surveys.events import SurveyAnswersSealed
from motcua.surveys.models import SurveyAnswer, SurveySeal

SUBJECT = "survey-answers"
STREAM = "surveys"
PIECE = 2000
FIELDS = (
    "key",
    "agency_id",
    "procedure_id",
    "occasion",
    "day",
    "way",
    "device_id",
    "form_key",
    "choices",
    "reasons",
    "points",
    "is_satisfied",
    "is_bad",
    "is_invited",
    "signs",
)


@dataclass(frozen=True, slots=True)
class SurveySealBroken:
    """The answers of a sealing are not what they were."""

    lot: int
    sealed: int
    found: int


def seal_answers(*, actor: Actor, at: datetime) -> int:
    """Seal what has come since the last seal; how many answers."""
    with recording(actor, at) as record:
        record.lock(STREAM)
        lot = next_seq(SUBJECT, 0)
        keys = _unsealed()
        if not keys:
            return 0
        SurveySeal.objects.bulk_create(
            [SurveySeal(answer_id=key, lot=lot) for key in keys], batch_size=PIECE
        )
        answers, sha256 = _digest(lot)
        record.append(
            SurveyAnswersSealed(answers=answers, sha256=sha256),
            about=Subject(SUBJECT, 0, lot),
            stream=STREAM,
        )
    return answers


def broken_survey_seals() -> Iterator[SurveySealBroken]:
    """Every sealing whose answers do not read as they did."""
    for fact in facts_of_kind(SUBJECT):
        found, sha256 = _digest(fact.subject_seq)
        if (found, sha256) != (fact.payload["answers"], fact.payload["sha256"]):
            yield SurveySealBroken(fact.subject_seq, fact.payload["answers"], found)


def _unsealed() -> list[str]:
    sealed = SurveySeal.objects.values("answer")
    return list(SurveyAnswer.objects.exclude(pk__in=sealed).values_list("key", flat=True))


def _digest(lot: int) -> tuple[int, str]:
    digest, count = hashlib.sha256(), 0
    rows = SurveyAnswer.objects.filter(pk__in=SurveySeal.objects.filter(lot=lot).values("answer"))
    for values in rows.order_by("key").values_list(*FIELDS).iterator(chunk_size=PIECE):
        digest.update(orjson.dumps(plain(list(values))))
        count += 1
    return count, digest.hexdigest()
