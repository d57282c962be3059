"""Post an entry in the transaction of the fact that it follows from.

    with recording(actor, at) as record:
        ...
        post(record, Entry(agency_id=…, source=Source("receipt", 5, "issued"), day=…, lines=(
            Line(Place(AccountCode.CASH, "7"), Place(AccountCode.OWED_FEE, "12"), 20_000),)))
        record.append(fact, about=…, stream=agency_stream(agency_id))

Called before the fact is appended: the rows travel with it, so posting costs no journey of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import connection

from motcua.books.queries.posted import posted_entry
from motcua.books.rules.entries import check, reversal
from motcua.books.vocabulary import Entry, Source
from motcua.database.statements import Statement
from motcua.ledger.recording import Record

NEW_ACCOUNT = (
    "INSERT INTO books_account (agency_id, code, ref) VALUES (%s, %s, %s), (%s, %s, %s) "
    "ON CONFLICT DO NOTHING"
)
NEW_TRANSFER = (
    "INSERT INTO books_transfer (agency_id, source_kind, source_id, purpose, position, day, "
    "posted_at, dossier_id, amount_vnd, debit_id, credit_id) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, "
    "(SELECT id FROM books_account WHERE agency_id = %s AND code = %s AND ref = %s), "
    "(SELECT id FROM books_account WHERE agency_id = %s AND code = %s AND ref = %s)) "
    "ON CONFLICT DO NOTHING"
)


def post(record: Record, entry: Entry) -> None:
    """Put it in the books with the next fact. Posted again with the same source it changes nothing.

    Accounts are made on first use; two that need the same new account at once both find it.
    Faults: EntryFaulty.
    """
    record.carry(_statements(record, check(entry)))


def post_reversal(record: Record, source: Source, *, purpose: str, day: date) -> bool:
    """Take back all that a source has moved; False if it moved nothing. One query before."""
    entry = posted_entry(source)
    if entry is None:
        return False
    post(record, replace(reversal(entry, purpose), day=day))
    return True


def _statements(record: Record, entry: Entry) -> Iterator[Statement]:
    day = connection.ops.adapt_datefield_value(entry.day)
    at = connection.ops.adapt_datetimefield_value(record.at)
    source = entry.source
    for position, line in enumerate(entry.lines):
        debit: list[Any] = [entry.agency_id, str(line.debit.code), line.debit.ref]
        credit: list[Any] = [entry.agency_id, str(line.credit.code), line.credit.ref]
        # Always in the same order, so that two who make the same accounts wait and never lock.
        yield Statement(NEW_ACCOUNT, [*min(debit, credit), *max(debit, credit)])
        about = [entry.agency_id, source.kind, source.id, source.purpose, position, day, at]
        yield Statement(NEW_TRANSFER, [*about, entry.dossier_id, line.amount_vnd, *debit, *credit])
