"""Strike an entry through: it keeps its number, and says why."""

from __future__ import annotations

from datetime import datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.certifications.commands.enter import BookClosed
from motcua.certifications.events import CertificationCancelled
from motcua.certifications.models import Certification, CertificationBook
from motcua.certifications.policies import can_cancel, visible
from motcua.certifications.vocabulary import EntryState
from motcua.kernel.actor import Actor
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import next_seq
from motcua.ledger.recording import Subject, agency_stream, recording

REASON_MAX = 300


class AlreadyCancelled(Refusal):
    """The entry is struck through already."""

    code = "certification-already-cancelled"


class ReasonFaulty(Refusal):
    """An entry is canceled for a reason, told in at most `length_max` letters."""

    code = "certification-reason-faulty"


def cancel_certification(*, actor: Actor, at: datetime, certification_id: int, reason: str) -> None:
    """The entry stays in the book, its number is not given again.

    Refusals: NotPermitted, NotFound, ReasonFaulty, AlreadyCancelled, BookClosed. Basis: NĐ
    23/2015/NĐ-CP Art. 13 (nothing is erased in a register).
    """
    may(actor, Permission.CERTIFICATION_ENTER).demand()
    told = " ".join(reason.split())
    found = Certification.objects.filter(visible(actor), pk=certification_id)
    row = found.only("agency_id").first()
    if row is None:
        raise NotFound(kind="certification")
    can_cancel(actor, row.agency_id).demand()
    if not told or len(told) > REASON_MAX:
        raise ReasonFaulty(field="reason", length_max=REASON_MAX)
    with recording(actor, at) as record:
        record.lock(agency_stream(row.agency_id))
        entry = found.get()
        demand_open(entry)
        if entry.state == EntryState.CANCELLED:
            raise AlreadyCancelled
        entry.state = EntryState.CANCELLED
        entry.cancelled_at, entry.cancelled_by, entry.reason = at, actor.name, told
        entry.save(update_fields=["state", "cancelled_at", "cancelled_by", "reason"])
        record.append(
            CertificationCancelled(
                number=entry.number, cancelled_at=at, cancelled_by=actor.name, reason=told
            ),
            about=Subject("certification", entry.pk, next_seq("certification", entry.pk)),
            stream=agency_stream(entry.agency_id),
        )


def demand_open(entry: Certification) -> None:
    """Refusals: BookClosed. Call it with the agency's chain locked."""
    book = CertificationBook.objects.filter(
        agency=entry.agency_id, year=entry.year, kind=entry.kind
    )
    if book.filter(closed_at__isnull=False).exists():
        raise BookClosed(field="year", year=entry.year)
