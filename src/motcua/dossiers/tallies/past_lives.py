"""What dossiers went through, without anybody's name: to try out what another process would have made of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson
from django.db.models import QuerySet

from motcua.dossiers.models import Dossier
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import BEFORE_RECEPTION, Act
from motcua.ledger.queries import moments_about

ACT_OF = {
    "dossier.received": Act.RECEIVE,
    "dossier.accepted": Act.RECEIVE,
    "dossier.assigned": Act.ASSIGN,
    "dossier.processing-started": Act.START,
    "dossier.forwarded": Act.FORWARD,
    "dossier.decision-proposed": Act.PROPOSE,
    "dossier.decided": Act.DECIDE,
    "dossier.result-issued": Act.ISSUE_RESULT,
    "dossier.result-returned": Act.RETURN_RESULT,
    "dossier.processing-terminated": Act.TERMINATE,
}
"""The facts that end a step of a process, by the act they tell of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLife:
    """A dossier as it was: its clock, its dates, and when each act was last done. `values` is what the
    conditions of a process look at; answers of the declaration are not read."""

    dossier_id: int
    procedure_version_id: int
    agency_id: int
    variant_id: int | None
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    clock: ClockInputs
    moments: Mapping[Act, datetime]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class LivesWanted:
    """Received in the period (both days in it), settled by one of the agencies."""

    procedure_version_ids: tuple[int, ...]
    agency_ids: tuple[int, ...]
    from_day: date
    until_day: date


def count_past_lives(wanted: LivesWanted) -> int:
    """How many there are. One query (`dossier_procedure`)."""
    return _wanted(wanted).count()


def past_lives(wanted: LivesWanted, *, after: int, limit: int) -> tuple[PastLife, ...]:
    """The next ones behind that id, in the order of the ids. Two queries (`dossier_procedure`,
    `fact_place_in_subject`)."""
    rows = list(_wanted(wanted).filter(id__gt=after).order_by("id")[:limit].values(*FIELDS))
    moments: dict[int, dict[Act, datetime]] = {}
    for dossier_id, code, at in moments_about("dossier", [row["id"] for row in rows], ACT_OF):
        moments.setdefault(dossier_id, {})[ACT_OF[code]] = at
    return tuple(_life(row, moments.get(row["id"], {})) for row in rows)


FIELDS = (
    "id", "procedure_version_id", "agency_id", "competent_agency_id", "variant_id", "received_at",
    "due_at", "ended_at", "clock", "channel", "decision",
)  # fmt: skip


def _wanted(wanted: LivesWanted) -> QuerySet[Dossier]:
    return Dossier.objects.filter(
        procedure_version__in=wanted.procedure_version_ids,
        competent_agency__in=wanted.agency_ids,
        received_on__gte=wanted.from_day,
        received_on__lte=wanted.until_day,
    ).exclude(stage__in=_before_reception())


def _before_reception() -> Collection[str]:
    return sorted(map(str, BEFORE_RECEPTION))


def _life(row: Mapping[str, Any], moments: Mapping[Act, datetime]) -> PastLife:
    return PastLife(
        dossier_id=row["id"],
        procedure_version_id=row["procedure_version_id"],
        agency_id=row["competent_agency_id"],
        variant_id=row["variant_id"],
        received_at=row["received_at"],
        due_at=row["due_at"],
        ended_at=row["ended_at"],
        clock=ClockInputs.from_plain(orjson.loads(row["clock"])),
        moments=moments,
        values={
            "channel": row["channel"],
            "online": row["channel"] == "ONLINE",
            "outside_territory": row["agency_id"] != row["competent_agency_id"],
            "decision": row["decision"] or None,
            "variant": row["variant_id"],
        },
    )
