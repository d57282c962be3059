"""Do the differences agree with the ledger? Each that does not is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.ledger.agreement import Compared, State, differences
from motcua.reconciliation.models import Difference
from motcua.reconciliation.projections import difference_state, fold


@dataclass(frozen=True, slots=True)
class DifferenceFlaw:
    """What does not agree: `place` names the difference; `fields` say where."""

    place: str
    fields: tuple[str, ...]


def difference_flaws() -> Iterator[DifferenceFlaw]:
    """Memory is bounded: rows are read in pieces by id."""
    rows = Difference.objects.all()
    for one in differences(Compared(kind="difference", rows=rows, states=_states, fold=fold)):
        yield DifferenceFlaw(f"#{one.subject_id}", one.fields)


def _states(rows: list[Difference]) -> Iterator[tuple[Difference, State]]:
    for row in rows:
        yield row, difference_state(row)
