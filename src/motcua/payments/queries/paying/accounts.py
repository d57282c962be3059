"""By which account an agency is paid, as read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from motcua.database.periods import in_force
from motcua.payments.models import CollectingAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account with the days on which it takes money."""

    id: int
    agency_id: int
    bank_bin: str
    bank_name: str
    number: str
    holder: str
    gateway: str
    merchant: str
    valid_from: date
    valid_until: date | None


NAMES = ("id", "agency_id", "bank_bin", "bank_name", "number", "holder", "gateway", "merchant",
         "valid_from", "valid_until")  # fmt: skip


def account_on(agency_id: int, day: date) -> CollectingAccount | None:
    """The account of that day; None: the agency is not paid without cash. One query."""
    return CollectingAccount.objects.filter(in_force(day), agency=agency_id).first()


def accounts_of(agency_id: int) -> tuple[AccountRow, ...]:
    """All of an agency's, newest first. One query."""
    rows = CollectingAccount.objects.filter(agency=agency_id).order_by("-valid_from")
    return tuple(AccountRow(**row) for row in rows.values(*NAMES))


def accounts_of_all(agency_ids: Collection[int]) -> tuple[AccountRow, ...]:
    """Those of several agencies, by agency, newest first. One query. The caller has found the agencies
    for its reader."""
    rows = CollectingAccount.objects.filter(agency__in=list(agency_ids))
    return tuple(AccountRow(**row) for row in rows.order_by("agency", "-valid_from").values(*NAMES))


def accounts_called(ids: Collection[int]) -> dict[int, str]:
    """By id: the bank and the number, as people say them. One query, none for nothing. The caller has the
    right to the books that name them."""
    if not ids:
        return {}
    found = CollectingAccount.objects.filter(pk__in=ids)
    return {one.pk: str(one) for one in found}
