"""Do stays and tallies say what the facts say? Counted again from the beginning and compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.dossiers.models import Dossier, PastOverdue
from motcua.dossiers.models import Stay as StayRow
from motcua.dossiers.rules.stays import COLUMNS, Stay
from motcua.dossiers.tallies.keeping import read_stay
from motcua.dossiers.tallies.sql import counted_days, counted_months
from motcua.dossiers.tallies.told import stays_told
from motcua.dossiers.vocabulary import TallyLevel
from motcua.kernel.progress import Passed, unsaid
from motcua.ledger.queries import FactRow, facts_about_many

PIECE = 500


@dataclass(frozen=True, slots=True)
class TallyFlaw:
    """A dossier whose stays are not those of its facts (`code`), or a cell of the tally that does
    not add up (`cell`: agency, level, day, procedure, unit)."""

    code: str = ""
    cell: tuple[Any, ...] = ()


def tally_flaws(passed: Passed = unsaid) -> Iterator[TallyFlaw]:
    """Every difference. Memory is bounded: dossiers are read in pieces, cells compared in SQL."""
    for dossier, told, kept in compared(passed):
        if told != kept:
            yield TallyFlaw(code=dossier.code)
    yield from _differing_cells()


def compared(
    passed: Passed = unsaid,
) -> Iterator[tuple[Dossier, tuple[Stay, ...], tuple[Stay, ...]]]:
    """Each dossier with its stays as its facts tell them, and as they are kept."""
    last = 0
    dossiers = Dossier.objects.select_related("procedure_version").order_by("pk")
    while piece := list(dossiers.filter(pk__gt=last)[:PIECE]):
        facts = _by_dossier(facts_about_many("dossier", last + 1, piece[-1].pk))
        kept = _kept(last + 1, piece[-1].pk)
        for dossier in piece:
            procedure_id = dossier.procedure_version.procedure_id
            told = stays_told(facts[dossier.pk], procedure_id=procedure_id)
            yield dossier, told, tuple(kept[dossier.pk])
        last = piece[-1].pk
        passed(len(piece))


def _by_dossier(facts: Iterable[FactRow]) -> dict[int, list[FactRow]]:
    found: dict[int, list[FactRow]] = defaultdict(list)
    for fact in facts:
        found[fact.subject_id].append(fact)
    return found


def _kept(first: int, last: int) -> dict[int, list[Stay]]:
    past: dict[int, list[PastOverdue]] = defaultdict(list)
    among = PastOverdue.objects.filter(stay__dossier__gte=first, stay__dossier__lte=last)
    for row in among.order_by("stay", "from_on"):
        past[row.stay_id].append(row)
    kept: dict[int, list[Stay]] = defaultdict(list)
    among_stays = StayRow.objects.filter(dossier__gte=first, dossier__lte=last)
    for stay in among_stays.order_by("dossier", "seq"):
        kept[stay.dossier_id].append(read_stay(stay, past[stay.pk]))
    return kept


def _differing_cells() -> Iterator[TallyFlaw]:
    some = " OR ".join(f"{name} <> 0" for name in COLUMNS)
    names = ", ".join(("agency_id", "day", "procedure_id", "unit_key", *COLUMNS))
    for level, counted in ((TallyLevel.DAY, counted_days()), (TallyLevel.MONTH, counted_months())):
        kept = f"SELECT {names} FROM dossiers_tally WHERE level = '{level}' AND ({some})"  # noqa: S608
        again = f"SELECT {names} FROM ({counted}) AS counted"  # noqa: S608
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT * FROM ({kept} EXCEPT {again}) AS a "  # noqa: S608
                f"UNION SELECT * FROM ({again} EXCEPT {kept}) AS b"
            )
            cells = {(row[0], str(level), str(row[1]), *row[2:4]) for row in cursor.fetchall()}
        for cell in sorted(cells):
            yield TallyFlaw(cell=cell)
