"""What the matter of a draft costs, in words; what is not known here is said so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from motcua.filing.whole import WholeDraft, grounds_of, reception_of, submission_of
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.fees import FeeSheet
from motcua.procedures.wording_fees import owed_told
from motcua.ui.formats import money


def fee_shown(whole: WholeDraft) -> dict[str, Any] | None:
    """None: no fee is known of this procedure, or of any of the group. `is_open`: part of it is set
    elsewhere or by a choice that the office makes."""
    grounds = grounds_of(whole)
    if not any(ground.detail.fees for ground in grounds):
        return None
    try:
        sheets = _sheets(whole)
    except Refusal:
        return {"total": None, "lines": [], "moments": (), "is_open": True}
    return {
        "total": money(sum(sheet.total_vnd for _name, sheet in sheets)),
        "lines": [line for name, sheet in sheets for line in _lines(name, sheet)],
        "moments": owed_told(line for _name, sheet in sheets for line in sheet.lines).moments,
        "is_open": any(sheet.open_points for _name, sheet in sheets),
    }


def _sheets(whole: WholeDraft) -> list[tuple[str, FeeSheet]]:
    """Each with the name of its procedure where there are several."""
    if whole.group is None or whole.group.prepared is None:
        return [("", ground.fee_sheet(reception_of(whole))) for ground in grounds_of(whole)]
    prepared = whole.group.prepared
    sheets = prepared.fee_sheets(submission_of(whole))
    return [(one.name, sheets[one.key]) for one in prepared.members]


def _lines(name: str, sheet: FeeSheet) -> Iterable[dict[str, str]]:
    for line in owed_told(sheet.lines).lines:
        yield {
            "label": f"{name}: {line.label}" if name else line.label,
            "amount": line.amount,
            "note": line.note,
        }
