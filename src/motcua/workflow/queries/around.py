"""Which other agencies may be asked from here: those above, beside and below."""

from __future__ import annotations

from datetime import date

from motcua.agencies.queries import agencies_tree
from motcua.agencies.rows import AgencyRow

NEAR_MAX = 300


def agencies_near(agency_id: int, day: date) -> tuple[AgencyRow, ...]:
    """The agency above, its other agencies, and those directly below. No query but what is kept."""
    everybody = [row.agency for row in agencies_tree(day)]
    parent_id = next((one.parent_id for one in everybody if one.id == agency_id), None)
    return tuple(
        one
        for one in everybody
        if one.id != agency_id
        and (
            one.parent_id == agency_id
            or (parent_id is not None and parent_id in (one.id, one.parent_id))
        )
    )[:NEAR_MAX]
