"""What is known of dossiers when their people are asked how it was; asked by the system, not by officers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery

from motcua.dossiers.models import Dossier, DossierParty
from motcua.dossiers.vocabulary import PartyRole, Timeliness
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where it was handed in, of which procedure, whether by web, whether it ended late, and when who
    handed it in was born as far as that is known (`1950-08-15`, `1950-08`, `1950`, "")."""

    id: int
    agency_id: int
    procedure_id: int
    is_online: bool
    was_late: bool
    birth_date: str


def served(dossier_ids: Collection[int]) -> dict[int, Served]:
    """By dossier. One query by keys, none for nobody."""
    if not dossier_ids:
        return {}
    # Who handed it in, else whose matter it is: that is who is asked.
    asked = DossierParty.objects.filter(
        dossier=OuterRef("pk"), role__in=[str(PartyRole.SUBMITTER), str(PartyRole.OWNER)]
    ).order_by("-role")
    rows = Dossier.objects.filter(pk__in=sorted(set(dossier_ids)))
    values = rows.annotate(born=Subquery(asked.values("birth_date")[:1])).values_list(
        "id", "agency_id", "procedure_version__procedure_id", "channel", "timeliness", "born"
    )
    return {
        dossier_id: Served(
            id=dossier_id,
            agency_id=agency_id,
            procedure_id=procedure_id,
            is_online=channel == Channel.ONLINE,
            was_late=timeliness == Timeliness.OVERDUE,
            birth_date=born or "",
        )
        for dossier_id, agency_id, procedure_id, channel, timeliness, born in values
    }
