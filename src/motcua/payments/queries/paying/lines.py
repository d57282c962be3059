"""Lines of statements that wait for a person, and statements that were read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import orjson

from motcua.accounts.rules.roles import Permission
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.payments.models import BankStatement, CollectingAccount, StatementLine
from motcua.payments.policies import visible_orders
from motcua.payments.vocabulary import LineState

STATEMENTS_SHOWN = 10
ACCOUNTS_MAX = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A line as the bank wrote it."""

    id: int
    day: date
    amount_vnd: int
    text: str
    bank_reference: str
    payer_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A file that was read."""

    file_name: str
    read_at: datetime
    read_by: str
    lines_in_file: int
    lines_new: int
    lines_out: int
    sum_new_vnd: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountToRead:
    """An account with the heads of its bank's columns, as said last."""

    id: int
    label: str
    columns: dict[str, str]


def lines_waiting(actor: Actor, *, cursor: str = "", size: int | None = None) -> Page[LineRow]:
    """Oldest first. One query, served by `statement_line_state`. Refusals: CursorFaulty."""
    size = size_of(size)
    found = StatementLine.objects.filter(visible_orders(actor), state=LineState.WAITING)
    start = after(cursor)
    if start is not None:
        found = found.filter(id__gt=start)
    names = ("id", "day", "amount_vnd", "text", "bank_reference", "payer_name")
    rows = [LineRow(**row) for row in found.order_by("id").values(*names)[: size + 1]]
    return page_of(rows, size=size, key="id")


def line_waiting(actor: Actor, line_id: int) -> LineRow | None:
    """One that waits; None when there is none, or the actor may not settle it. One query."""
    visible = visible_orders(actor, Permission.STATEMENT_READ)
    names = ("id", "day", "amount_vnd", "text", "bank_reference", "payer_name")
    found = StatementLine.objects.filter(visible, pk=line_id, state=LineState.WAITING)
    row = found.values(*names).first()
    return LineRow(**row) if row else None


def statements_read(actor: Actor) -> tuple[StatementRow, ...]:
    """The newest files. One query, served by `bank_statement_agency`."""
    found = BankStatement.objects.filter(visible_orders(actor)).order_by("-id")
    names = ("file_name", "read_at", "lines_in_file", "lines_new", "lines_out", "sum_new_vnd")
    return tuple(
        StatementRow(
            **{name: getattr(one, name) for name in names},
            read_by=one.read_by.officer.full_name if one.read_by else "",
        )
        for one in found.select_related("read_by__officer")[:STATEMENTS_SHOWN]
    )


def accounts_to_read(actor: Actor) -> tuple[AccountToRead, ...]:
    """Accounts whose statements the actor may read, newest first. One query."""
    visible = visible_orders(actor, Permission.STATEMENT_READ)
    found = CollectingAccount.objects.filter(visible).order_by("-valid_from")[:ACCOUNTS_MAX]
    return tuple(
        AccountToRead(
            id=one.pk, label=f"{one.bank_name} {one.number}", columns=orjson.loads(one.columns)
        )
        for one in found
    )
