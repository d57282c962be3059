"""Receive a dossier: the first act, and the shape that every later act copies.

Load what must be known, let the pure rules decide, write rows and fact in one transaction. The
same steps register one that is not complete yet, and receive one that another agency will settle.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.database.inserting import next_id
from motcua.database.statements import Statement
from motcua.dossiers.allotment import CodeGiven, Numbering, line_given, next_line, numbering
from motcua.dossiers.following import Begun, tell_begun
from motcua.dossiers.inputs import Filed
from motcua.dossiers.models import (
    Declaration,
    Dossier,
    DossierCitizen,
    DossierFile,
    DossierParty,
    FeeLine,
    ReliefClaim,
    SubmittedDocument,
)
from motcua.dossiers.preparation import AgencyNotInForce, Ground, ground_for
from motcua.dossiers.repeating import DossierRef, earlier
from motcua.dossiers.rows import (
    claim_row,
    declaration_row,
    file_rows,
    in_places,
    rows_of,
    without_empty,
)
from motcua.dossiers.rules.submitted.declaring import DeclarationMissing
from motcua.dossiers.taking_in import TakenIn, fact_of, row_of, take_in
from motcua.dossiers.tallies.keeping import keep_begun
from motcua.dossiers.vocabulary import Act, ReceptionInput, Stage
from motcua.eforms.queries.forms import form_in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.procedures.vocabulary import Channel


class NotWorkingHere(Refusal):
    """The actor holds no position at an agency, so there is no desk to receive at."""

    code = "not-working-here"


def receive_dossier(
    *, actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None = None
) -> DossierRef:
    """Take the dossier in, allot its code, promise its date, keep the fact.

    One for another agency (`competent_agency_id`) is in transit: its date is promised when that
    agency takes it over; so is one that waits for another of its group. `request` makes it happen once however often it is asked for. Refusals:
    NotPermitted, NotWorkingHere, ReceptionRefused (all problems at once), ProcedureUnknown,
    LimitUnstated, AgencyCodeMissing, RequestKeyReused. Basis: NĐ 118/2025/NĐ-CP; law.md 4.3, 4.4.
    """
    is_ours = given.competent_agency_id in (None, actor.agency_id) and not given.awaits_companion
    act = Act.RECEIVE if is_ours else Act.RECEIVE_FOR_ANOTHER
    return _take_in(actor, at, given, request, _at_the_desk(actor, act))


def register_dossier(
    *, actor: Actor, at: datetime, given: ReceptionInput, request: RequestKey | None = None
) -> DossierRef:
    """Enter what came in and cannot be received yet: it has a code, no date runs.

    Refusals: those of `receive_dossier` but for missing papers and limit.
    """
    return _take_in(actor, at, given, request, _at_the_desk(actor, Act.REGISTER))


def file_dossier(
    *, actor: Actor, at: datetime, agency_id: int, filed: Filed, request: RequestKey | None = None
) -> DossierRef:
    """A citizen sends a dossier by web: it has a code at once, and the desk of the agency owes him an
    answer within its hours. No date runs until it is received.

    Refusals: those of `register_dossier`, DeclarationMissing when its procedure has a form.
    Basis: NĐ 118/2025/NĐ-CP as amended by NĐ 309/2026/NĐ-CP; law.md 4.3, 4.8.
    """
    alone = replace(
        filed.given, competent_agency_id=None, group_id=None, group_limit=None, expected_at=None
    )
    given = replace(filed, given=replace(alone, awaits_companion=False))
    return file_companion(actor=actor, at=at, agency_id=agency_id, filed=given, request=request)


def file_companion(
    *, actor: Actor, at: datetime, agency_id: int, filed: Filed, request: RequestKey | None = None
) -> DossierRef:
    """As `file_dossier`, of one that may belong to a group: who settles it and what it waits for are
    the caller's to know, never the citizen's to say."""
    given = replace(
        filed.given,
        channel=Channel.ONLINE,
        received_at=None,
        counter_id=None,
        complete_confirmed=False,
        claims_wait=True,
    )
    if actor.citizen_id is None:
        raise NotPermitted(reason="no-account")
    citizen = without_empty(
        {
            "citizen_id": actor.citizen_id,
            "organization_id": actor.organization_id,
            "part": str(filed.part),
        }
    )
    sending = _Sending(Act.REGISTER, Permission.DOSSIER_FILE, agency_id, citizen)
    return _take_in(actor, at, given, request, sending)


@dataclass(frozen=True, slots=True)
class _Sending:
    """How it comes in: by which act and right, to which agency (None: there is none), and the values
    of the account that sent it."""

    act: Act
    permission: Permission
    agency_id: int | None
    citizen: dict[str, Any] | None = None


def _at_the_desk(actor: Actor, act: Act) -> _Sending:
    return _Sending(act, Permission(act), actor.agency_id)


def _take_in(
    actor: Actor,
    at: datetime,
    given: ReceptionInput,
    request: RequestKey | None,
    sending: _Sending,
) -> DossierRef:
    may(actor, sending.permission).demand()
    if sending.agency_id is None:
        raise NotWorkingHere
    made = earlier(request)
    if made:
        return made
    with one_revision():
        ground = ground_for(
            agency_id=given.competent_agency_id or sending.agency_id,
            procedure_version_id=given.procedure_version_id,
            day=local_day(given.received_at or at),
        )
        given = replace(given, variant_id=ground.variant(given.variant_id).id)
        if sending.citizen:
            _demand_declared(given, ground, at)
        taken = take_in(given, ground, at, act=sending.act, by=actor.name)
        numbers = _numbering(sending.agency_id, ground, given, taken.intake.received_at)
        try:
            return _write(_Reception(actor, at, given, ground, taken, numbers, sending), request)
        except IntegrityError:
            # Another call with the same key came first; anything else is a fault.
            made = earlier(request)
            if made:
                return made
            raise


def _demand_declared(given: ReceptionInput, ground: Ground, at: datetime) -> None:
    form = form_in_force(ground.detail.procedure_id, local_day(at))
    if form is not None and given.declared is None:
        raise DeclarationMissing(field="declaration")


def _numbering(
    agency_id: int, ground: Ground, given: ReceptionInput, received_at: datetime
) -> Numbering | CodeGiven:
    """The numbers of the receiving agency, or the code that it comes with. Refusals: AgencyNotInForce,
    AgencyCodeMissing."""
    if given.carried is not None:
        return CodeGiven(given.carried.code)
    day = local_day(received_at)
    receiving = ground.agency if agency_id == ground.agency.id else agency_on(agency_id, day)
    if receiving is None:
        raise AgencyNotInForce(field="received_at")
    return numbering(receiving, day)


@dataclass(frozen=True, slots=True)
class _Reception:
    """One reception, decided and about to be written."""

    actor: Actor
    at: datetime
    given: ReceptionInput
    ground: Ground
    taken: TakenIn
    numbers: Numbering | CodeGiven
    sending: _Sending


def _write(new: _Reception, request: RequestKey | None) -> DossierRef:
    actor, taken, citizen = new.actor, new.taken, new.sending.citizen
    assert new.sending.agency_id is not None
    with recording(actor, new.at, request=request) as record:
        stream = agency_stream(new.sending.agency_id)
        asked = [new.numbers.next_serial(), next_id(Dossier), *_register_line(new)]
        serial, dossier_id, *line = record.lock(stream, *asked)
        row = row_of(actor, new.given, new.ground, taken, new.numbers.code(serial))
        row["agency_id"] = new.sending.agency_id
        if line:
            year = local_day(taken.intake.received_at).year
            row |= {"register_year": year, "register_number": line_given(line[0], year)}
        record.add(Dossier, [{"id": dossier_id, **row}])
        record.add(DossierParty, rows_of(dossier_id, taken.parties))
        record.add(SubmittedDocument, rows_of(dossier_id, in_places(taken.papers)))
        record.add(FeeLine, rows_of(dossier_id, in_places(taken.fees)))
        if taken.claims:
            record.add(ReliefClaim, (claim_row(dossier_id, one) for one in taken.claims))
        record.add(DossierFile, file_rows(dossier_id, taken.files))
        if taken.declaration:
            record.add(Declaration, [declaration_row(dossier_id, taken.declaration)])
        if citizen:
            record.add(DossierCitizen, rows_of(dossier_id, [citizen]))
        tell_begun(record, Begun(dossier_id=dossier_id, row=row, given=new.given))
        keep_begun(record, dossier_id, row, procedure_id=new.ground.detail.procedure_id)
        record.append(
            fact_of(row, new.given, new.ground, taken, citizen),
            about=Subject("dossier", dossier_id, 1),
            stream=stream,
            occurred_at=taken.intake.received_at,
        )
    return DossierRef(id=dossier_id, code=row["code"])


def _register_line(new: _Reception) -> list[Statement]:
    """What is received has a line in the register of the year; what is only registered has none."""
    agency_id = new.sending.agency_id
    if new.taken.intake.stage is Stage.REGISTERED or agency_id is None:
        return []
    return [next_line(agency_id, local_day(new.taken.intake.received_at).year)]
