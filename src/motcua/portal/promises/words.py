"""What each field of the public table is called and what it means: one dictionary for page and files."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.reports.rules.promises import TYPES, CountState, PromiseField, PromiseTerms

TITLES = {
    PromiseField.PERIOD: gettext_lazy("Kỳ"),
    PromiseField.FROM_DAY: gettext_lazy("Từ ngày"),
    PromiseField.UNTIL_DAY: gettext_lazy("Đến hết ngày"),
    PromiseField.AGENCY: gettext_lazy("Số của cơ quan"),
    PromiseField.AGENCY_NAME: gettext_lazy("Cơ quan"),
    PromiseField.PROCEDURE: gettext_lazy("Mã thủ tục"),
    PromiseField.PROCEDURE_NAME: gettext_lazy("Tên thủ tục"),
    PromiseField.LIMIT_UNIT: gettext_lazy("Đơn vị của thời hạn"),
    PromiseField.LIMIT_VALUE: gettext_lazy("Thời hạn đã hứa"),
    PromiseField.FEES: gettext_lazy("Phí, lệ phí"),
    PromiseField.RECEIVED: gettext_lazy("Số hồ sơ đã nhận"),
    PromiseField.RECEIVED_STATE: gettext_lazy("Có công bố số đã nhận không"),
    PromiseField.ONLINE_PERCENT: gettext_lazy("Nộp trực tuyến (%)"),
    PromiseField.SETTLED: gettext_lazy("Số hồ sơ đã giải quyết"),
    PromiseField.SETTLED_STATE: gettext_lazy("Có công bố số đã giải quyết không"),
    PromiseField.ON_TIME_PERCENT: gettext_lazy("Đúng hoặc trước hẹn (%)"),
    PromiseField.MEDIAN_DAYS: gettext_lazy("Một nửa xong trong (ngày)"),
    PromiseField.DAYS_OF_NINE_IN_TEN: gettext_lazy("Chín phần mười xong trong (ngày)"),
    PromiseField.SATISFIED_PERCENT: gettext_lazy("Hài lòng (%)"),
    PromiseField.SATISFIED_LOW: gettext_lazy("Hài lòng, ít nhất (%)"),
    PromiseField.SATISFIED_HIGH: gettext_lazy("Hài lòng, nhiều nhất (%)"),
    PromiseField.RESPONSE_PERCENT: gettext_lazy("Tỷ lệ trả lời phiếu (%)"),
    PromiseField.FEEDBACK_DUE: gettext_lazy("Phản ánh, kiến nghị đến hạn trả lời"),
    PromiseField.FEEDBACK_IN_TIME_PERCENT: gettext_lazy("Phản ánh trả lời đúng hạn (%)"),
}

MEANINGS = {
    PromiseField.PERIOD: gettext_lazy(
        "Năm và số thứ tự của quý theo Nghị định 09/2019/NĐ-CP, Điều 12: tháng báo cáo tính từ ngày 15 tháng trước đến ngày 14."
    ),
    PromiseField.FROM_DAY: gettext_lazy("Ngày đầu của kỳ."),
    PromiseField.UNTIL_DAY: gettext_lazy(
        "Ngày cuối có trong bảng; kỳ đang chạy thì là ngày tính gần nhất."
    ),
    PromiseField.AGENCY: gettext_lazy("Số không đổi của cơ quan; để trống: mọi nơi cộng lại."),
    PromiseField.AGENCY_NAME: gettext_lazy("Tên cơ quan có thẩm quyền vào ngày cuối của bảng."),
    PromiseField.PROCEDURE: gettext_lazy("Mã quốc gia; để trống: mọi thủ tục cộng lại."),
    PromiseField.PROCEDURE_NAME: gettext_lazy("Tên theo phiên bản áp dụng vào ngày cuối của bảng."),
    PromiseField.LIMIT_UNIT: gettext_lazy(
        "Đơn vị của thời hạn trong danh mục; WORKING_DAYS là ngày làm việc."
    ),
    PromiseField.LIMIT_VALUE: gettext_lazy("Thời hạn của trường hợp chung theo danh mục."),
    PromiseField.FEES: gettext_lazy("Các mức thu theo danh mục; để trống: không thu."),
    PromiseField.RECEIVED: gettext_lazy("Hồ sơ vào trong kỳ, như cột đã nhận của báo cáo II.06a."),
    PromiseField.RECEIVED_STATE: gettext_lazy(
        "SHOWN: có công bố. HIDDEN: giữ lại, vì ít hơn mức công bố hoặc để không tính ngược ra số như vậy."
    ),
    PromiseField.ONLINE_PERCENT: gettext_lazy("Phần trăm nộp qua mạng trong số đã nhận."),
    PromiseField.SETTLED: gettext_lazy("Hồ sơ giải quyết xong trong kỳ, mỗi hồ sơ một lần."),
    PromiseField.SETTLED_STATE: gettext_lazy("Như cột cùng loại của số đã nhận."),
    PromiseField.ON_TIME_PERCENT: gettext_lazy(
        "Phần trăm xong không quá ngày hẹn, trong số đã giải quyết, như mọi báo cáo của cơ quan."
    ),
    PromiseField.MEDIAN_DAYS: gettext_lazy(
        "Ngày lịch từ lúc nhận đến lúc xong, kể cả ngày nghỉ và lúc chờ bổ sung: một nửa số hồ sơ xong trong chừng ấy."
    ),
    PromiseField.DAYS_OF_NINE_IN_TEN: gettext_lazy("Cũng đếm như vậy: chín phần mười số hồ sơ."),
    PromiseField.SATISFIED_PERCENT: gettext_lazy(
        "Phần trăm hài lòng trong số người trả lời phiếu khi nhận kết quả. Ô nào quá ít phiếu, hoặc giúp trừ ra ô ít phiếu, thì không công bố."
    ),
    PromiseField.SATISFIED_LOW: gettext_lazy(
        "Đầu dưới của khoảng tin cậy 95%: phần hài lòng thật nằm trong khoảng này, nếu người không trả lời cũng nghĩ như vậy."
    ),
    PromiseField.SATISFIED_HIGH: gettext_lazy("Đầu trên của khoảng ấy."),
    PromiseField.RESPONSE_PERCENT: gettext_lazy("Phần trăm người trả lời trong số người được mời."),
    PromiseField.FEEDBACK_DUE: gettext_lazy(
        "Phản ánh, kiến nghị đã trả lời hoặc đến hạn trả lời trong kỳ; chỉ có ở dòng của cả cơ quan."
    ),
    PromiseField.FEEDBACK_IN_TIME_PERCENT: gettext_lazy(
        "Phần trăm trả lời đúng hạn trong số ấy; quá hạn chưa trả lời là không đúng hạn."
    ),
}


def dictionary_rows() -> list[dict[str, str]]:
    """The dictionary as a table for people."""
    return [
        {
            "name": str(field),
            "title": str(TITLES[field]),
            "type": TYPES.get(field, "string"),
            "meaning": str(MEANINGS[field]),
        }
        for field in PromiseField
    ]


def table_schema(terms: PromiseTerms) -> dict[str, Any]:
    """The dictionary for machines, as JSON Table Schema (Frictionless), with what a user must know."""
    states = [str(one) for one in CountState]
    fields = []
    for row in dictionary_rows():
        field: dict[str, Any] = {
            "name": row["name"],
            "type": row["type"],
            "title": row["title"],
            "description": row["meaning"],
        }
        if row["name"].endswith("_state"):
            field["constraints"] = {"enum": states, "required": True}
        fields.append(field)
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": fields,
        "missingValues": [""],
        "primaryKey": ["period", "agency", "procedure"],
        "description": why_hidden(terms),
        "license": terms.license,
        "shownFrom": terms.shown_from,
    }


def why_hidden(terms: PromiseTerms) -> str:
    """Why some numbers are not there."""
    return _(
        "Số từ 1 đến %(most)s không công bố, vì ít hồ sơ như vậy có thể đoán ra là của ai; cùng giữ lại vài số khác để không ai tính ngược ra được. Số 0 vẫn công bố."
    ) % {"most": terms.shown_from - 1}
