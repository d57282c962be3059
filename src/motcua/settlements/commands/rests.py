"""Ask that money nobody owed be given back: paid twice, too much, too late. Decided and paid like others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.kernel.actor import Actor
from motcua.kernel.characters import plain_words
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import RequestKey, Subject, agency_stream, recording
from motcua.payments.commands.tills import demand_drawer
from motcua.settlements.events import RefundRequested
from motcua.settlements.models import Refund
from motcua.settlements.policies import can
from motcua.settlements.queries.rests import RestToRefund, rest_to_refund
from motcua.settlements.rules.refunding import check_rest
from motcua.settlements.vocabulary import RefundReason


@dataclass(frozen=True, slots=True, kw_only=True)
class RestInput:
    """What is asked back of one payment: how much of what nobody owed, why, to whom."""

    payment_id: int
    rest_vnd: int
    reason: RefundReason
    note: str = ""
    payee: str = ""


def request_rest(
    *, actor: Actor, at: datetime, given: RestInput, request: RequestKey | None = None
) -> int:
    """The id of the refund that is asked for; the same request asks once.

    Refusals: NotPermitted, NotFound, NotWorkingHere, RefundFaulty.
    """
    may(actor, Permission.REFUND_REQUEST).demand()
    _agency_id, drawer = demand_drawer(actor)
    rest = rest_to_refund(actor, given.payment_id)
    can(actor, Permission.REFUND_REQUEST, rest.payment.agency_id).demand()
    stream = agency_stream(rest.payment.agency_id)
    with recording(actor, at, request=request) as record:
        record.lock(stream)
        if request and (found := subject_of_request(request.key)):
            return found[0]
        # Read anew behind the lock: nobody else asks for the same money meanwhile.
        rest = rest_to_refund(actor, given.payment_id)
        note, payee = plain_words(given.note), plain_words(given.payee)
        check_rest(given.rest_vnd, rest.left_vnd, given.reason, note, payee)
        same = _values(given, rest, note, payee) | {"requested_at": at, "requested_by_id": drawer}
        refund = Refund.objects.create(**same)
        about = Subject("refund", refund.pk, 1)
        record.append(RefundRequested(**same), about=about, stream=stream)
        return refund.pk


def _values(given: RestInput, rest: RestToRefund, note: str, payee: str) -> dict[str, Any]:
    return {
        "agency_id": rest.payment.agency_id,
        "receipt_id": None,
        "payment_id": rest.payment.id,
        "dossier_id": rest.payment.dossier_id,
        "reason": str(given.reason),
        "note": note,
        "payee": payee or rest.payee,
        "fee_vnd": 0,
        "charge_vnd": 0,
        "rest_vnd": given.rest_vnd,
    }
