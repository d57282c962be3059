"""What the matter of a draft costs, in words; what is not known here is said so."""

from __future__ import annotations

from typing import Any

from motcua.filing.whole import WholeDraft, ground_of, reception_of
from motcua.kernel.refusal import Refusal
from motcua.procedures.wording import fee_line_words, signed_dong
from motcua.ui.formats import money


def fee_shown(whole: WholeDraft) -> dict[str, Any] | None:
    """None: no fee is known of this procedure. `is_open`: part of it is set elsewhere or by a choice
    that the office makes."""
    ground = ground_of(whole)
    if ground is None or not whole.detail.fees:
        return None
    try:
        sheet = ground.fee_sheet(reception_of(whole))
    except Refusal:
        return {"total": None, "lines": [], "is_open": True}
    return {
        "total": money(sheet.total_vnd),
        "lines": [
            {"label": line.name or fee_line_words(line), "amount": signed_dong(line.amount_vnd),
             "note": fee_line_words(line) if line.name else ""}
            for line in sheet.lines
        ],
        "is_open": bool(sheet.open_points),
    }  # fmt: skip
