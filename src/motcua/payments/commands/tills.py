"""Open an officer's till and close it: afterwards the day's receipts stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post
from motcua.dossiers.commands.receive import NotWorkingHere
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound
from motcua.ledger.recording import Record, Subject, agency_stream, recording
from motcua.ledger.rules.chain import canonical
from motcua.payments.events import TillClosed, TillOpened
from motcua.payments.expected import cash_in
from motcua.payments.models import Till
from motcua.payments.policies import can_close, drawer_of, visible_tills
from motcua.payments.rules.booking import closing_entry, opening_entry
from motcua.payments.rules.closing import AMOUNT_MAX_VND, Closing, close
from motcua.payments.vocabulary import CashCount


class TillAlreadyClosed(Refusal):
    """The till of that day (`day`) was counted and closed; nothing in it changes any more."""

    code = "till-already-closed"


class FormerTillOpen(Refusal):
    """The till of a former day (`day`) has not been closed; that comes first."""

    code = "former-till-open"


class OpeningFaulty(Refusal):
    """The cash lying ready in the morning is whole đồng, none or more."""

    code = "till-opening-faulty"


@dataclass(frozen=True, slots=True)
class TillRef:
    """A till: its id and day."""

    id: int
    day: date


def demand_drawer(actor: Actor) -> tuple[int, int]:
    """Agency and position under which the actor takes money. Refusals: NotWorkingHere."""
    drawer = drawer_of(actor)
    if actor.agency_id is None or drawer is None:
        raise NotWorkingHere
    return actor.agency_id, drawer


def till_of_today(actor: Actor, at: datetime) -> Till | None:
    """The till that money taken now goes into; None when it is yet to be opened.

    Call it with the agency's chain locked. Refusals: FormerTillOpen, TillAlreadyClosed.
    """
    agency_id, drawer = demand_drawer(actor)
    today = local_day(at)
    tills = Till.objects.filter(agency=agency_id, holding=drawer)
    former = tills.filter(closed_at__isnull=True, day__lt=today).order_by("day").first()
    if former is not None:
        raise FormerTillOpen(day=former.day.isoformat(), till_id=former.pk)
    till = tills.filter(day=today).first()
    if till is not None and till.closed_at is not None:
        raise TillAlreadyClosed(day=today.isoformat(), till_id=till.pk)
    return till


def new_till(actor: Actor, at: datetime, opening_vnd: int = 0) -> tuple[Till, TillOpened]:
    """The row of today's till and the fact to be appended in the same transaction."""
    agency_id, drawer = demand_drawer(actor)
    day = local_day(at)
    till = Till.objects.create(
        agency_id=agency_id, holding_id=drawer, day=day, opened_at=at, opening_vnd=opening_vnd
    )
    opened = TillOpened(
        agency_id=agency_id, holding_id=drawer, day=day, opened_at=at, opening_vnd=opening_vnd
    )
    return till, opened


def open_till(*, actor: Actor, at: datetime, opening_vnd: int = 0) -> TillRef:
    """Begin the day with this much cash lying ready. A till opens by itself with the first receipt,
    so this is needed only where there is cash to give change from.

    Asked again it changes nothing. Refusals: NotPermitted, NotWorkingHere, OpeningFaulty,
    FormerTillOpen, TillAlreadyClosed.
    """
    may(actor, Permission.FEE_COLLECT).demand()
    agency_id, _drawer = demand_drawer(actor)
    if not 0 <= opening_vnd <= AMOUNT_MAX_VND:
        raise OpeningFaulty(field="opening_vnd")
    with recording(actor, at) as record:
        stream = agency_stream(agency_id)
        record.lock(stream)
        till = till_of_today(actor, at)
        if till is None:
            till, opened = new_till(actor, at, opening_vnd)
            entry = opening_entry(till.pk, agency_id, till.day, opening_vnd)
            if entry is not None:
                post(record, entry)
            record.append(opened, about=Subject("till", till.pk, 1), stream=stream)
    return TillRef(till.pk, till.day)


def close_till(*, actor: Actor, at: datetime, till_id: int, count: CashCount) -> TillRef:
    """Write down what was counted beside what should be there; lock the day's receipts.

    Refusals: NotPermitted, NotFound, TillAlreadyClosed, CountMissing, CountFaulty, CountsDisagree,
    DifferenceUnexplained, TillNoteTooLong.
    """
    may(actor, Permission.TILL_CLOSE).demand()
    till = Till.objects.filter(visible_tills(actor), pk=till_id).first()
    if till is None:
        raise NotFound(kind="till")
    can_close(actor, till).demand()
    with recording(actor, at) as record:
        record.lock(agency_stream(till.agency_id))
        till.refresh_from_db()
        if till.closed_at is not None:
            raise TillAlreadyClosed(day=till.day.isoformat(), till_id=till.pk)
        _write(record, till, close(count, expected_vnd=till.opening_vnd + cash_in(till.pk)))
    return TillRef(till.pk, till.day)


def _write(record: Record, till: Till, closing: Closing) -> None:
    """No receipt comes between counting and writing: the agency's chain is locked."""
    till.closed_at = record.at
    till.counted_vnd = closing.counted_vnd
    till.expected_vnd = closing.expected_vnd
    till.difference_vnd = closing.difference_vnd
    till.notes = canonical([list(one) for one in closing.notes])
    till.note = closing.note
    till.save()
    entry = closing_entry(
        vars(till),
        counted_vnd=closing.counted_vnd,
        difference_vnd=closing.difference_vnd,
        day=local_day(record.at),
    )
    if entry is not None:
        post(record, entry)
    record.append(
        TillClosed(
            day=till.day,
            closed_at=record.at,
            counted_vnd=closing.counted_vnd,
            expected_vnd=closing.expected_vnd,
            difference_vnd=closing.difference_vnd,
            notes=closing.notes,
            note=closing.note,
        ),
        about=Subject("till", till.pk, 2),
        stream=agency_stream(till.agency_id),
    )
