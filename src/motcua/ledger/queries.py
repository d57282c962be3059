"""Reading the ledger: the facts about a subject, and the fact a repeated request made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from django.db.models import Q

from motcua.database.statements import Statement, run
from motcua.ledger.models import Fact, Stream


@dataclass(frozen=True, kw_only=True, slots=True)
class FactRow:
    """One fact as read: envelope and payload as plain values."""

    id: int
    code: str
    code_version: int
    subject_id: int
    subject_seq: int
    stream_seq: int
    occurred_at: datetime
    recorded_at: datetime
    actor: dict[str, Any]
    payload: dict[str, Any]
    digest: str


def facts_about(kind: str, subject_id: int) -> list[FactRow]:
    """All facts about one subject in their order; served by `fact_place_in_subject`. One query."""
    facts = Fact.objects.filter(subject_kind=kind, subject_id=subject_id)
    return read(facts.order_by("subject_seq"))


def fact_about(kind: str, subject_id: int, seq: int) -> FactRow | None:
    """The fact at this place of a subject; served by `fact_place_in_subject`. One query."""
    found = Fact.objects.filter(subject_kind=kind, subject_id=subject_id, subject_seq=seq)
    return next(iter(read(found)), None)


def facts_about_many(kind: str, first_id: int, last_id: int) -> list[FactRow]:
    """The facts about the subjects with ids in that range, each subject's in order. One query."""
    facts = Fact.objects.filter(subject_kind=kind, subject_id__range=(first_id, last_id))
    return read(facts.order_by("subject_id", "subject_seq"))


def facts_about_these(subjects: Mapping[str, Collection[int]], *, rows_max: int) -> list[FactRow]:
    """The newest facts about several subjects by kind, newest first. One query, by the same index."""
    wanted = Q(pk__in=())
    for kind, ids in subjects.items():
        wanted |= Q(subject_kind=kind, subject_id__in=list(ids))
    return read(Fact.objects.filter(wanted).order_by("-id")[:rows_max])


def first_facts_about(kind: str, subject_ids: Collection[int]) -> list[FactRow]:
    """The fact that each of these subjects began with; `fact_place_in_subject`. One query, none for
    nobody."""
    if not subject_ids:
        return []
    began = Fact.objects.filter(subject_kind=kind, subject_id__in=list(subject_ids), subject_seq=1)
    return read(began.order_by("subject_id"))


def facts_about_each(kind: str, subject_ids: Collection[int]) -> list[FactRow]:
    """All facts about these subjects, each subject's in order. One query, none for nobody; served by
    `fact_place_in_subject`."""
    if not subject_ids:
        return []
    facts = Fact.objects.filter(subject_kind=kind, subject_id__in=list(subject_ids))
    return read(facts.order_by("subject_id", "subject_seq"))


def recorded_since(kind: str, subject_ids: Collection[int], moment: datetime) -> list[int]:
    """Which of these subjects have facts recorded after the moment. One query, by the same index."""
    later = Fact.objects.filter(
        subject_kind=kind, subject_id__in=list(subject_ids), recorded_at__gt=moment
    )
    return sorted(set(later.values_list("subject_id", flat=True)))


def facts_of_kind(kind: str) -> Iterator[FactRow]:
    """Every fact about subjects of a kind in the order they were written; memory is bounded."""
    facts = Fact.objects.filter(subject_kind=kind).order_by("id")
    for fact in facts.iterator(chunk_size=2000):
        yield from read([fact])


def heads_of_chains(beginning: str) -> dict[str, int]:
    """How far each chain whose name begins so has come. One query; there is a chain per agency."""
    rows = Stream.objects.filter(name__startswith=beginning).order_by("name")
    return dict(rows.values_list("name", "last_seq"))


def facts_of_chain(
    name: str,
    *,
    after: int,
    until: int,
    codes: Collection[str],
    recorded_after: datetime | None = None,
    rows_max: int | None = None,
) -> list[FactRow]:
    """The facts of a chain in the range (after, until] with one of these codes, in their order; only those
    recorded later than a moment, and the first `rows_max` of them, where told. The places of a chain have no
    gap, and whoever sees its head sees them all. One query, served by `fact_place_in_stream`."""
    facts = Fact.objects.filter(
        stream_id=name, stream_seq__gt=after, stream_seq__lte=until, code__in=list(codes)
    )
    if recorded_after is not None:
        facts = facts.filter(recorded_at__gt=recorded_after)
    return read(facts.order_by("stream_seq")[:rows_max])


