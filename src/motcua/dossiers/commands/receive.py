"""Receive a dossier: the first act, and the shape that every later act copies.

Load what must be known, let the pure rules decide, write rows and fact in one transaction. The
same steps register one that is not complete yet, and receive one that another agency will settle.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.database.inserting import next_id
from motcua.database.statements import Statement
from motcua.dossiers.allotment import Numbering, line_given, next_line, numbering
from motcua.dossiers.events import DossierReceived, DossierRegistered
from motcua.dossiers.models import Dossier, DossierParty, FeeLine, SubmittedDocument
from motcua.dossiers.preparation import AgencyNotInForce, Ground, ground_for
from motcua.dossiers.repeating import DossierRef, earlier
from motcua.dossiers.rows import (
    fee_values,
    in_places,
    paper_values,
    party_values,
    rows_of,
    search_key,
)
from motcua.dossiers.rules.intake import Intake, decide, owner_of
from motcua.dossiers.rules.promise import ClockInputs, Timing, timing
from motcua.dossiers.vocabulary import STATUS_OF, Act, ReceptionInput, Stage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical


class NotWorkingHere(Refusal):
    """The actor holds no position at an agency, so there is no desk to receive at."""

    code = "not-working-here"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """What is decided before a row is written. The lists are values of rows and fact alike."""

    intake: Intake
    timing: Timing
    numbering: Numbering
    parties: tuple[dict[str, Any], ...]
    papers: tuple[dict[str, Any], ...]
    fees: tuple[dict[str, Any], ...]


def receive_dossier(
    *, actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None = None
) -> DossierRef:
    """Take the dossier in, allot its code, promise its date, keep the fact.

    One for another agency (`competent_agency_id`) is in transit: its date is promised when that
    agency takes it over. `request` makes it happen once however often it is asked for. Refusals:
    NotPermitted, NotWorkingHere, ReceptionRefused (all problems at once), ProcedureUnknown,
    LimitUnstated, AgencyCodeMissing, RequestKeyReused. Basis: NĐ 118/2025/NĐ-CP; law.md 4.3, 4.4.
    """
    is_ours = given.competent_agency_id in (None, actor.agency_id)
    act = Act.RECEIVE if is_ours else Act.RECEIVE_FOR_ANOTHER
    return _take_in(actor, at, given, request, act)


def register_dossier(
    *, actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None = None
) -> DossierRef:
    """Enter what came in and cannot be received yet: it has a code, no date runs.

    Refusals: those of `receive_dossier` but for missing papers and limit.
    """
    return _take_in(actor, at, given, request, Act.REGISTER)


def _take_in(
    actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None, act: Act
) -> DossierRef:
    may(actor, Permission(act)).demand()
    if actor.agency_id is None:
        raise NotWorkingHere
    made = earlier(request)
    if made:
        return made
    with one_revision():
        ground = ground_for(
            agency_id=given.competent_agency_id or actor.agency_id,
            procedure_version_id=given.procedure_version_id,
            day=local_day(given.received_at or at),
        )
        given = replace(given, variant_id=ground.variant(given.variant_id).id)
        decided = _decide(actor, given, ground, at, act=act)
        try:
            return _write(actor, at, given, ground, decided, request)
        except IntegrityError:
            # Another call with the same key came first; anything else is a fault.
            made = earlier(request)
            if made:
                return made
            raise


def _decide(
    actor: Actor, given: ReceptionInput, ground: Ground, at: datetime, *, act: Act
) -> _Decided:
    assert actor.agency_id is not None
    intake = decide(given, ground.intake_facts(given.variant_id), at=at, act=act)
    limit = ground.limit_or_none if act is Act.REGISTER else ground.limit
    clock = ground.clock(
        limit(variant_id=given.variant_id, channel=given.channel, typed=given.typed_limit),
        intake.received_at,
    )
    day = local_day(intake.received_at)
    receiving = ground.agency
    if actor.agency_id != ground.agency.id:
        receiving = _agency(actor.agency_id, intake.received_at)
    return _Decided(
        intake=intake,
        timing=_timing(intake.stage, clock, ground),
        numbering=numbering(receiving, day),
        parties=tuple(party_values(party) for party in given.parties),
        papers=tuple(paper_values(paper) for paper in given.papers),
        fees=tuple(fee_values(line) for line in ground.fee_sheet(given).lines),
    )


def _agency(agency_id: int, at: datetime) -> Any:
    agency = agency_on(agency_id, local_day(at))
    if agency is None:
        raise AgencyNotInForce(field="received_at")
    return agency


def _timing(stage: Stage, clock: ClockInputs, ground: Ground) -> Timing:
    """The promise; none yet for what is not received or is on its way to the competent agency."""
    if stage is Stage.RECEIVED:
        return timing(clock, ground.office.calendar)
    return Timing(clock=clock, due_at=None, due_soon_at=None, trace=())


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
        asked = [decided.numbering.next_serial(), next_id(Dossier), *_register_line(actor, decided)]
        serial, dossier_id, *line = record.lock(stream, *asked)
        row = _row(actor, given, ground, decided, decided.numbering.code(serial))
        if line:
            year = local_day(decided.intake.received_at).year
            row |= {"register_year": year, "register_number": line_given(line[0], year)}
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


def _register_line(actor: Actor, decided: _Decided) -> list[Statement]:
    """What is received has a line in the register of the year; what is only registered has none."""
    if decided.intake.stage is Stage.REGISTERED or actor.agency_id is None:
        return []
    return [next_line(actor.agency_id, local_day(decided.intake.received_at).year)]


def _row(
    actor: Actor, given: ReceptionInput, ground: Ground, decided: _Decided, code: str
) -> dict[str, Any]:
    intake, told = decided.intake, decided.timing
    return {
        "code": code,
        "agency_id": actor.agency_id,
        "competent_agency_id": ground.agency.id,
        "unit_id": ground.unit_id if intake.stage is Stage.RECEIVED else None,
        "counter_id": given.counter_id,
        "group_id": given.group_id,
        "procedure_version_id": given.procedure_version_id,
        "variant_id": given.variant_id,
        "stage": intake.stage,
        "status": STATUS_OF[intake.stage],
        "is_accepted": intake.stage is not Stage.REGISTERED,
        "channel": given.channel,
        "return_method": given.return_method,
        "owner_name": owner_of(given).name,
        "search_key": search_key(code, given.parties),
        "received_at": intake.received_at,
        "received_on": local_day(intake.received_at),
        "received_by_id": actor.holding_id,
        "original_due_at": told.due_at,
        "due_at": told.due_at,
        "due_soon_at": told.due_soon_at,
        "clock": canonical(told.clock.to_plain()),
        "sets": given.sets,
        "fee_total_vnd": sum(fee["amount_vnd"] for fee in decided.fees),
        "note": given.note,
    }


def _fact(
    row: dict[str, Any], given: ReceptionInput, ground: Ground, decided: _Decided
) -> DossierReceived:
    is_registered = decided.intake.stage is Stage.REGISTERED
    same = {spec.name: row[spec.name] for spec in fields(DossierReceived) if spec.name in row}
    return (DossierRegistered if is_registered else DossierReceived)(
        **{**same, "note": given.note or None, "clock": decided.timing.clock.to_plain()},
        dossier_code=row["code"],
        procedure_code=ground.detail.code,
        parties=decided.parties,
        papers=decided.papers,
        fees=decided.fees,
        trace=tuple(line.to_plain() for line in decided.timing.trace),
        complete_confirmed=given.complete_confirmed,
    )
