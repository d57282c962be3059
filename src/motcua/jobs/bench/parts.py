"""The parts of the benchmark, run in one office put up by the real commands."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection

from motcua.dossiers.queries.lists import any_dossier
from motcua.jobs.bench import acting, dating, printing, reading, receiving, serving
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.figures import Figure
from motcua.jobs.bench.visiting.measuring import measure_calls, measure_pages
from motcua.jobs.bench.visiting.public import measure_public
from motcua.jobs.serving.preparation import prepare
from motcua.jobs.workload.building import build
from motcua.jobs.workload.place import Place, find_place
from motcua.jobs.workload.raw import raw_driver

Line = Figure | dict[str, Any]
PARTS: dict[str, Callable[[Asking, Place], Iterator[Line]]] = {
    "public": measure_public,
    "pages": measure_pages,
    "calls": measure_calls,
    "acts": acting.measure,
    "serving": serving.measure,
    "receiving": receiving.measure,
    "reading": reading.measure,
    "printing": printing.measure,
    "dating": dating.measure,
}


def run(asked: dict[str, Any], parts: list[str]) -> Iterator[dict[str, Any]]:
    """What the database is, then each figure as it is known."""
    asking = Asking(**asked)
    logging.getLogger("django.request").setLevel(logging.CRITICAL)  # pages are tried as many people
    prepare(_tell)
    build(asking.size, _tell)
    assert any_dossier()
    driver = raw_driver()
    place = find_place(driver)
    driver.close()
    yield {"database": asking.database, "version": _version(), "size": asking.size, **_told(place)}
    for part in parts:
        _tell(f"{asking.database} {asking.size or ''}: {part} …")
        for line in PARTS[part](asking, place):
            yield line.to_plain() if isinstance(line, Figure) else line


def _told(place: Place) -> dict[str, Any]:
    return {"agency": place.slug, "stands_at": place.at.isoformat()}


def _tell(words: str) -> None:
    print(f"  {words}", file=sys.stderr, flush=True)


def _version() -> str:
    asked = (
        "SHOW server_version" if connection.vendor == "postgresql" else "SELECT sqlite_version()"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return str(cursor.fetchone()[0])
