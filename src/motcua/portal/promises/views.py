"""The public page of promises, its files and its dictionary: the same for everybody."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from typing import Any
from urllib.parse import urlencode

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.sampled import is_any_sample
from motcua.kernel import clock
from motcua.kernel.characters import plain_words
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.paging import CursorFaulty, after
from motcua.portal.promises.showing import is_quiet, office_shown, row_shown, values_of
from motcua.portal.promises.words import dictionary_rows, table_schema, why_hidden
from motcua.portal.public import WORDS_LENGTH_MAX, public, public_page
from motcua.reports.queries.promises import (
    PromiseFilter,
    PromisePeriod,
    PromiseTold,
    all_promise_rows,
    promise_offices,
    promise_periods,
    promise_rows,
)
from motcua.reports.rules.promises import PromiseField, PromiseTerms, terms_on

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


@public
def show_promises(request: HttpRequest) -> HttpResponse:
    """The table of a period, of one office or all, by words. `?ky=&noi=&q=&sau=`."""
    periods = promise_periods()
    period = _period(request, periods)
    if period is None:
        return public_page(request, "portal/promises/none.html", {})
    whole, *offices = promise_offices(period.key)
    wanted = _wanted(request, period, offices)
    # Of one office alone the sums are its own numbers once more.
    only = offices[0].agency_id if len(offices) == 1 else wanted.agency_id
    page = promise_rows(replace(wanted, agency_id=only), after=_after(request))
    is_first = not _after(request) and not wanted.words
    of_offices = [one for one in offices if only in (None, one.agency_id)]
    of_offices = of_offices if only else [whole, *of_offices]
    context = {
        "periods": [_choice(one, period) for one in periods],
        "period": _days(period),
        "offices": [{"value": "", "label": _("Mọi nơi"), "chosen": wanted.agency_id is None}]
        + [
            {
                "value": str(one.agency_id),
                "label": one.agency_name,
                "chosen": one.agency_id == wanted.agency_id,
            }
            for one in offices
        ],
        "is_of_many": only is None,
        "office_rows": [office_shown(one) for one in of_offices] if is_first else [],
        "q": wanted.words,
        "rows": [row_shown(row) for row in page.rows if not is_quiet(row)],
        "quiet": [row_shown(row) for row in page.rows if is_quiet(row)],
        "is_search": bool(wanted.words),
        "older_url": _further(wanted, page.next_after),
        "is_first": not _after(request),
        "files": urlencode(_asked(wanted)),
        "dictionary": {row["name"]: row["meaning"] for row in dictionary_rows()},
        "why_hidden": why_hidden(_terms()),
        "cite": cite(period, is_sample=_is_sample(offices)),
        "is_sample": _is_sample(offices),
    }
    return public_page(request, "portal/promises/table.html", context)


@public
def promises_csv(request: HttpRequest) -> HttpResponse:
    """The whole table, or what is asked for of it, for a spreadsheet (UTF-8 with BOM)."""
    period, rows = _whole(request)
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([str(field) for field in PromiseField])
    for row in rows:
        writer.writerow([_cell(value) for value in row.values()])
    response = HttpResponse(BOM + out.getvalue(), content_type="text/csv; charset=utf-8")
    is_sample = period is not None and _is_sample(promise_offices(period.key))
    mark = "-so-lieu-mau" if is_sample else ""
    name = f"cam-ket-{period.key}{mark}.csv" if period else "cam-ket.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@public
def promises_json(request: HttpRequest) -> HttpResponse:
    """The same rows with the dictionary and how to name the source."""
    period, rows = _whole(request)
    is_sample = period is not None and _is_sample(promise_offices(period.key))
    told = {
        "schema": table_schema(_terms()),
        "cite": cite(period, is_sample=is_sample) if period else "",
        "is_sample": is_sample,
        "rows": rows,
    }
    return HttpResponse(orjson.dumps(told), content_type="application/json")


@public
def show_dictionary(request: HttpRequest) -> HttpResponse:
    """Every field and what it means."""
    context = {"rows": dictionary_rows(), "why_hidden": why_hidden(_terms()), "terms": _terms()}
    return public_page(request, "portal/promises/dictionary.html", context)


@public
def dictionary_json(_request: HttpRequest) -> HttpResponse:
    """The dictionary as JSON Table Schema."""
    return HttpResponse(orjson.dumps(table_schema(_terms())), content_type="application/json")


def cite(period: PromisePeriod, *, is_sample: bool) -> str:
    """How to name the source, and under what it may be used again; what is made up is called so."""
    told = _("Nguồn: Cổng Một Cửa, bảng cam kết kỳ %(period)s (%(days)s). %(license)s.") % {
        "period": period.key,
        "days": _days(period),
        "license": _terms().license,
    }
    return f"{told} {_('Số liệu mẫu, không phải số thật.')}" if is_sample else told


def _is_sample(offices: Iterable[PromiseTold]) -> bool:
    """Whether what is told was made up: the office of the demo is among them."""
    return is_any_sample([one.agency_id for one in offices if one.agency_id is not None])


def _terms() -> PromiseTerms:
    return terms_on(local_day(clock.now()))


def _whole(request: HttpRequest) -> tuple[PromisePeriod | None, list[dict[str, Any]]]:
    """The period asked for and its rows; none where nothing has been counted yet."""
    period = _period(request, promise_periods())
    if period is None:
        return None, []
    wanted = _wanted(request, period, promise_offices(period.key))
    return period, [values_of(row, period) for row in all_promise_rows(wanted)]


def _period(request: HttpRequest, periods: tuple[PromisePeriod, ...]) -> PromisePeriod | None:
    """The one asked for; none asked for: the latest. A period that is not published is not found,
    so that nobody takes the numbers of one quarter for those of another."""
    asked = request.GET.get("ky", "")
    if not asked:
        return periods[0] if periods else None
    found = next((one for one in periods if one.key == asked), None)
    if found is None:
        raise Http404("period")
    return found


def _wanted(
    request: HttpRequest, period: PromisePeriod, offices: Iterable[PromiseTold]
) -> PromiseFilter:
    asked = request.GET.get("noi", "")
    known = {str(one.agency_id): one.agency_id for one in offices if one.agency_id}
    words = plain_words(request.GET.get("q", "")[:WORDS_LENGTH_MAX])
    return PromiseFilter(period=period.key, agency_id=known.get(asked), words=words)


def _after(request: HttpRequest) -> int:
    try:
        return after(request.GET.get("sau", "")) or 0
    except CursorFaulty:
        return 0


def _asked(wanted: PromiseFilter) -> dict[str, str]:
    asked = {"ky": wanted.period, "q": wanted.words}
    asked["noi"] = "" if wanted.agency_id is None else str(wanted.agency_id)
    return {name: value for name, value in asked.items() if value}


def _further(wanted: PromiseFilter, place: int) -> str:
    if not place:
        return ""
    return f"{reverse('portal:promises')}?{urlencode({**_asked(wanted), 'sau': str(place)})}"


def _days(period: PromisePeriod) -> str:
    return _("từ %(first)s đến hết %(last)s") % {
        "first": short_day(period.from_day),
        "last": short_day(period.until_day),
    }


def _choice(one: PromisePeriod, chosen: PromisePeriod) -> dict[str, Any]:
    year, _dash, number = one.key.partition("-")
    name = _("Quý %(number)s năm %(year)s") % {"number": number, "year": year}
    return {"value": one.key, "label": f"{name} ({_days(one)})", "chosen": one == chosen}


def _cell(value: Any) -> Any:
    """A word that a spreadsheet would take for a formula is made plain."""
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return f"'{value}"
    return value
