"""Ask that money be given back, decide on it, pay it: three steps, and never by one person alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post
from motcua.books.queries.posted import posted_entry
from motcua.books.vocabulary import AccountCode, Place, Source, at_the_bank
from motcua.database.statements import Statement, run
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.event import Event
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording
from motcua.payments.commands.tills import demand_drawer, new_till, till_of_today
from motcua.payments.expected import cash_in
from motcua.payments.queries.paying.accounts import account_on
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.events import (
    RefundApproved,
    RefundDenied,
    RefundPaid,
    RefundRequested,
)
from motcua.settlements.models import Refund
from motcua.settlements.policies import can, visible_refunds
from motcua.settlements.queries.refunds import ReceiptToRefund, receipt_to_refund
from motcua.settlements.rules.refunding import (
    SLIP_MAX,
    DenialUnexplained,
    OwnRequest,
    RefundSlipMissing,
    RefundTextTooLong,
    TillTooEmpty,
    approval_entry,
    check_request,
    check_step,
    payment_entry,
    rest_entry,
)
from motcua.settlements.vocabulary import RefundInput, RefundState, RefundWay

NEXT_NUMBER = (
    "INSERT INTO settlements_voucherbook (agency_id, year, last) VALUES (%s, %s, 1) "
    "ON CONFLICT (agency_id, year) DO UPDATE SET last = settlements_voucherbook.last + 1 "
    "RETURNING last"
)
NOTE_MAX = 500


def request_refund(
    *, actor: Actor, at: datetime, given: RefundInput, request: RequestKey | None = None
) -> int:
    """The id of the refund that is asked for; the same request asks once.

    Refusals: NotPermitted, NotFound, NotWorkingHere, ReceiptVoid, CancelInstead, RefundFaulty.
    """
    may(actor, Permission.REFUND_REQUEST).demand()
    _agency_id, drawer = demand_drawer(actor)
    receipt = receipt_to_refund(actor, given.receipt_id)
    can(actor, Permission.REFUND_REQUEST, receipt.agency_id).demand()
    with recording(actor, at, request=request) as record:
        record.lock(agency_stream(receipt.agency_id))
        if request and (found := subject_of_request(request.key)):
            return found[0]
        # Read anew behind the lock: nobody else asks for the same money meanwhile.
        receipt = receipt_to_refund(actor, given.receipt_id)
        told = replace(
            given, note=" ".join(given.note.split()), payee=" ".join(given.payee.split())
        )
        check_request(told, receipt.facts)
        return _request(record, receipt, told, drawer)


def _request(record: Record, receipt: ReceiptToRefund, given: RefundInput, drawer: int) -> int:
    same: dict[str, Any] = {
        "agency_id": receipt.agency_id,
        "receipt_id": receipt.id,
        "payment_id": None,
        "rest_vnd": 0,
        "dossier_id": receipt.dossier_id,
        "reason": str(given.reason),
        "note": given.note,
        "payee": given.payee or receipt.payer_name,
        "fee_vnd": given.fee_vnd,
        "charge_vnd": given.charge_vnd,
        "requested_at": record.at,
        "requested_by_id": drawer,
    }
    refund = Refund.objects.create(**same)
    _append(record, refund, RefundRequested(**same), 1)
    return refund.pk


def decide_refund(
    *, actor: Actor, at: datetime, refund_id: int, approved: bool, note: str = ""
) -> None:
    """Grant it or deny it. Refusals: NotPermitted, NotFound, NotWorkingHere, OwnRequest,
    DecidedAlready, DenialUnexplained, RefundTextTooLong."""
    may(actor, Permission.REFUND_APPROVE).demand()
    _agency_id, drawer = demand_drawer(actor)
    agency_id = _agency_of(actor, refund_id, Permission.REFUND_APPROVE)
    told = " ".join(note.split())
    if len(told) > NOTE_MAX:
        raise RefundTextTooLong(field="decision_note", length_max=NOTE_MAX)
    if not approved and not told:
        raise DenialUnexplained(field="decision_note")
    with recording(actor, at) as record:
        record.lock(agency_stream(agency_id))
        refund = Refund.objects.get(pk=refund_id)
        check_step(refund.state, RefundState.REQUESTED)
        if refund.requested_by_id == drawer:
            raise OwnRequest
        refund.state = RefundState.APPROVED if approved else RefundState.DENIED
        refund.decided_at, refund.decided_by_id, refund.decision_note = at, drawer, told
        refund.save()
        fact = RefundApproved if approved else RefundDenied
        if approved:
            _post_approval(record, refund)
        told_fact = fact(decided_at=at, decided_by_id=drawer, decision_note=told)
        _append(record, refund, told_fact, 2)


def _post_approval(record: Record, refund: Refund) -> None:
    if refund.receipt_id is None:
        entry = rest_entry(
            refund.pk,
            refund.agency_id,
            amount_vnd=refund.rest_vnd,
            day=local_day(record.at),
            dossier_id=refund.dossier_id,
        )
        post(record, entry)
        return
    issued = posted_entry(Source("receipt", refund.receipt_id, "issued"))
    assert issued is not None
    amounts = {FeeKind.FEE: refund.fee_vnd, FeeKind.CHARGE: refund.charge_vnd}
    post(record, approval_entry(refund.pk, issued, amounts, local_day(record.at)))


def pay_refund(
    *, actor: Actor, at: datetime, refund_id: int, way: RefundWay, slip_number: str = ""
) -> None:
    """Give it back out of one's own open till, or by a transfer whose slip is at hand.

    Refusals: NotPermitted, NotFound, NotWorkingHere, DecidedAlready, OwnRequest,
    RefundSlipMissing, RefundTextTooLong, TillTooEmpty, FormerTillOpen, TillAlreadyClosed.
    """
    may(actor, Permission.REFUND_PAY).demand()
    _agency_id, drawer = demand_drawer(actor)
    agency_id = _agency_of(actor, refund_id, Permission.REFUND_PAY)
    slip = slip_number.strip()
    if way is RefundWay.TRANSFER and not slip:
        raise RefundSlipMissing(field="slip_number")
    if len(slip) > SLIP_MAX:
        raise RefundTextTooLong(field="slip_number", length_max=SLIP_MAX)
    with recording(actor, at) as record:
        record.lock(agency_stream(agency_id))
        refund = Refund.objects.get(pk=refund_id)
        check_step(refund.state, RefundState.APPROVED)
        if refund.decided_by_id == drawer:
            raise OwnRequest
        till_id = _from_till(record, refund) if way is RefundWay.CASH else None
        _pay(record, refund, way, till_id, "" if way is RefundWay.CASH else slip, drawer)


def _from_till(record: Record, refund: Refund) -> int:
    """One's own till of today, opened if need be, with enough in it."""
    till = till_of_today(record.actor, record.at)
    if till is None:
        till, opened = new_till(record.actor, record.at)
        stream = agency_stream(till.agency_id)
        record.append(opened, about=Subject("till", till.pk, 1), stream=stream)
    held = till.opening_vnd + cash_in(till.pk)
    if held < refund.total_vnd:
        raise TillTooEmpty(held_vnd=held)
    return till.pk


