"""`/receipts` and `/dossiers/{code}/receipts`: money taken at the counter, by the acts of the pages."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpResponse
from ninja import Path, Query, Router, Status

from motcua.accounts.rules.roles import Permission
from motcua.api.addresses import address
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.dossiers import Code
from motcua.api.v1.idempotency import REPLAYED, IdempotencyKey, request_key
from motcua.api.v1.shapes.fields import ID_MAX, Asked, Cursor, Line, PageSize, RowIdAsked
from motcua.api.v1.shapes.money import (
    CancelIn,
    CollectIn,
    DossierMoney,
    KindOwedOut,
    LaterOut,
    ReceiptLine,
    ReceiptOut,
    ReceiptPage,
)
from motcua.dossiers.queries.detail import dossier_detail
from motcua.kernel.actor import Actor
from motcua.kernel.paging import PAGE_ROWS
from motcua.payments.commands.cancel import cancel_receipt
from motcua.payments.commands.collect import collect_fee
from motcua.payments.queries.owed import owed
from motcua.payments.queries.receipts import (
    ReceiptFilter,
    ReceiptRow,
    receipt_detail,
    receipts_of,
    receipts_of_dossier,
)
from motcua.payments.vocabulary import CardSlipIn, FeeInput, KindOwed, ReceiptLineIn

router = Router(tags=["money"])
ReceiptId = Annotated[int, Path(ge=1, le=ID_MAX)]
VIEW = BearerToken(Permission.TILL_VIEW)


class ReceiptQuery(Asked):
    """What is looked for; everything is optional."""

    q: Line = ""
    till_id: RowIdAsked | None = None
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.post(
    "/dossiers/{code}/receipts",
    auth=BearerToken(Permission.FEE_COLLECT),
    response={201: ReceiptOut},
    operation_id="collect_fee",
)
def collect(
    request: ApiRequest,
    code: Code,
    response: HttpResponse,
    given: CollectIn | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Status[ReceiptOut]:
    """Takes money: a receipt with the next number of the book, into today's till. Without a body all
    that the dossier still owes."""
    actor, asked = request.auth, given or CollectIn.model_validate({})
    key = request_key(actor, idempotency_key, asked, about=f"{code} receipt")
    made = collect_fee(actor=actor, at=request.at, given=_read(code, asked), request=key)
    if made.repeated:
        response[REPLAYED] = "true"
    told = _receipt_out(actor, made.id)
    response["Location"] = address("api:show_receipt", str(told.id))
    return Status(201, told)


def _read(code: str, given: CollectIn) -> FeeInput:
    plain = CollectIn.model_fields.keys() - {"lines", "card"}
    values = {name: getattr(given, name) for name in plain}
    card = CardSlipIn(**given.card.model_dump()) if given.card else None
    lines = tuple(ReceiptLineIn(**line.model_dump()) for line in given.lines)
    return FeeInput(dossier_code=code, lines=lines, card=card, **values)


def _receipt_out(actor: Actor, receipt_id: int) -> ReceiptOut:
    return ReceiptOut.model_validate(receipt_detail(actor, receipt_id), from_attributes=True)


@router.get(
    "/dossiers/{code}/receipts", auth=VIEW, response=DossierMoney, operation_id="show_money"
)
def show_money(request: ApiRequest, code: Code) -> DossierMoney:
    """What the dossier owes, and all that was ever taken for it, void receipts too."""
    detail = dossier_detail(request.auth, code)
    note_access(request, "dossier.read", dossier_id=detail.id)
    owes = owed(detail)
    return DossierMoney(
        code=detail.code,
        fee=_kind_out(owes.fee),
        charge=_kind_out(owes.charge),
        remaining_vnd=owes.remaining_vnd,
        due_vnd=owes.due_vnd,
        later=[LaterOut(asked_at=moment, amount_vnd=amount) for moment, amount in owes.later],
        over_vnd=owes.over_vnd,
        receipts=[told_line(row) for row in receipts_of_dossier(request.auth, detail.id)],
    )


def _kind_out(kind: KindOwed) -> KindOwedOut:
    return KindOwedOut.model_validate(kind, from_attributes=True)


def told_line(row: ReceiptRow) -> ReceiptLine:
    return ReceiptLine.model_validate(row, from_attributes=True)


@router.get("/receipts", auth=VIEW, response=ReceiptPage, operation_id="list_receipts")
def list_receipts(request: ApiRequest, asked: Annotated[ReceiptQuery, Query()]) -> ReceiptPage:
    """Those that this position may see, newest first."""
    which = ReceiptFilter(text=asked.q, till_id=asked.till_id)
    page = receipts_of(request.auth, which, cursor=asked.cursor, size=asked.size)
    note_access(request, "receipt.list", q=asked.q, found=[row.id for row in page.rows])
    return ReceiptPage(items=[told_line(row) for row in page.rows], next_cursor=page.next_cursor)


@router.get(
    "/receipts/{receipt_id}",
    auth=VIEW,
    response=ReceiptOut,
    operation_id="show_receipt",
    url_name="show_receipt",
)
def show_receipt(request: ApiRequest, receipt_id: ReceiptId) -> ReceiptOut:
    """One receipt in full."""
    told = _receipt_out(request.auth, receipt_id)
    note_access(request, "receipt.read", receipt=receipt_id)
    return told


@router.post(
    "/receipts/{receipt_id}/cancel", auth=VIEW, response=ReceiptOut, operation_id="cancel_receipt"
)
def cancel(request: ApiRequest, receipt_id: ReceiptId, given: CancelIn) -> ReceiptOut:
    """Makes it void: the money goes back, the amount is owed again, the number is not given anew."""
    cancel_receipt(actor=request.auth, at=request.at, receipt_id=receipt_id, reason=given.reason)
    return _receipt_out(request.auth, receipt_id)
