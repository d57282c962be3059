"""Rows and facts as the API answers them: words, addresses and exact values ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from motcua.accounts.rules.roles import Permission, may
from motcua.api.v1.shapes.dossiers import (
    AgencyOut,
    ByOut,
    DossierLine,
    DossierOut,
    FeeLineOut,
    FeeTold,
    HappenedOut,
    LimitCounted,
    LinksOut,
    PaperOut,
    PartyOut,
    ProcedureNamed,
    ReceivedOut,
    StatusOut,
    TraceOut,
    TrackOut,
    WarningOut,
)
from motcua.dossiers.policies import available_acts
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.queries.lists import DossierRow
from motcua.dossiers.queries.tracking import TrackRow
from motcua.dossiers.reading import fee_in_fact
from motcua.dossiers.rules.transitions import acts_at
from motcua.dossiers.vocabulary import NATIONAL_CODE, Act, PartyRole, ReturnMethod, Stage, Status
from motcua.dossiers.wording import FACTS, STATUSES
from motcua.kernel.actor import Actor
from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.wording import word_doubt
from motcua.ledger.queries import FactRow
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import Channel
from motcua.procedures.wording import fee_line_words
from motcua.worktime.vocabulary import TraceLine, Unit
from motcua.worktime.wording import limit_words, word

PARTY_FIELDS = tuple(PartyOut.model_fields)


def address(name: str, *args: str) -> str:
    """The whole address of a named page of this office."""
    return f"{settings.PUBLIC_ADDRESS}{reverse(name, args=args)}"


def status_out(status: str) -> StatusOut:
    known = Status(status)
    return StatusOut(code=known, national_code=NATIONAL_CODE[known], words=str(STATUSES[known]))


def act_name(act: Act) -> str:
    """The act as its address names it: `receive` of `dossier.receive`."""
    return act.partition(".")[2]


def available_acts_out(actor: Actor, detail: DossierDetail) -> list[str]:
    """The names of what this position may do with the dossier now."""
    return [act_name(act) for act in available_acts(actor, detail.stage, detail)]


def acts_after_reception(actor: Actor) -> list[str]:
    """What this position may do with a dossier that was just received, wherever it is handled."""
    return [act_name(act) for act in acts_at(Stage.RECEIVED) if may(actor, Permission(act))]


def links_out(code: str) -> LinksOut:
    return LinksOut(
        self=address("api:show_dossier", code),
        timeline=address("api:show_timeline", code),
        slip=address("api:print_slip", code),
        track=address("portal:track", code),
    )


def trace_out(trace: tuple[TraceLine, ...]) -> list[TraceOut]:
    return [TraceOut(at=line.at, code=line.code, what=word(line, gettext)) for line in trace]


def limit_out(clock: Mapping[str, Any]) -> LimitCounted:
    unit = Unit(clock["unit"])
    words = limit_words(unit, clock["value"], gettext)
    return LimitCounted(unit=unit, value=clock["value"], words=words)


def fee_out(lines: Iterable[FeeSheetLine], total_vnd: int) -> FeeTold:
    return FeeTold(lines=[_fee_line(line) for line in lines], total_vnd=total_vnd)


def _fee_line(line: FeeSheetLine) -> FeeLineOut:
    return FeeLineOut(
        kind=line.kind, name=line.name, amount_vnd=line.amount_vnd, what=fee_line_words(line)
    )


def received_out(actor: Actor, fact: FactRow, doubts: tuple[tuple[str, Doubt], ...]) -> ReceivedOut:
    """The answer to a reception, from the fact of it alone: a repetition gets the same one."""
    told = fact.payload
    code = told["dossier_code"]
    links = links_out(code)
    return ReceivedOut(
        code=code,
        status=status_out(Status.RECEIVED),
        received_at=datetime.fromisoformat(told["received_at"]),
        due_at=_instant(told.get("due_at")),
        original=_instant(told.get("due_at")),
        limit=limit_out(told["clock"]),
        trace=trace_out(tuple(TraceLine.from_plain(line) for line in told["trace"])),
        fee=fee_out(map(fee_in_fact, told["fees"]), told["fee_total_vnd"]),
        procedure=ProcedureNamed(
            code=told["procedure_code"],
            version_id=told["procedure_version_id"],
            variant_id=told.get("variant_id"),
        ),
        slip=links.slip,
        links=links,
        available_acts=acts_after_reception(actor),
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
        agency=AgencyOut(code=detail.agency.code, name=detail.agency.name),
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
        original=detail.original_due_at,
        limit=limit_out(detail.clock),
        trace=trace_out(detail.trace),
        applicant=people[PartyRole.OWNER],
        submitter=people.get(PartyRole.SUBMITTER),
        representative=people.get(PartyRole.REPRESENTATIVE),
        helper=people.get(PartyRole.HELPER),
        papers=[_paper(paper) for paper in detail.papers],
        sets=detail.sets,
        fee=fee_out(detail.fees, detail.fee_total_vnd),
        note=detail.note,
        links=links_out(detail.code),
        available_acts=available_acts_out(actor, detail),
    )


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
        channel=Channel(row.channel),
        applicant_name=row.owner_name,
        procedure_code=row.procedure_code,
        procedure_name=row.procedure_name,
        received_at=row.received_at,
        due_at=row.due_at,
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
        received_at=row.received_at,
        original_due_at=row.original_due_at,
        due_at=row.due_at,
        trace=trace_out(row.trace),
    )


def _by(actor: Mapping[str, Any]) -> ByOut:
    return ByOut(name=actor.get("name", ""), title=actor.get("title", ""))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
