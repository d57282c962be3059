"""Examples of the description: tests read them with the real shapes, so they cannot grow stale."""

from __future__ import annotations

from typing import Any

from motcua.kernel.wording_marker import gettext_noop

BY_FIELDS: dict[str, Any] = {
    "procedure": "2.000815",
    "applicant": {
        "name": "Nguyễn Thị Hồng Nhung",
        "personal_id": "001195001234",
        "birth_date": "1995-08-15",
        "sex": "Nữ",
        "address": "Thôn Đoài, xã Gia Lâm, thành phố Hà Nội",
        "phone": "0912 345 678",
    },
    "all_papers": True,
    "copies": 3,
    "pages": 2,
}
BY_CARD: dict[str, Any] = {
    "procedure": "2.000815",
    "applicant": {
        "card": "001195001234|012345678|Nguyễn Thị Hồng Nhung|15081995|Nữ|"
        "Thôn Đoài, Gia Lâm, Hà Nội|20042021",
        "phone": "0912345678",
    },
    "submitter": {"name": "Trần Văn Đức", "personal_id": "001090004321"},
    "all_papers": True,
    "channel": "POST",
    "received_at": "2026-06-10T08:30:00+07:00",
    "note": "Nhận qua bưu điện Gia Lâm",
}
RECEPTIONS: dict[str, Any] = {
    "by-fields": {"summary": gettext_noop("Người nộp là chủ hồ sơ"), "value": BY_FIELDS},
    "by-card": {"summary": gettext_noop("Đọc thẻ căn cước, người khác nộp thay"), "value": BY_CARD},
}
GROUP: dict[str, Any] = {
    "dossiers": [BY_FIELDS, {**BY_FIELDS, "procedure": "1.004884", "complete_confirmed": True}]
}
INTERLINKED: dict[str, Any] = {
    "group": "3.000722",
    "applicant": {"name": "Lê Minh Khôi"},
    "matters": [
        {"procedure": "1.001193", "complete_confirmed": True},
        {"procedure": "1.004222"},
        {"procedure": "1.014137", "complete_confirmed": True},
    ],
    "papers": [{"name": "Tờ khai đăng ký khai sinh theo mẫu"}],
}
ASKED: dict[str, Any] = {
    "items": [{"name": "Tờ khai", "what": "Ký tên vào tờ khai", "why": "Tờ khai chưa ký"}],
    "reason": "Thiếu chữ ký của người yêu cầu",
}


def _one(value: dict[str, Any]) -> dict[str, Any]:
    return {"example": {"value": value}}


BODIES: dict[str, Any] = {
    "receive_dossier": RECEPTIONS,
    "receive_group": _one(GROUP),
    "receive_interlinked_group": _one(INTERLINKED),
    "check_answers": _one(
        {"answers": {"child": {"name": "Lê Minh An", "birth_date": "01/06/2026"}}}
    ),
    "act_receive": _one({"complete_confirmed": True}),
    "act_ask_to_complete": _one(ASKED),
    "act_request_supplement": _one(ASKED),
    "act_supplement": _one({"answered": [0], "papers": [{"name": "Tờ khai đã ký"}]}),
    "act_propose": _one({"decision": "GRANTED", "opinion": "Đủ điều kiện"}),
    "act_decide": _one({"decision": "DECLINED", "grounds": "Không thuộc trường hợp được cấp"}),
    "act_issue_result": _one(
        {"document_number": "12/GKS", "document_date": "2026-06-12", "subject": "Giấy khai sinh"}
    ),
    "act_return_result": _one({"recipient_name": "Nguyễn Thị Hồng Nhung"}),
    "act_extend": _one({"to_day": "2026-06-30", "reason": "Chờ xác minh ở nơi cư trú cũ"}),
    "act_terminate": _one({"ground": "NOT_COMPLETED", "reason": "Quá hạn bổ sung giấy tờ"}),
    "begin_bulk": _one(
        {
            "act": "propose",
            "codes": ["H26.45-260610-0001", "H26.45-260610-0002"],
            "input": {"decision": "GRANTED", "opinion": "Đủ điều kiện"},
        }
    ),
    "begin_export": _one(
        {"list_name": "dossiers", "form": "csv", "filter": {"received_from": "2026-01-01"}}
    ),
    "enter_certification": _one(
        {
            "applicant": {"name": "Nguyễn Thị Hồng Nhung", "personal_id": "001195001234"},
            "documents": [{"name": "Giấy khai sinh", "pages": 1, "copies": 3}],
        }
    ),
    "close_till": _one({"total_vnd": 12000}),
    "close_report": _one({"from": "2026-05-15", "to": "2026-06-14", "subordinates": False}),
}
TRACKED: dict[str, Any] = {
    "code": "H26.45-260610-0001",
    "status": {"code": "RECEIVED", "national_code": 2, "words": "Được tiếp nhận"},
    "received_at": "2026-06-10T09:30:00+07:00",
    "awaits": None,
    "original_due_at": "2026-06-15T17:00:00+07:00",
    "due_at": "2026-06-15T17:00:00+07:00",
    "appointment_at": None,
    "moves": [],
    "trace": [
        {
            "at": "2026-06-15T17:00:00+07:00",
            "code": "DUE",
            "what": "Hạn trả kết quả: 17:00 thứ Hai 15/06/2026",
        }
    ],
}
ANSWERS: dict[str, Any] = {"track_dossier": {"received": {"value": TRACKED}}}
