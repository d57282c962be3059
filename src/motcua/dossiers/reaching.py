"""How the people of dossiers can be reached, for telling them; asked by the system, not by officers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from motcua.dossiers.models import Dossier, DossierCitizen, DossierParty
from motcua.dossiers.vocabulary import CitizenPart, PartyRole

TOLD_ROLES = (PartyRole.SUBMITTER, PartyRole.OWNER, PartyRole.REPRESENTATIVE)
"""Who is told, first who handed it in. A helper filled it in for somebody else: that one is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reachable:
    """What a notice may need of a dossier, and phones and mailboxes as given at reception; whose account
    it belongs to."""

    id: int
    code: str
    agency_id: int
    due_at: datetime | None
    contacts: tuple[tuple[str, str], ...]
    citizens: tuple[tuple[int, CitizenPart], ...] = ()


def ids_of_codes(codes: Collection[str]) -> dict[str, int]:
    """Dossiers by their code. One query, none for nobody."""
    if not codes:
        return {}
    rows = Dossier.objects.filter(code__in=sorted(set(codes)))
    return dict(rows.values_list("code", "id"))


def reachable(dossier_ids: Collection[int]) -> dict[int, Reachable]:
    """By dossier; each contact is (phone, mailbox), in the order of TOLD_ROLES. Three queries by keys
    (`party_one_per_role`, `dossier_citizen_once`), none for nobody."""
    if not dossier_ids:
        return {}
    ids = sorted(set(dossier_ids))
    people: dict[int, dict[str, tuple[str, str]]] = defaultdict(dict)
    parties = DossierParty.objects.filter(dossier_id__in=ids, role__in=list(map(str, TOLD_ROLES)))
    for dossier_id, role, phone, email in parties.values_list(
        "dossier_id", "role", "phone", "email"
    ):
        people[dossier_id][role] = (phone, email)
    accounts: dict[int, list[tuple[int, CitizenPart]]] = defaultdict(list)
    links = DossierCitizen.objects.filter(dossier_id__in=ids).order_by("pk")
    for dossier_id, citizen_id, part in links.values_list("dossier_id", "citizen_id", "part"):
        accounts[dossier_id].append((citizen_id, CitizenPart(part)))
    rows = Dossier.objects.filter(pk__in=ids).values("id", "code", "agency_id", "due_at")
    return {
        row["id"]: Reachable(
            **row,
            contacts=tuple(
                people[row["id"]][role] for role in TOLD_ROLES if role in people[row["id"]]
            ),
            citizens=tuple(accounts[row["id"]]),
        )
        for row in rows
    }