def _pay(
    record: Record, refund: Refund, way: RefundWay, till_id: int | None, slip: str, drawer: int
) -> None:
    day = local_day(record.at)
    (numbered,) = run([Statement(NEXT_NUMBER, (refund.agency_id, day.year))])
    assert numbered is not None
    told: dict[str, Any] = {
        "way": str(way),
        "till_id": till_id,
        "slip_number": slip,
        "year": day.year,
        "number": int(numbered[0]),
        "paid_at": record.at,
        "paid_by_id": drawer,
    }
    Refund.objects.filter(pk=refund.pk).update(state=RefundState.PAID, **told)
    account = account_on(refund.agency_id, day) if till_id is None else None
    held = at_the_bank(account.pk if account else None)
    entry = payment_entry(
        refund.pk,
        refund.agency_id,
        held=Place(AccountCode.CASH, str(till_id)) if till_id else held,
        amount_vnd=refund.total_vnd,
        day=day,
        dossier_id=refund.dossier_id,
    )
    post(record, entry)
    _append(record, refund, RefundPaid(**told), 3)


def _agency_of(actor: Actor, refund_id: int, permission: Permission) -> int:
    found = Refund.objects.filter(visible_refunds(actor), pk=refund_id)
    agency_id = found.values_list("agency", flat=True).first()
    if agency_id is None:
        raise NotFound(kind="refund")
    can(actor, permission, agency_id).demand()
    return agency_id


def _append(record: Record, refund: Refund, fact: Event, seq: int) -> None:
    stream = agency_stream(refund.agency_id)
    record.append(fact, about=Subject("refund", refund.pk, seq), stream=stream)
