"""`/tills`: what lies in whose till, opened in the morning, counted and closed in the evening."""

from __future__ import annotations

from typing import Annotated

from ninja import Path, Query, Router, Status
from pydantic import Field

from motcua.accounts.rules.roles import Permission
from motcua.api.asking import ApiRequest
from motcua.api.noting import note_access
from motcua.api.tokens import BearerToken
from motcua.api.v1.shapes.fields import ID_MAX, Asked, Cursor, DayIn, PageSize
from motcua.api.v1.shapes.money import CloseTillIn, OpenTillIn, TillOut, TillPage
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.paging import PAGE_ROWS
from motcua.payments.commands.tills import close_till, open_till
from motcua.payments.queries.tills import TillFilter, TillRow, till_detail, tills_of
from motcua.payments.vocabulary import CashCount

router = Router(tags=["money"], auth=BearerToken(Permission.TILL_VIEW))
TillId = Annotated[int, Path(ge=1, le=ID_MAX)]


class TillQuery(Asked):
    """Which days; left out: today."""

    first_day: DayIn | None = None
    last_day: DayIn | None = Field(None, description="This day included.")
    cursor: Cursor = ""
    size: PageSize = PAGE_ROWS


@router.get("", response=TillPage, operation_id="list_tills")
def list_tills(request: ApiRequest, asked: Annotated[TillQuery, Query()]) -> TillPage:
    """The tills of those days that this position may see, newest first."""
    today = local_day(request.at)
    which = TillFilter(first_day=asked.first_day or today, last_day=asked.last_day or today)
    page = tills_of(request.auth, which, cursor=asked.cursor, size=asked.size)
    note_access(request, "till.list", first_day=str(which.first_day), last_day=str(which.last_day))
    return TillPage(items=[till_out(row) for row in page.rows], next_cursor=page.next_cursor)


@router.post(
    "",
    auth=BearerToken(Permission.FEE_COLLECT),
    response={201: TillOut},
    operation_id="open_till",
)
def begin(request: ApiRequest, given: OpenTillIn | None = None) -> Status[TillOut]:
    """Begins the day with cash lying ready. A till opens by itself with the first receipt; asked
    again it changes nothing."""
    opening = given.opening_vnd if given else 0
    made = open_till(actor=request.auth, at=request.at, opening_vnd=opening)
    return Status(201, _shown(request.auth, made.id))


@router.get("/{till_id}", response=TillOut, operation_id="show_till")
def show_till(request: ApiRequest, till_id: TillId) -> TillOut:
    """One till with what came in."""
    told = _shown(request.auth, till_id)
    note_access(request, "till.read", till=till_id)
    return told


@router.post(
    "/{till_id}/close",
    auth=BearerToken(Permission.TILL_CLOSE),
    response=TillOut,
    operation_id="close_till",
)
def close(request: ApiRequest, till_id: TillId, given: CloseTillIn) -> TillOut:
    """Writes down what was counted beside what should be there, and locks the day's receipts."""
    notes = tuple((one.value_vnd, one.count) for one in given.notes)
    count = CashCount(notes=notes, total_vnd=given.total_vnd, note=given.note)
    close_till(actor=request.auth, at=request.at, till_id=till_id, count=count)
    return _shown(request.auth, till_id)


def _shown(actor: Actor, till_id: int) -> TillOut:
    return till_out(till_detail(actor, till_id).row)


def till_out(row: TillRow) -> TillOut:
    return TillOut.model_validate(row, from_attributes=True)
