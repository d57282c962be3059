"""How whoever sent feedback can be reached, for telling him; asked by the system, not by officers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.feedback.models import Petition
from motcua.feedback.queries.following import HANDED_ON_MAX

COLUMNS = (
    "id", "code", "agency_id", "answer_due_at", "sender_phone", "sender_email", "citizen_id",
    "is_anonymous", "forwarded_from_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """What a notice may need: never a name, never what was said.

    `code` is the one that he follows it with, whichever register it is in now. `is_taken_over`: it came
    from another agency, which has told him so.
    """

    id: int
    code: str
    agency_id: int
    due_at: datetime | None
    phone: str
    email: str
    citizen_id: int | None
    is_anonymous: bool
    is_taken_over: bool


def senders(petition_ids: Collection[int]) -> dict[int, Sender]:
    """By petition. One query, and one for each time that some were handed on; none for nobody."""
    if not petition_ids:
        return {}
    found: dict[int, Sender] = {}
    earlier: dict[int, int] = {}
    for row in Petition.objects.filter(pk__in=sorted(set(petition_ids))).values(*COLUMNS):
        if row["forwarded_from_id"]:
            earlier[row["id"]] = row["forwarded_from_id"]
        found[row["id"]] = Sender(
            id=row["id"],
            code=row["code"],
            agency_id=row["agency_id"],
            due_at=row["answer_due_at"],
            phone=row["sender_phone"],
            email=row["sender_email"],
            citizen_id=row["citizen_id"],
            is_anonymous=row["is_anonymous"],
            is_taken_over=row["forwarded_from_id"] is not None,
        )
    for _time in range(HANDED_ON_MAX):
        if not earlier:
            break
        rows = Petition.objects.filter(pk__in=sorted(set(earlier.values())))
        before = {row.pk: row for row in rows.only("pk", "code", "forwarded_from")}
        for now_id, one in list(earlier.items()):
            found[now_id] = replace(found[now_id], code=before[one].code)
            further = before[one].forwarded_from_id
            if further is None:
                del earlier[now_id]
            else:
                earlier[now_id] = further
    return found
