"""The one way to change anything: a transaction that also keeps the fact of it.

    with recording(actor, at) as record:
        ... write rows ...
        record.append(event, about=Subject("dossier", dossier.id, seq), stream=stream)

One of the three pieces of machinery of the house. If the body fails, neither rows nor facts
remain; if it succeeds, both do.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from motcua.kernel.actor import Actor
from motcua.kernel.event import Event
from motcua.ledger.models import Fact, Stream
from motcua.ledger.rules.chain import Link, canonical, digest

OFFICE_STREAM = "office"


def agency_stream(agency_id: int) -> str:
    """The chain that holds what an agency did."""
    return f"agency-{agency_id}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a fact is about, and the place of the fact among those about it (from 1)."""

    kind: str
    id: int
    seq: int


@dataclass(frozen=True, slots=True)
class RequestKey:
    """An outside request that must act once: its key and the digest of what was asked."""

    key: str
    digest: str


class Record:
    """Appends facts to their chains. Take the chain last: its row stays locked until commit."""

    def __init__(self, actor: Actor, at: datetime, request: RequestKey | None) -> None:
        self.actor = actor
        self.at = at
        self._request = request
        self._actor_text = canonical(actor.envelope())
        self._heads: dict[str, Stream] = {}

    def append(
        self,
        event: Event,
        *,
        about: Subject,
        stream: str = OFFICE_STREAM,
        occurred_at: datetime | None = None,
    ) -> Fact:
        """Write one fact at the end of `stream` (made on first use) and return it."""
        head = self._head(stream)
        request, self._request = self._request, None
        link = Link(
            stream=stream,
            stream_seq=head.last_seq + 1,
            subject_kind=about.kind,
            subject_id=about.id,
            subject_seq=about.seq,
            code=event.code,
            code_version=event.version,
            occurred_at=occurred_at or self.at,
            recorded_at=self.at,
            actor=self._actor_text,
            payload=canonical(event.payload()),
            request_id=self.actor.request_id,
            request_key=request.key if request else None,
            request_digest=request.digest if request else "",
            previous_digest=head.last_digest,
        )
        values = asdict(link)
        values["stream_id"] = values.pop("stream")
        fact = Fact.objects.create(**values, digest=digest(link))
        head.last_seq, head.last_digest = link.stream_seq, fact.digest
        return fact

    def _head(self, stream: str) -> Stream:
        if stream not in self._heads:
            self._heads[stream] = _locked_head(stream)
        return self._heads[stream]

    def close(self) -> None:
        for head in self._heads.values():
            Stream.objects.filter(pk=head.pk).update(
                last_seq=head.last_seq, last_digest=head.last_digest
            )


def _locked_head(stream: str) -> Stream:
    locked = Stream.objects.select_for_update(no_key=True).filter(pk=stream)
    head = locked.first()
    if head is None:
        Stream.objects.bulk_create([Stream(name=stream)], ignore_conflicts=True)
        head = locked.get()
    return head


@contextmanager
def recording(actor: Actor, at: datetime, *, request: RequestKey | None = None) -> Iterator[Record]:
    """One transaction for rows and facts. `at` is the legal time of the act (aware)."""
    with transaction.atomic():
        record = Record(actor, at, request)
        yield record
        record.close()
