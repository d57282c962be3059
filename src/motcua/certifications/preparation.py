"""What must be known before documents are entered: the procedure, its fee, each document's share.
The preview on the page and the command read it here, so they never disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from motcua.certifications.rules.entering import (
    NotForCertification,
    counted,
    problems_of,
    shares,
)
from motcua.certifications.vocabulary import BOOK_OF, BookKind, CertificationInput
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.vocabulary import PaperIn, PartyRole, ReceptionInput
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.rules.fees import CopiedDocument, FeeSheet


@dataclass(frozen=True, slots=True)
class Basis:
    """The ground of the reception, and the book that the documents go into."""

    ground: Ground
    kind: BookKind

    def problems(self, given: CertificationInput) -> tuple[Refusal, ...]:
        """What is wrong with the documents."""
        return tuple(problems_of(given, self.ground.detail.fees))

    def reception(self, given: CertificationInput) -> ReceptionInput:
        """The dossier that the certification also is. The originals are looked at and given back,
        so entering confirms that they are all there."""
        return ReceptionInput(
            procedure_version_id=given.procedure_version_id,
            parties=(replace(given.requester, role=PartyRole.OWNER),),
            papers=tuple(
                PaperIn(
                    name=document.name,
                    originals=1,
                    copies=document.copies if self.kind is BookKind.COPY else 0,
                    present_only=self.kind is BookKind.COPY,
                    note=document.note,
                )
                for document in given.documents
            ),
            complete_confirmed=True,
            items=counted(self.kind, given.documents),
            preference_groups=given.preference_groups,
            fee_choices=given.fee_choices,
            local_fees=given.local_fees,
            received_at=given.received_at,
            counter_id=given.counter_id,
            note=given.note,
        )

    def fee_sheet(self, given: CertificationInput) -> FeeSheet:
        """What is owed for all. Refusals: those of `procedures.rules.fees`."""
        return self.ground.fee_sheet(self.reception(given))

    def shares(self, given: CertificationInput) -> tuple[int, ...]:
        """What each document costs; together the fee of the dossier."""
        reception = self.reception(given)

        def total_of(items: tuple[CopiedDocument, ...]) -> int:
            return self.ground.fee_sheet(replace(reception, items=items)).total_vnd

        return shares(reception.items, total_of)


def basis_for(*, agency_id: int, procedure_version_id: int, day: date) -> Basis:
    """Refusals: ProcedureUnknown, AgencyNotInForce, NotForCertification."""
    ground = ground_for(agency_id=agency_id, procedure_version_id=procedure_version_id, day=day)
    kind = BOOK_OF.get(ground.detail.code)
    if kind is None:
        raise NotForCertification(field="procedure")
    return Basis(ground=ground, kind=kind)


def offered(day: date) -> tuple[ProcedureDetail, ...]:
    """The procedures of certification in force on that day, the most usual first."""
    found = [version_in_force(code, day) for code in BOOK_OF]
    return tuple(one for one in found if one is not None)
