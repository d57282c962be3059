"""The lines of a list, read piece by piece in the order of a key that never changes.

Each line is there once, whatever others do meanwhile: it is as it stood when its piece was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, Final

from django.db.models import Q, QuerySet
from pydantic import TypeAdapter, ValidationError

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.exporting.columns import DOSSIER_COLUMNS, REGISTER_COLUMNS, Column
from motcua.dossiers.models import Dossier
from motcua.dossiers.policies import visible
from motcua.dossiers.queries.finding import Finding, finding_asked
from motcua.dossiers.queries.register import RegisterFilter, all_lines, register_totals
from motcua.dossiers.queries.work import WorkFilter, work_asked
from motcua.dossiers.rules.exports import PIECE, Exported, ExportUnreadable
from motcua.kernel.actor import Actor
from motcua.kernel.event import plain
from motcua.ledger.rules.chain import canonical

Which = Finding | WorkFilter | RegisterFilter
Piece = list[tuple[Any, ...]]
FILTERS: Final[dict[Exported, type[Which]]] = {
    Exported.DOSSIERS: Finding,
    Exported.WORK: WorkFilter,
    Exported.REGISTER: RegisterFilter,
    Exported.REGISTER_BOOK: RegisterFilter,
}
_READERS: Final = {what: TypeAdapter(kind) for what, kind in FILTERS.items()}
EXPORT: Final = Permission.DOSSIER_EXPORT
GROUP: Final = [column.name for column in DOSSIER_COLUMNS].index("group")


def plain_filter(which: Which) -> str:
    """The filter as text; `read_filter` gives the equal filter back."""
    values = {name: value for name, value in asdict(which).items() if value not in (None, "")}
    return canonical(plain(values))


def read_filter(what: Exported, text: str) -> Which:
    """Refusals: ExportUnreadable."""
    try:
        return _READERS[what].validate_json(text)
    except ValidationError as faulty:
        raise ExportUnreadable(field=".".join(map(str, faulty.errors()[0]["loc"]))) from None


def columns_of(what: Exported) -> tuple[Column, ...]:
    return REGISTER_COLUMNS if what is Exported.REGISTER else DOSSIER_COLUMNS


def count_lines(actor: Actor, which: Which, *, at: datetime, count_max: int | None = None) -> int:
    """How many lines the actor's file has; not further than `count_max`. One query."""
    if isinstance(which, RegisterFilter):
        return register_totals(actor, which, at=at).total
    return _asked(actor, which, at)[:count_max].count()


def pieces(actor: Actor, which: Which, *, at: datetime) -> Iterator[Piece]:
    """At most `PIECE` lines each. One query a piece, four for a register."""
    if isinstance(which, RegisterFilter):
        return _register_pieces(actor, which, at)
    return dossier_pieces(_asked(actor, which, at), heads=visible(actor))


def dossier_pieces(found: QuerySet[Dossier], *, heads: Q) -> Iterator[Piece]:
    """Newest first, by the primary key. `heads`: which first dossiers of groups are named; one query
    more for a piece with such."""
    paths = ("id", *(column.path for column in DOSSIER_COLUMNS))
    last: int | None = None
    while True:
        after = found if last is None else found.filter(id__lt=last)
        read = list(after.order_by("-id").values_list(*paths)[:PIECE])
        if read:
            yield _naming(heads, [values[1:] for values in read])
        if len(read) < PIECE:
            return
        last = read[-1][0]


def _naming(heads: Q, piece: Piece) -> Piece:
    """The first dossier of a group is named only to whoever may see it."""
    codes = {values[GROUP] for values in piece} - {None}
    if not codes:
        return piece
    seen = Dossier.objects.filter(heads, code__in=codes)
    named = {code: code for code in seen.values_list("code", flat=True)}
    return [(*one[:GROUP], named.get(one[GROUP]), *one[GROUP + 1 :]) for one in piece]


def _register_pieces(actor: Actor, which: RegisterFilter, at: datetime) -> Iterator[Piece]:
    """In the order of the book."""
    for lines in all_lines(actor, which, at=at, piece=PIECE, permission=EXPORT):
        yield [tuple(getattr(line, column.path) for column in REGISTER_COLUMNS) for line in lines]


def _asked(actor: Actor, which: Finding | WorkFilter, at: datetime) -> QuerySet[Dossier]:
    """What the list on the screen shows, as far as it may also be taken away."""
    if isinstance(which, Finding):
        return finding_asked(actor, which, at).filter(visible(actor, EXPORT))
    return work_asked(actor, which, at).together.filter(visible(actor, EXPORT))
