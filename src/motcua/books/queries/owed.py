"""What stands owed to whom: the transfers of an agency's accounts of fees and charges."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from motcua.books.models import Account, Transfer
from motcua.books.vocabulary import OWED, AccountCode, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedMove:
    """One transfer as the account of the money owed sees it. Above nothing: more is owed."""

    id: int
    day: date
    source: Source
    code: AccountCode
    dossier_id: int | None
    amount_vnd: int


def owed_moves(
    agency_id: int, due_agency_id: int, *, from_id: int, last_day: date, but: QuerySet[Any],
    own_kind: str,
) -> Iterator[OwedMove]:  # fmt: skip
    """Those not counted yet, in order: from `from_id` on, until the day, without those that rows of
    `but` (with `transfer`) name and without what `own_kind` posted. Two queries."""
    codes = dict(_accounts(agency_id, str(due_agency_id)).values_list("pk", "code"))
    found = _open(list(codes), from_id, but, own_kind).filter(day__lte=last_day).order_by("pk")
    names = ("pk", "day", "source_kind", "source_id", "purpose", "dossier", "amount_vnd",
             "debit", "credit")  # fmt: skip
    for pk, day, kind, about, purpose, dossier_id, amount, debit, credit in found.values_list(
        *names
    ):
        yield OwedMove(
            id=pk,
            day=day,
            source=Source(kind, about, purpose),
            code=AccountCode(codes[credit] if credit in codes else codes[debit]),
            dossier_id=dossier_id,
            amount_vnd=amount if credit in codes else -amount,
        )


@dataclass(frozen=True, slots=True)
class TakenBack:
    """At that moment this much of what a dossier had paid was no longer owed to an agency."""

    dossier_id: int
    code: AccountCode
    at: datetime
    amount_vnd: int


def taken_back(dossier_ids: Collection[int], *, source_kind: str) -> Iterator[TakenBack]:
    """What sources of a kind took from the money owed for these dossiers, oldest first. One query."""
    codes = [str(code) for code in OWED]
    found = Transfer.objects.filter(
        dossier__in=dossier_ids, source_kind=source_kind, debit__code__in=codes
    )
    names = ("dossier", "debit__code", "posted_at", "amount_vnd")
    for about, code, at, amount in found.order_by("pk").values_list(*names):
        yield TakenBack(about, AccountCode(code), at, amount)


def first_open_day(
    agency_id: int, due_agency_id: int, *, from_id: int, but: QuerySet[Any], own_kind: str
) -> date | None:
    """The first day of what is not counted yet; None where all is. Two queries."""
    accounts = list(_accounts(agency_id, str(due_agency_id)).values_list("pk", flat=True))
    found = _open(accounts, from_id, but, own_kind)
    day: date | None = found.aggregate(first=Min("day"))["first"]
    return day


def due_agencies(agency_id: int) -> tuple[int, ...]:
    """For whom an agency has ever collected. One query."""
    accounts = Account.objects.filter(agency=agency_id, code__in=[str(code) for code in OWED])
    return tuple(sorted({int(ref) for ref in accounts.values_list("ref", flat=True)}))


def _accounts(agency_id: int, ref: str) -> QuerySet[Account]:
    codes = [str(code) for code in OWED]
    return Account.objects.filter(agency=agency_id, code__in=codes, ref=ref)


def _open(
    accounts: list[int], from_id: int, but: QuerySet[Any], own_kind: str
) -> QuerySet[Transfer]:
    counted = but.filter(transfer=OuterRef("pk"))
    found = Transfer.objects.filter(Q(debit__in=accounts) | Q(credit__in=accounts), pk__gte=from_id)
    return found.exclude(source_kind=own_kind).filter(~Exists(counted))
