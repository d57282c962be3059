"""Balances: of one account, of all accounts of an agency, between two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from motcua.books.models import Account, Transfer
from motcua.books.policies import visible_accounts
from motcua.books.vocabulary import AccountCode, Place, signed
from motcua.kernel.actor import Actor

ORDER = {code: number for number, code in enumerate(AccountCode)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """One account over a period: what stood before it, what came to each side in it.

    `opening_vnd` and `closing_vnd` are told on the side by which the account rises.
    """

    account_id: int
    agency_id: int
    place: Place
    opening_vnd: int
    debits_vnd: int
    credits_vnd: int

    @property
    def closing_vnd(self) -> int:
        return self.opening_vnd + signed(self.place.code, self.debits_vnd, self.credits_vnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance:
    """All accounts of an agency; debits and credits of the period are one sum, always."""

    rows: tuple[BalanceRow, ...]

    @property
    def debits_vnd(self) -> int:
        return sum(row.debits_vnd for row in self.rows)

    @property
    def credits_vnd(self) -> int:
        return sum(row.credits_vnd for row in self.rows)

    @property
    def is_even(self) -> bool:
        opened = sum(row.opening_vnd * signed(row.place.code, 1, 0) for row in self.rows)
        return self.debits_vnd == self.credits_vnd and opened == 0


def balance(agency_id: int, place: Place, day: date) -> int:
    """What stands on an account at the end of a day. For commands that must know. Two queries."""
    account = {"agency": agency_id, "code": place.code, "ref": place.ref}
    until = Transfer.objects.filter(day__lte=day)
    debits = until.filter(**{f"debit__{name}": value for name, value in account.items()})
    credits_ = until.filter(**{f"credit__{name}": value for name, value in account.items()})
    sums = [one.aggregate(sum=Sum("amount_vnd"))["sum"] or 0 for one in (debits, credits_)]
    return signed(place.code, *sums)


def trial_balance(actor: Actor, agency_id: int, first: date, last: date) -> TrialBalance:
    """Every account of the agency that the actor may see, in the order of the chart. Three queries."""
    accounts = Account.objects.filter(visible_accounts(actor), agency=agency_id)
    sums = {side: _sums(agency_id, side, first, last) for side in ("debit", "credit")}
    rows = []
    for pk, code, ref in accounts.values_list("pk", "code", "ref"):
        debits, credits_ = sums["debit"][pk], sums["credit"][pk]
        place = Place(AccountCode(code), ref)
        rows.append(
            BalanceRow(
                account_id=pk,
                agency_id=agency_id,
                place=place,
                opening_vnd=signed(place.code, debits[0], credits_[0]),
                debits_vnd=debits[1],
                credits_vnd=credits_[1],
            )
        )
    rows.sort(key=lambda row: (ORDER[row.place.code], len(row.place.ref), row.place.ref))
    return TrialBalance(rows=tuple(rows))


def _sums(agency_id: int, side: str, first: date, last: date) -> dict[int, tuple[int, int]]:
    """By account: the sum before the period and the sum in it."""
    rows = Transfer.objects.filter(agency=agency_id, day__lte=last).values_list(side)
    told = rows.annotate(
        before=Sum("amount_vnd", filter=Q(day__lt=first), default=0),
        within=Sum("amount_vnd", filter=Q(day__gte=first), default=0),
    )
    return defaultdict(lambda: (0, 0), {pk: (before, within) for pk, before, within in told})


def moved_from(
    code: AccountCode, refs: Collection[str] | None, *, source_kind: str
) -> dict[str, int]:
    """By `ref`: what sources of a kind have taken from these accounts (None: from all). One query."""
    accounts = Account.objects.filter(code=code)
    if refs is not None:
        accounts = accounts.filter(ref__in=refs)
    taken = Transfer.objects.filter(credit__in=accounts, source_kind=source_kind)
    return dict(taken.values_list("credit__ref").annotate(sum=Sum("amount_vnd")))


def agencies_with_books(actor: Actor) -> tuple[int, ...]:
    """The agencies whose books the actor may look into and in which something was posted. One query."""
    found = Account.objects.filter(visible_accounts(actor)).order_by("agency")
    return tuple(found.values_list("agency", flat=True).distinct())
