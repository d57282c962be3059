"""A procedure told to somebody who wants to know whether it is for them and what to bring."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.refusal import Refusal
from motcua.procedures.queries.catalogue import CatalogueRow
from motcua.procedures.queries.details import ProcedureDetail, time_limit
from motcua.procedures.rules.content import Fee, Limit, Variant
from motcua.procedures.rules.search import Why
from motcua.procedures.vocabulary import Channel, OnlineLevel
from motcua.procedures.wording import (
    CHANNELS,
    LEVELS,
    ONLINE_LEVELS,
    document_words,
    limit_words,
    why_words,
)
from motcua.procedures.wording_fees import fee_amount, fee_name, fee_terms
from motcua.worktime.queries.calendars import OfficeTime
from motcua.worktime.rules.due import ClockRequest, Promise, due
from motcua.worktime.wording import moment, word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownProcedure:
    """One procedure in a list. `link` is markup: the name, and below it why it was found."""

    code: str
    link: str
    sector: str
    levels: str


def procedure_line(row: CatalogueRow, why: Iterable[Why] = ()) -> ShownProcedure:
    return ShownProcedure(
        code=row.code,
        link=format_html(
            '<a href="{}">{}</a><span class="summary-note">{}</span>',
            reverse("portal:procedure", args=[row.code]),
            row.name,
            "; ".join(why_words(one) for one in why),
        ),
        sector=row.sector_name,
        levels=", ".join(_in_order(LEVELS, row.levels)),
    )


def _in_order(words: Mapping[Any, Any], chosen: Iterable[StrEnum]) -> list[str]:
    """The words of what is chosen, in the order of the vocabulary."""
    return [str(word) for code, word in words.items() if code in chosen]


def procedure_context(detail: ProcedureDetail, office: OfficeTime, at: datetime) -> dict[str, Any]:
    """What `portal/procedure.html` lays out."""
    return {
        "detail": detail,
        "for_whom": ", ".join(detail.applicant_kinds),
        "variants": [_variant(variant) for variant in detail.variants],
        "limits": [_limit(limit, detail) for limit in detail.limits],
        "promise": _promise(detail, office, at),
        "fees": [_fee(fee, detail) for fee in detail.fees],
        "where": _where(detail),
        "results": [result.name for result in detail.results],
    }


def _variant(variant: Variant) -> dict[str, Any]:
    return {
        "name": variant.name or _("Trường hợp chung"),
        "papers": [
            {
                "name": paper.name,
                "asked": document_words(paper),
                "optional": paper.is_optional,
                "present_only": paper.present_only,
                "form": paper.form_name,
                "details": paper.details,
            }
            for paper in variant.papers
        ],
        "notes": [note.name for note in variant.notes],
    }


def _which(place: int | None, channel: Channel | None, detail: ProcedureDetail) -> str:
    """For which way in and which case a limit or a fee is meant; empty for all of them."""
    parts = [str(CHANNELS[channel])] if channel else []
    if place is not None and len(detail.variants) > 1:
        parts.append(detail.variants[place].name or _("Trường hợp chung"))
    return " · ".join(parts)


def _limit(limit: Limit, detail: ProcedureDetail) -> dict[str, Any]:
    return {
        "label": _which(limit.variant, limit.channel, detail) or _("Thời hạn giải quyết"),
        "value": limit_words(limit),
        "note": limit.text if limit.is_counted else "",
    }


def _fee(fee: Fee, detail: ProcedureDetail) -> dict[str, Any]:
    about = " · ".join(
        part for part in (fee.case_text, _which(fee.variant, fee.channel, detail)) if part
    )
    return {
        "label": fee_name(fee),
        "value": fee_amount(fee),
        "note": ". ".join(part for part in (about, *fee_terms(fee)) if part),
    }


def _where(detail: ProcedureDetail) -> list[dict[str, Any]]:
    pairs = [
        (_("Nơi nhận hồ sơ"), detail.implementing_body),
        (_("Cấp thực hiện"), ", ".join(_in_order(LEVELS, detail.levels))),
        (_("Cách nộp"), ", ".join(_in_order(CHANNELS, detail.channels))),
        (_("Mức độ trực tuyến"), _online(detail.online_level)),
        (_("Cơ quan có thẩm quyền"), detail.competent_body),
    ]
    return [{"label": label, "value": value} for label, value in pairs if value]


def _online(level: OnlineLevel) -> str:
    return "" if level is OnlineLevel.UNSTATED else str(ONLINE_LEVELS[level])


def _promise(detail: ProcedureDetail, office: OfficeTime, at: datetime) -> dict[str, Any] | None:
    """If it were handed in at the desk now: when the result would come, and why."""
    limit = time_limit(detail, None, Channel.DESK)
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
        return _promise_shown(due(clock))
    except Refusal:
        return None  # beyond the years of the calendar: no date is better than a wrong one


def _promise_shown(promise: Promise) -> dict[str, Any]:
    assert promise.due_at is not None
    return {
        "answer": moment(local(promise.due_at), _),
        "iso": promise.due_at.isoformat(),
        "lines": [
            {"text": word(line, _), "value": short_moment(line.at)} for line in promise.trace
        ],
    }
