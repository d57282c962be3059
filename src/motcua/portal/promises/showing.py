"""Rows of the public table as people read them, and as files carry them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.kernel.money import dong
from motcua.kernel.rates import percent_vi
from motcua.procedures.vocabulary import Channel, FeeKind, FeeUnit
from motcua.procedures.wording import CHANNELS, FEE_KINDS, FEE_UNITS
from motcua.reports.queries.promises import PromisePeriod, PromiseTold
from motcua.reports.rules.promises import CountState, PromiseField
from motcua.worktime.vocabulary import Unit
from motcua.worktime.wording import limit_words

HIDDEN = "–"
"""Stands for a number that is not told; the page says why."""


def is_quiet(row: PromiseTold) -> bool:
    """No result is told of it, so no time and no share either: it stands folded, with what was promised."""
    return not row.settled and row.satisfied is None


def row_shown(row: PromiseTold) -> dict[str, Any]:
    """One row of the page."""
    return {
        "procedure": f"{row.name} ({row.code})" if row.code else _("Mọi thủ tục"),
        "agency": row.agency_name or _("Mọi nơi"),
        "limit": limit_shown(row),
        "median": _days(row.median_days, row.settled),
        "nine": _days(row.days_of_nine_in_ten, row.settled),
        "on_time": percent_vi(row.on_time_percent) if row.on_time_percent else _none(row.settled),
        "settled": _count(row.settled),
        "received": _count(row.received),
        "online": percent_vi(row.online_percent) if row.online_percent else _none(row.received),
        "fees": fees_shown(row),
        "satisfied": _satisfied(row),
    }


def office_shown(row: PromiseTold) -> dict[str, Any]:
    """An agency as a whole: its times, what citizens say of it, how it answers them."""
    return row_shown(row) | {
        "response": percent_vi(row.response_percent) if row.response_percent else HIDDEN,
        "feedback": (
            percent_vi(row.feedback_in_time_percent) if row.feedback_in_time_percent else HIDDEN
        ),
    }


def _satisfied(row: PromiseTold) -> str:
    """`92,1% (88,0–95,0%)`: the share, and between what it lies."""
    if row.satisfied is None:
        return HIDDEN
    share, low, high = (f"{one:.1f}".replace(".", ",") for one in row.satisfied)
    return f"{share}% ({low}–{high}%)"


def limit_shown(row: PromiseTold) -> str:
    if not row.limit_unit or row.limit_value is None:
        return _("chưa nêu") if row.code else ""
    return limit_words(Unit(row.limit_unit), _plain(row.limit_value), _)


def fees_shown(row: PromiseTold) -> str:
    """The amounts of the catalogue, or that nothing is taken."""
    if not row.code:
        return ""
    told = []
    for fee in row.fees:
        kind = _fee_kind(fee)
        amount = _("do tỉnh quy định") if fee["set_locally"] else _amount(fee)
        told.append(f"{kind}: {amount}")
    return "; ".join(dict.fromkeys(told)) or _("Không thu")


def _fee_kind(fee: dict[str, Any]) -> str:
    """`Lệ phí`, or `Lệ phí khi nộp trực tuyến` where another way of filing costs otherwise. Tables that were
    counted before the way was kept do not say it."""
    kind = str(FEE_KINDS[FeeKind(fee["kind"])])
    if not fee.get("channel"):
        return kind
    channel = str(CHANNELS[Channel(fee["channel"])])
    return _("%(kind)s khi nộp %(channel)s") % {"kind": kind, "channel": channel.lower()}


def _amount(fee: dict[str, Any]) -> str:
    return f"{dong(fee['amount_vnd'])} {FEE_UNITS[FeeUnit(fee['per'])]}"


def _count(count: int | None) -> str:
    return HIDDEN if count is None else f"{count:,}".replace(",", ".")


def _days(days: int | None, settled: int | None) -> str:
    if days is None:
        return _none(settled)
    if days == 0:
        return _("trong ngày")
    return ngettext("%(num)s ngày", "%(num)s ngày", days) % {"num": days}


def _none(count: int | None) -> str:
    """Why a share or a number of days is not there: the count is not told, or nothing happened."""
    return HIDDEN if count is None else _("không phát sinh")


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def values_of(row: PromiseTold, period: PromisePeriod) -> dict[str, Any]:
    """One row of the files, by the names of the dictionary."""
    values = {
        PromiseField.PERIOD: period.key,
        PromiseField.FROM_DAY: period.from_day.isoformat(),
        PromiseField.UNTIL_DAY: period.until_day.isoformat(),
        PromiseField.AGENCY: None if row.agency_id is None else str(row.agency_id),
        PromiseField.AGENCY_NAME: row.agency_name or None,
        PromiseField.PROCEDURE: row.code or None,
        PromiseField.PROCEDURE_NAME: row.name or None,
        PromiseField.LIMIT_UNIT: row.limit_unit or None,
        PromiseField.LIMIT_VALUE: None if row.limit_value is None else float(row.limit_value),
        PromiseField.FEES: fees_shown(row) if row.fees else None,
        PromiseField.RECEIVED: row.received,
        PromiseField.RECEIVED_STATE: _state(row.received),
        PromiseField.ONLINE_PERCENT: _number(row.online_percent),
        PromiseField.SETTLED: row.settled,
        PromiseField.SETTLED_STATE: _state(row.settled),
        PromiseField.ON_TIME_PERCENT: _number(row.on_time_percent),
        PromiseField.MEDIAN_DAYS: row.median_days,
        PromiseField.DAYS_OF_NINE_IN_TEN: row.days_of_nine_in_ten,
        PromiseField.SATISFIED_PERCENT: row.satisfied[0] if row.satisfied else None,
        PromiseField.SATISFIED_LOW: row.satisfied[1] if row.satisfied else None,
        PromiseField.SATISFIED_HIGH: row.satisfied[2] if row.satisfied else None,
        PromiseField.RESPONSE_PERCENT: _number(row.response_percent),
        PromiseField.FEEDBACK_DUE: row.feedback_due,
        PromiseField.FEEDBACK_IN_TIME_PERCENT: _number(row.feedback_in_time_percent),
    }
    return {str(field): values[field] for field in PromiseField}


def _state(count: int | None) -> str:
    return str(CountState.HIDDEN if count is None else CountState.SHOWN)


def _number(share: str | None) -> float | None:
    return None if share is None else float(share)
