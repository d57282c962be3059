"""How long it takes: the limit of each way in, and the date one would get by handing in now."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.portal.finding.my_case import MyCase, channels_of
from motcua.portal.hours import turns_at
from motcua.procedures.queries.details import ProcedureDetail, time_limit
from motcua.procedures.rules.content import Limit
from motcua.procedures.vocabulary import Channel
from motcua.procedures.wording import CHANNELS, limit_words
from motcua.worktime.queries.calendars import OfficeTime
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.vocabulary import Unit
from motcua.worktime.wording import moment, word

MINUTE = timedelta(minutes=1)
BY_THE_CLOCK = frozenset({Unit.WORKING_HOURS, Unit.HALF_DAYS})


def limit_rows(detail: ProcedureDetail, case: MyCase) -> list[dict[str, Any]]:
    """The limit of each way in; one line when all are alike."""
    variant_id = detail.variants[case.variant].id
    limits = [(channel, time_limit(detail, variant_id, channel)) for channel in channels_of(detail)]
    if not any(limit for _channel, limit in limits):
        return _only_words(detail)
    if len({limit_words(limit) for _channel, limit in limits}) == 1:
        return [_row(_("Thời hạn giải quyết"), limits[0][1])]
    return [_row(str(CHANNELS[channel]), limit) for channel, limit in limits]


def _only_words(detail: ProcedureDetail) -> list[dict[str, Any]]:
    """What the source says without counting anything."""
    told = (limit.text for limit in detail.limits if limit.text)
    return [{"label": _("Thời hạn giải quyết"), "value": text} for text in dict.fromkeys(told)]


def _row(label: str, limit: Limit | None) -> dict[str, Any]:
    note = limit.text if limit and limit.is_counted else ""
    return {"label": label, "value": limit_words(limit), "note": note}


def promise_now(
    detail: ProcedureDetail, case: MyCase, office: OfficeTime, at: datetime
) -> dict[str, Any] | None:
    """If it were handed in now: when the result would come, and why. None: no limit is counted."""
    limit = time_limit(detail, detail.variants[case.variant].id, case.channel)
    if limit is None or limit.unit is None:
        return None
    clock = ClockRequest(
        calendar=office.calendar,
        received_at=at,
        unit=limit.unit,
        value=limit.value or 0,
        terms=office.terms,
    )
    try:
        promise = due(clock)
    except Refusal:
        return None  # beyond the years of the calendar: no date is better than a wrong one
    return _shown(promise, case.channel)


def date_turns_at(
    detail: ProcedureDetail, case: MyCase, agency_id: int, at: datetime
) -> datetime | None:
    """When another date would be given: the next minute for a limit counted by the clock, else when
    the office opens, closes or stops counting for today."""
    limit = time_limit(detail, detail.variants[case.variant].id, case.channel)
    if limit is None or limit.unit is None:
        return None
    return at + MINUTE if limit.unit in BY_THE_CLOCK else turns_at(agency_id, at)


LABELS = {
    Channel.DESK: lambda: _("Nếu nộp trực tiếp ngay bây giờ, hẹn trả"),
    Channel.ONLINE: lambda: _("Nếu gửi trực tuyến và được nhận ngay bây giờ, hẹn trả"),
    Channel.POST: lambda: _("Nếu hồ sơ gửi bưu chính đến nơi ngay bây giờ, hẹn trả"),
}


def _shown(promise: Promise, channel: Channel) -> dict[str, Any]:
    assert promise.due_at is not None
    return {
        "label": LABELS[channel](),
        "answer": moment(local(promise.due_at), _),
        "iso": promise.due_at.isoformat(),
        "lines": [
            {"text": word(line, _), "value": short_moment(line.at)} for line in promise.trace
        ],
    }
