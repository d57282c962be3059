"""Partners and messages as the pages show them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.agencies.queries import agency_on
from motcua.exchange.queries.standing import InRow, OutRow, PartnerRow
from motcua.exchange.refusal_words import sentence_of_code
from motcua.exchange.vocabulary import Failure, InState, OutState
from motcua.exchange.wording import FAILURES, IN_STATES, KINDS, OUT_STATES, WHAT_TO_DO

OUT_TONES = {OutState.WAITING: "info", OutState.RECEIVED: "success"}
IN_TONES = {InState.WAITING: "info", InState.DONE: "success", InState.STUCK: "danger"}


def partner_shown(row: PartnerRow, today: date) -> dict[str, Any]:
    """One partner: its state in a word, and its agencies by name."""
    tone, state = _state(row)
    return {
        "id": row.id,
        "name": row.name,
        "address": row.address,
        "mark": row.mark,
        "key": row.key,
        "is_active": row.is_active,
        "tone": tone,
        "state": state,
        "waiting": row.waiting,
        "waiting_since": row.waiting_since,
        "told": row.told,
        "heard": row.heard,
        "stuck_there": row.stuck_there,
        "stuck_here": row.stuck_here,
        "answered_at": row.answered_at,
        "heard_at": row.heard_at,
        "agencies": [_agency(one, today) for one in row.agency_ids],
        "trouble": _trouble(row),
        "is_numbers_taken": row.failure is Failure.NUMBER_TAKEN,
    }


def _state(row: PartnerRow) -> tuple[str, str]:
    if not row.is_active:
        return "neutral", _("Tạm dừng")
    if row.is_stuck or row.stuck_here or row.stuck_there:
        return "danger", _("Có tin bị kẹt")
    if row.failure is not None:
        return "warning", _("Đang thử lại")
    if row.waiting:
        return "info", _("Đang gửi")
    return "success", _("Thông suốt") if row.answered_at or row.heard_at else _("Chưa trao đổi")


def _trouble(row: PartnerRow) -> dict[str, Any] | None:
    """Why the first message that waits has not gone through, and what to do."""
    if row.failure is None:
        return None
    return {
        "what": FAILURES[row.failure],
        "do": WHAT_TO_DO[row.failure],
        "detail": row.detail,
        "attempts": ngettext("đã thử %(count)s lần", "đã thử %(count)s lần", row.attempts)
        % {"count": row.attempts},
        "next_try_at": row.next_try_at,
    }


def _agency(agency_id: int, today: date) -> dict[str, Any]:
    agency = agency_on(agency_id, today)
    return {"id": agency_id, "name": agency.name if agency else _("cơ quan đã kết thúc")}


def out_rows(rows: Sequence[OutRow]) -> list[dict[str, Any]]:
    return [
        {
            "seq": row.seq,
            "kind": KINDS[row.kind],
            "code": row.dossier_code,
            "at": row.told_at,
            "state": _("Nơi kia chưa làm được") if row.reason_there else OUT_STATES[row.state],
            "tone": "danger" if row.reason_there else OUT_TONES[row.state],
            "why": _why_out(row),
        }
        for row in rows
    ]


def _why_out(row: OutRow) -> str:
    if row.reason_there:
        return sentence_of_code(row.reason_there, {})
    return str(FAILURES[row.failure]) if row.failure else ""


def in_rows(rows: Sequence[InRow]) -> list[dict[str, Any]]:
    return [
        {
            "seq": row.seq,
            "kind": KINDS[row.kind],
            "code": row.dossier_code,
            "at": row.told_at,
            "state": IN_STATES[row.state],
            "tone": IN_TONES[row.state],
            "why": sentence_of_code(row.reason, row.params) if row.reason else "",
        }
        for row in rows
    ]
