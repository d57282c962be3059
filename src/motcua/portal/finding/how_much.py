"""How much it costs in the reader's own case, line by line; and the rules as the catalogue states them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.money import dong
from motcua.portal.finding.my_case import (
    CHOSEN,
    MyCase,
    counts_asked,
    fee_request,
    fees_of_case,
)
from motcua.procedures.queries.details import ProcedureDetail, fee_sheet
from motcua.procedures.rules.content import Fee
from motcua.procedures.rules.fees import FeeSheet, OpenPointCode
from motcua.procedures.vocabulary import Channel, Preference
from motcua.procedures.wording import CHANNELS, PREFERENCES
from motcua.procedures.wording_fees import fee_amount, fee_name, fee_terms, owed_told


def fee_context(detail: ProcedureDetail, case: MyCase) -> dict[str, Any]:
    """What the part on money lays out."""
    fees = fees_of_case(detail, case.variant, case.channel)
    sheet = fee_sheet(detail, fee_request(case, detail))
    asks_copies, asks_pages = counts_asked(fees)
    return {
        "is_stated": bool(detail.fees) or "fees" not in detail.missing,
        "is_free": not any(may_cost(fee) for fee in detail.fees),
        "total": dong(sheet.total_vnd),
        "lines": owed_told(sheet.lines).lines,
        "open_points": _open_points(sheet),
        "asks_copies": asks_copies,
        "asks_pages": asks_pages,
        "groups": _groups(fees, case),
        "choices": _choices(fees, case),
        "rules": [_rule(fee, detail) for fee in detail.fees],
    }


def may_cost(fee: Fee) -> bool:
    """Whether anything may have to be paid because of it, here or by what the province has set."""
    return bool(fee.amount_vnd or fee.set_locally or any(tier.amount_vnd for tier in fee.tiers))


def _open_points(sheet: FeeSheet) -> list[str]:
    told = {
        OpenPointCode.CHOOSE_CASE: _("Chọn mức áp dụng ở trên để cộng đủ tiền."),
        OpenPointCode.SET_LOCALLY: _(
            "Có khoản do Hội đồng nhân dân cấp tỉnh quy định; hỏi nơi tiếp nhận để biết mức thu."
        ),
    }
    codes = dict.fromkeys(point.code for point in sheet.open_points)
    return [told[code] for code in codes]


def _groups(fees: list[Fee], case: MyCase) -> list[dict[str, Any]]:
    """Only groups of people for whom one of these fees is lowered."""
    lowered = {rule.group for fee in fees for rule in fee.exemptions}
    return [
        {"value": str(group), "label": PREFERENCES[group], "chosen": group in case.groups}
        for group in Preference
        if group in lowered
    ]


def _choices(fees: list[Fee], case: MyCase) -> list[dict[str, Any]]:
    """Alternatives told apart by their case: one field for each group of them."""
    groups: dict[str, list[Fee]] = {}
    for fee in fees:
        if fee.choice_group:
            groups.setdefault(fee.choice_group, []).append(fee)
    return [
        {
            "name": f"{CHOSEN}-{number}",
            "legend": fee_name(options[0]),
            "choices": [
                {
                    "value": str(fee.id),
                    "label": fee.case_text or fee_name(fee),
                    "hint": fee_amount(fee),
                    "chosen": fee.id in case.chosen_fee_ids,
                }
                for fee in options
            ],
        }
        for number, options in enumerate(groups.values(), start=1)
    ]


def _rule(fee: Fee, detail: ProcedureDetail) -> dict[str, str]:
    about = " · ".join(part for part in (fee.case_text, _which(fee, detail)) if part)
    return {
        "label": fee_name(fee),
        "value": fee_amount(fee),
        "note": ". ".join(part for part in (about, *fee_terms(fee)) if part),
    }


def _which(fee: Fee, detail: ProcedureDetail) -> str:
    """For which way in and which case a fee is meant; empty for all of them."""
    parts = [str(CHANNELS[Channel(fee.channel)])] if fee.channel else []
    if fee.variant is not None and len(detail.variants) > 1:
        parts.append(detail.variants[fee.variant].name or _("Trường hợp chung"))
    return " · ".join(parts)
