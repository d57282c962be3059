"""How many dossiers are behind a number, without counting them one by one where the tallies know."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from motcua.dossiers.queries.figures import Axis, Behind, Sums, count_behind, sums_of
from motcua.kernel.actor import Actor
from motcua.reports.queries.behind import MEASURE_OF
from motcua.reports.queries.counting import figures_of

FIGURE_OF: Final = {measure: name for name, measure in MEASURE_OF.items()}
"""By the measure, the field of `Figures` that counts it."""


def number_behind(actor: Actor, which: Behind, *, at: datetime) -> int:
    """The number itself, read from the tallies: three queries, whatever its size.

    What they do not tell apart (officer, stage, date) is counted, within one officer's or one
    agency's open work. Name only what the actor sees all of, as `which_behind` does.
    """
    if which.handler_id is not None or which.stage is not None or which.due_by is not None:
        return count_behind(actor, which, at=at)
    axis = Axis.NOTHING if which.procedure_ids is None else Axis.PROCEDURE
    sums = sums_of(which.agency_ids, which.period, at=at, by=axis, unit_id=which.unit_id)
    wanted = which.procedure_ids
    whole = sum((one for pk, one in sums.items() if wanted is None or pk in wanted), Sums())
    return int(getattr(figures_of(whole), FIGURE_OF[which.measure]))
