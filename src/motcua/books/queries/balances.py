"""Balances: of one account, of all accounts of an agency, between two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, Sum

from motcua.books.models import Account, Transfer
from motcua.books.policies import visible_accounts
from motcua.books.vocabulary import PASSED_THROUGH, AccountCode, Place, signed
from motcua.kernel.actor import Actor

ORDER = {code: number for number, code in enumerate(AccountCode)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """One account over a period: what stood before it, what came to each side in it.

    `opening_vnd` and `closing_vnd` are told on the side by which the account rises. Without
    `account_id` it is the sum of `count` accounts of one code that money only passes through and on
    which nothing stands at the end.
    """

    account_id: int | None
    agency_id: int
    place: Place
    count: int = 1
    opening_vnd: int
    debits_vnd: int
    credits_vnd: int

    @property
    def closing_vnd(self) -> int:
        return self.opening_vnd + signed(self.place.code, self.debits_vnd, self.credits_vnd)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance:
    """All accounts of an agency that moved or on which something stands; debits and credits of the period are one sum, always."""

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
    """What the actor may see of the agency's books, in the order of the chart. Three queries.

    An agency has thousands of tills: those that are counted and empty are one row (`_passed`).
    """
    accounts = Account.objects.filter(visible_accounts(actor), agency=agency_id)
    sums = {side: _sums(agency_id, side, first, last) for side in ("debit", "credit")}
    rows: list[BalanceRow] = []
    passed: dict[AccountCode, list[BalanceRow]] = defaultdict(list)
    for pk, code, ref in accounts.values_list("pk", "code", "ref"):
        debits, credits_ = sums["debit"][pk], sums["credit"][pk]
        if not any((*debits, *credits_)):
            continue
        row = _row(pk, agency_id, Place(AccountCode(code), ref), debits, credits_)
        if row.place.code in PASSED_THROUGH and row.place.ref and row.closing_vnd == 0:
            passed[row.place.code].append(row)
        else:
            rows.append(row)
    rows += [one for those in passed.values() if (one := _passed(those)) is not None]
    rows.sort(key=lambda row: (ORDER[row.place.code], len(row.place.ref), row.place.ref))
    return TrialBalance(rows=tuple(rows))


def _row(
    pk: int, agency_id: int, place: Place, debits: tuple[int, int], credits_: tuple[int, int]
) -> BalanceRow:
    return BalanceRow(
        account_id=pk,
        agency_id=agency_id,
        place=place,
        opening_vnd=signed(place.code, debits[0], credits_[0]),
        debits_vnd=debits[1],
        credits_vnd=credits_[1],
    )


def _passed(rows: list[BalanceRow]) -> BalanceRow | None:
    """The sum of those that moved in the period, None where none did."""
    moved = [row for row in rows if row.debits_vnd or row.credits_vnd]
    if not moved:
        return None
    return BalanceRow(
        account_id=None,
        agency_id=moved[0].agency_id,
        place=Place(moved[0].place.code),
        opening_vnd=sum(row.opening_vnd for row in moved),
        debits_vnd=sum(row.debits_vnd for row in moved),
        credits_vnd=sum(row.credits_vnd for row in moved),
        count=len(moved),
    )


def _sums(agency_id: int, side: str, first: date, last: date) -> dict[int, tuple[int, int]]:
    """By account: the sum before the period and the sum in it."""
    # By the account's agency: so the sums are found in the index of that side alone.
    of_agency = {f"{side}__agency": agency_id, "day__lte": last}
    rows = Transfer.objects.filter(**of_agency).values_list(side)
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
