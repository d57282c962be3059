"""The same person found again: what an earlier dossier of this agency says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier, DossierParty
from motcua.dossiers.policies import visible
from motcua.kernel.actor import Actor

FOUND_MAX = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person as given most recently, and in which dossier."""

    kind: str
    name: str
    personal_id: str
    tax_code: str
    birth_date: str
    sex: str
    address: str
    phone: str
    email: str
    dossier_code: str
    procedure_name: str
    received_at: datetime


def known_people(actor: Actor, number: str) -> tuple[KnownPerson, ...]:
    """People whose personal id, tax code or phone is `number`, newest first, each once.

    Only from dossiers that the actor may see. One query, served by `party_personal_id`,
    `party_tax_code` and `party_phone`.
    """
    if len(number) < 9:
        return ()
    seen = Dossier.objects.filter(visible(actor, Permission.DOSSIER_RECEIVE))
    same = Q(personal_id=number) | Q(tax_code=number) | Q(phone=number)
    rows = DossierParty.objects.filter(same, dossier__in=seen).select_related(
        "dossier__procedure_version"
    )
    people: dict[tuple[str, str, str], KnownPerson] = {}
    for row in rows.order_by("-id")[: FOUND_MAX * 10]:
        people.setdefault((row.personal_id, row.tax_code, row.name), _person(row))
    return tuple(people.values())[:FOUND_MAX]


def _person(row: DossierParty) -> KnownPerson:
    return KnownPerson(
        kind=row.kind,
        name=row.name,
        personal_id=row.personal_id,
        tax_code=row.tax_code,
        birth_date=row.birth_date,
        sex=row.sex,
        address=row.address,
        phone=row.phone,
        email=row.email,
        dossier_code=row.dossier.code,
        procedure_name=row.dossier.procedure_version.name,
        received_at=row.dossier.received_at,
    )
