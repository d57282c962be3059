"""The real figures of a procedure: how long it has really taken, how many, how many on time and online."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.agencies.one_stop import OfficeRow
from motcua.agencies.queries import agency_on, day_in_life
from motcua.kernel import clock
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.rates import percent_vi
from motcua.portal.finding.detail import procedure_of
from motcua.portal.public import public, public_page
from motcua.procedures.queries.details import ProcedureDetail
from motcua.reports.queries.published import FiguresRow, figures_by_office, published_figures
from motcua.reports.rules.published import SHOWN_FROM


def figures_context(detail: ProcedureDetail, office: OfficeRow | None) -> dict[str, Any] | None:
    """What the procedure's page tells: of the reader's own office if it has enough, else of all."""
    agency_id = office.agency.id if office else None
    whole, own = published_figures(str(detail.scope), detail.code, agency_id)
    best = next((one for one in (own, whole) if one and one.figures.tells_anything), None)
    if best is None:
        return None
    name = office.agency.short_name if office and best is own else ""
    return {"of": name, "period": period_words(best), "rows": told_rows(best)}


@public
def show_figures(request: HttpRequest, code: str) -> HttpResponse:
    """All figures of a procedure, office by office, and what each of them means."""
    today = local_day(clock.now())
    detail = procedure_of(code, today)
    rows = figures_by_office(str(detail.scope), detail.code)
    context = {
        "detail": detail,
        "period": period_words(rows[0]) if rows else "",
        "places": [_place(row, detail, today) for row in rows],
        "least": SHOWN_FROM,
    }
    return public_page(request, "portal/finding/figures.html", context)


def period_words(row: FiguresRow) -> str:
    return _("Từ %(first)s đến hết %(last)s") % {
        "first": short_day(row.from_day),
        "last": short_day(row.until_day),
    }


def told_rows(row: FiguresRow) -> list[dict[str, str]]:
    """Each figure with its name; what is too few says so."""
    figures = row.figures
    pairs = [
        (_("Một nửa số hồ sơ xong trong"), _days(figures.median_days)),
        (_("Chín phần mười xong trong"), _days(figures.days_of_nine_in_ten)),
        (_("Đúng hoặc trước hẹn"), _share(figures.on_time_percent)),
        (_("Số hồ sơ đã giải quyết"), _count(figures.settled)),
        (_("Số hồ sơ đã nhận"), _count(figures.received)),
        (_("Nộp trực tuyến"), _share(figures.online_percent)),
    ]
    return [{"label": label, "value": value} for label, value in pairs]


def _too_few() -> str:
    return _("ít hơn %(least)s hồ sơ, không công bố; hoặc số này trừ ra được số ít ấy") % {
        "least": SHOWN_FROM
    }


def _days(days: int | None) -> str:
    if days is None:
        return _too_few()
    if days == 0:
        return _("trong ngày")
    return ngettext("%(num)s ngày", "%(num)s ngày", days) % {"num": days}


def _share(rate: str | None) -> str:
    return _too_few() if rate is None else percent_vi(rate)


def _count(count: int | None) -> str:
    return _too_few() if count is None else f"{count:,}".replace(",", ".")


def _place(row: FiguresRow, detail: ProcedureDetail, today: date) -> dict[str, Any]:
    if row.agency_id is None:
        return {"name": _("Tất cả các nơi"), "rows": told_rows(row), "behind_url": ""}
    agency = agency_on(row.agency_id, day_in_life(row.agency_id, today))
    return {
        "name": agency.name if agency else "",
        "rows": told_rows(row),
        "behind_url": _behind(agency.slug, row, detail) if agency else "",
    }


def _behind(slug: str, row: FiguresRow, detail: ProcedureDetail) -> str:
    """Where staff with the right read the dossiers behind what was settled."""
    try:
        page = reverse("workspace:report-behind")
    except NoReverseMatch:
        return ""
    key = "/".join(filter(None, ("procedure", str(detail.scope), detail.code, detail.place)))
    asked = {
        "agency": slug,
        "first": row.from_day.isoformat(),
        "last": row.until_day.isoformat(),
        "report": "ii06a",
        "row": key,
        "column": "settled",
    }
    return f"{page}?{urlencode(asked)}"
