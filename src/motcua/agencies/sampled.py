"""Which agencies were put up as a sample: what is told of them was made up."""

from __future__ import annotations

from collections.abc import Collection

from motcua.agencies.shipped import SAMPLE_JOB
from motcua.ledger.caching import kept_by_revision
from motcua.ledger.queries import who_did


def is_any_sample(agency_ids: Collection[int]) -> bool:
    """Whether one of these was entered by the demo. One query for each set of agencies and revision."""
    return _is_any_sample(tuple(sorted(set(agency_ids))))


@kept_by_revision
def _is_any_sample(agency_ids: tuple[int, ...]) -> bool:
    return SAMPLE_JOB in who_did("agency", "agency.registered", agency_ids).values()
