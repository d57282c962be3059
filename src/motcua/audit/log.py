"""The one way to write the access log.

`note` is one INSERT in a transaction of its own, and refuses to run inside another one: call it
from the entrance, before or after the command or query, never within. So what was tried stays on
record when the business transaction is rolled back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from motcua.audit.models import AccessLog
from motcua.kernel.actor import Actor
from motcua.kernel.event import plain
from motcua.ledger.rules.chain import canonical


class Outcome(StrEnum):
    ALLOWED = "ALLOWED"
    DENIED = "DENIED"


DETAIL_LENGTH_MAX = 4000


def note(
    actor: Actor,
    at: datetime,
    act: str,
    *,
    subject_kind: str = "",
    subject_id: int | None = None,
    detail: Mapping[str, Any] | None = None,
    outcome: Outcome = Outcome.ALLOWED,
    address: str = "",
) -> None:
    """Keep that somebody read, searched, exported or tried something.

    `act` is a code such as `dossier.read`; `detail` holds plain values (never a whole result);
    `address` is where the request came from. Raises RuntimeError inside a transaction.
    """
    told = canonical(plain(dict(detail))) if detail else ""
    with transaction.atomic(durable=True):
        AccessLog.objects.create(
            at=at,
            user_id=actor.user_id,
            agency_id=actor.agency_id,
            actor=canonical(actor.envelope()),
            act=act,
            subject_kind=subject_kind,
            subject_id=subject_id,
            detail=told if len(told) <= DETAIL_LENGTH_MAX else canonical({"too_long": len(told)}),
            outcome=outcome,
            request_id=actor.request_id,
            address=address,
        )
