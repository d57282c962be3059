"""A request with an `Idempotency-Key` acts once, however often it is sent."""

from __future__ import annotations

from typing import Annotated

from ninja import Header
from pydantic import BaseModel

from motcua.kernel.actor import Actor
from motcua.ledger.queries import FactRow, fact_of_request, read, subject_of_request
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest

REPLAYED = "Idempotent-Replayed"
KEY_LENGTH_MAX = 60

IdempotencyKey = Annotated[
    str | None,
    Header(
        None,
        alias="Idempotency-Key",
        max_length=KEY_LENGTH_MAX,
        pattern=r"^[!-~]{1,60}$",
        description="Your own name for this request, e.g. a UUID. The same key with the same body "
        "gets the same answer again; with another body it is refused (409).",
    ),
]


def request_key(
    actor: Actor, key: str | None, body: BaseModel, *, about: str = ""
) -> RequestKey | None:
    """The key within the position that the token stands for, and the digest of what is asked.

    `about` names what the address says beside the body: the dossier and the act.
    """
    if not key:
        return None
    told = body.model_dump(mode="json", exclude_unset=True)
    digest = content_digest({"about": about, "body": told} if about else told)
    return RequestKey(key=f"api:{actor.holding_id}:{key}", digest=digest)


def fact_made_before(request: RequestKey | None) -> FactRow | None:
    """The fact that the same request has made; None for a new key, or one that means another
    thing (which the command refuses)."""
    made = subject_of_request(request.key) if request else None
    if made is None or request is None or made[1] != request.digest:
        return None
    fact = fact_of_request(request.key)
    return read([fact])[0] if fact else None
