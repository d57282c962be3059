"""Enter a person's documents into the register of the year: each has its number, all are one dossier."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.accounts.rules.roles import Permission, may
from motcua.certifications.events import CertificationEntered
from motcua.certifications.models import Certification
from motcua.certifications.preparation import Basis, basis_for
from motcua.certifications.rows import ENTRY_FIELDS, search_key
from motcua.certifications.rules.entering import CertificationRefused
from motcua.certifications.vocabulary import BookKind, CertificationInput, DocumentIn
from motcua.database.statements import Statement
from motcua.dossiers.commands.receive import NotWorkingHere, receive_dossier
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.intake import people_problems
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.caching import one_revision
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording

NEXT_NUMBERS = (
    "INSERT INTO certifications_certificationbook (agency_id, year, kind, last, closed_by, digest) "
    "VALUES (%s, %s, %s, %s, '', '') ON CONFLICT (agency_id, year, kind) "
    "DO UPDATE SET last = certifications_certificationbook.last + excluded.last "
    "WHERE certifications_certificationbook.closed_at IS NULL RETURNING last"
)


class BookClosed(Refusal):
    """The register of that year and kind takes no more entries."""

    code = "certification-book-closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificationRef:
    """What entering gives back: one number a document, in their order. `repeated`: the request had
    been carried out before."""

    dossier_id: int
    dossier_code: str
    kind: BookKind
    year: int
    numbers: tuple[int, ...]
    ids: tuple[int, ...]
    fee_vnd: int
    repeated: bool = False


def enter_certification(
    *, actor: Actor, at: datetime, given: CertificationInput, request: RequestKey | None = None
) -> CertificationRef:
    """Receive the dossier and give each document the next number of its book, both or neither.

    `request` makes it happen once however often it is asked for. Refusals: NotPermitted,
    NotWorkingHere, NotForCertification, CertificationRefused (all problems of documents and people
    at once), BookClosed, and those of `receive_dossier`. Basis: NĐ 23/2015/NĐ-CP Art. 13, 14; law.md
    2.2, 4.9.
    """
    may(actor, Permission.CERTIFICATION_ENTER).demand()
    if actor.agency_id is None:
        raise NotWorkingHere
    given = _cleaned(given)
    with one_revision():
        day = local_day(given.received_at or at)
        basis = basis_for(
            agency_id=actor.agency_id,
            procedure_version_id=given.procedure_version_id,
            day=day,
        )
        problems = (*people_problems((given.requester,), at), *basis.problems(given))
        if problems:
            raise CertificationRefused(problems)
        with transaction.atomic():
            dossier = receive_dossier(
                actor=actor, at=at, given=basis.reception(given), request=request
            )
            if dossier.repeated:
                return entered_with(dossier)
            return _write(actor, at, given, basis, dossier)


def _cleaned(given: CertificationInput) -> CertificationInput:
    """The texts in single spaces; the requester owns the dossier."""
    return replace(
        given,
        requester=replace(given.requester, role=PartyRole.OWNER),
        documents=tuple(
            replace(one, name=" ".join(one.name.split()), note=" ".join(one.note.split()))
            for one in given.documents
        ),
        signer_name=" ".join(given.signer_name.split()),
        signer_title=" ".join(given.signer_title.split()),
    )


def _write(
    actor: Actor, at: datetime, given: CertificationInput, basis: Basis, dossier: DossierRef
) -> CertificationRef:
    assert actor.agency_id is not None
    day = local_day(given.received_at or at)
    with recording(actor, at) as record:
        asked = (actor.agency_id, day.year, str(basis.kind), len(given.documents))
        (answer,) = record.lock(agency_stream(actor.agency_id), Statement(NEXT_NUMBERS, asked))
        if answer is None:
            raise BookClosed(field="received_at", year=day.year)
        first = int(answer) - len(given.documents) + 1
        rows = _rows(record, given, basis, dossier, first=first, day=day)
        Certification.objects.bulk_create(rows)
        for row in rows:
            _append(record, row, dossier)
    return _ref(dossier, rows)


def _rows(
    record: Record,
    given: CertificationInput,
    basis: Basis,
    dossier: DossierRef,
    *,
    first: int,
    day: date,
) -> list[Certification]:
    who = given.requester
    same: dict[str, Any] = {
        "agency_id": record.actor.agency_id,
        "kind": str(basis.kind),
        "year": day.year,
        "dossier_id": dossier.id,
        "requester_name": who.name.strip(),
        "requester_number": who.personal_id or who.tax_code or who.old_id,
        "signer_name": given.signer_name,
        "signer_title": given.signer_title,
        "entered_at": given.received_at or record.at,
        "entered_on": day,
        "entered_by_id": record.actor.holding_id,
    }
    return [
        _row(same, document, fee_vnd, number=first + place, position=place + 1, code=dossier.code)
        for place, (document, fee_vnd) in enumerate(
            zip(given.documents, basis.shares(given), strict=True)
        )
    ]


def _row(
    same: dict[str, Any],
    document: DocumentIn,
    fee_vnd: int,
    *,
    number: int,
    position: int,
    code: str,
) -> Certification:
    told = (same["requester_name"], same["requester_number"], code)
    return Certification(
        **same,
        number=number,
        position=position,
        document_name=document.name,
        pages=document.pages,
        copies=document.copies,
        sheets=document.sheets,
        fee_vnd=fee_vnd,
        note=document.note,
        search_key=search_key(number, document.name, *told),
    )


def _append(record: Record, row: Certification, dossier: DossierRef) -> None:
    event = CertificationEntered(
        dossier_code=dossier.code, **{name: getattr(row, name) for name in ENTRY_FIELDS}
    )
    record.append(
        event,
        about=Subject("certification", row.pk, 1),
        stream=agency_stream(row.agency_id),
        occurred_at=row.entered_at,
    )


def entered_with(dossier: DossierRef) -> CertificationRef:
    """What was entered with a dossier that an earlier request made."""
    rows = list(Certification.objects.filter(dossier=dossier.id).order_by("position"))
    return replace(_ref(dossier, rows), repeated=True)


def _ref(dossier: DossierRef, rows: list[Certification]) -> CertificationRef:
    return CertificationRef(
        dossier_id=dossier.id,
        dossier_code=dossier.code,
        kind=BookKind(rows[0].kind),
        year=rows[0].year,
        numbers=tuple(row.number for row in rows),
        ids=tuple(row.pk for row in rows),
        fee_vnd=sum(row.fee_vnd for row in rows),
    )
