"""What paying needs of a dossier, for whoever holds its code and for the system: no actor is asked."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.dossiers.models import Dossier, DossierParty, FeeLine
from motcua.dossiers.reading import fee_from, party_from
from motcua.dossiers.rules.fees.asking import moment_of
from motcua.dossiers.vocabulary import Party, PartyRole, Stage
from motcua.kernel.verdict import NotFound
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import AskedAt

ENDED_WITHOUT_RESULT = frozenset({Stage.NOT_RECEIVED, Stage.WITHDRAWN, Stage.TERMINATED})
PAYING = (PartyRole.SUBMITTER, PartyRole.OWNER)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierToPay:
    """`payer`: in whose name the receipt is made out. `is_over`: nothing is asked any more. `moment`:
    how far it has come; what is asked for later is not due."""

    id: int
    code: str
    agency_id: int
    competent_agency_id: int
    procedure_name: str
    is_over: bool
    payer: Party
    fees: tuple[FeeSheetLine, ...]
    moment: AskedAt


def dossier_to_pay(*, code: str = "", dossier_id: int = 0) -> DossierToPay:
    """By its code or its id. Three queries by keys. Refusals: NotFound."""
    which = {"code": code} if code else {"pk": dossier_id}
    row = Dossier.objects.select_related("procedure_version").filter(**which).first()
    if row is None:
        raise NotFound(kind="dossier")
    people = DossierParty.objects.filter(dossier=row, role__in=list(map(str, PAYING)))
    parties = {party.role: party_from(party) for party in people}
    fees = FeeLine.objects.filter(dossier=row).order_by("position")
    return DossierToPay(
        id=row.pk,
        code=row.code,
        agency_id=row.agency_id,
        competent_agency_id=row.competent_agency_id,
        procedure_name=row.procedure_version.name,
        is_over=Stage(row.stage) in ENDED_WITHOUT_RESULT,
        payer=next(parties[role] for role in PAYING if role in parties),
        fees=tuple(fee_from(line) for line in fees),
        moment=moment_of(Stage(row.stage), was_supplemented=row.supplement_count > 0),
    )
