"""What one run is asked for, and how its statements are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """On which database, how many dossiers at most, how long each measurement may take."""

    database: str
    dossiers: int
    seconds: float
    seed: int


def statements_of(operation: Callable[[int], object]) -> int:
    """What one operation sends to the database, once what it keeps is kept; BEGIN and COMMIT not
    counted."""
    operation(0)
    with CaptureQueriesContext(connection) as queries:
        operation(1)
    frame = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
    return sum(not query["sql"].startswith(frame) for query in queries.captured_queries)
