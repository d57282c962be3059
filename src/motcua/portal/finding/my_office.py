"""Which office a reader goes to: named in the address, or kept in a plain cookie, or the only one there is.

The cookie holds the short name of an office and nothing about the reader.
"""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from motcua.agencies.one_stop import OfficeRow, offices_on
from motcua.portal.preferences import OFFICE_COOKIE

OFFICE_PARAMETER = "noi"


def my_office(request: HttpRequest, today: date) -> OfficeRow | None:
    """The office whose hours and fees count for this reader; None when nothing says which."""
    offices = offices_on(today)
    for wanted in (request.GET.get(OFFICE_PARAMETER), request.COOKIES.get(OFFICE_COOKIE)):
        found = next((one for one in offices if one.agency.slug == wanted), None)
        if found is not None:
            return found
    return offices[0] if len(offices) == 1 else None


def office_choices(today: date, chosen: OfficeRow | None) -> list[dict[str, object]]:
    """Every office to choose from, in the order of the tree."""
    slug = chosen.agency.slug if chosen else ""
    return [
        {
            "value": one.agency.slug,
            "label": one.agency.short_name or one.agency.name,
            "chosen": one.agency.slug == slug,
        }
        for one in offices_on(today)
    ]
