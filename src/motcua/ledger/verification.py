"""Does the ledger still say what it said? Walks every chain and names each row that does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.kernel.progress import Passed, unsaid
from motcua.ledger.models import Fact, Stream
from motcua.ledger.rules.chain import Link, digest

PIECE = 2000


@dataclass(frozen=True, slots=True)
class Flaw:
    """One place where the chain is broken. `kind`: altered, unlinked, missing, cut, foreign."""

    stream: str
    stream_seq: int
    kind: str
    fact_id: int | None = None
    subject: str = ""


def verify(stream: str | None = None, *, passed: Passed = unsaid) -> Iterator[Flaw]:
    """Every flaw of one chain, or of all. Memory is bounded: facts are read in pieces.

    `passed` is told of every 2,000 facts.
    """
    heads = Stream.objects.order_by("name")
    for head in heads.filter(pk=stream) if stream else heads:
        yield from _walk(head, passed)


def _walk(head: Stream, passed: Passed) -> Iterator[Flaw]:
    expected_seq, previous = 1, ""
    facts = Fact.objects.filter(stream=head).order_by("stream_seq")
    for fact in facts.iterator(chunk_size=PIECE):
        subject = f"{fact.subject_kind} {fact.subject_id}"
        while expected_seq < fact.stream_seq:
            yield Flaw(head.name, expected_seq, "missing")
            expected_seq += 1
            previous = fact.previous_digest
        if fact.previous_digest != previous:
            yield Flaw(head.name, fact.stream_seq, "unlinked", fact.id, subject)
        if digest(_link(fact)) != fact.digest:
            yield Flaw(head.name, fact.stream_seq, "altered", fact.id, subject)
        expected_seq, previous = fact.stream_seq + 1, fact.digest
        if not fact.stream_seq % PIECE:
            passed(PIECE)
    if (head.last_seq, head.last_digest) != (expected_seq - 1, previous):
        yield Flaw(head.name, expected_seq, "cut")


def _link(fact: Fact) -> Link:
    return Link(
        stream=fact.stream_id,
        stream_seq=fact.stream_seq,
        subject_kind=fact.subject_kind,
        subject_id=fact.subject_id,
        subject_seq=fact.subject_seq,
        code=fact.code,
        code_version=fact.code_version,
        occurred_at=fact.occurred_at,
        recorded_at=fact.recorded_at,
        actor=fact.actor,
        payload=fact.payload,
        request_id=fact.request_id,
        request_key=fact.request_key,
        request_digest=fact.request_digest,
        previous_digest=fact.previous_digest,
    )
