"""Early, on time, overdue, due soon: each said once, for lists, papers, pages and reports.

Basis: law.md 4.4.8–9. A dossier ends when its result is issued, or when it is withdrawn or
stopped; collecting late makes nobody late.
"""

from __future__ import annotations

from datetime import datetime

from motcua.dossiers.vocabulary import IN_HAND_STAGES, OPEN_STAGES, Stage, Timeliness
from motcua.kernel.clock import local_day


def timeliness(*, ended_at: datetime, due_at: datetime | None) -> Timeliness:
    """How it ended: later than its date, on an earlier day, or on the day itself in time.

    Without a date (the applicant was to act) it was not late.
    """
    if due_at is None:
        return Timeliness.ON_TIME
    if ended_at > due_at:
        return Timeliness.OVERDUE
    early = local_day(ended_at) < local_day(due_at)
    return Timeliness.EARLY if early else Timeliness.ON_TIME


def is_overdue(stage: Stage, due_at: datetime | None, at: datetime) -> bool:
    """Open, and its date is over. The filter of lists is `queries.filters.overdue`."""
    return stage in OPEN_STAGES and due_at is not None and due_at < at


def is_due_soon(
    stage: Stage, due_at: datetime | None, due_soon_at: datetime | None, at: datetime
) -> bool:
    """The office's turn, the date still ahead and near."""
    if stage not in IN_HAND_STAGES or due_at is None or due_soon_at is None:
        return False
    return due_soon_at <= at <= due_at
