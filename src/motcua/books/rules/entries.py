"""Whether an entry may be posted. Pure. A faulty one is a fault of the program, never of a person."""

from __future__ import annotations

from motcua.books.vocabulary import AMOUNT_MAX_VND, Entry, Source


class EntryFaulty(Exception):
    """An entry that would not hold: no lines, an amount that is none, both sides the same account."""


def check(entry: Entry) -> Entry:
    """The entry itself. Faults: EntryFaulty."""
    if not entry.lines:
        raise EntryFaulty("an entry without lines")
    for line in entry.lines:
        if not 0 < line.amount_vnd <= AMOUNT_MAX_VND:
            raise EntryFaulty(f"not an amount: {line.amount_vnd}")
        if line.debit == line.credit:
            raise EntryFaulty(f"from {line.debit} to itself")
    return entry


def reversal(entry: Entry, purpose: str) -> Entry:
    """The entry that takes all of another back; `day` is that of the former, to be replaced."""
    return Entry(
        agency_id=entry.agency_id,
        source=Source(entry.source.kind, entry.source.id, purpose),
        day=entry.day,
        lines=tuple(line.turned() for line in entry.lines),
        dossier_id=entry.dossier_id,
    )
