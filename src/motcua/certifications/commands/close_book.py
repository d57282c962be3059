"""Close the register of a year and kind: no entry is added any more, and what it had is fixed."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from motcua.accounts.rules.roles import Permission, may
from motcua.certifications.commands.enter import BookClosed
from motcua.certifications.events import CertificationBookClosed
from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.rows import LINE
from motcua.certifications.vocabulary import BookKind
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import plain
from motcua.kernel.refusal import Refusal
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical


class BookNotOver(Refusal):
    """A register is closed after the last day of its year."""

    code = "certification-book-not-over"


class BookUnknown(Refusal):
    """Nothing was entered in that year."""

    code = "certification-book-unknown"


def close_certification_book(*, actor: Actor, at: datetime, year: int, kind: BookKind) -> int:
    """Close a register of the actor's agency; how many entries it has.

    Refusals: NotPermitted, BookNotOver, BookUnknown, BookClosed. Basis: NĐ 23/2015/NĐ-CP Art. 13
    (the register is closed on the last day of each year).
    """
    may(actor, Permission.REGISTER_CLOSE).demand()
    if actor.agency_id is None:
        raise BookUnknown(field="year", year=year)
    if local_day(at).year <= year:
        raise BookNotOver(field="year", year=year)
    with recording(actor, at) as record:
        record.lock(agency_stream(actor.agency_id))
        rows = CertificationBook.objects.filter(agency=actor.agency_id, year=year, kind=kind)
        book = rows.select_for_update(no_key=True).first()
        if book is None:
            raise BookUnknown(field="year", year=year)
        if book.closed_at is not None:
            raise BookClosed(field="year", year=year)
        digest = digest_of_entries(book)
        rows.update(closed_at=at, closed_by=actor.name, digest=digest)
        record.append(
            CertificationBookClosed(
                agency_id=actor.agency_id,
                kind=str(kind),
                year=year,
                entries=book.last,
                digest=digest,
            ),
            about=Subject("certification-book", book.pk, next_seq("certification-book", book.pk)),
            stream=agency_stream(actor.agency_id),
        )
    return int(book.last)


def digest_of_entries(book: CertificationBook) -> str:
    """SHA-256 over the entries in their order; memory is bounded."""
    entries = Certification.objects.filter(agency=book.agency_id, year=book.year, kind=book.kind)
    found = sha256()
    for line in entries.order_by("number").values_list(*LINE).iterator(chunk_size=2000):
        found.update(canonical([plain(value) for value in line]).encode())
        found.update(b"\n")
    return found.hexdigest()
