"""How much was certified: by day and by month, for the foot of a register and for reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from motcua.certifications.models import Certification
from motcua.certifications.policies import visible
from motcua.certifications.queries.entries import RegisterFilter
from motcua.certifications.vocabulary import EntryState
from motcua.kernel.actor import Actor

DAYS_TOLD_MAX = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationTotals:
    """Of what stands, canceled entries left out. `day` is the first of a month in totals by month."""

    day: date | None = None
    documents: int = 0
    copies: int = 0
    pages: int = 0
    fee_vnd: int = 0


SUMS: dict[str, Any] = {
    "documents": Count("id"),
    "copies": Sum("copies"),
    "pages": Sum("pages"),
    "fee_vnd": Sum("fee_vnd"),
}


def totals_by_month(actor: Actor, which: RegisterFilter) -> tuple[CertificationTotals, ...]:
    """At most twelve, in their order. One query over the register, by `certification_number_once`."""
    found = _standing(actor, which).annotate(day=TruncMonth("entered_on")).values("day")
    return tuple(_totals({**one}) for one in found.annotate(**SUMS).order_by("day"))


def totals_by_day(actor: Actor, which: RegisterFilter) -> tuple[CertificationTotals, ...]:
    """The newest days, newest first. One query, same index."""
    found = _standing(actor, which).values("entered_on").annotate(**SUMS)
    newest = found.order_by("-entered_on")[:DAYS_TOLD_MAX]
    return tuple(_totals({**one, "day": one["entered_on"]}) for one in newest)


def whole(parts: tuple[CertificationTotals, ...]) -> CertificationTotals:
    """Added up."""
    return CertificationTotals(
        **{name: sum(getattr(part, name) for part in parts) for name in SUMS}
    )


def _standing(actor: Actor, which: RegisterFilter) -> QuerySet[Certification]:
    found = Certification.objects.filter(
        visible(actor), year=which.year, kind=str(which.kind), state=EntryState.ENTERED
    )
    return found if which.agency_id is None else found.filter(agency=which.agency_id)


def _totals(one: dict[str, Any]) -> CertificationTotals:
    return CertificationTotals(day=one["day"], **{name: one[name] for name in SUMS})
