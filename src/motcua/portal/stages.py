"""Where a dossier stands, told to whoever holds its slip: no person, no matter, no office words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.queries.tracking import Moved, TrackRow
from motcua.dossiers.vocabulary import CLOCK_RUNS, Status
from motcua.dossiers.wording import STATUSES
from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day
from motcua.worktime.wording import day_name, moment, word

DONE, CURRENT, AHEAD = "done", "current", "todo"
STEPS = (
    gettext_lazy("Tiếp nhận"),
    gettext_lazy("Giải quyết"),
    gettext_lazy("Có kết quả"),
    gettext_lazy("Đã trả kết quả"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a state means and what to do.

    `step`: how many steps of four are behind. `is_waiting`: the next one has not begun.
    """

    meaning: Any
    advice: Any
    tone: str
    step: int
    is_waiting: bool = False


STAGES = {
    Status.REGISTERED: Stage(
        gettext_lazy("Hồ sơ đã gửi đến, cơ quan đang kiểm tra giấy tờ."),
        gettext_lazy("Chờ thông báo tiếp nhận."),
        "info",
        0,
    ),
    Status.RECEIVED: Stage(
        gettext_lazy("Cơ quan đã nhận đủ hồ sơ và hẹn ngày trả kết quả."),
        gettext_lazy(
            "Đến nhận kết quả theo ngày hẹn. Mang theo giấy tiếp nhận và giấy tờ tùy thân."
        ),
        "info",
        1,
        is_waiting=True,
    ),
    Status.NOT_RECEIVED: Stage(
        gettext_lazy("Hồ sơ không được tiếp nhận. Lý do ghi trong phiếu đã gửi cho người nộp."),
        gettext_lazy("Đọc lý do trong phiếu. Có thể sửa và nộp lại."),
        "warning",
        0,
    ),
    Status.PROCESSING: Stage(
        gettext_lazy("Người có trách nhiệm đang giải quyết hồ sơ."),
        gettext_lazy(
            "Đến nhận kết quả theo ngày hẹn. Mang theo giấy tiếp nhận và giấy tờ tùy thân."
        ),
        "info",
        1,
    ),
    Status.SUPPLEMENT_REQUESTED: Stage(
        gettext_lazy("Hồ sơ cần bổ sung giấy tờ. Thời gian chờ bổ sung không tính vào thời hạn."),
        gettext_lazy("Xem phiếu yêu cầu bổ sung và nộp giấy tờ còn thiếu tại nơi đã nộp hồ sơ."),
        "warning",
        1,
    ),
    Status.OBLIGATION_DUE: Stage(
        gettext_lazy("Cần thực hiện nghĩa vụ tài chính trước khi nhận kết quả."),
        gettext_lazy("Nộp khoản tiền ghi trong thông báo, giữ lại biên lai."),
        "warning",
        1,
    ),
    Status.WITHDRAWN: Stage(
        gettext_lazy("Người nộp đã xin rút hồ sơ."),
        gettext_lazy("Đến nhận lại giấy tờ nếu chưa nhận."),
        "neutral",
        1,
    ),
    Status.TERMINATED: Stage(
        gettext_lazy("Việc giải quyết hồ sơ đã dừng. Lý do ghi trong thông báo đã gửi."),
        gettext_lazy("Đọc lý do trong thông báo. Có thể nộp hồ sơ mới khi đủ điều kiện."),
        "warning",
        1,
    ),
    Status.SETTLED: Stage(
        gettext_lazy("Đã có kết quả."),
        gettext_lazy("Đến nhận kết quả. Mang theo giấy tiếp nhận và giấy tờ tùy thân."),
        "success",
        3,
    ),
    Status.RETURNED: Stage(
        gettext_lazy("Kết quả đã được trao cho người nhận."),
        gettext_lazy("Không cần làm gì thêm. Nếu chưa nhận, hãy hỏi tại nơi nộp hồ sơ."),
        "success",
        4,
    ),
}


def stage_context(row: TrackRow, at: datetime) -> dict[str, Any]:
    """What `portal/track.html` lays out."""
    status = Status(row.status)
    stage = STAGES[status]
    return {
        "code": row.code,
        "word": str(STATUSES[status]),
        "tone": stage.tone,
        "meaning": stage.meaning,
        "advice": stage.advice,
        "steps": _steps(stage),
        "received": moment(local(row.received_at), _),
        "due": _due(row.due_at),
        "due_iso": row.due_at.isoformat() if row.due_at else "",
        "moved": _moved(row),
        "trace": [{"text": word(line, _)} for line in row.trace] if row.due_at else [],
        "is_late": status in CLOCK_RUNS and row.due_at is not None and row.due_at < at,
    }


def _due(due_at: datetime | None) -> str:
    return moment(local(due_at), _) if due_at else _("Trả kết quả ngay khi nhận hồ sơ")


def _moved(row: TrackRow) -> str:
    """What the date was first, and for which reasons it is another now; empty when it is not."""
    if row.original_due_at is None or row.original_due_at == row.due_at or not row.moves:
        return ""
    causes = dict.fromkeys(_cause(move) for move in row.moves)
    return _("Hẹn ban đầu %(moment)s; đổi vì %(causes)s.") % {
        "moment": moment(local(row.original_due_at), _),
        "causes": ", ".join(causes),
    }


def _cause(move: Moved) -> str:
    """The name of the day that changed the calendar, or its date where it has no name."""
    try:
        day = date.fromisoformat(move.cause)
    except ValueError:
        return day_name(move.cause, _)
    return _("lịch làm việc ngày %(day)s thay đổi") % {"day": short_day(day)}


def _steps(stage: Stage) -> list[dict[str, str]]:
    return [
        {"label": str(label), "state": _state(place, stage)} for place, label in enumerate(STEPS)
    ]


def _state(place: int, stage: Stage) -> str:
    if place < stage.step:
        return DONE
    return CURRENT if place == stage.step and not stage.is_waiting else AHEAD
