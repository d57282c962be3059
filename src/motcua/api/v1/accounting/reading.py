"""`/books`, `/refunds`, `/settlements`, `/differences`: what accountants read; nothing is changed here."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ninja import Path, Query, Router
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.accounting import (
    AccountOut,
    BooksOut,
    DifferenceOut,
    DifferencePage,
    ItemOut,
    ItemPage,
    PartOut,
    RefundOut,
    RefundPage,
    SettlementOut,
    SettlementPage,
)
from motcua.api.v1.shapes.fields import ID_MAX, Asked, Cursor, DayIn, PageSize
from motcua.books.policies import agencies_for
from motcua.books.queries.balances import trial_balance
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS
from motcua.kernel.verdict import NotFound
from motcua.reconciliation.queries.differences import differences_of
from motcua.reconciliation.vocabulary import State
from motcua.settlements.queries.refunds import refunds_of
from motcua.settlements.queries.settlements import (
    SettlementRow,
    items_of,
    settlement_detail,
    settlements_of,
)
from motcua.settlements.vocabulary import RefundState, SettlementState

router = Router(tags=["money"])
SettlementId = Annotated[int, Path(ge=1, le=ID_MAX)]


class BooksQuery(Asked):
    """Of which agency, between which days; left out: one's own, this month."""

    agency_id: Annotated[int, Field(ge=1, le=ID_MAX)] | None = None
    first_day: DayIn | None = None
    last_day: DayIn | None = Field(None, description="This day included.")


class RefundQuery(Asked):
    """One state only, or all."""

    state: RefundState | None = None
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class SettlementQuery(Asked):
    """One state only, or all."""

    state: SettlementState | None = None
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class PageQuery(Asked):
    """Which page."""

    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


class DifferenceQuery(Asked):
    """One state or day only, or all."""

    state: State | None = None
    day: DayIn | None = None
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.get(
    "/books",
    auth=BearerToken(Permission.BOOKS_VIEW),
    response=BooksOut,
    operation_id="show_books",
)
def show_books(request: ApiRequest, asked: Annotated[BooksQuery, Query()]) -> BooksOut:
    """The trial balance: every account of the agency on which something stands or moved; debits and credits
    are one sum. Tills that are counted and empty, and refunds that are done, are one line, `count` of them."""
    actor, today = request.auth, local_day(request.at)
    agency_id = asked.agency_id or actor.agency_id or 0
    if agency_id not in agencies_for(actor):
        raise NotFound(kind="agency")
    first: date = asked.first_day or today.replace(day=1)
    last: date = asked.last_day or today
    told = trial_balance(actor, agency_id, first, last)
    note_access(request, "books.read", agency=agency_id, first_day=first.isoformat())
    rows = [
        AccountOut(
            code=str(row.place.code),
            ref=row.place.ref,
            opening_vnd=row.opening_vnd,
            debits_vnd=row.debits_vnd,
            credits_vnd=row.credits_vnd,
            closing_vnd=row.closing_vnd,
            count=row.count,
        )
        for row in told.rows
    ]
    return BooksOut(
        agency_id=agency_id, first_day=first, last_day=last, accounts=rows,
        debits_vnd=told.debits_vnd, credits_vnd=told.credits_vnd, is_even=told.is_even,
    )  # fmt: skip


@router.get(
    "/refunds",
    auth=BearerToken(Permission.REFUND_VIEW),
    response=RefundPage,
    operation_id="list_refunds",
)
def list_refunds(request: ApiRequest, asked: Annotated[RefundQuery, Query()]) -> RefundPage:
    """Money asked back, granted, paid; newest first."""
    page = refunds_of(request.auth, asked.state, cursor=asked.cursor, size=asked.size)
    note_access(request, "refund.list", found=[row.id for row in page.rows])
    items = [RefundOut.model_validate(row, from_attributes=True) for row in page.rows]
    return RefundPage(items=items, next_cursor=page.next_cursor)


VIEW_SETTLEMENTS = BearerToken(Permission.SETTLEMENT_VIEW)


@router.get(
    "/settlements",
    auth=VIEW_SETTLEMENTS,
    response=SettlementPage,
    operation_id="list_settlements",
)
def list_settlements(
    request: ApiRequest, asked: Annotated[SettlementQuery, Query()]
) -> SettlementPage:
    """Settlements with the agencies by period, newest first."""
    page = settlements_of(request.auth, asked.state, cursor=asked.cursor, size=asked.size)
    note_access(request, "settlement.list", found=[row.id for row in page.rows])
    return SettlementPage(items=[_line(row) for row in page.rows], next_cursor=page.next_cursor)


def _line(row: SettlementRow, parts: list[PartOut] | None = None) -> SettlementOut:
    names = ("id", "agency_id", "due_agency_id", "first_day", "last_day", "to_transfer_vnd",
             "paid_on")  # fmt: skip
    same = {name: getattr(row, name) for name in names}
    return SettlementOut(**same, state=str(row.state), parts=parts or [])


@router.get(
    "/settlements/{settlement_id}",
    auth=VIEW_SETTLEMENTS,
    response=SettlementOut,
    operation_id="show_settlement",
)
def show_settlement(request: ApiRequest, settlement_id: SettlementId) -> SettlementOut:
    """One with its figures, fees and charges apart."""
    told = settlement_detail(request.auth, settlement_id)
    note_access(request, "settlement.read", settlement=settlement_id)
    parts = [
        PartOut(
            kind=str(kind), carried_vnd=one.carried_vnd, collected_vnd=one.collected_vnd,
            cancelled_vnd=one.cancelled_vnd, refunded_vnd=one.refunded_vnd, kept_vnd=one.kept_vnd,
            due_vnd=one.due_vnd,
        )
        for kind, one in told.figures.items()
    ]  # fmt: skip
    return _line(told.row, parts)


@router.get(
    "/settlements/{settlement_id}/items",
    auth=VIEW_SETTLEMENTS,
    response=ItemPage,
    operation_id="list_settlement_items",
)
def list_settlement_items(
    request: ApiRequest, settlement_id: SettlementId, asked: Annotated[PageQuery, Query()]
) -> ItemPage:
    """What stands behind its figures: each by its receipt and dossier, oldest first."""
    page = items_of(request.auth, settlement_id, cursor=asked.cursor, size=asked.size)
    note_access(request, "settlement.read", settlement=settlement_id)
    items = [
        ItemOut(
            id=row.id, day=row.day, part=str(row.part), kind=str(row.kind),
            amount_vnd=row.amount_vnd, is_late=row.is_late, dossier_code=row.dossier_code,
            receipt_id=row.receipt.id if row.receipt else None,
        )
        for row in page.rows
    ]  # fmt: skip
    return ItemPage(items=items, next_cursor=page.next_cursor)


@router.get(
    "/differences",
    auth=BearerToken(Permission.RECONCILIATION_VIEW),
    response=DifferencePage,
    operation_id="list_money_differences",
)
def list_money_differences(
    request: ApiRequest, asked: Annotated[DifferenceQuery, Query()]
) -> DifferencePage:
    """What reconciliation found to differ, newest first."""
    page = differences_of(
        request.auth, asked.state, day=asked.day, cursor=asked.cursor, size=asked.size
    )
    note_access(request, "reconciliation.read", found=[row.id for row in page.rows])
    items = [DifferenceOut.model_validate(row, from_attributes=True) for row in page.rows]
    return DifferencePage(items=items, next_cursor=page.next_cursor)
