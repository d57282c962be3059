"""Where somebody with a number stands: each kind of number by its own index, the newest first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from motcua.database.joining import PartList, first_of
from motcua.dossiers.models import DossierParty

LOOKED_AT_MAX = 500
"""The newest mentions of a number, anywhere; older ones are left out."""
# Most people have no tax code and no old number: the indexes of these leave the empty ones out.
KINDS = {
    "personal_id": lambda number: Q(personal_id=number),
    "tax_code": lambda number: Q(tax_code=number, tax_code__gt=""),
    "phone": lambda number: Q(phone=number),
    "old_id": lambda number: Q(old_id=number, old_id__gt=""),
}


def parties_with(
    number: str, kinds: Iterable[str], among: QuerySet[DossierParty] | None = None
) -> QuerySet[DossierParty]:
    """Parties of whom one of these kinds of number is so. Served by `party_personal_id`,
    `party_tax_code`, `party_phone`, `party_old_id`."""
    people = DossierParty.objects.all() if among is None else among
    return newest_of([people.filter(KINDS[kind](number)) for kind in kinds])


def newest_of(lists: Iterable[QuerySet[DossierParty]]) -> QuerySet[DossierParty]:
    return first_of([PartList(one) for one in lists], "-id", count=LOOKED_AT_MAX)
