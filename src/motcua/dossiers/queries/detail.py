"""One dossier in full, for those who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on
from motcua.agencies.rows import AgencyRow
from motcua.dossiers.models import DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.policies import find_for
from motcua.dossiers.reading import fee_from, paper_from, party_from
from motcua.dossiers.vocabulary import PaperIn, Party, PartyRole, party_of
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import FactRow, facts_about
from motcua.procedures.queries.details import ProcedureDetail, procedure_detail
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.worktime.vocabulary import TraceLine


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDetail:
    """Everything a page, a paper or the API shows of one dossier. `trace` explains `due_at`."""

    id: int
    code: str
    version: int
    status: str
    channel: str
    return_method: str
    agency: AgencyRow
    unit_id: int | None
    procedure: ProcedureDetail
    variant_id: int | None
    received_at: datetime
    received_by: dict[str, Any]
    original_due_at: datetime | None
    due_at: datetime | None
    clock: dict[str, Any]
    trace: tuple[TraceLine, ...]
    parties: tuple[Party, ...]
    papers: tuple[PaperIn, ...]
    fees: tuple[FeeSheetLine, ...]
    fee_total_vnd: int
    sets: int
    note: str
    facts: tuple[FactRow, ...]

    def party(self, role: PartyRole) -> Party | None:
        return party_of(self.parties, role)

    @property
    def owner(self) -> Party:
        owner = self.party(PartyRole.OWNER)
        assert owner is not None
        return owner

    @property
    def submitter(self) -> Party:
        """Who handed it in: the owner unless somebody else did."""
        return self.party(PartyRole.SUBMITTER) or self.owner


def dossier_detail(
    actor: Actor, code: str, *, permission: Permission = Permission.DOSSIER_VIEW
) -> DossierDetail:
    """The dossier with this code. At most 5 queries besides cached catalogue.

    Refusals: NotFound, also when the actor may not see it.
    """
    dossier = find_for(actor, permission, code)
    facts = tuple(facts_about("dossier", dossier.pk))
    agency = agency_on(dossier.agency_id, local_day(dossier.received_at))
    assert agency is not None
    dated = next(fact for fact in reversed(facts) if "trace" in fact.payload)
    return DossierDetail(
        id=dossier.pk,
        code=dossier.code,
        version=dossier.version,
        status=dossier.status,
        channel=dossier.channel,
        return_method=dossier.return_method,
        agency=agency,
        unit_id=dossier.unit_id,
        procedure=procedure_detail(dossier.procedure_version_id),
        variant_id=dossier.variant_id,
        received_at=dossier.received_at,
        received_by=facts[0].actor,
        original_due_at=dossier.original_due_at,
        due_at=dossier.due_at,
        clock=orjson.loads(dossier.clock),
        trace=tuple(TraceLine.from_plain(line) for line in dated.payload["trace"]),
        parties=tuple(
            party_from(row) for row in DossierParty.objects.filter(dossier=dossier).order_by("id")
        ),
        papers=tuple(
            paper_from(row)
            for row in SubmittedDocument.objects.filter(dossier=dossier).order_by("position")
        ),
        fees=tuple(
            fee_from(row) for row in FeeLine.objects.filter(dossier=dossier).order_by("position")
        ),
        fee_total_vnd=dossier.fee_total_vnd,
        sets=dossier.sets,
        note=dossier.note,
        facts=facts,
    )
