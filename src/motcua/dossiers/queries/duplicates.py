"""Has this very matter come in already? A warning at the counter, never a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from motcua.dossiers.models import Dossier, DossierParty
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.searching.same_person import parties_with
from motcua.dossiers.vocabulary import PartyRole, Stage
from motcua.kernel.actor import Actor

RECENT_DAYS = 30
FOUND_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A dossier of the same owner for the same procedure: still open, or received of late."""

    code: str
    stage: Stage
    owner_name: str
    received_at: datetime


def likely_duplicates(
    actor: Actor, *, procedure_id: int, owner_number: str, at: datetime
) -> tuple[Duplicate, ...]:
    """Newest first, of those that the actor may see. Two queries, none without a number.

    Served by `party_personal_id` and `party_tax_code`.
    """
    if not owner_number:
        return ()
    owners = DossierParty.objects.filter(role=str(PartyRole.OWNER))
    newest = parties_with(owner_number, ("personal_id", "tax_code"), owners)
    owned = list(newest.values_list("dossier", flat=True))
    recent = Q(ended_at__isnull=True) | Q(received_at__gte=at - timedelta(days=RECENT_DAYS))
    found = Dossier.objects.filter(
        visible(actor), recent, pk__in=owned, procedure_version__procedure=procedure_id
    ).exclude(stage__in=(str(Stage.NOT_RECEIVED), str(Stage.WITHDRAWN)))
    rows = found.order_by("-id").values_list("code", "stage", "owner_name", "received_at")
    return tuple(
        Duplicate(code=code, stage=Stage(stage), owner_name=name, received_at=received_at)
        for code, stage, name, received_at in rows[:FOUND_MAX]
    )
