"""One procedure in the order in which somebody asks: for me? what to bring? how long? how much? where? start."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from motcua.agencies.one_stop import OfficeRow, offices_on
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.portal.finding.detail import procedure_of
from motcua.portal.finding.figures import figures_context
from motcua.portal.finding.groups import group_links
from motcua.portal.finding.how_long import date_turns_at, limit_rows, promise_now
from motcua.portal.finding.how_much import fee_context
from motcua.portal.finding.lines import name_read
from motcua.portal.finding.my_case import CHANNEL, VARIANT, WORD_OF, MyCase, case_of, channels_of
from motcua.portal.finding.my_office import my_office, office_choices
from motcua.portal.finding.office_pages import feedback_rows
from motcua.portal.finding.what_to_bring import papers_to_bring, variant_choices
from motcua.portal.finding.where import start_context, where_context
from motcua.portal.public import public, public_page, turns
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.wording import CHANNELS
from motcua.worktime.queries.calendars import office_time

NATIONWIDE = 0
"""No agency has this id, so the country's default calendar answers."""


@public
def show_procedure(request: HttpRequest, code: str) -> HttpResponse:
    """Everything to know before starting, worked out for the case that the address tells."""
    at = clock.now()
    today = local_day(at)
    detail = procedure_of(code, today)
    case, office = case_of(request.GET, detail), my_office(request, today)
    context = {
        "detail": detail,
        "name": name_read(detail.code, detail.name, today),
        "for_whom": ", ".join(detail.applicant_kinds),
        "case": case,
        "variants": variant_choices(detail, case),
        "channels": _channels(detail, case),
        "bring": papers_to_bring(detail, case, today),
        "fees": fee_context(detail, case),
        "where": where_context(detail, office, at, today),
        "results": [result.name for result in detail.results],
        "start": start_context(detail, today),
        "originals": detail.variants[case.variant].originals_shown,
        "groups": group_links(detail.code, today),
        "figures": figures_context(detail, office),
        **_office_and_time(detail, case, office, at),
    }
    page = public_page(request, "portal/finding/procedure.html", context)
    return turns(page, date_turns_at(detail, case, office.agency.id if office else NATIONWIDE, at))


def _office_and_time(
    detail: ProcedureDetail, case: MyCase, office: OfficeRow | None, at: datetime
) -> dict[str, Any]:
    today = local_day(at)
    times = office_time(office.agency.id if office else NATIONWIDE, today)
    return {
        "limits": limit_rows(detail, case),
        "promise": promise_now(detail, case, times, at),
        "office": office,
        "office_choices": office_choices(today, office) if len(offices_on(today)) > 1 else [],
        "feedback": feedback_rows(office.feedback) if office else [],
    }


def _channels(detail: ProcedureDetail, case: MyCase) -> list[dict[str, Any]]:
    return [
        {
            "value": WORD_OF[one],
            "label": CHANNELS[one],
            "chosen": one is case.channel,
            "query": f"?{VARIANT}={case.variant}&{CHANNEL}={WORD_OF[one]}",
        }
        for one in channels_of(detail)
    ]
