"""Collect a fee at the counter: a receipt with the next number of the book, into today's till."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError

from motcua.accounts.rules.roles import Permission, may
from motcua.books.commands.posting import post
from motcua.books.vocabulary import Entry
from motcua.database.inserting import next_id
from motcua.database.statements import Statement, run
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.repeating import RequestKeyReused
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.ledger.queries import subject_of_request
from motcua.ledger.recording import Record, RequestKey, Subject, agency_stream, recording
from motcua.payments.commands.card_slips import card_values, slip_row
from motcua.payments.commands.paying.ending import withdraw_open
from motcua.payments.commands.tills import demand_drawer, new_till, till_of_today
from motcua.payments.events import ReceiptIssued
from motcua.payments.models import CardSlip, Receipt, ReceiptLine
from motcua.payments.queries.owed import owed
from motcua.payments.rows import line_values, search_key
from motcua.payments.rules.book import check_number, symbol_of
from motcua.payments.rules.booking import receipt_entry
from motcua.payments.rules.collecting import all_remaining, check_input, check_owed, total_of
from motcua.payments.vocabulary import FeeInput, PaymentMethod, ReceiptLineIn
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import FeeKind

NEXT_NUMBER = (
    "INSERT INTO payments_receiptbook (agency_id, year, symbol, last) VALUES (%s, %s, %s, 1) "
    "ON CONFLICT (agency_id, year) DO UPDATE SET last = payments_receiptbook.last + 1 "
    "RETURNING last, symbol"
)


@dataclass(frozen=True, slots=True)
class ReceiptRef:
    """What collecting gives back. `repeated`: the request had been carried out before."""

    id: int
    book_symbol: str
    number: int
    repeated: bool = False


def collect_fee(
    *, actor: Actor, at: datetime, given: FeeInput, request: RequestKey | None = None
) -> ReceiptRef:
    """Book the money once, however often it is asked for with the same request.

    Refusals: NotPermitted, NotFound, NotWorkingHere, CollectionRefused (all problems at once),
    NothingOwed, AlreadyPaid, MoreThanOwed, CardTimeFaulty, CardSlipUsed, FormerTillOpen, TillAlreadyClosed, BookFull,
    RequestKeyReused. Basis: law.md 4.9.
    """
    may(actor, Permission.FEE_COLLECT).demand()
    agency_id, _drawer = demand_drawer(actor)
    if request and (earlier := _earlier(request)):
        return earlier
    detail = _dossier(actor, given)
    try:
        with recording(actor, at, request=request) as record:
            _lock(record, agency_id, detail)
            if request and (earlier := _earlier(request)):
                return earlier
            # Read anew behind the lock: nobody else collects or amends the fee meanwhile.
            detail = _dossier(actor, given)
            return _write(record, agency_id, _completed(given, detail), detail)
    except IntegrityError:
        # Another call with the same key came first; anything else is a fault.
        if request and (earlier := _earlier(request)):
            return earlier
        raise


def _earlier(request: RequestKey) -> ReceiptRef | None:
    found = subject_of_request(request.key)
    if found is None:
        return None
    receipt_id, digest = found
    if digest != request.digest:
        raise RequestKeyReused
    receipt = Receipt.objects.get(pk=receipt_id)
    return ReceiptRef(receipt.pk, receipt.book_symbol, receipt.number, repeated=True)


def _dossier(actor: Actor, given: FeeInput) -> DossierDetail | None:
    if not given.dossier_code:
        return None
    return dossier_detail(actor, given.dossier_code, permission=Permission.FEE_COLLECT)


def _lock(record: Record, agency_id: int, detail: DossierDetail | None) -> None:
    """The chains of the collector's agency and of the dossier's, always in the same order."""
    others = {detail.agency.id} if detail else set()
    for one in sorted({agency_id} | others):
        record.lock(agency_stream(one))


def _completed(given: FeeInput, detail: DossierDetail | None) -> FeeInput:
    """The input with lines and payer filled in, and found good."""
    if detail is not None:
        given = replace(
            given,
            payer_name=given.payer_name.strip() or detail.submitter.name,
            payer_number=given.payer_number or _number_of(detail) * (not given.payer_name.strip()),
        )
        what = owed(detail)
        lines = given.lines or all_remaining(what, names_of(detail))
        check_owed(lines, what)
        given = replace(given, lines=lines)
    if given.method is not PaymentMethod.CASH:
        given = replace(given, given_vnd=None)
    else:
        given = replace(given, slip_number="")
    if given.method is not PaymentMethod.CARD_SLIP:
        given = replace(given, card=None)
    check_input(given)
    return given


def _number_of(detail: DossierDetail) -> str:
    who = detail.submitter
    return who.personal_id or who.tax_code or who.old_id


def names_of(detail: DossierDetail) -> dict[FeeKind, str]:
    """What a receipt calls the fees of each kind: their names in the catalogue, joined."""
    return names_of_fees(detail.fees, detail.procedure.name)


def names_of_fees(fees: Iterable[FeeSheetLine], procedure_name: str) -> dict[FeeKind, str]:
    """The same from the lines at hand."""
    lines, names = tuple(fees), {}
    for kind in FeeKind:
        told = dict.fromkeys(line.name for line in lines if line.kind == kind and line.name)
        names[kind] = "; ".join(told)[:500] or procedure_name[:500]
    return names


def _write(
    record: Record, agency_id: int, given: FeeInput, detail: DossierDetail | None
) -> ReceiptRef:
    till = till_of_today(record.actor, record.at)
    opened = None
    if till is None:
        till, opened = new_till(record.actor, record.at)
    row = _row(record, agency_id, given, detail) | {"till_id": till.pk}
    card = card_values(record, agency_id, given)
    stream = agency_stream(agency_id)
    record.add(Receipt, [row])
    record.add(ReceiptLine, line_rows(row["id"], given.lines))
    if card is not None:
        record.add(CardSlip, [slip_row(card, row)])
    post(record, _entry(row, given, detail))
    # The fact of the request comes first: it carries the key.
    fact = replace(_fact(row, given, detail), card=card)
    record.append(fact, about=Subject("receipt", row["id"], 1), stream=stream)
    if opened is not None:
        record.append(opened, about=Subject("till", till.pk, 1), stream=stream)
    if detail is not None:
        withdraw_open(record, detail.id)
    return ReceiptRef(row["id"], row["book_symbol"], row["number"])


def _entry(row: dict[str, Any], given: FeeInput, detail: DossierDetail | None) -> Entry:
    """What the receipt moves in the books: owed on to the agency that settles the dossier."""
    due = detail.competent_agency_id if detail else row["agency_id"]
    lines = [(str(line.kind), line.amount_vnd) for line in given.lines]
    return receipt_entry(row, lines, due_agency_id=due, day=local_day(row["collected_at"]))


def next_in_book(agency_id: int, at: datetime) -> dict[str, Any]:
    """Id and number of the receipt to come. Refusals: BookFull."""
    today = local_day(at)
    book = Statement(NEXT_NUMBER, (agency_id, today.year, symbol_of(today)))
    numbered, identified = run([book, next_id(Receipt)])
    assert numbered is not None
    assert identified is not None
    return {
        "id": identified[0],
        "agency_id": agency_id,
        "year": today.year,
        "number": check_number(int(numbered[0])),
        "book_symbol": numbered[1],
    }


def _row(
    record: Record, agency_id: int, given: FeeInput, detail: DossierDetail | None
) -> dict[str, Any]:
    _agency_id, drawer = demand_drawer(record.actor)
    code = detail.code if detail else ""
    place = next_in_book(agency_id, record.at)
    return {
        **place,
        "dossier_id": detail.id if detail else None,
        "payer_name": given.payer_name.strip(),
        "payer_number": given.payer_number.strip(),
        "address": given.address.strip(),
        "collected_at": record.at,
        "collected_by_id": drawer,
        "method": str(given.method),
        "slip_number": given.slip_number.strip(),
        "total_vnd": total_of(given.lines),
        "given_vnd": given.given_vnd,
        "search_key": search_key(place["number"], given.payer_name, given.payer_number, code),
    }


def line_rows(receipt_id: int, lines: Iterable[ReceiptLineIn]) -> list[dict[str, Any]]:
    """The rows of a receipt's lines."""
    return [
        {
            "receipt_id": receipt_id,
            "position": place,
            "kind": str(line.kind),
            "name": line.name.strip(),
            "amount_vnd": line.amount_vnd,
            "is_additional": line.is_additional,
        }
        for place, line in enumerate(lines)
    ]


def _fact(row: dict[str, Any], given: FeeInput, detail: DossierDetail | None) -> ReceiptIssued:
    return issued(row, detail.code if detail else "", given.lines)


def issued(row: dict[str, Any], dossier_code: str, lines: Iterable[ReceiptLineIn]) -> ReceiptIssued:
    """The fact of a receipt from the values of its row."""
    same = {name: value for name, value in row.items() if name not in ("id", "search_key")}
    told = tuple(line_values(replace(line, name=line.name.strip())) for line in lines)
    return ReceiptIssued(**same, dossier_code=dossier_code, lines=told)
