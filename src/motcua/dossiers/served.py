"""What is known of dossiers when their people are asked how it was; asked by the system, not by officers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Timeliness
from motcua.procedures.vocabulary import Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where it was handed in, of which procedure, whether by web, and whether it ended late."""

    id: int
    agency_id: int
    procedure_id: int
    is_online: bool
    was_late: bool


def served(dossier_ids: Collection[int]) -> dict[int, Served]:
    """By dossier. One query by keys, none for nobody."""
    if not dossier_ids:
        return {}
    rows = Dossier.objects.filter(pk__in=sorted(set(dossier_ids)))
    values = rows.values_list(
        "id", "agency_id", "procedure_version__procedure_id", "channel", "timeliness"
    )
    return {
        dossier_id: Served(
            id=dossier_id,
            agency_id=agency_id,
            procedure_id=procedure_id,
            is_online=channel == Channel.ONLINE,
            was_late=timeliness == Timeliness.OVERDUE,
        )
        for dossier_id, agency_id, procedure_id, channel, timeliness in values
    }
