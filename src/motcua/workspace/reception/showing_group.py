"""The matters of one person on the reception page, and what they come to together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.workspace.reception import matters
from motcua.workspace.reception.filling import sent_page
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.showing_matter import is_known_here


def group_shown(page: ReceptionPage) -> dict[str, Any]:
    """The matters set aside, each with its date and fee; the one being typed is named among them."""
    aside = matters.set_aside(page.data)
    if not aside:
        return {
            "group": [],
            "aside": [],
            "matter_place": "",
            "group_count": 0,
            "group_lines": [],
            "group_fee": "",
        }
    is_begun = matters.is_begun(page.data)
    whole = matters.all_matters(page.data) if is_begun else aside
    here = matters.place_of_current(page.data) if is_begun else len(aside)
    rows = [_row(page, whole, place, is_here=place == here) for place in range(len(whole))]
    fees = [row["fee_vnd"] for row in rows if row["fee_vnd"] is not None]
    return {
        "group": rows,
        "aside": [matters.packed(one) for one in aside],
        "matter_place": str(here),
        "group_count": len(rows),
        "group_lines": [
            {"label": row["name"], "amount": row["fee"] or _("chưa biết")} for row in rows
        ],
        "group_fee": dong(sum(fees)),
    }


def _row(page: ReceptionPage, whole: list[Any], place: int, *, is_here: bool) -> dict[str, Any]:
    member = page
    if not is_here:
        arranged = matters.with_current(page.data, whole, place)
        member = sent_page(page.actor, page.at, arranged, recognizes=False)
    promise, sheet = member.promise, member.fee_sheet
    is_known = sheet is not None and is_known_here(sheet)
    return {
        "place": place,
        "number": place + 1,
        "name": member.ground.detail.name if member.ground else _("Chưa chọn thủ tục"),
        "due": short_moment(promise.due_at) if promise and promise.due_at else "",
        "fee": dong(sheet.total_vnd) if sheet and is_known else "",
        "fee_vnd": sheet.total_vnd if sheet else None,
        "is_here": is_here,
    }
