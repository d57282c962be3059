"""What a source has moved, as the entry it was posted as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from motcua.books.models import Transfer
from motcua.books.vocabulary import AccountCode, Entry, Line, Place, Source

COLUMNS = ("source_kind", "source_id", "purpose", "agency_id", "day", "dossier_id", "amount_vnd",
           "debit__code", "debit__ref", "credit__code", "credit__ref")  # fmt: skip


def posted_entry(source: Source) -> Entry | None:
    """One query, served by `books_transfer_posted_once`."""
    rows = Transfer.objects.filter(
        source_kind=source.kind, source_id=source.id, purpose=source.purpose
    )
    return next(_entries(rows.order_by("position").values_list(*COLUMNS)), None)


def posted_entries(kind: str, first_id: int, last_id: int) -> Iterator[Entry]:
    """All entries of sources of a kind with these ids, both in it. One query."""
    rows = Transfer.objects.filter(source_kind=kind, source_id__range=(first_id, last_id))
    ordered = rows.order_by("source_id", "purpose", "position")
    return _entries(ordered.values_list(*COLUMNS))


def _entries(rows: Iterable[tuple[Any, ...]]) -> Iterator[Entry]:
    waiting: Entry | None = None
    for kind, about, purpose, agency_id, day, dossier_id, amount, *places in rows:
        source = Source(kind, about, purpose)
        debit, credit = (
            Place(AccountCode(places[0]), places[1]),
            Place(AccountCode(places[2]), places[3]),
        )
        lines: tuple[Line, ...] = (Line(debit, credit, amount),)
        if waiting is not None and waiting.source == source:
            lines = (*waiting.lines, *lines)
        elif waiting is not None:
            yield waiting
        waiting = Entry(
            agency_id=agency_id, source=source, day=day, lines=lines, dossier_id=dossier_id
        )
    if waiting is not None:
        yield waiting


def sources_of(kind: str, first_id: int) -> Iterator[Source]:
    """What was posted of sources of a kind from this id on. One query."""
    rows = Transfer.objects.filter(source_kind=kind, source_id__gte=first_id, position=0)
    for told in rows.order_by("source_id", "purpose").values_list(*COLUMNS[:3]):
        yield Source(*told)
