"""Rows and facts as the API answers them: words, addresses and exact values ready."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from motcua.agencies.queries import agency_on
from motcua.agencies.rows import AgencyRow
from motcua.api.addresses import address
from motcua.api.v1.shapes.dossiers import (
    AgencyOut,
    Awaited,
    ByOut,
    DeclarationOut,
    DossierLine,
    DossierOut,
    HappenedOut,
    MoveOut,
    PaperOut,
    PartyOut,
    ProcedureNamed,
    ReceivedOut,
    TrackOut,
    WarningOut,
)
from motcua.api.v1.shapes.life import FileOut
from motcua.api.v1.showing_life import (
    assignee_out,
    file_out,
    hand_over_out,
    offer_out,
    register_line_out,
    request_out,
    result_out,
)
from motcua.api.v1.showing_parts import (
    acts_after_reception,
    available_acts_out,
    fee_out,
    limit_out,
    links_out,
    stage_out,
    status_out,
    timeliness_out,
    trace_out,
)
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.queries.tracking import TrackRow
from motcua.dossiers.reading import fee_in_fact
from motcua.dossiers.vocabulary import (
    STATUS_OF,
    Decision,
    PartyRole,
    ReturnMethod,
    Stage,
)
from motcua.dossiers.wording import FACTS
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.wording import word_doubt
from motcua.ledger.queries import FactRow
from motcua.procedures.vocabulary import Channel
from motcua.worktime.vocabulary import TraceLine

PARTY_FIELDS = tuple(PartyOut.model_fields)


def received_out(
    actor: Actor, told: dict[str, Any], doubts: tuple[tuple[str, Doubt], ...]
) -> ReceivedOut:
    """The answer to a reception, from what the fact of it tells: a repetition gets the same one."""
    code = told["dossier_code"]
    links = links_out(code)
    stage = Stage(told.get("stage", Stage.RECEIVED))
    return ReceivedOut(
        code=code,
        status=status_out(STATUS_OF[stage]),
        stage=stage_out(stage),
        received_at=datetime.fromisoformat(told["received_at"]),
        due_at=_instant(told.get("due_at")),
        original=_instant(told.get("due_at")),
        limit=None if stage is Stage.REGISTERED else limit_out(told["clock"]),
        trace=trace_out(tuple(TraceLine.from_plain(line) for line in told["trace"])),
        fee=fee_out(map(fee_in_fact, told["fees"]), told["fee_total_vnd"]),
        procedure=ProcedureNamed(
            code=told["procedure_code"],
            version_id=told["procedure_version_id"],
            variant_id=told.get("variant_id"),
        ),
        slip=links.slip,
        links=links,
        register_number=told.get("register_number"),
        available_acts=acts_after_reception(actor, stage),
        warnings=[
            WarningOut(code=doubt.code, field=path, detail=word_doubt(doubt, gettext))
            for path, doubt in doubts
        ],
    )


def dossier_out(actor: Actor, detail: DossierDetail) -> DossierOut:
    """Everything that somebody who may see the dossier is told."""
    people = {party.role: _party(party) for party in detail.parties}
    return DossierOut(
        code=detail.code,
        version=detail.version,
        status=status_out(detail.status),
        stage=stage_out(detail.stage),
        agency=_agency(detail.agency),
        competent_agency=_agency(detail.competent_agency),
        assignee=assignee_out(detail.assignee_id),
        register_line=register_line_out(detail.facts),
        procedure=ProcedureNamed(
            code=detail.procedure.code,
            version_id=detail.procedure.version_id,
            variant_id=detail.variant_id,
        ),
        procedure_name=detail.procedure.name,
        channel=Channel(detail.channel),
        return_method=ReturnMethod(detail.return_method),
        received_at=detail.received_at,
        received_by=_by(detail.received_by),
        due_at=detail.due_at,
        due_soon_at=detail.due_soon_at,
        appointment_at=detail.appointment_at,
        original=detail.original_due_at,
        decision=Decision(detail.decision) if detail.decision else None,
        ended_at=detail.ended_at,
        returned_at=detail.returned_at,
        timeliness=timeliness_out(detail.timeliness),
        limit=limit_out(detail.clock) if detail.is_accepted else None,
        trace=trace_out(detail.trace),
        applicant=people[PartyRole.OWNER],
        submitter=people.get(PartyRole.SUBMITTER),
        representative=people.get(PartyRole.REPRESENTATIVE),
        helper=people.get(PartyRole.HELPER),
        papers=[_paper(paper) for paper in detail.papers],
        sets=detail.sets,
        fee=fee_out(detail.fees, detail.fee_total_vnd),
        note=detail.note,
        requests=[request_out(request) for request in detail.requests],
        results=[result_out(result) for result in detail.results],
        hand_overs=[hand_over_out(one) for one in detail.hand_overs],
        **_hands(detail),
        files=files_out(detail),
        declaration=_declaration(detail),
        links=links_out(detail.code),
        available_acts=available_acts_out(actor, detail),
    )


def _agency(row: AgencyRow) -> AgencyOut:
    return AgencyOut(code=row.code, name=row.name)


def _hands(detail: DossierDetail) -> dict[str, Any]:
    """Who has it, and how it came there."""
    day = local_day(detail.held_since or detail.received_at)
    home = {row.id: row for row in (detail.agency, detail.competent_agency)}
    holder = home.get(detail.holder_agency_id) or agency_on(detail.holder_agency_id, day)
    return {
        "holder": _agency(holder or detail.competent_agency),
        "offers": [offer_out(one) for one in detail.offers],
    }


def _declaration(detail: DossierDetail) -> DeclarationOut | None:
    found = detail.declared
    if found is None:
        return None
    return DeclarationOut(form_version_id=found.eform_version_id, answers=found.answers)


def files_out(detail: DossierDetail) -> list[FileOut]:
    """Those that are part of it: what was taken out again is told by its fact alone."""
    return [file_out(detail.code, file) for file in detail.files if not file.get("is_removed")]


def _party(party: Any) -> PartyOut:
    return PartyOut(**{name: getattr(party, name) for name in PARTY_FIELDS})


def _paper(paper: Any) -> PaperOut:
    return PaperOut(
        document_id=paper.required_document_id,
        name=paper.name,
        originals=paper.originals,
        copies=paper.copies,
        present_only=paper.present_only,
        note=paper.note,
    )


def dossier_line(row: DossierRow) -> DossierLine:
    return DossierLine(
        code=row.code,
        status=status_out(row.status),
        stage=stage_out(row.stage),
        channel=Channel(row.channel),
        applicant_name=row.owner_name,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        due_at=row.due_at,
        due_soon_at=row.due_soon_at,
        timeliness=timeliness_out(row.timeliness),
        assignee_name=row.assignee_name,
        link=address("api:show_dossier", row.code),
    )


def happened_out(fact: FactRow) -> HappenedOut:
    return HappenedOut(
        seq=fact.subject_seq,
        code=fact.code,
        what=str(FACTS[fact.code]) % fact.payload,
        occurred_at=fact.occurred_at,
        recorded_at=fact.recorded_at,
        by=_by(fact.actor),
        digest=fact.digest,
    )


def track_out(row: TrackRow) -> TrackOut:
    return TrackOut(
        code=row.code,
        status=status_out(row.status),
        awaits=AWAITED.get(row.stage),
        received_at=row.received_at,
        original_due_at=row.original_due_at,
        due_at=row.due_at,
        appointment_at=row.appointment_at,
        moves=[MoveOut(from_at=one.old_due_at, why=one.why) for one in row.moves],
        trace=trace_out(row.trace),
    )


AWAITED = {
    Stage.REGISTERED: Awaited.RECEPTION,
    Stage.COMPLETION_ASKED: Awaited.APPLICANT,
    Stage.IN_TRANSIT: Awaited.COMPETENT_AGENCY,
    Stage.SUPPLEMENT_REQUESTED: Awaited.APPLICANT,
    Stage.OBLIGATION_DUE: Awaited.APPLICANT,
}


def _by(actor: Mapping[str, Any]) -> ByOut:
    return ByOut(name=actor.get("name", ""), title=actor.get("title", ""))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
