"""Life events: what happened, and everything that follows from it on one page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language

from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.portal.public import public, public_page
from motcua.procedures.queries.catalogue import row_in_force
from motcua.procedures.queries.life_events import life_event_called, life_events_on
from motcua.procedures.queries.versions import sector_names
from motcua.procedures.rules.life_events import LifeEvent


def event_links(today: date) -> list[dict[str, str]]:
    """Every event of today as a link."""
    language = get_language() or "vi"
    return [
        {
            "url": reverse("portal:life-event", args=[event.code]),
            "name": event.name.in_language(language),
            "icon": event.icon,
        }
        for event in life_events_on(today)
    ]


@public
def show_life_event(request: HttpRequest, event: str) -> HttpResponse:
    """What to do when this happens, in everyday words, each with its procedure."""
    today = local_day(clock.now())
    found = life_event_called(event, today)
    if found is None:
        raise Http404(event)
    language = get_language() or "vi"
    context = {
        "event": found,
        "name": found.name.in_language(language),
        "lead": found.lead.in_language(language),
        "rows": _matters(found, today, language),
        "sectors": _sectors(found),
        "others": [one for one in event_links(today) if one["url"] != request.path],
    }
    return public_page(request, "portal/finding/life_event.html", context)


def _matters(event: LifeEvent, today: date, language: str) -> list[dict[str, Any]]:
    """What is in force today; a procedure that has been abolished is left out."""
    found = ((matter, row_in_force(matter.procedure_code, today)) for matter in event.matters)
    return [
        {
            "url": reverse("portal:procedure", args=[row.code]),
            "name": matter.name.in_language(language),
            "official": row.name,
            "code": row.code,
        }
        for matter, row in found
        if row is not None
    ]


def _sectors(event: LifeEvent) -> list[dict[str, str]]:
    names = sector_names()
    return [
        {"url": reverse("portal:sector", args=[code]), "name": names[code]}
        for code in event.sector_codes
        if code in names
    ]
