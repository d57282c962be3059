"""Facts of a chain that are written many at once: bound as `recording` binds each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.database.filling import Row, Sheet
from motcua.database.statements import run
from motcua.kernel.event import instant_text
from motcua.ledger.heads import lock_head
from motcua.ledger.models import Fact
from motcua.ledger.rules.chain import Link, digest

FACTS = Sheet(
    Fact,
    (
        "stream_id",
        "stream_seq",
        "subject_kind",
        "subject_id",
        "subject_seq",
        "code",
        "code_version",
        "occurred_at",
        "recorded_at",
        "actor",
        "payload",
        "request_id",
        "request_key",
        "request_digest",
        "previous_digest",
        "digest",
    ),
)


@dataclass(slots=True)
class Chain:
    """The end of a chain that is being loaded: place and digest of its last fact."""

    stream: str
    last_seq: int = 0
    last_digest: str = ""

    def bind(
        self,
        *,
        at: datetime,
        subject: tuple[str, int, int],
        code: tuple[str, int],
        actor: str,
        payload: str,
        request_id: str,
    ) -> Row:
        """The row of the next fact. `subject`: kind, id, place; `code` with its version."""
        kind, subject_id, seq = subject
        previous, self.last_seq = self.last_digest, self.last_seq + 1
        self.last_digest = digest(
            Link(
                stream=self.stream,
                stream_seq=self.last_seq,
                subject_kind=kind,
                subject_id=subject_id,
                subject_seq=seq,
                code=code[0],
                code_version=code[1],
                occurred_at=at,
                recorded_at=at,
                actor=actor,
                payload=payload,
                request_id=request_id,
                request_key=None,
                request_digest="",
                previous_digest=previous,
            )
        )
        when = instant_text(at)
        return (
            self.stream, self.last_seq, kind, subject_id, seq, *code, when, when, actor, payload,
            request_id, None, "", previous, self.last_digest,
        )  # fmt: skip


def put_end(chain: Chain) -> None:
    """Begin the chain in the table of chains, and make its last fact its end."""
    head, _answers = lock_head(chain.stream)
    run([head.moved_to(chain.last_seq, chain.last_digest)])
