"""A register as data of a paper: what `papers` prints as PDF and `workbook` writes as XLSX."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on, desk_of
from motcua.certifications.models import CertificationBook
from motcua.certifications.queries.entries import EntryRow, RegisterFilter, register_entries
from motcua.certifications.wording import BOOKS, SUBJECTS
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.papers.data.heads import PaperHead
from motcua.papers.data.registers import (
    CertificationRegister,
    CertificationRow,
    RegisterClosing,
)


def register_paper(actor: Actor, at: datetime, which: RegisterFilter) -> CertificationRegister:
    """The register of the actor's agency. Two queries besides the tree.

    Refusals: NotFound, when he works at none or nothing was entered.
    """
    agency = agency_on(which.agency_id, local_day(at)) if which.agency_id else None
    if agency is None:
        raise NotFound(kind="certification-book")
    book = CertificationBook.objects.filter(
        agency=agency.id, year=which.year, kind=str(which.kind)
    ).first()
    entries = register_entries(actor, which)
    if book is None or not entries:
        raise NotFound(kind="certification-book")
    desk = desk_of(agency.id, local_day(at))
    return CertificationRegister(
        head=PaperHead(
            superior_agency=agency.superior_name,
            agency=agency.name,
            place_name=agency.place_name,
            at=at,
        ),
        desk_name=desk.name if desk else "",
        book=str(BOOKS[which.kind]),
        year=which.year,
        subject=str(SUBJECTS[which.kind]),
        rows=tuple(_row(entry) for entry in entries),
        opened_on=entries[0].entered_on,
        closing=_closing(book, entries),
    )


def _row(entry: EntryRow) -> CertificationRow:
    return CertificationRow(
        number=str(entry.number),
        day=entry.entered_on,
        requester_name=entry.requester_name,
        requester_identity=entry.requester_number,
        document_kind=entry.document_name,
        copies=0 if entry.is_void else entry.copies,
        pages=0 if entry.is_void else entry.pages,
        fee_vnd=None if entry.is_void else entry.fee_vnd,
        signer_name="\n".join(filter(None, (entry.signer_name, entry.signer_title))),
        note=_note(entry),
    )


def _note(entry: EntryRow) -> str:
    if not entry.is_void:
        return entry.note
    return _("ĐÃ HỦY: %(reason)s") % {"reason": entry.reason}


def _closing(book: CertificationBook, entries: tuple[EntryRow, ...]) -> RegisterClosing | None:
    if book.closed_at is None:
        return None
    return RegisterClosing(
        closed_on=local_day(book.closed_at),
        count=book.last,
        first_number=str(entries[0].number),
        last_number=str(entries[-1].number),
    )
