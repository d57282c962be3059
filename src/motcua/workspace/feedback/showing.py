"""Feedback in the words of a page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.doors.uploads.showing import size_words
from motcua.feedback.queries.detail import PetitionDetail
from motcua.feedback.queries.rows import PetitionRow, StepRow
from motcua.feedback.rules.dates import DUTY_OF_STATE
from motcua.feedback.vocabulary import Duty, State
from motcua.feedback.wording import (
    CHANNELS,
    DONE,
    DUTIES,
    KINDS,
    PUBLICATIONS,
    REASONS,
    SATISFACTIONS,
    STATES,
)
from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.worktime.wording import word

TONES = {
    State.SENT: "accent",
    State.CLARIFYING: "warning",
    State.PROPOSED: "warning",
    State.OFFERED: "warning",
    State.ANSWERED: "success",
    State.CLOSED: "success",
    State.REFUSED: "neutral",
    State.FORWARDED: "neutral",
}


def row_shown(row: PetitionRow, at: datetime) -> dict[str, Any]:
    """A line of the register."""
    duty = DUTY_OF_STATE.get(row.state, Duty.PUBLISH)
    return {
        "href": reverse("workspace:petition", args=[row.code]),
        "code": row.code,
        "title": row.title,
        "kind": KINDS[row.kind],
        "state": STATES[row.state],
        "tone": TONES.get(row.state, "info"),
        "who": _("Không nêu tên") if row.is_anonymous else row.sender_name,
        "received": short_moment(row.received_at),
        "due": short_moment(row.due_at) if row.due_at else "",
        "duty": DUTIES[duty] if row.due_at else "",
        "is_late": row.is_late(at),
    }


def detail_shown(found: PetitionDetail, at: datetime) -> dict[str, Any]:
    """One of them in full."""
    row, sender = found.row, found.sender
    return {
        **row_shown(row, at),
        "is_anonymous": row.is_anonymous,
        "content": found.content,
        "answer": found.answer,
        "proposal": found.proposal,
        "rows": _filled(
            (_("Loại"), KINDS[row.kind]),
            (_("Cách gửi"), CHANNELS[row.channel]),
            (_("Số trong sổ"), f"{row.number}/{row.year}"),
            (_("Gửi lúc"), short_moment(row.received_at)),
            (_("Ngày dấu bưu điện"), short_day(found.stamped_on) if found.stamped_on else ""),
            (_("Mã hồ sơ nêu trong phản ánh"), found.dossier_code),
            (_("Thủ tục"), found.procedure_code),
            (_("Về người, phòng"), found.about),
            (_("Phòng xử lý"), found.unit),
            (_("Người xử lý"), found.handler),
            (_("Đề nghị nhận"), found.offered_to),
            (_("Đã chuyển đến"), found.outside_body),
            (_("Công khai"), PUBLICATIONS[row.publication] if found.answer else ""),
            (
                _("Người gửi đánh giá"),
                SATISFACTIONS[row.satisfaction] if row.satisfaction else "",
            ),
        ),
        "sender": _filled(
            (_("Họ và tên"), sender.name),
            (_("Địa chỉ"), sender.address),
            (_("Điện thoại"), sender.phone),
            (_("Thư điện tử"), sender.email),
        ),
        "trace": [{"text": word(line, _), "value": short_moment(line.at)} for line in found.trace],
        "answer_due": short_moment(row.answer_due_at) if row.answer_due_at else "",
        "steps": [_step(step, found.given_to.get(step.seq, "")) for step in reversed(found.steps)],
        "files": [
            {
                "url": reverse("workspace:petition-file", args=[row.code, file.digest]),
                "name": file.name,
                "size": size_words(file.size),
            }
            for step in found.steps
            for file in step.files
        ],
    }


def _filled(*pairs: tuple[Any, Any]) -> list[dict[str, Any]]:
    return [{"label": label, "value": value} for label, value in pairs if value]


def _step(step: StepRow, given_to: str) -> dict[str, Any]:
    said = [REASONS[step.reason] if step.reason else "", step.text]
    late = _("Quá hạn") if step.is_late else ""
    return {
        "title": f"{DONE[step.act]}: {given_to}" if given_to else str(DONE[step.act]),
        "moment": short_moment(step.at),
        "iso": local(step.at).isoformat(),
        "by": step.by,
        "text": ". ".join(str(one) for one in (late, *said) if one),
        "tone": "warning" if step.is_late else "",
    }
