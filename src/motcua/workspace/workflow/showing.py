"""Tasks as lists and pages lay them out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.queries import agency_on, units_of
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_moment
from motcua.ui.formats import number
from motcua.workflow.rows import Nearness, TaskRow
from motcua.workflow.vocabulary import OpinionKind, TaskKind, TaskState
from motcua.workflow.wording import KINDS, OPINIONS, STATES
from motcua.workspace.showing import Shown

NEARNESS = {
    Nearness.LATE: (gettext_lazy("Trễ"), "danger"),
    Nearness.VERY_NEAR: (gettext_lazy("Sắp hết giờ"), "danger"),
    Nearness.NEAR: (gettext_lazy("Sắp đến hạn"), "warning"),
}
TONES = {
    TaskState.OPEN: "accent",
    TaskState.DONE: "success",
    TaskState.HANDED_BACK: "warning",
    TaskState.SKIPPED: "neutral",
    TaskState.WAIVED: "warning",
    TaskState.CANCELLED: "neutral",
}
OPINION_TONES = {
    OpinionKind.AGREED: "success",
    OpinionKind.AGREED_WITH_CONDITIONS: "warning",
    OpinionKind.DISAGREED: "danger",
    OpinionKind.NOT_COMPETENT: "neutral",
}


def task_shown(row: TaskRow, at: datetime) -> dict[str, Any]:
    """What a list shows of a task. No query but what the catalogue keeps."""
    return {
        "id": row.id,
        "url": reverse("workspace:task", args=[row.id]),
        "name": row.name,
        "number": row.number,
        "kind": KINDS[row.kind],
        "is_step": row.kind is TaskKind.STEP,
        "state": _state(row),
        "code": row.dossier_code,
        "dossier_url": reverse("workspace:dossier", args=[row.dossier_code])
        if row.dossier_code
        else "",
        "owner_name": row.owner_name,
        "procedure_name": row.procedure_name,
        "due": short_moment(row.due_at) if row.due_at else _("không tính giờ"),
        "round": row.round,
        "is_order": row.kind is TaskKind.DIRECTIVE,
        "has_due": row.due_at is not None,
        "mark": _mark(row, at),
        "assignee": row.assignee_name,
        "place": place_words(row.agency_id, row.unit_id, at),
        "asked_by": row.asked_by_name,
        "is_mandatory": row.is_mandatory,
        "opened": short_moment(row.opened_at),
        "closed": short_moment(row.closed_at) if row.closed_at else "",
        "closed_by": row.closed_by_name,
    }


def taken_words(row: TaskRow) -> str:
    """Of a task that somebody else was faster to take."""
    return _("%(name)s vừa nhận việc “%(task)s”.") % {
        "name": row.assignee_name,
        "task": row.name,
    }


def _state(row: TaskRow) -> Shown:
    if row.state is TaskState.OPEN and row.assignee_id is None:
        return Shown(_("Chưa ai nhận"), "neutral")
    return Shown(str(STATES[row.state]), TONES[row.state])


def _mark(row: TaskRow, at: datetime) -> Shown | None:
    words, tone = NEARNESS.get(row.nearness(at), ("", ""))
    return Shown(str(words), tone) if words else None


def place_words(agency_id: int, unit_id: int | None, at: datetime) -> str:
    """The unit where there is one, else the agency, as people call it."""
    day = local_day(at)
    named = [unit.name for unit in units_of(agency_id, day) if unit.id == unit_id]
    if named:
        return named[0]
    agency = agency_on(agency_id, day)
    return (agency.short_name or agency.name) if agency else ""


DAYS_ALONE = 10
"""From so many days on, hours do not matter; minutes do not from the first day on."""


def time_words(minutes: int) -> str:
    """Working time as officials say it: days of eight hours, hours, minutes."""
    days, rest = divmod(minutes, 8 * 60)
    hours, minutes_left = divmod(rest, 60)
    parts = [
        _("%(count)s ngày làm việc") % {"count": number(days)} if days else "",
        _("%(count)s giờ") % {"count": hours} if hours and days < DAYS_ALONE else "",
        _("%(count)s phút") % {"count": minutes_left} if minutes_left and not days else "",
    ]
    return " ".join(part for part in parts if part) or _("0 phút")


def answer_rows(row: TaskRow) -> list[dict[str, Any]]:
    """What was answered, as label and value."""
    told = row.answer
    labels = {
        "opinion": _("Ý kiến"),
        "text": _("Nội dung trả lời"),
        "held_at": _("Kiểm tra lúc"),
        "place": _("Địa điểm"),
        "participants": _("Thành phần"),
        "applicant_was_there": _("Người nộp hồ sơ"),
        "findings": _("Nội dung kiểm tra"),
        "conclusion": _("Kết luận"),
        "note": _("Ghi chú"),
        "reason": _("Lý do không chờ nữa"),
        "corrected": _("Đã sửa, lý do"),
    }
    return [
        {"label": label, "value": _value(name, told[name])}
        for name, label in labels.items()
        if name in told and told[name] not in ("", None)
    ]


def _value(name: str, value: Any) -> str:
    if name == "opinion":
        return str(OPINIONS[OpinionKind(value)])
    if name == "held_at":
        return short_moment(datetime.fromisoformat(value))
    if name == "applicant_was_there":
        return _("có mặt") if value else _("không có mặt")
    return str(value)
