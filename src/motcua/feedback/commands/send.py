"""Feedback comes in: sent by the sender himself, or entered by the staff from a letter, a call or a
mail. Either way it has the next number of the register of its agency at once."""

from __future__ import annotations

import secrets as entropy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.agencies.queries import agency_on
from motcua.database.statements import Statement
from motcua.feedback.codes import digest_of, new_secret
from motcua.feedback.commands.writing import Step, clock_of, write_step
from motcua.feedback.models import Petition
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.rows import search_key
from motcua.feedback.rules.sending import PetitionFaulty, cleaned, problems_of
from motcua.feedback.vocabulary import Act, Channel, Duty, Kind, PetitionIn, Publication, State
from motcua.kernel.actor import Actor, stranger
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import Record, RequestKey, agency_stream, recording

NEXT_NUMBER = (
    "INSERT INTO feedback_petitionbook (agency_id, year, last) VALUES (%s, %s, 1) "
    "ON CONFLICT (agency_id, year) DO UPDATE SET last = feedback_petitionbook.last + 1 "
    "RETURNING last"
)
SALT_BYTES = 16


class RequestKeyReused(Refusal):
    """The same request key came with other content: not a repetition but a mistake."""

    code = "request-key-reused"


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionRef:
    """What coming in gives back. `repeated`: the request had been carried out before."""

    id: int
    code: str
    number: int
    year: int
    secret: str
    due_at: datetime | None
    repeated: bool = False


def send_petition(
    *, actor: Actor, at: datetime, given: PetitionIn, request: RequestKey | None = None
) -> PetitionRef:
    """Anybody may send; whoever is signed in finds it in his account too.

    Refusals: NotFound (no such agency), PetitionFaulty (all problems at once), RequestKeyReused,
    NoTermsThen. Basis: NĐ 20/2008/NĐ-CP Art. 6-9.
    """
    if given.channel is not Channel.PORTAL:
        raise NotPermitted(reason="own-channel")
    if given.is_anonymous:
        actor = stranger(
            door=actor.door, request_id=actor.request_id
        )  # no account stands behind it, here or in the ledger
    return _take(actor, at, given, request)


def enter_petition(
    *, actor: Actor, at: datetime, given: PetitionIn, request: RequestKey | None = None
) -> PetitionRef:
    """Written down by the staff of the agency and taken into the register in one go.

    Refusals: NotPermitted, and those of `send_petition`. Basis: NĐ 20/2008/NĐ-CP Art. 8, 9.
    """
    may(actor, Permission.FEEDBACK_ENTER).demand()
    if actor.agency_id != given.agency_id or given.channel is Channel.PORTAL:
        raise NotPermitted(reason="own-register")
    return _take(actor, at, given, request)


def _take(actor: Actor, at: datetime, given: PetitionIn, request: RequestKey | None) -> PetitionRef:
    given = cleaned(given)
    repeated = _earlier(request)
    if repeated is not None:
        return repeated
    day = local_day(at)
    agency = agency_on(given.agency_id, day)
    if agency is None:
        raise NotFound(kind="agency")
    problems = tuple(problems_of(given, terms_in_force(agency.id, day), day))
    if problems:
        raise PetitionFaulty(problems)
    with recording(actor, at, request=request) as record:
        record.lock(agency_stream(agency.id))
        repeated = _earlier(request)  # it may have come at the same moment
        if repeated is not None:
            return repeated
        (number,) = record.lock(
            agency_stream(agency.id), Statement(NEXT_NUMBER, (agency.id, day.year))
        )
        secret = new_secret(request)
        code = petition_code(agency.code or str(agency.id), day.year, int(number))
        row = new_row(given, at, code=code, number=int(number))
        row.secret_digest = digest_of(code, secret)
        row.citizen_id = actor.citizen_id
        write_coming_in(record, row, given)
        if given.channel is not Channel.PORTAL:
            write_step(record, row, taken_in(row, at))
    return _ref(row, secret)


def petition_code(agency_code: str, year: int, number: int) -> str:
    """`H26.45.27-PA26-00012`: the agency, the year, the number in its register."""
    return f"{agency_code}-PA{year % 100:02d}-{number:05d}"


def new_row(given: PetitionIn, at: datetime, *, code: str, number: int) -> Petition:
    """The row before its first step. Unsaved."""
    sender = given.sender
    return Petition(
        agency_id=given.agency_id,
        year=local_day(at).year,
        number=number,
        code=code,
        kind=str(given.kind),
        channel=str(given.channel),
        state=str(State.SENT),
        version=0,
        is_anonymous=given.is_anonymous,
        title=given.title,
        content=given.content,
        sender_name=sender.name,
        sender_address=sender.address,
        sender_phone=sender.phone,
        sender_email=sender.email,
        dossier_code=given.dossier_code,
        procedure_code=given.procedure_code,
        about_unit_id=given.about_unit_id,
        about_holding_id=given.about_holding_id,
        stamped_on=given.stamped_on,
        received_at=at,
        counts_from=at,
        publication=str(Publication.NONE),
        salt=entropy.token_hex(SALT_BYTES),
        search_key=search_key(code, given.title, given.content, sender.name, given.dossier_code),
    )


SAID_AT_FIRST = (
    "agency_id", "year", "number", "code", "kind", "channel", "is_anonymous", "title", "content",
    "sender_name", "sender_address", "sender_phone", "sender_email", "citizen_id", "dossier_code",
    "procedure_code", "about_unit_id", "about_holding_id", "stamped_on", "received_at", "counts_from",
    "publication", "forwarded_from_id", "outside_body", "satisfaction",
)  # fmt: skip


def write_coming_in(record: Record, row: Petition, given: PetitionIn) -> None:
    """The first fact says all that the row says."""
    clock = clock_of(row.agency_id, record.at)
    classify = clock.promise(Duty.CLASSIFY, record.at).due_at
    said: dict[str, Any] = {name: getattr(row, name) for name in SAID_AT_FIRST}
    said["due_at"] = classify
    said["answer_due_at"] = clock.promise(Duty.ANSWER, record.at).due_at
    write_step(
        record,
        row,
        Step(
            act=Act.SEND,
            state=State.SENT,
            changes=said,
            due_at=classify,
            files=given.files,
            more={"agency_id": row.agency_id, "year": row.year, "number": row.number},
        ),
    )


def taken_in(row: Petition, at: datetime, kind: Kind | None = None) -> Step:
    """Registered as it came, the answer due from its receipt."""
    return Step(
        act=Act.REGISTER,
        state=State.REGISTERED,
        changes={"kind": str(kind or row.kind), "due_at": row.answer_due_at},
        due_at=row.due_at,
        is_late=row.due_at is not None and at > row.due_at,
    )


def _earlier(request: RequestKey | None) -> PetitionRef | None:
    found = subject_of_request(request.key) if request else None
    if found is None or request is None:
        return None
    petition_id, digest = found
    row = Petition.objects.filter(pk=petition_id).first()
    if digest != request.digest or row is None:
        raise RequestKeyReused
    return _ref(row, new_secret(request), repeated=True)


def _ref(row: Petition, secret: str, *, repeated: bool = False) -> PetitionRef:
    return PetitionRef(
        id=row.pk,
        code=row.code,
        number=row.number,
        year=row.year,
        secret=secret,
        due_at=row.answer_due_at,
        repeated=repeated,
    )
