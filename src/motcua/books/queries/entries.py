"""The entries of one account, oldest first, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from motcua.books.models import Account, Transfer
from motcua.books.policies import visible_accounts
from motcua.books.queries.balances import balance
from motcua.books.vocabulary import AccountCode, Place, Source
from motcua.kernel.actor import Actor
from motcua.kernel.paging import Page, after, page_of, size_of
from motcua.kernel.verdict import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account that may be looked at."""

    id: int
    agency_id: int
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One transfer as the account sees it: to its debit or credit side, from or to which `other`."""

    id: int
    day: date
    posted_at: datetime
    source: Source
    dossier_code: str
    other: Place
    debit_vnd: int
    credit_vnd: int


def account_called(actor: Actor, account_id: int) -> AccountRow:
    """One query. Refusals: NotFound, also when the actor may not see it."""
    found = Account.objects.filter(visible_accounts(actor), pk=account_id)
    row = found.values_list("pk", "agency_id", "code", "ref").first()
    if row is None:
        raise NotFound(kind="account")
    return AccountRow(id=row[0], agency_id=row[1], place=Place(AccountCode(row[2]), row[3]))


def entries_of(
    account: AccountRow, first: date, last: date, *, cursor: str = "", size: int | None = None
) -> Page[EntryRow]:
    """Of those two days and between. One query, served by `books_transfer_debit` and `_credit`."""
    size = size_of(size)
    found = Transfer.objects.filter(
        Q(debit=account.id) | Q(credit=account.id), day__range=(first, last)
    )
    start = after(cursor)
    if start is not None:
        found = found.filter(id__gt=start)
    related = found.select_related("debit", "credit", "dossier").order_by("id")
    rows = [_row(account.id, one) for one in related[: size + 1]]
    return page_of(rows, size=size, key="id")


def _row(account_id: int, one: Transfer) -> EntryRow:
    is_debit = one.debit_id == account_id
    other = one.credit if is_debit else one.debit
    return EntryRow(
        id=one.pk,
        day=one.day,
        posted_at=one.posted_at,
        source=Source(one.source_kind, one.source_id, one.purpose),
        dossier_code=one.dossier.code if one.dossier else "",
        other=Place(AccountCode(other.code), other.ref),
        debit_vnd=one.amount_vnd if is_debit else 0,
        credit_vnd=0 if is_debit else one.amount_vnd,
    )


def opening_and_closing(account: AccountRow, first: date, last: date) -> tuple[int, int]:
    """What stood on the account before the first and after the last day. Four queries."""
    before = date.fromordinal(first.toordinal() - 1)
    return (
        balance(account.agency_id, account.place, before),
        balance(account.agency_id, account.place, last),
    )
