"""Receive a dossier: the first act, and the shape that every later act copies.

Load what must be known, let the pure rules decide, write rows and fact in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.allotment import allot_code
from motcua.dossiers.events import DossierReceived
from motcua.dossiers.models import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.rows import (
    fee_row,
    fee_values,
    paper_row,
    paper_values,
    party_row,
    party_values,
    search_key,
)
from motcua.dossiers.rules.intake import Intake, decide, owner_of
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import fact_of_request
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical
from motcua.worktime.rules.due import Promise


class NotWorkingHere(Refusal):
    """The actor holds no position at an agency, so there is no desk to receive at."""

    code = "not-working-here"


class RequestKeyReused(Refusal):
    """The same request key came with other content: not a repetition but a mistake."""

    code = "request-key-reused"


@dataclass(frozen=True, slots=True)
class DossierRef:
    """What reception gives back. `repeated`: the request had been carried out before."""

    id: int
    code: str
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    intake: Intake
    clock: ClockInputs
    promise: Promise
    fees: list[FeeLine]


def receive_dossier(
    *, actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None = None
) -> DossierRef:
    """Take the dossier in, allot its code, promise its date, keep the fact.

    `request` makes it happen once however often it is asked for. Refusals: NotPermitted,
    NotWorkingHere, ReceptionRefused (all problems at once), ProcedureUnknown, LimitUnstated,
    AgencyCodeMissing, RequestKeyReused. Basis: NĐ 118/2025/NĐ-CP; law.md 4.3, 4.4.
    """
    may(actor, Permission.DOSSIER_RECEIVE).demand()
    if actor.agency_id is None:
        raise NotWorkingHere
    if request and (earlier := _earlier(request)):
        return earlier
    with one_revision():
        ground = ground_for(
            agency_id=actor.agency_id,
            procedure_version_id=given.procedure_version_id,
            day=local_day(given.received_at or at),
        )
        given = replace(given, variant_id=ground.variant(given.variant_id).id)
        decided = _decide(given, ground, at)
        try:
            return _write(actor, at, given, ground, decided, request)
        except IntegrityError:
            # Another call with the same key came first; anything else is a fault.
            if request and (earlier := _earlier(request)):
                return earlier
            raise


def _earlier(request: RequestKey) -> DossierRef | None:
    fact = fact_of_request(request.key)
    if fact is None:
        return None
    if fact.request_digest != request.digest:
        raise RequestKeyReused
    code = Dossier.objects.values_list("code", flat=True).get(pk=fact.subject_id)
    return DossierRef(id=fact.subject_id, code=code, repeated=True)


def _decide(given: ReceptionInput, ground: Ground, at: datetime) -> _Decided:
    intake = decide(given, ground.intake_facts(given.variant_id), at=at)
    limit = ground.limit(
        variant_id=given.variant_id, channel=given.channel, typed=given.typed_limit
    )
    clock = ground.clock(limit, intake.received_at)
    fees = [fee_row(place, line) for place, line in enumerate(ground.fee_sheet(given).lines)]
    return _Decided(intake=intake, clock=clock, promise=ground.promise(clock), fees=fees)


def _write(
    actor: Actor,
    at: datetime,
    given: ReceptionInput,
    ground: Ground,
    decided: _Decided,
    request: RequestKey | None,
) -> DossierRef:
    assert actor.agency_id is not None
    with recording(actor, at, request=request) as record:
        code = allot_code(ground.agency, local_day(decided.intake.received_at))
        dossier = Dossier.objects.create(**_values(actor, given, ground, decided, code))
        DossierParty.objects.bulk_create([party_row(dossier, party) for party in given.parties])
        SubmittedDocument.objects.bulk_create(
            [paper_row(dossier, place, paper) for place, paper in enumerate(given.papers)]
        )
        for line in decided.fees:
            line.dossier = dossier
        FeeLine.objects.bulk_create(decided.fees)
        record.append(
            _fact(dossier, given, ground, decided),
            about=Subject("dossier", dossier.pk, 1),
            stream=agency_stream(actor.agency_id),
            occurred_at=decided.intake.received_at,
        )
    return DossierRef(id=dossier.pk, code=code)


def _values(
    actor: Actor, given: ReceptionInput, ground: Ground, decided: _Decided, code: str
) -> dict[str, Any]:
    due_at = decided.promise.due_at
    return {
        "code": code,
        "agency_id": actor.agency_id,
        "competent_agency_id": actor.agency_id,
        "unit_id": ground.unit_id,
        "counter_id": given.counter_id,
        "procedure_version_id": given.procedure_version_id,
        "variant_id": given.variant_id,
        "status": decided.intake.status,
        "channel": given.channel,
        "return_method": given.return_method,
        "owner_name": owner_of(given).name,
        "search_key": search_key(code, given.parties),
        "received_at": decided.intake.received_at,
        "received_on": local_day(decided.intake.received_at),
        "received_by_id": actor.holding_id,
        "original_due_at": due_at,
        "due_at": due_at,
        "clock": canonical(decided.clock.to_plain()),
        "sets": given.sets,
        "fee_total_vnd": sum(line.amount_vnd for line in decided.fees),
        "note": given.note,
    }


def _fact(
    dossier: Dossier, given: ReceptionInput, ground: Ground, decided: _Decided
) -> DossierReceived:
    assert dossier.agency_id is not None
    return DossierReceived(
        dossier_code=dossier.code,
        agency_id=dossier.agency_id,
        competent_agency_id=dossier.competent_agency_id,
        unit_id=dossier.unit_id,
        counter_id=dossier.counter_id,
        procedure_version_id=dossier.procedure_version_id,
        procedure_code=ground.detail.code,
        variant_id=dossier.variant_id,
        channel=given.channel,
        return_method=given.return_method,
        parties=tuple(party_values(party) for party in given.parties),
        papers=tuple(paper_values(paper) for paper in given.papers),
        fees=tuple(fee_values(line) for line in decided.fees),
        fee_total_vnd=dossier.fee_total_vnd,
        sets=dossier.sets,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        clock=decided.clock.to_plain(),
        trace=tuple(line.to_plain() for line in decided.promise.trace),
        note=dossier.note or None,
        complete_confirmed=given.complete_confirmed,
    )
