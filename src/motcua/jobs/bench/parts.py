"""The parts of the benchmark, run in one office put up by the real commands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from motcua.dossiers.queries.lists import any_dossier
from motcua.jobs import demo
from motcua.jobs.bench import dating, printing, reading, receiving
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.figures import Figure
from motcua.jobs.serving.preparation import prepare

PARTS: dict[str, Callable[[Asking], Iterator[Figure]]] = {
    "receiving": receiving.measure,
    "reading": reading.measure,
    "printing": printing.measure,
    "dating": dating.measure,
}


def run(asked: dict[str, Any], parts: list[str]) -> Iterator[dict[str, Any]]:
    """What the database is, then each figure as it is known."""
    asking = Asking(**asked)
    prepare(_tell)
    demo.ensure_sample_office(_tell)
    assert any_dossier()
    yield {"database": asking.database, "version": _version()}
    for part in parts:
        _tell(f"{asking.database or 'pure'}: {part} …")
        for figure in PARTS[part](asking):
            yield figure.to_plain()


def _tell(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


def _version() -> str:
    asked = (
        "SHOW server_version" if connection.vendor == "postgresql" else "SELECT sqlite_version()"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return str(cursor.fetchone()[0])
