"""Which agency is meant by what somebody typed."""

from __future__ import annotations

from datetime import date

from motcua.agencies.queries import agency_called, agency_with_code
from motcua.agencies.successions import agency_of_slug
from motcua.kernel.verdict import NotFound


def agency_meant(told: str, day: date) -> int:
    """By identification code, else by its name in addresses; also one that has ended or had not
    begun on that day. Refusals: NotFound."""
    found = agency_with_code(told, day) or agency_called(told, day)
    if found is not None:
        return found.id
    agency_id = agency_of_slug(told)
    if agency_id is None:
        raise NotFound(field="agency", kind="agency")
    return agency_id
