"""The access log is sealed into the ledger: once sealed, a note that is altered or gone is found.

Notes are not chained one by one, so that reading a page never waits for another reader; a seal,
taken each night, binds all notes since the last one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from motcua.audit.events import AccessLogSealed
from motcua.audit.models import AccessLog
from motcua.kernel.actor import Actor
from motcua.kernel.event import plain
from motcua.ledger.queries import facts_of_kind, next_seq
from motcua.ledger.recording import Subject, recording

SUBJECT = "access-log"
STREAM = "audit"
# A note whose transaction began before may still arrive with a lower id.
SETTLED = timedelta(minutes=10)
FIELDS = (
    "id",
    "at",
    "user_id",
    "agency_id",
    "actor",
    "act",
    "subject_kind",
    "subject_id",
    "detail",
    "outcome",
    "request_id",
    "address",
)


@dataclass(frozen=True, slots=True)
class SealBroken:
    """The sealed notes are not what they were: `notes` then and now."""

    first_id: int
    last_id: int
    sealed: int
    found: int


def seal_access_log(*, actor: Actor, at: datetime) -> int:
    """Seal what has been noted since the last seal; returns how many notes."""
    first_id = max((fact.payload["last_id"] for fact in facts_of_kind(SUBJECT)), default=0) + 1
    settled = AccessLog.objects.filter(pk__gte=first_id, at__lt=at - SETTLED)
    last_id = settled.order_by("-pk").values_list("pk", flat=True).first()
    if last_id is None:
        return 0
    notes, sha256 = _digest(first_id, last_id)
    with recording(actor, at) as record:
        record.append(
            AccessLogSealed(first_id=first_id, last_id=last_id, notes=notes, sha256=sha256),
            about=Subject(SUBJECT, 0, next_seq(SUBJECT, 0)),
            stream=STREAM,
        )
    return notes


def broken_seals() -> Iterator[SealBroken]:
    """Every sealed stretch of the log that does not read as it did."""
    for fact in facts_of_kind(SUBJECT):
        told = fact.payload
        found, sha256 = _digest(told["first_id"], told["last_id"])
        if (found, sha256) != (told["notes"], told["sha256"]):
            yield SealBroken(told["first_id"], told["last_id"], told["notes"], found)


def _digest(first_id: int, last_id: int) -> tuple[int, str]:
    digest, count = hashlib.sha256(), 0
    rows = AccessLog.objects.filter(pk__range=(first_id, last_id)).order_by("pk")
    for values in rows.values_list(*FIELDS).iterator(chunk_size=2000):
        digest.update(orjson.dumps(plain(list(values))))
        count += 1
    return count, digest.hexdigest()