def fact_of_request(key: str) -> Fact | None:
    """The fact that an outside request with this key has made, if it has."""
    return Fact.objects.filter(request_key=key).first()


BY_REQUEST = "SELECT subject_id, request_digest FROM ledger_fact WHERE request_key = %s"


def subject_of_request(key: str) -> tuple[int, str] | None:
    """Id of the subject of the fact that an outside request has made, and the request's digest.

    Each act with a key asks this first, so the statement is written out; served by the unique
    index of keys. One query.
    """
    (found,) = run([Statement(BY_REQUEST, (key,))])
    return (int(found[0]), str(found[1])) if found else None


FIRST_PAYLOAD = "SELECT payload FROM ledger_fact WHERE subject_kind = %s AND subject_id = %s AND subject_seq = 1"


def began_with(kind: str, subject_id: int) -> dict[str, Any]:
    """What the first fact about a subject says; {} where there is none. Asked after each reception
    by a program, so the statement is written out; by `fact_place_in_subject`. One query."""
    (found,) = run([Statement(FIRST_PAYLOAD, (kind, subject_id))])
    told: dict[str, Any] = orjson.loads(found[0]) if found else {}
    return told


LAST_OF_STREAM = "SELECT last_seq FROM ledger_stream WHERE name = %s"
LAST_ABOUT = (
    "SELECT subject_seq FROM ledger_fact WHERE subject_kind = %s AND subject_id = %s"
    " ORDER BY subject_seq DESC LIMIT 1"
)


def last_of_stream(name: str) -> int:
    """How far a chain has come: open pages ask it to learn of changes. By its key; one query."""
    return _number(Statement(LAST_OF_STREAM, (name,)))


def last_about(kind: str, subject_id: int) -> int:
    """The place of the last fact about a subject, 0 without any; by `fact_place_in_subject`. One query."""
    return _number(Statement(LAST_ABOUT, (kind, subject_id)))


def _number(asked: Statement) -> int:
    (found,) = run([asked])
    return int(found[0]) if found else 0


def read(facts: Iterable[Fact]) -> list[FactRow]:
    return [
        FactRow(
            id=fact.id,
            code=fact.code,
            code_version=fact.code_version,
            subject_id=fact.subject_id,
            subject_seq=fact.subject_seq,
            stream_seq=fact.stream_seq,
            occurred_at=fact.occurred_at,
            recorded_at=fact.recorded_at,
            actor=orjson.loads(fact.actor),
            payload=orjson.loads(fact.payload),
            digest=fact.digest,
        )
        for fact in facts
    ]


def next_seq(kind: str, subject_id: int) -> int:
    """The place of the next fact about this subject. Call it with the subject's row locked."""
    return Fact.objects.filter(subject_kind=kind, subject_id=subject_id).count() + 1


def who_did(kind: str, code: str, subject_ids: Collection[int]) -> dict[int, str]:
    """By subject, the name of whoever made the last fact of this code about it. One query, served by
    `fact_place_in_subject`; none without subjects."""
    if not subject_ids:
        return {}
    facts = Fact.objects.filter(subject_kind=kind, subject_id__in=list(subject_ids), code=code)
    rows = facts.order_by("subject_id", "subject_seq").values_list("subject_id", "actor")
    return {subject: orjson.loads(actor).get("name", "") for subject, actor in rows}


def moments_about(
    kind: str, subject_ids: Collection[int], codes: Collection[str]
) -> Iterator[tuple[int, str, datetime]]:
    """(subject, code, when it happened) of the facts with these codes about these subjects, each
    subject's in order; nothing else of them is read. One query, none for nobody; served by
    `fact_place_in_subject`."""
    if not subject_ids:
        return iter(())
    facts = Fact.objects.filter(
        subject_kind=kind, subject_id__in=list(subject_ids), code__in=list(codes)
    )
    rows = facts.order_by("subject_id", "subject_seq")
    return iter(rows.values_list("subject_id", "code", "occurred_at"))
