"""How the database means to carry out what was asked: which indexes, and whether it reads everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.dossiers.models import Dossier, DossierParty

USED = re.compile(r"USING (?:COVERING )?INDEX (\w+)|(?:using|Bitmap Index Scan on) (\w+)")
READ = re.compile(
    r"(?:SCAN|Seq Scan on) (dossiers_dossier(?:party)?)\b(?: USING (?:COVERING )?INDEX (\w+))?"
)
OF_FEW = {
    one.name for model in (Dossier, DossierParty) for one in model._meta.indexes if one.condition
}
"""Indexes of some rows only: to read one of them through is to read little."""


def plan_of(act: Callable[[], Any], table: str = "dossiers_dossier") -> str:
    """The plans of all queries about dossiers, or another table, that the act makes."""
    with CaptureQueriesContext(connection) as asked:
        act()
    about = [query["sql"] for query in asked if table in query["sql"]]
    is_postgresql = connection.vendor == "postgresql"
    lines: list[str] = []
    with connection.cursor() as cursor:
        for sql in about:
            # The text of the query as it was sent, from Django's own log.
            cursor.execute(f"{'EXPLAIN' if is_postgresql else 'EXPLAIN QUERY PLAN'} {sql}")
            lines += [str(row[0 if is_postgresql else 3]) for row in cursor.fetchall()]
    return "\n".join(lines)


def indexes_in(plan: str) -> set[str]:
    return {name for found in USED.findall(plan) for name in found if name}


def reads_all(plan: str) -> bool:
    """Whether a table of dossiers is read from one end to the other."""
    return any(index not in OF_FEW for _table, index in READ.findall(plan))


@contextmanager
def as_if_large(*off: str) -> Iterator[None]:
    """The statistics are fresh, and a few thousand rows are planned for as if they were millions: by
    indexes, of which the one in the wanted order wins. `off`: what PostgreSQL does without instead."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            for setting in off or ("enable_seqscan", "enable_bitmapscan", "enable_sort"):
                cursor.execute(f"SET LOCAL {setting} = off")
    yield
