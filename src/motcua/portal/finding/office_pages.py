"""Where to go: every office with its hours, address, telephone, and who receives feedback."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from motcua.agencies.one_stop import OfficeRow, office_called, offices_on
from motcua.agencies.queries import counters_of
from motcua.agencies.rows import FeedbackRow
from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.folding import fold
from motcua.portal.finding.my_office import my_office
from motcua.portal.hours import days_off_ahead, hours_today, open_state, turns_at, week_rows
from motcua.portal.preferences import OFFICE_COOKIE
from motcua.portal.public import WORDS_LENGTH_MAX, public, public_page, turns

COOKIE_AGE = 365 * 24 * 3600
OFFICES_MAX = 60


@public
def list_offices(request: HttpRequest) -> HttpResponse:
    """All offices, or those whose name or place has the words of `?q=`."""
    at = clock.now()
    today = local_day(at)
    text = plain_words(request.GET.get("q", "")[:WORDS_LENGTH_MAX])
    found = [one for one in offices_on(today) if fold(text) in fold(_named(one))]
    mine = my_office(request, today)
    context = {
        "q": text,
        "offices": [office_line(one, at) for one in found[:OFFICES_MAX]],
        "total": len(found),
        "more": max(0, len(found) - OFFICES_MAX),
        "mine": mine.agency.slug if mine else "",
        "is_one_of_many": len(offices_on(today)) > 1,
    }
    return public_page(request, "portal/finding/offices.html", context)


def _named(office: OfficeRow) -> str:
    agency = office.agency
    return " ".join((agency.name, agency.place_name, agency.address, *office.above))


def office_line(office: OfficeRow, at: datetime) -> dict[str, Any]:
    """An office as a line of a list."""
    agency = office.agency
    return {
        "slug": agency.slug,
        "name": office.desks[0].name,
        "agency": agency.name,
        "above": office.above[0] if office.above else "",
        "address": agency.address,
        "phone": agency.phone,
        "hours": hours_today(agency.id, at),
    }


@public
def show_office(request: HttpRequest, slug: str) -> HttpResponse:
    """One office: where, when, what each counter is for, whom to tell what is wrong."""
    at = clock.now()
    today = local_day(at)
    office = office_called(slug, today)
    if office is None:
        raise Http404(slug)
    mine = my_office(request, today)
    context = {
        "office": office,
        "agency": office.agency,
        "desks": [
            {"name": desk.name, "counters": counters_of(desk.id, today)} for desk in office.desks
        ],
        "where": _where(office),
        "state": open_state(office.agency.id, at),
        "week": week_rows(office.agency.id, today),
        "ahead": days_off_ahead(office.agency.id, today),
        "feedback": feedback_rows(office.feedback),
        "is_mine": mine is not None and mine.agency.slug == slug,
        "is_one_of_many": len(offices_on(today)) > 1,
    }
    page = public_page(request, "portal/finding/office.html", context)
    return turns(page, turns_at(office.agency.id, at))


def _where(office: OfficeRow) -> list[dict[str, str]]:
    agency = office.agency
    pairs = [
        (pgettext("một", "Cơ quan"), agency.name),
        (_("Địa chỉ"), agency.address),
        (_("Đường đi"), agency.directions),
        (_("Điện thoại"), agency.phone),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def feedback_rows(feedback: FeedbackRow) -> list[dict[str, str]]:
    """Who receives feedback, line by line; empty when nobody has said."""
    pairs = [
        (_("Nơi nhận"), feedback.to),
        (_("Địa chỉ"), feedback.address),
        (_("Điện thoại"), feedback.phone),
        (_("Thư điện tử"), feedback.email),
    ]
    rows = [{"label": label, "value": value} for label, value in pairs if value]
    return rows if feedback.is_known else []


# No token asked: it keeps nothing but which office this reader's pages count with.
@csrf_exempt
@require_POST
def choose_office(request: HttpRequest) -> HttpResponse:
    """Keep the chosen office for a year in the reader's own cookie, and go back; "" forgets it."""
    slug = request.POST.get("noi", "")
    response = HttpResponseRedirect(_back(request))
    if not slug:
        response.delete_cookie(OFFICE_COOKIE)
    elif office_called(slug[:WORDS_LENGTH_MAX], local_day(clock.now())):
        response.set_cookie(
            OFFICE_COOKIE,
            slug,
            max_age=COOKIE_AGE,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return response


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if own else "/"
