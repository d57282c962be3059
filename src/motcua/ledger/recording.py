"""The one way to change anything: a transaction that also keeps the fact of it.

    with recording(actor, at) as record:
        ... write rows ...
        record.add(DossierParty, [...])
        record.append(event, about=Subject("dossier", dossier_id, seq), stream=stream)

One of the three pieces of machinery of the house. If the body fails, neither rows nor facts
remain; if it succeeds, both do. Rows that nothing else waits for are given to `add`: they go to
the database with the fact, in one journey.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Model

from motcua.database.inserting import Values, insertions
from motcua.database.statements import Statement, run
from motcua.kernel.actor import Actor
from motcua.kernel.event import Event
from motcua.ledger.heads import Head, lock_head
from motcua.ledger.models import Fact
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


class RowsWithoutFact(Exception):
    """Rows were added and no fact followed: a fault of the command, which keeps neither."""


class Record:
    """Appends facts to their chains. A chain is taken last: it stays locked until commit."""

    def __init__(self, actor: Actor, at: datetime, request: RequestKey | None) -> None:
        self.actor = actor
        self.at = at
        self._request = request
        self._actor_text = canonical(actor.envelope())
        self._heads: dict[str, Head] = {}
        self._waiting: list[Statement] = []

    def lock(self, stream: str, *asked: Statement) -> list[Any]:
        """Take the chain now; in the same journey have the value that each statement asks for."""
        self._heads[stream], answers = lock_head(stream, *asked)
        return answers

    def add(self, model: type[Model], rows: Iterable[Values]) -> None:
        """Rows to be written with the next fact. See `database.inserting` for their shape."""
        self._waiting += insertions(model, rows)

    def carry(self, statements: Iterable[Statement]) -> None:
        """Statements to travel with the next fact, after the rows that wait already."""
        self._waiting += statements

    def append(
        self,
        event: Event,
        *,
        about: Subject,
        stream: str = OFFICE_STREAM,
        occurred_at: datetime | None = None,
    ) -> None:
        """Write the rows that wait and one fact at the end of `stream` (made on first use)."""
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
        fact = digest(link)
        waiting, self._waiting = self._waiting, []
        moved = head.moved_to(link.stream_seq, fact)
        run([*waiting, *insertions(Fact, [_row(link, fact)]), moved])

    def _head(self, stream: str) -> Head:
        if stream not in self._heads:
            self.lock(stream)
        return self._heads[stream]

    def close(self) -> None:
        if self._waiting:
            raise RowsWithoutFact


def _row(link: Link, digest_of_link: str) -> Values:
    values = {spec.name: getattr(link, spec.name) for spec in fields(link)}
    values["stream_id"] = values.pop("stream")
    return {**values, "digest": digest_of_link}


@contextmanager
def recording(actor: Actor, at: datetime, *, request: RequestKey | None = None) -> Iterator[Record]:
    """One transaction for rows and facts. `at` is the legal time of the act (aware)."""
    with transaction.atomic():
        record = Record(actor, at, request)
        yield record
        record.close()
