"""Where a dossier stands, told to whoever holds its slip: no person, no matter, no office words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.dossiers.queries.tracking import Moved, TrackRow, Why
from motcua.dossiers.vocabulary import IN_HAND_STAGES, ReturnMethod, Stage, Status
from motcua.dossiers.wording import STAGES as STAGE_WORDS
from motcua.dossiers.wording import STATUSES
from motcua.kernel.clock import local
from motcua.kernel.dates_vi import short_day
from motcua.procedures.vocabulary import Channel
from motcua.worktime.wording import day_name, moment, word

DONE, CURRENT, AHEAD = "done", "current", "todo"
STEPS = (
    gettext_lazy("Tiếp nhận"),
    gettext_lazy("Giải quyết"),
    gettext_lazy("Có kết quả"),
    gettext_lazy("Đã trả kết quả"),
)


READY_STEP = gettext_lazy("Có kết quả, chờ trả")
READY_STEPS = {
    ReturnMethod.ONLINE: gettext_lazy("Có kết quả, chờ người nộp tải về"),
    ReturnMethod.POST: gettext_lazy("Có kết quả, chờ bưu chính trao"),
}
"""What the step is called while the result is there and nobody has it yet, by the way it goes."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a stage means and what to do.

    `step`: how many steps of four are behind. `is_waiting`: the next one has not begun.
    `no_date`: what is said when there is no date; None: it was settled at once.
    """

    meaning: Any
    advice: Any
    tone: str
    step: int
    is_waiting: bool = False
    no_date: Any = None


COME = gettext_lazy("Đến nhận kết quả theo ngày hẹn. Mang theo giấy tiếp nhận và giấy tờ tùy thân.")
COME_DONE = gettext_lazy("Đến nhận kết quả. Mang theo giấy tiếp nhận và giấy tờ tùy thân.")
NOT_FETCHED = {
    ReturnMethod.ONLINE: gettext_lazy(
        "Không phải đến. Khi có kết quả, cơ quan gửi bản điện tử; ai nộp qua mạng thì tải về ở mục Hồ sơ của tôi."
    ),
    ReturnMethod.POST: gettext_lazy(
        "Không phải đến. Khi có kết quả, bưu chính gửi đến địa chỉ đã ghi trong hồ sơ."
    ),
}
NOT_FETCHED_NOW = {
    ReturnMethod.ONLINE: gettext_lazy(
        "Không phải đến. Kết quả là bản điện tử; ai nộp qua mạng thì tải về ở mục Hồ sơ của tôi."
    ),
    ReturnMethod.POST: gettext_lazy(
        "Không phải đến. Bưu chính gửi kết quả đến địa chỉ đã ghi trong hồ sơ."
    ),
}
"""What is said instead of coming to fetch it where another way was chosen."""
ANSWER_BY_WEB = gettext_lazy(
    "Xem cơ quan yêu cầu gì và gửi bổ sung ở mục Hồ sơ của tôi, không phải đến nơi nộp."
)
NOT_YET = gettext_lazy("Chưa hẹn: hồ sơ chưa được tiếp nhận")
NO_MORE = gettext_lazy("Không còn ngày hẹn")
IN_HAND = Meaning(gettext_lazy("Người có trách nhiệm đang giải quyết hồ sơ."), COME, "info", 1)

STAGES = {
    Stage.REGISTERED: Meaning(
        gettext_lazy("Hồ sơ đã gửi đến, cơ quan đang kiểm tra giấy tờ."),
        gettext_lazy("Chờ thông báo tiếp nhận."),
        "info",
        0,
        no_date=NOT_YET,
    ),
    Stage.COMPLETION_ASKED: Meaning(
        gettext_lazy("Hồ sơ chưa được tiếp nhận vì còn thiếu giấy tờ hoặc thông tin."),
        gettext_lazy("Xem phiếu yêu cầu hoàn thiện và nộp giấy tờ còn thiếu tại nơi đã gửi hồ sơ."),
        "warning",
        0,
        no_date=NOT_YET,
    ),
    Stage.IN_TRANSIT: Meaning(
        gettext_lazy(
            "Hồ sơ đã được nhận thay và đang chuyển đến cơ quan có thẩm quyền giải quyết."
        ),
        gettext_lazy("Chờ thông báo ngày hẹn. Giữ giấy tiếp nhận để tra cứu."),
        "info",
        1,
        is_waiting=True,
        no_date=gettext_lazy("Được hẹn khi cơ quan có thẩm quyền nhận hồ sơ"),
    ),
    Stage.RECEIVED: Meaning(
        gettext_lazy("Cơ quan đã nhận đủ hồ sơ và hẹn ngày trả kết quả."),
        COME,
        "info",
        1,
        is_waiting=True,
    ),
    Stage.NOT_RECEIVED: Meaning(
        gettext_lazy("Hồ sơ không được tiếp nhận. Lý do ghi trong phiếu đã gửi cho người nộp."),
        gettext_lazy("Đọc lý do trong phiếu. Có thể sửa và nộp lại."),
        "warning",
        0,
        no_date=NO_MORE,
    ),
    Stage.PROCESSING: IN_HAND,
    Stage.PROPOSED: IN_HAND,
    Stage.DECIDED: IN_HAND,
    Stage.SUPPLEMENT_REQUESTED: Meaning(
        gettext_lazy("Hồ sơ cần bổ sung giấy tờ. Thời gian chờ bổ sung không tính vào thời hạn."),
        gettext_lazy("Xem phiếu yêu cầu bổ sung và nộp giấy tờ còn thiếu tại nơi đã nộp hồ sơ."),
        "warning",
        1,
        no_date=gettext_lazy("Hẹn lại khi đã nhận đủ giấy tờ bổ sung"),
    ),
    Stage.OBLIGATION_DUE: Meaning(
        gettext_lazy("Cần thực hiện nghĩa vụ tài chính trước khi nhận kết quả."),
        gettext_lazy("Nộp khoản tiền ghi trong thông báo, giữ lại biên lai."),
        "warning",
        1,
        no_date=gettext_lazy("Hẹn lại khi đã thực hiện nghĩa vụ tài chính"),
    ),
    Stage.WITHDRAWN: Meaning(
        gettext_lazy("Người nộp đã xin rút hồ sơ."),
        gettext_lazy("Đến nhận lại giấy tờ nếu chưa nhận."),
        "neutral",
        1,
        no_date=NO_MORE,
    ),
    Stage.TERMINATED: Meaning(
        gettext_lazy("Việc giải quyết hồ sơ đã dừng. Lý do ghi trong thông báo đã gửi."),
        gettext_lazy("Đọc lý do trong thông báo. Có thể nộp hồ sơ mới khi đủ điều kiện."),
        "warning",
        1,
        no_date=NO_MORE,
    ),
    Stage.SETTLED: Meaning(
        gettext_lazy("Đã có kết quả."),
        COME_DONE,
        "success",
        2,
    ),
    Stage.RETURNED: Meaning(
        gettext_lazy("Kết quả đã được trao cho người nhận."),
        gettext_lazy("Không cần làm gì thêm. Nếu chưa nhận, hãy hỏi tại nơi nộp hồ sơ."),
        "success",
        4,
    ),
}

AFTER_COMPANION = Meaning(
    gettext_lazy("Hồ sơ chờ kết quả của việc khác nộp cùng một lần."),
    gettext_lazy("Có kết quả thì tự chuyển tiếp, bạn không phải làm gì."),
    "info",
    0,
    no_date=gettext_lazy("Được hẹn khi việc khác nộp cùng có kết quả"),
)
"""What waits for another matter of the same submission: nobody looks at it before."""


def meaning_of(stage: Stage, *, awaits_companion: bool) -> Meaning:
    return AFTER_COMPANION if awaits_companion else STAGES[stage]


def stage_context(row: TrackRow, at: datetime) -> dict[str, Any]:
    """What `portal/track.html` lays out."""
    stage = meaning_of(row.stage, awaits_companion=row.awaits_companion)
    due_at = None if stage.no_date is NO_MORE else row.due_at
    return {
        "code": row.code,
        "word": stage_word(row.stage, row.status, awaits_companion=row.awaits_companion),
        "tone": stage.tone,
        "meaning": stage.meaning,
        "advice": _advice(row, stage),
        "steps": _steps(row, stage),
        "is_received": row.stage not in (Stage.REGISTERED, Stage.COMPLETION_ASKED),
        "received": moment(local(row.received_at), _),
        "due": _due(due_at, stage),
        "due_iso": due_at.isoformat() if due_at else "",
        "moved": _moved(row) if due_at else "",
        "appointment": _appointment(row),
        "trace": [{"text": word(line, _)} for line in row.trace] if due_at else [],
        "is_late": row.stage in IN_HAND_STAGES and due_at is not None and due_at < at,
    }


def _advice(row: TrackRow, stage: Meaning) -> Any:
    """What to do, by the channel it was sent through and the way the result comes."""
    asks_more = row.stage in (Stage.COMPLETION_ASKED, Stage.SUPPLEMENT_REQUESTED)
    if asks_more and row.channel is Channel.ONLINE:
        return ANSWER_BY_WEB
    if stage.advice is COME:
        return NOT_FETCHED.get(row.return_method, COME)
    if stage.advice is COME_DONE:
        return NOT_FETCHED_NOW.get(row.return_method, COME_DONE)
    return stage.advice


def stage_word(stage: Stage, status: str, *, awaits_companion: bool) -> str:
    """The national state; on its way elsewhere, or waiting for another matter, it says so."""
    if awaits_companion:
        return _("Chờ việc khác làm xong")
    if stage is Stage.IN_TRANSIT:
        return str(STAGE_WORDS[stage])
    return str(STATUSES[Status(status)])


def _due(due_at: datetime | None, stage: Meaning) -> str:
    if due_at:
        return moment(local(due_at), _)
    return str(stage.no_date or _("Trả kết quả ngay khi nhận hồ sơ"))


def _appointment(row: TrackRow) -> str:
    """The new appointment after an apology, while the office still owes the result."""
    owes = row.stage in IN_HAND_STAGES and row.appointment_at is not None
    return moment(local(row.appointment_at), _) if owes and row.appointment_at else ""


def _moved(row: TrackRow) -> str:
    """What the date was first, and for which reasons it is another now; empty when it is not."""
    if row.original_due_at is None or row.original_due_at == row.due_at or not row.moves:
        return ""
    causes = dict.fromkeys(_cause(move) for move in row.moves)
    return _("Hẹn ban đầu %(moment)s; đổi vì %(causes)s.") % {
        "moment": moment(local(row.original_due_at), _),
        "causes": ", ".join(causes),
    }


CAUSES = {
    Why.SUPPLEMENT: gettext_lazy("chờ bổ sung giấy tờ"),
    Why.OBLIGATION: gettext_lazy("chờ thực hiện nghĩa vụ tài chính"),
    Why.EXTENSION: gettext_lazy("cơ quan xin lỗi và gia hạn"),
    Why.REOPENED: gettext_lazy("hồ sơ được mở lại"),
}


def _cause(move: Moved) -> str:
    """In words of ours; of a calendar the name of the day that changed it, or its date."""
    if move.why in CAUSES:
        return str(CAUSES[move.why])
    try:
        day = date.fromisoformat(move.cause)
    except ValueError:
        return day_name(move.cause, _)
    return _("lịch làm việc ngày %(day)s thay đổi") % {"day": short_day(day)}


def _steps(row: TrackRow, stage: Meaning) -> list[dict[str, str]]:
    return [
        {"label": _step_word(row, place), "state": _state(place, stage)}
        for place in range(len(STEPS))
    ]


def _step_word(row: TrackRow, place: int) -> str:
    """A result that is ready is not yet handed over, and says so."""
    if row.stage is Stage.SETTLED and place == STAGES[Stage.SETTLED].step:
        return str(READY_STEPS.get(row.return_method, READY_STEP))
    return str(STEPS[place])


def _state(place: int, stage: Meaning) -> str:
    if place < stage.step:
        return DONE
    return CURRENT if place == stage.step and not stage.is_waiting else AHEAD
