"""Whole lives of dossiers into tables where the agencies concerned have none yet: all or nothing.

For a demonstration with volume. Each act is decided by its rule and each fact bound in its chain;
only the way to the tables differs from that of the desk, and `dossiers.proof` shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from django.db import connections, transaction
from django.db.models import Max, Model

from motcua.database.counting_on import count_on
from motcua.database.filling import (
    Sheet,
    check_references_of,
    laid_bare,
    pour,
    take_stock,
    unchecked_references,
)
from motcua.database.tables import table_of
from motcua.dossiers.commands.tallies import rebuild_tallies
from motcua.dossiers.loading.desk import Books
from motcua.dossiers.loading.sheets import SHEETS
from motcua.dossiers.loading.sources import Piece, Source, SourceFailed, Streams, opened
from motcua.dossiers.models import Dossier, DossierRegister, DossierSerial, Tally
from motcua.kernel.refusal import Refusal
from motcua.ledger.loading import FACTS, put_end

__all__ = [
    "Beside",
    "Loaded",
    "NotEmpty",
    "SourceFailed",
    "demand_empty",
    "first_free_id",
    "load_lives",
]
BYTES_TOGETHER = 4_000_000
ROWS_TOGETHER = 20_000
Told = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Beside:
    """What other apps keep of these lives: the tables of theirs that lots fill, each behind those it
    names, and what `finish` writes in the same transaction when they are full."""

    sheets: tuple[Sheet, ...]
    finish: Callable[[], None]


class NotEmpty(Refusal):
    """Dossiers are here already: lives are loaded only beside the sample office."""

    code = "not-empty"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded."""

    dossiers: int
    facts: int


def first_free_id() -> int:
    """The id of the next dossier."""
    return int(Dossier.objects.aggregate(last=Max("id"))["last"] or 0) + 1


def demand_empty(*, but_for: Collection[int]) -> None:
    """No agency but these has dossiers. Refusals: NotEmpty."""
    if Dossier.objects.exclude(agency__in=but_for).exists():
        raise NotEmpty


def load_lives(
    sources: Sequence[Source], beside: Beside, *, in_processes: bool, progress: Told
) -> Loaded:
    """Work out and write everything, in one transaction. Faults: SourceFailed."""
    sheets = (*SHEETS, *beside.sheets, FACTS)
    models: list[type[Model]] = [sheet.model for sheet in sheets]
    if in_processes:
        connections.close_all()
    with (
        opened(sources, sheets, in_processes=in_processes) as streams,
        unchecked_references(),
        transaction.atomic(),
    ):
        with laid_bare(models):
            count = _pour_all(streams, sheets, progress)
            facts = _close(streams.books)
        beside.finish()
        rebuild_tallies()
        check_references_of(models)
    take_stock([*(sheet.table for sheet in sheets), str(Tally._meta.db_table)])
    return Loaded(count, facts)


def _pour_all(streams: Streams, sheets: Sequence[Sheet], progress: Told) -> int:
    waiting: dict[int, list[Piece]] = {place: [] for place in range(len(sheets))}
    size = dict.fromkeys(waiting, 0)
    count = 0

    def pour_until(last: int) -> None:
        """Tables before it too: a row may name one of theirs that the database looks up."""
        for place in range(last + 1):
            _pour(sheets[place], waiting[place])
            waiting[place], size[place] = [], 0

    for load in streams.loads():
        for place, piece in load.pieces.items():
            waiting[place].append(piece)
            size[place] += len(piece)
        for place, piece in load.pieces.items():
            full = BYTES_TOGETHER if isinstance(piece, bytes) else ROWS_TOGETHER
            if size[place] >= full:
                pour_until(place)
        count += load.count
        progress(count)
    pour_until(len(sheets) - 1)
    return count


def _pour(sheet: Sheet, pieces: list[Piece]) -> None:
    if not pieces:
        return
    whole: Piece
    if isinstance(pieces[0], bytes):
        whole = b"".join(piece for piece in pieces if isinstance(piece, bytes))
    else:
        whole = [row for piece in pieces for row in piece]  # type: ignore[misc]
    pour(sheet, whole)


def _close(books: Sequence[Books]) -> int:
    """Leave the books so that the next reception goes on where they end; how many facts."""
    count_on(table_of(Dossier), first_free_id() - 1)
    for one in books:
        put_end(one.chain)
        DossierSerial.objects.bulk_create(
            DossierSerial(agency_id=one.agency_id, day=day, last=last)
            for day, last in one.serials.items()
        )
        DossierRegister.objects.bulk_create(
            DossierRegister(agency_id=one.agency_id, year=year, last=last)
            for year, last in one.lines.items()
        )
    return sum(one.chain.last_seq for one in books)
