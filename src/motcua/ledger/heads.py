"""The end of each chain: read for the catalogue's revision, locked and moved by each fact.

Asked for by nearly every request and every act, so the statements are written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.database.statements import Statement, run

READ = "SELECT last_seq, last_digest FROM ledger_stream WHERE name = %s"
DIGEST_BESIDE = "(SELECT last_digest FROM ledger_stream WHERE name = %s)"
"""The digest of the last fact of a chain as a column of another statement, null when it has none."""
MAKE = (
    "INSERT INTO ledger_stream (name, last_seq, last_digest) VALUES (%s, 0, '') "
    "ON CONFLICT DO NOTHING"
)
MOVE = "UPDATE ledger_stream SET last_seq = %s, last_digest = %s WHERE name = %s"


@dataclass(slots=True)
class Head:
    """Place and digest of the last fact of a chain; 0 and "" before the first."""

    stream: str
    last_seq: int
    last_digest: str

    def moved_to(self, seq: int, digest: str) -> Statement:
        """Make this the place of a new last fact; the statement says so to the database."""
        self.last_seq, self.last_digest = seq, digest
        return Statement(MOVE, (seq, digest, self.stream))


def last_digest(stream: str) -> str:
    """The digest of the last fact of a chain; "" when it has none. One query."""
    (row,) = run([Statement(READ, (stream,))])
    return str(row[1]) if row else ""


def lock_head(stream: str, *asked: Statement) -> tuple[Head, list[Any]]:
    """The head, made on first use and locked until commit; before it, in the same journey, what
    else is asked: one value each. One journey, two the first time."""
    # SQLite has no locks of rows and needs none: a writer is alone there.
    lock = " FOR NO KEY UPDATE" if connection.features.has_select_for_no_key_update else ""
    locked = Statement(READ + lock, (stream,))
    *answers, row = run([*asked, locked])
    if row is None:
        _made, row = run([Statement(MAKE, (stream,)), locked])
    assert row is not None
    return Head(stream, int(row[0]), str(row[1])), [answer and answer[0] for answer in answers]
