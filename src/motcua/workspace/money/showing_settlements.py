"""Settlements as pages show them: words, amounts and addresses ready."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.agencies.queries import agency_on, day_in_life
from motcua.kernel.dates_vi import short_day
from motcua.kernel.money import dong, figures
from motcua.payments.rules.book import number_text
from motcua.payments.wording import KINDS
from motcua.procedures.vocabulary import FeeKind
from motcua.settlements.queries.settlements import (
    ItemRow,
    OpenPeriod,
    SettlementDetail,
    SettlementRow,
)
from motcua.settlements.vocabulary import Figures, Part, SettlementState
from motcua.settlements.wording import PARTS, SETTLEMENT_STATES, SPANS
from motcua.workspace.money.showing import ROOM_OF, plain, source_words
from motcua.workspace.showing import Shown

TONES = {
    SettlementState.DRAFT: "info",
    SettlementState.SENT: "warning",
    SettlementState.DISPUTED: "danger",
    SettlementState.ACCEPTED: "info",
    SettlementState.PAID: "success",
}


def agency_name(agency_id: int, day: date) -> str:
    """As it is called that day; as it was last called where it is no more."""
    agency = agency_on(agency_id, day) or agency_on(agency_id, day_in_life(agency_id, day))
    return agency.name if agency else str(agency_id)


def settlement_state(state: SettlementState) -> Shown:
    return Shown(str(SETTLEMENT_STATES[state]), TONES[state])


def percent(share_bp: int) -> str:
    """`12,5%`."""
    whole, rest = divmod(share_bp, 100)
    return f"{whole},{rest:02d}".rstrip("0").rstrip(",") + "%"


def open_rows(
    found: Iterable[OpenPeriod], today: date, form: forms.Form | None
) -> list[dict[str, Any]]:
    """What waits: until its usual last day, or until yesterday while that is not over."""
    yesterday = date.fromordinal(today.toordinal() - 1)
    told = []
    for one in found:
        is_asked = form is not None and str(one.due_agency_id) == str(form["due"].value())
        last = max(one.first_day, min(one.last_day, yesterday))
        told.append(
            {
                "agency_id": one.agency_id,
                "due_agency_id": one.due_agency_id,
                "agency": agency_name(one.agency_id, one.first_day),
                "due": agency_name(one.due_agency_id, one.first_day),
                "first": short_day(one.first_day),
                "usual": short_day(one.last_day),
                "span": str(SPANS[one.terms.span]),
                "is_over": one.last_day < today,
                "last": form["last_day"].value() if is_asked and form else short_day(last),
                "errors": " ".join(map(str, form.errors.get("last_day", [])))
                if is_asked and form
                else "",
            }
        )
    return told


def settlement_rows(rows: Iterable[SettlementRow]) -> list[dict[str, Any]]:
    return [
        {
            "url": reverse("workspace:settlement", args=[row.id]),
            "due": agency_name(row.due_agency_id, row.last_day),
            "agency": agency_name(row.agency_id, row.last_day),
            "first": short_day(row.first_day),
            "last": short_day(row.last_day),
            "amount": "–" if row.to_transfer_vnd is None else figures(row.to_transfer_vnd),
            "state": settlement_state(row.state),
        }
        for row in rows
    ]


def figure_lines(detail: SettlementDetail) -> list[dict[str, Any]]:
    """The figures, fee and charge apart, each with the address of what stands behind it."""
    here = reverse("workspace:settlement", args=[detail.row.id])
    kept = {FeeKind.FEE: detail.terms.kept_fee_bp, FeeKind.CHARGE: detail.terms.kept_charge_bp}
    told: list[dict[str, Any]] = [_line(_("Kỳ trước chuyển sang"), detail, "carried_vnd")]
    for part, words in PARTS.items():
        line = _line(str(words), detail, f"{part.lower()}_vnd")
        for kind in FeeKind:
            query = urlencode({"part": part, "kind": kind})
            line[f"{kind.lower()}_url"] = f"{here}?{query}#behind"
        told.append(line)
    if any(kept.values()):
        shares = ", ".join(f"{KINDS[kind]} {percent(kept[kind])}" for kind in FeeKind)
        told.append(_line(_("Được để lại (%(shares)s)") % {"shares": shares}, detail, "kept_vnd"))
    told.append(_line(_("Phải nộp"), detail, "due_vnd"))
    return told


def _line(words: str, detail: SettlementDetail, name: str) -> dict[str, Any]:
    values = [getattr(detail.figures.get(kind, Figures()), name) for kind in FeeKind]
    minus = name in ("cancelled_vnd", "refunded_vnd", "kept_vnd")
    shown = [plain(-value if minus else value) for value in (*values, sum(values))]
    return {"name": words, "fee": shown[0], "charge": shown[1], "total": shown[2]}


def sums_of(detail: SettlementDetail) -> list[dict[str, str]]:
    """Handed on already, still to be handed on."""
    return [
        {"label": _("Đã nộp"), "value": dong(detail.transferred_vnd)},
        {"label": _("Còn phải nộp"), "value": dong(detail.left_vnd)},
    ]


def item_rows(rows: Iterable[ItemRow], *, is_own: bool) -> list[dict[str, Any]]:
    """`is_own`: the reader is of the agency that collected and may open the receipts."""
    return [
        {
            "day": short_day(row.day),
            "what": source_words(row.source),
            "url": _url(row) if is_own else "",
            "number": f"{row.receipt.book_symbol} {number_text(row.receipt.number)}"
            if row.receipt
            else "",
            "dossier_code": row.dossier_code,
            "kind": str(KINDS[row.kind]),
            "amount": plain(row.amount_vnd if row.part is Part.COLLECTED else -row.amount_vnd),
            "late": _("Điều chỉnh kỳ trước") if row.is_late else "",
        }
        for row in rows
    ]


def _url(row: ItemRow) -> str:
    room = ROOM_OF.get(row.source.kind)
    return reverse(room, args=[row.source.id]) if room else ""
