"""Dossiers of an agency over a period, one after the other: for whoever takes them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.kernel.actor import Actor, Door

AT_ONCE = 2000
COLUMNS = {
    "code": "code",
    "register_year": "register_year",
    "register_number": "register_number",
    "group": "group__code",
    "procedure_code": "procedure_version__procedure__code",
    "procedure_name": "procedure_version__name",
    "sector": "procedure_version__sector__code",
    "channel": "channel",
    "applicant_name": "owner_name",
    "status": "status",
    "stage": "stage",
    "assignee_name": "assignee__officer__full_name",
    "received_at": "received_at",
    "original_due_at": "original_due_at",
    "due_at": "due_at",
    "appointment_at": "appointment_at",
    "ended_at": "ended_at",
    "timeliness": "timeliness",
    "decision": "decision",
    "returned_at": "returned_at",
    "return_method": "return_method",
    "fee_total_vnd": "fee_total_vnd",
    "sets": "sets",
    "version": "version",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Received by the agency from the first to the last day, both included."""

    agency_id: int
    first: date
    last: date


def exported_dossiers(actor: Actor, which: Period) -> Iterator[dict[str, Any]]:
    """In the order of reception; memory is bounded. One query, by `dossier_agency_day`.

    For officers with the right to export, those that they may see; the operator of the machine, who
    holds its database anyway, gets all. Refusals: NotPermitted.
    """
    found = Dossier.objects.filter(
        _theirs(actor), agency=which.agency_id, received_on__range=(which.first, which.last)
    )
    rows = found.order_by("received_on", "id").values_list(*COLUMNS.values())
    return (dict(zip(COLUMNS, row, strict=True)) for row in rows.iterator(chunk_size=AT_ONCE))


def _theirs(actor: Actor) -> Q:
    if actor.is_system and actor.door is Door.COMMAND_LINE:
        return Q()
    may(actor, Permission.DOSSIER_EXPORT).demand()
    return visible(actor, Permission.DOSSIER_EXPORT)
