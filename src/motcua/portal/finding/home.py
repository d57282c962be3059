"""The first page: say what you need, or follow what you have handed in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.portal.finding.life_events import event_links
from motcua.portal.finding.lines import sector_links
from motcua.portal.finding.my_office import my_office
from motcua.portal.finding.office_pages import feedback_rows, office_line
from motcua.portal.hours import state_note, turns_at
from motcua.portal.public import public, public_page, turns


@public
def home(request: HttpRequest) -> HttpResponse:
    """One box to search, the ways to go through all there is, the reader's own office."""
    at = clock.now()
    today = local_day(at)
    office = my_office(request, today)
    context = {
        "events": event_links(today),
        "sectors": sector_links(today),
        "office": office_line(office, at) if office else None,
        "now": state_note(office.agency.id, at) if office else "",
        "feedback": feedback_rows(office.feedback) if office else [],
    }
    page = public_page(request, "portal/finding/home.html", context)
    return turns(page, turns_at(office.agency.id, at) if office else None)
