"""Books and refunds as pages show them: words, amounts and addresses ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import agency_on
from motcua.books.queries.balances import BalanceRow
from motcua.books.queries.entries import EntryRow
from motcua.books.vocabulary import OWED, AccountCode, Place, Source
from motcua.books.wording import ACCOUNTS, SOURCES
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import figures
from motcua.kernel.wording_marker import gettext_noop
from motcua.payments.queries.paying.accounts import accounts_called
from motcua.payments.rules.book import number_text
from motcua.payments.wording import KINDS
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.queries.refunds import RefundRow
from motcua.settlements.vocabulary import RefundState
from motcua.settlements.wording import REASONS, REFUND_STATES
from motcua.workspace.showing import Shown

TONES = {
    RefundState.REQUESTED: "warning",
    RefundState.APPROVED: "info",
    RefundState.DENIED: "danger",
    RefundState.PAID: "success",
}
HELD_BY = frozenset({AccountCode.TILL_SHORT, AccountCode.TILL_OVER})
"""Accounts of a holder of a position."""
ROOM_OF = {
    "receipt": "workspace:receipt",
    "till": "workspace:till-sheet",
    "refund": "workspace:refund",
    "settlement": "workspace:settlement",
}
"""Where the source of an entry is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAccount:
    """One account of the trial balance."""

    url: str
    name: str
    of: str
    opening: str
    debits: str
    credits: str
    closing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEntry:
    """One transfer on the page of an account."""

    day: str
    what: str
    url: str
    other: str
    dossier_code: str
    debit: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRefund:
    """One refund in a list."""

    url: str
    number: str
    payee: str
    reason: str
    dossier_code: str
    moment: str
    amount: str
    state: Shown


def plain(amount: int) -> str:
    """`−1.000`, `0`, `2.000`."""
    return f"−{figures(-amount)}" if amount < 0 else figures(amount)


def of_whom(place: Place, day: date, names: Mapping[Place, str]) -> str:
    """Of what it is the account, in words; "" where there is one only. `names`: of holders and
    accounts at a bank."""
    if not place.ref:
        return ""
    if place.code in OWED:
        agency = agency_on(int(place.ref), day)
        return agency.name if agency else place.ref
    if place.code is AccountCode.KEPT:
        return str(KINDS[FeeKind(place.ref)])
    if place.code is AccountCode.CASH:
        return _("quỹ số %(number)s") % {"number": place.ref}
    if place.code is AccountCode.REFUNDS_DUE:
        return _("lần hoàn số %(number)s") % {"number": place.ref}
    return names.get(place, place.ref)


def holders(places: Iterable[Place]) -> dict[Place, str]:
    """Names for the accounts of holders and at banks among these. A query for each kind, none where there
    are none."""
    known = {place for place in places if place.ref}
    held = {place for place in known if place.code in HELD_BY}
    banks = {place for place in known if place.code is AccountCode.BANK}
    people = names_of(frozenset(int(place.ref) for place in held))
    accounts = accounts_called({int(place.ref) for place in banks})
    told = {place: people.get(int(place.ref), "") for place in held}
    told |= {place: accounts.get(int(place.ref), "") for place in banks}
    return {place: name for place, name in told.items() if name}


PASSED = {
    AccountCode.CASH: gettext_noop("%(count)s quỹ đã chốt, bàn giao hết"),
    AccountCode.REFUNDS_DUE: gettext_noop("%(count)s lần hoàn đã xong"),
}


def of_row(row: BalanceRow, day: date, names: Mapping[Place, str]) -> str:
    """Of what a row of the trial balance is, in words; `names` as for `of_whom`."""
    if row.account_id is None:
        return _(PASSED[row.place.code]) % {"count": figures(row.count)}
    return of_whom(row.place, day, names)


def row_name(row: BalanceRow, day: date, names: Mapping[Place, str]) -> str:
    """The same with the account's name, in one line."""
    of = of_row(row, day, names)
    return f"{ACCOUNTS[row.place.code]}: {of}" if of else str(ACCOUNTS[row.place.code])


def account_name(place: Place, day: date, names: Mapping[Place, str]) -> str:
    """The account in one line."""
    of = of_whom(place, day, names)
    return f"{ACCOUNTS[place.code]}: {of}" if of else str(ACCOUNTS[place.code])


def balance_rows(rows: Sequence[BalanceRow], day: date, span: str) -> list[ShownAccount]:
    names = holders(row.place for row in rows)
    return [
        ShownAccount(
            url=_row_url(row, span),
            name=str(ACCOUNTS[row.place.code]),
            of=of_row(row, day, names),
            opening=plain(row.opening_vnd),
            debits=figures(row.debits_vnd),
            credits=figures(row.credits_vnd),
            closing=plain(row.closing_vnd),
        )
        for row in rows
    ]


def _row_url(row: BalanceRow, span: str) -> str:
    """The entries of an account; of many at once the list of what they are the accounts of."""
    if row.account_id is not None:
        return f"{reverse('workspace:books-account', args=[row.account_id])}?{span}"
    if row.place.code is AccountCode.CASH:
        return f"{reverse('workspace:tills')}?{span}"
    return reverse("workspace:refunds")


def entry_rows(rows: Sequence[EntryRow]) -> list[ShownEntry]:
    names = holders(row.other for row in rows)
    return [
        ShownEntry(
            day=short_day(row.day),
            what=source_words(row.source),
            url=_source_url(row.source),
            other=account_name(row.other, row.day, names),
            dossier_code=row.dossier_code,
            debit=figures(row.debit_vnd) if row.debit_vnd else "",
            credit=figures(row.credit_vnd) if row.credit_vnd else "",
        )
        for row in rows
    ]


def source_words(source: Source) -> str:
    """What moved the money, as people say it."""
    known = SOURCES.get((source.kind, source.purpose))
    return str(known) if known else f"{source.kind} {source.purpose}"


def _source_url(source: Source) -> str:
    room = ROOM_OF.get(source.kind)
    return reverse(room, args=[source.id]) if room else ""


def refund_state(state: RefundState) -> Shown:
    return Shown(str(REFUND_STATES[state]), TONES[state])


def refunded_of(row: RefundRow) -> str:
    """The receipt whose money goes back, or the transaction of which nobody owed it."""
    if row.receipt_id is None:
        return _("Giao dịch %(reference)s") % {"reference": row.reference}
    return f"{row.book_symbol} {number_text(row.receipt_number)}"


def refund_rows(rows: Iterable[RefundRow]) -> list[ShownRefund]:
    return [
        ShownRefund(
            url=reverse("workspace:refund", args=[row.id]),
            number=refunded_of(row),
            payee=row.payee,
            reason=str(REASONS[row.reason]),
            dossier_code=row.dossier_code,
            moment=short_moment(row.requested_at),
            amount=figures(row.total_vnd),
            state=refund_state(row.state),
        )
        for row in rows
    ]
