"""The files a dossier has, as the rules about more of them need to know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Q, Sum

from motcua.dossiers.models import DossierFile
from motcua.dossiers.rules.submitted.files import Held


@dataclass(frozen=True, slots=True)
class HeldFiles:
    """`next_position`: the place of the next one; places of removed ones stay taken."""

    files: Held
    next_position: int


def held_files(dossier_id: int, digests: frozenset[str]) -> HeldFiles:
    """One query; `digests` are known already (`DossierFacts.file_digests`)."""
    kept = Q(is_removed=False)
    found = DossierFile.objects.filter(dossier=dossier_id).aggregate(
        last=Max("position"), count=Count("id", filter=kept), size=Sum("size", filter=kept)
    )
    return HeldFiles(
        Held(count=found["count"], size=found["size"] or 0, digests=digests),
        0 if found["last"] is None else found["last"] + 1,
    )


def has_file_since(dossier_id: int, at: datetime) -> bool:
    """Whether a file came to the dossier then or later, and is still there. One query."""
    found = DossierFile.objects.filter(dossier=dossier_id, is_removed=False, added_at__gte=at)
    return found.exists()
