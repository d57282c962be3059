"""Stays worked out again from the facts and kept: after an upgrade, or to mend. No fact is written."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from django.db import transaction

from motcua.dossiers.commands.tallies import rebuild_tallies
from motcua.dossiers.models import Dossier, PastOverdue
from motcua.dossiers.models import Stay as StayRow
from motcua.dossiers.rules import stays as rules
from motcua.dossiers.tallies.keeping import row_of
from motcua.dossiers.tallies.proof import PIECE, compared

Progress = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """Nobody is watching the progress."""


def ensure_counted(progress: Progress = unwatched) -> None:
    """Count a register that was kept before stays were; otherwise nothing."""
    if not StayRow.objects.exists() and Dossier.objects.exists():
        rebuild_stays(progress)


def rebuild_stays(progress: Progress = unwatched) -> int:
    """The stays of every dossier from its facts, then the tallies; how many dossiers.

    One transaction: whoever reads meanwhile sees the old figures. Memory is bounded.
    """
    with transaction.atomic():
        PastOverdue.objects.all().delete()
        StayRow.objects.all().delete()
        total = Dossier.objects.count()
        found = ((dossier.pk, told) for dossier, told, _kept in compared())
        done = 0
        while piece := list(islice(found, PIECE)):
            _write([(dossier_id, stay) for dossier_id, told in piece for stay in told])
            done += len(piece)
            progress(done, total)
        rebuild_tallies()
    return done


def _write(told: list[tuple[int, rules.Stay]]) -> None:
    rows = StayRow.objects.bulk_create(StayRow(**row_of(pk, stay)) for pk, stay in told)
    PastOverdue.objects.bulk_create(
        PastOverdue(stay=row, from_on=first, until_on=until)
        for row, (_dossier_id, stay) in zip(rows, told, strict=True)
        for first, until in stay.past_overdue
    )
