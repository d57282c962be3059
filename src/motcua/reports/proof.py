"""Do closed reports still tell what they told? Each is held against its digest and its fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from motcua.ledger.queries import facts_about
from motcua.reports.models import ClosedReport


def closed_flaws(among: Iterable[ClosedReport] | None = None) -> Iterator[int]:
    """Ids of those that tell something else than what was closed. Memory is bounded."""
    closed = among if among is not None else ClosedReport.objects.iterator(chunk_size=100)
    for one in closed:
        facts = facts_about("report", one.pk)
        said = [fact.payload["digest"] for fact in facts if fact.code == "report.closed"]
        if said != [one.digest] or sha256(one.told.encode()).hexdigest() != one.digest:
            yield one.pk
