"""What of a dossier apps above need to carry its work on, whoever asks: no word about people."""

from __future__ import annotations

from typing import Any

from motcua.dossiers.models import Dossier

COLUMNS = (
    "code", "agency_id", "competent_agency_id", "unit_id", "assignee_id", "channel", "variant_id",
    "decision", "procedure_version_id", "received_at", "stage", "due_at",
)  # fmt: skip


def standing_row(dossier_id: int) -> dict[str, Any]:
    """The values of its row. One query. KeyError is a fault: there is no such dossier."""
    found = Dossier.objects.filter(pk=dossier_id).values(*COLUMNS).first()
    if found is None:
        raise KeyError(dossier_id)
    return dict(found)
