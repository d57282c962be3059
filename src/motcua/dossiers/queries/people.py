"""The same person found again: what an earlier dossier of this agency says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.models import Dossier, DossierParty
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.searching.same_person import parties_with
from motcua.kernel.actor import Actor

FOUND_MAX = 5
NUMBERS = ("personal_id", "tax_code", "phone")


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

    Only from dossiers that the actor may see. Two queries, served by `party_personal_id`,
    `party_tax_code` and `party_phone`.
    """
    if len(number) < 9:
        return ()
    seen = Dossier.objects.filter(visible(actor, Permission.DOSSIER_RECEIVE))
    rows = list(parties_with(number, NUMBERS).select_related("dossier__procedure_version"))
    may_see = set(seen.filter(pk__in={row.dossier_id for row in rows}).values_list("pk", flat=True))
    people: dict[tuple[str, str, str], KnownPerson] = {}
    for row in rows:
        if row.dossier_id in may_see:
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
