"""Many dossiers without their stories: rows copied from one that was really received.

Only for tests that read lists: nothing in the ledger tells of them.
"""

from __future__ import annotations

from motcua.dossiers.models import Dossier, DossierParty

OWN = ("id", "code", "register_number")
AT_ONCE = 500


def copy_dossier(code: str, count: int) -> None:
    """`count` more like it, with codes and register lines of their own, and its parties."""
    first = Dossier.objects.get(code=code)
    parties = list(DossierParty.objects.filter(dossier=first))
    shared = {
        field.attname: getattr(first, field.attname)
        for field in Dossier._meta.concrete_fields
        if field.attname not in OWN
    }
    start = first.register_number or 0
    for low in range(0, count, AT_ONCE):
        made = Dossier.objects.bulk_create(
            Dossier(**shared, code=f"{code}-{n}", register_number=start + n)
            for n in range(low + 1, min(low + AT_ONCE, count) + 1)
        )
        _copy_parties(parties, made)


def _copy_parties(parties: list[DossierParty], made: list[Dossier]) -> None:
    names = [
        field.attname
        for field in DossierParty._meta.concrete_fields
        if field.attname not in ("id", "dossier_id")
    ]
    DossierParty.objects.bulk_create(
        DossierParty(dossier=dossier, **{name: getattr(party, name) for name in names})
        for dossier in made
        for party in parties
    )
