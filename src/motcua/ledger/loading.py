"""Facts of a chain that are written many at once: bound as `recording` binds each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from motcua.database.filling import Row, Sheet, copied
from motcua.database.statements import run
from motcua.ledger.heads import lock_head
from motcua.ledger.models import Fact
from motcua.ledger.rules.chain import digest_of

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
class Unbound:
    """A fact that has no place in its chain yet; `at` as UTC text, `actor` and `payload` canonical."""

    at: str
    actor: str
    request_id: str
    kind: str
    subject_id: int
    seq: int
    code: str
    version: int
    payload: str


@dataclass(slots=True)
class Chain:
    """The end of a chain that is being loaded: place and digest of its last fact."""

    stream: str
    last_seq: int = 0
    last_digest: str = ""

    def bind(self, told: Unbound) -> Row:
        """The row of the next fact."""
        parts = self._bound(told)
        return (*parts, self.last_digest)

    def bind_line(self, told: Unbound) -> str:
        """The same as a line of COPY; JSON has no characters to be escaped but backslashes."""
        *first, actor, payload, request_id, _key, _digest, previous = self._bound(told)
        texts = [text.replace("\\", "\\\\") for text in (actor, payload)]
        ends = (copied(request_id), "\\N", "", previous, self.last_digest)
        return "\t".join([*map(str, first), *texts, *ends])

    def _bound(self, told: Unbound) -> list[Any]:
        previous, self.last_seq = self.last_digest, self.last_seq + 1
        parts = [
            self.stream, self.last_seq, told.kind, told.subject_id, told.seq, told.code,
            told.version, told.at, told.at, told.actor, told.payload, told.request_id, None, "",
            previous,
        ]  # fmt: skip
        self.last_digest = digest_of(parts)
        return parts


def put_end(chain: Chain) -> None:
    """Begin the chain in the table of chains, and make its last fact its end."""
    head, _answers = lock_head(chain.stream)
    run([head.moved_to(chain.last_seq, chain.last_digest)])
