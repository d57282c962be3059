"""Receive a dossier: the first act, and the shape that every later act copies.

Load what must be known, let the pure rules decide, write rows and fact in one transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.database.inserting import next_id
from motcua.dossiers.allotment import Numbering, numbering
from motcua.dossiers.events import DossierReceived
from motcua.dossiers.models import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.preparation import Ground, ground_for
from motcua.dossiers.rows import (
    fee_values,
    in_places,
    paper_values,
    party_values,
    rows_of,
    search_key,
)
from motcua.dossiers.rules.intake import Intake, decide, owner_of
from motcua.dossiers.rules.promise import ClockInputs
from motcua.dossiers.vocabulary import ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.queries import subject_of_request
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
    """What is decided before a row is written. The lists are values of rows and fact alike."""

    intake: Intake
    clock: ClockInputs
    promise: Promise
    numbering: Numbering
    parties: tuple[dict[str, Any], ...]
    papers: tuple[dict[str, Any], ...]
    fees: tuple[dict[str, Any], ...]


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
    found = subject_of_request(request.key)
    if found is None:
        return None
    dossier_id, digest = found
    if digest != request.digest:
        raise RequestKeyReused
    code = Dossier.objects.values_list("code", flat=True).get(pk=dossier_id)
    return DossierRef(id=dossier_id, code=code, repeated=True)


def _decide(given: ReceptionInput, ground: Ground, at: datetime) -> _Decided:
    intake = decide(given, ground.intake_facts(given.variant_id), at=at)
    limit = ground.limit(
        variant_id=given.variant_id, channel=given.channel, typed=given.typed_limit
    )
    clock = ground.clock(limit, intake.received_at)
    return _Decided(
        intake=intake,
        clock=clock,
        promise=ground.promise(clock),
        numbering=numbering(ground.agency, local_day(intake.received_at)),
        parties=tuple(party_values(party) for party in given.parties),
        papers=tuple(paper_values(paper) for paper in given.papers),
        fees=tuple(fee_values(line) for line in ground.fee_sheet(given).lines),
    )


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
        stream = agency_stream(actor.agency_id)
        serial, dossier_id = record.lock(stream, decided.numbering.next_serial(), next_id(Dossier))
        row = _row(actor, given, ground, decided, decided.numbering.code(serial))
        record.add(Dossier, [{"id": dossier_id, **row}])
        record.add(DossierParty, rows_of(dossier_id, decided.parties))
        record.add(SubmittedDocument, rows_of(dossier_id, in_places(decided.papers)))
        record.add(FeeLine, rows_of(dossier_id, in_places(decided.fees)))
        record.append(
            _fact(row, given, ground, decided),
            about=Subject("dossier", dossier_id, 1),
            stream=stream,
            occurred_at=decided.intake.received_at,
        )
    return DossierRef(id=dossier_id, code=row["code"])


def _row(
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
        "fee_total_vnd": sum(fee["amount_vnd"] for fee in decided.fees),
        "note": given.note,
    }


def _fact(
    row: dict[str, Any], given: ReceptionInput, ground: Ground, decided: _Decided
) -> DossierReceived:
    same = {spec.name: row[spec.name] for spec in fields(DossierReceived) if spec.name in row}
    return DossierReceived(
        **{**same, "note": given.note or None, "clock": decided.clock.to_plain()},
        dossier_code=row["code"],
        procedure_code=ground.detail.code,
        parties=decided.parties,
        papers=decided.papers,
        fees=decided.fees,
        trace=tuple(line.to_plain() for line in decided.promise.trace),
        complete_confirmed=given.complete_confirmed,
    )
