"""Every Vietnamese word shown about reports: one file to be read by whoever knows the law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.reports.vocabulary import (
    Direction,
    Identity,
    IndicatorUnit,
    PeriodKind,
    ReportFormat,
    ReportName,
    RowKind,
)

NOTHING_HAPPENED = _("không phát sinh")
"""Instead of a share of nothing: it is not 100 %, and not 0 % either."""

REPORTS = {
    ReportName.II06A: _(
        "Tình hình, kết quả giải quyết TTHC tại cơ quan, đơn vị trực tiếp giải quyết TTHC"
    ),
    ReportName.ON_TIME: _("Tỷ lệ giải quyết đúng hạn theo cơ quan"),
    ReportName.ONLINE_SHARE: _("Tỷ lệ hồ sơ nộp trực tuyến theo thủ tục"),
    ReportName.OFFICERS: _("Kết quả giải quyết theo đơn vị và cán bộ"),
}

SHORT = {
    ReportName.II06A: _("Mẫu II.06a"),
    ReportName.ON_TIME: _("Đúng hạn"),
    ReportName.ONLINE_SHARE: _("Trực tuyến"),
    ReportName.OFFICERS: _("Cán bộ"),
}

MEASURE = _("Số hồ sơ TTHC")

FORMATS = {
    ReportFormat.JSON: _("Dữ liệu (JSON)"),
    ReportFormat.XLSX: _("Bảng tính (XLSX)"),
    ReportFormat.PDF: _("Bản in (PDF)"),
}

PERIODS = {
    PeriodKind.WEEK: _("Tuần %(number)s năm %(year)s"),
    PeriodKind.MONTH: _("Tháng %(number)s năm %(year)s"),
    PeriodKind.QUARTER: _("Quý %(number)s năm %(year)s"),
    PeriodKind.YEAR: _("Năm %(year)s"),
}
HALVES = {1: _("6 tháng đầu năm %(year)s"), 2: _("6 tháng cuối năm %(year)s")}

DAYS = _("Từ ngày %(first)s đến ngày %(last)s")

GROUPS = {
    "": "",
    "received": _("Số hồ sơ nhận giải quyết"),
    "received-in-period": _("Tiếp nhận trong kỳ"),
    "settled": _("Số hồ sơ đã giải quyết"),
    "open": _("Số hồ sơ đang giải quyết"),
    "shares": _("Tỷ lệ"),
}
"""Heads above several columns."""

ROW_KINDS = {
    RowKind.TOTAL: _("Tổng cộng"),
    RowKind.SECTOR: _("Lĩnh vực"),
    RowKind.PROCEDURE: _("Thủ tục"),
    RowKind.AGENCY: _("Cơ quan"),
    RowKind.UNIT: _("Đơn vị"),
    RowKind.OFFICER: _("Cán bộ"),
}

NUMBER_HEAD = _("STT")
INDICATOR_SHEET = _("Chỉ tiêu")
INDICATOR_HEADS = (_("Chỉ tiêu"), _("Cách tính"), _("Không tính"), _("Mã, phiên bản"))
OF_AGENCIES = _("Số liệu gồm: %(names)s.")
COUNTED = _("Số liệu tính lúc %(moment)s. Căn cứ: %(source)s.")
OWN_DEFINITION = _("định nghĩa của phần mềm")
DRAFT = _("Kỳ báo cáo chưa chốt; số liệu có thể thay đổi.")
CLOSED = _("Đã chốt lúc %(moment)s, người chốt: %(by)s. Mã kiểm tra: %(digest)s.")
REPORT_MAKER = _("Người lập biểu")
REPORT_SIGNER = _("Thủ trưởng cơ quan")
SIGN_HINT = _("(Ký, ghi rõ họ tên)")
SEAL_HINT = _("(Ký tên, đóng dấu)")
FORM_NUMBER = _("Biểu số %(form)s")
REPORTING_AGENCY = _("Đơn vị báo cáo: %(name)s")
RECEIVING_AGENCY = _("Đơn vị nhận: %(name)s")
MEASURED_IN = _("Đơn vị tính: %(measure)s")

LABEL_HEADS = {
    ReportName.II06A: _("Lĩnh vực, công việc giải quyết theo cấp"),
    ReportName.ON_TIME: _("Cơ quan"),
    ReportName.ONLINE_SHARE: _("Thủ tục"),
    ReportName.OFFICERS: _("Đơn vị, cán bộ"),
}

LABELS = {
    RowKind.TOTAL: _("Tổng cộng"),
    RowKind.UNIT: _("Không thuộc đơn vị nào"),
    RowKind.OFFICER: _("Chưa phân công"),
}
"""What rows without a name of their own are called."""

NOTES = {
    "": "",
    "itself": _("riêng cơ quan này"),
    "not-offered": _("chưa nhận trực tuyến"),
}
"""What stands beside the name of a row."""


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    """An indicator as it is told: its head in a table, its name, how it is counted, what is left out."""

    head: Any
    name: Any
    formula: Any
    left_out: Any


_NOT_RECEIVED = _(
    "Hồ sơ chưa tiếp nhận, bị từ chối tiếp nhận, đang chuyển đến cơ quan có thẩm quyền"
)
_NOTHING = _("Không loại hồ sơ nào")
_OPEN_ONLY = _("Hồ sơ còn đang giải quyết")

INDICATORS = {
    "received": IndicatorWords(
        _("Tổng số"),
        _("Hồ sơ nhận giải quyết"),
        _("Tiếp nhận trong kỳ (trực tuyến, trực tiếp, bưu chính) cộng từ kỳ trước chuyển qua"),
        _NOT_RECEIVED,
    ),
    "received-online": IndicatorWords(
        _("Trong kỳ – Trực tuyến"),
        _("Tiếp nhận trực tuyến trong kỳ"),
        _("Hồ sơ nộp trực tuyến được tiếp nhận, hoặc được mở lại, trong kỳ"),
        _NOT_RECEIVED,
    ),
    "received-direct": IndicatorWords(
        _("Trong kỳ – Trực tiếp, dịch vụ bưu chính"),
        _("Tiếp nhận trực tiếp và qua bưu chính trong kỳ"),
        _("Hồ sơ nộp tại quầy hoặc qua bưu chính được tiếp nhận, hoặc được mở lại, trong kỳ"),
        _NOT_RECEIVED,
    ),
    "received-desk": IndicatorWords(
        _("Trực tiếp"),
        _("Tiếp nhận trực tiếp trong kỳ"),
        _("Hồ sơ nộp tại quầy được tiếp nhận, hoặc được mở lại, trong kỳ"),
        _NOT_RECEIVED,
    ),
    "received-post": IndicatorWords(
        _("Dịch vụ bưu chính"),
        _("Tiếp nhận qua bưu chính trong kỳ"),
        _("Hồ sơ gửi qua bưu chính công ích được tiếp nhận, hoặc được mở lại, trong kỳ"),
        _NOT_RECEIVED,
    ),
    "received-in-period": IndicatorWords(
        _("Tổng số"),
        _("Tiếp nhận trong kỳ"),
        _("Trực tuyến cộng trực tiếp cộng bưu chính, không tính từ kỳ trước"),
        _NOT_RECEIVED,
    ),
    "carried": IndicatorWords(
        _("Từ kỳ trước"),
        _("Từ kỳ trước chuyển qua"),
        _(
            "Đã tiếp nhận trước kỳ và chưa kết thúc trước kỳ, cộng hồ sơ do cơ quan, đơn vị khác "
            "chuyển đến trong kỳ"
        ),
        _NOT_RECEIVED,
    ),
    "reopened": IndicatorWords(
        _("Mở lại"),
        _("Hồ sơ mở lại trong kỳ"),
        _("Phần của hồ sơ tiếp nhận trong kỳ là hồ sơ đã kết thúc được mở lại"),
        _NOT_RECEIVED,
    ),
    "handed-on": IndicatorWords(
        _("Chuyển cơ quan, đơn vị khác"),
        _("Chuyển cơ quan, đơn vị khác"),
        _("Hồ sơ đang giải quyết chuyển cho cơ quan, đơn vị khác trong kỳ, nơi nhận tính tiếp"),
        _NOTHING,
    ),
    "settled": IndicatorWords(
        _("Tổng số"),
        _("Hồ sơ đã giải quyết"),
        _("Trước hạn cộng đúng hạn cộng quá hạn, kết thúc trong kỳ"),
        _OPEN_ONLY,
    ),
    "settled-early": IndicatorWords(
        _("Trước hạn"),
        _("Đã giải quyết trước hạn"),
        _("Kết thúc trong kỳ, trước ngày hẹn trả"),
        _OPEN_ONLY,
    ),
    "settled-on-time": IndicatorWords(
        _("Đúng hạn"),
        _("Đã giải quyết đúng hạn"),
        _("Kết thúc trong kỳ, đúng ngày hẹn trả; gồm hồ sơ rút, hồ sơ dừng còn trong hạn"),
        _OPEN_ONLY,
    ),
    "settled-overdue": IndicatorWords(
        _("Quá hạn"),
        _("Đã giải quyết quá hạn"),
        _("Kết thúc trong kỳ, sau ngày hẹn trả đã tính các lần tạm dừng"),
        _OPEN_ONLY,
    ),
    "settled-in-time": IndicatorWords(
        _("Trước và đúng hạn"),
        _("Đã giải quyết trước và đúng hạn"),
        _("Trước hạn cộng đúng hạn, kết thúc trong kỳ"),
        _OPEN_ONLY,
    ),
    "without-result": IndicatorWords(
        _("Rút, dừng"),
        _("Kết thúc không có kết quả"),
        _("Phần của hồ sơ đã giải quyết là hồ sơ người nộp rút hoặc dừng giải quyết"),
        _OPEN_ONLY,
    ),
    "open": IndicatorWords(
        _("Tổng số"),
        _("Hồ sơ đang giải quyết"),
        _("Đã tiếp nhận và chưa kết thúc vào cuối ngày cuối kỳ"),
        _NOT_RECEIVED,
    ),
    "open-in-time": IndicatorWords(
        _("Trong hạn"),
        _("Đang giải quyết trong hạn"),
        _("Đang giải quyết, ngày hẹn trả chưa qua; hồ sơ chờ bổ sung tính là trong hạn"),
        _NOT_RECEIVED,
    ),
    "open-overdue": IndicatorWords(
        _("Quá hạn"),
        _("Đang giải quyết quá hạn"),
        _("Đang giải quyết, ngày hẹn trả đã qua vào cuối ngày cuối kỳ"),
        _NOT_RECEIVED,
    ),
    "on-time-share": IndicatorWords(
        _("Tỷ lệ đúng hạn (%)"),
        _("Tỷ lệ giải quyết đúng hạn"),
        _("(Trước hạn + đúng hạn) ÷ đã giải quyết × 100"),
        _OPEN_ONLY,
    ),
    "open-overdue-share": IndicatorWords(
        _("Tỷ lệ quá hạn (%)"),
        _("Tỷ lệ đang giải quyết quá hạn"),
        _("Đang giải quyết quá hạn ÷ đang giải quyết × 100"),
        _NOT_RECEIVED,
    ),
    "online-share": IndicatorWords(
        _("Tỷ lệ trực tuyến (%)"),
        _("Tỷ lệ hồ sơ trực tuyến"),
        _("Trực tuyến ÷ tiếp nhận trong kỳ × 100, mọi thủ tục"),
        _("Hồ sơ từ kỳ trước chuyển qua"),
    ),
    "online-share-offered": IndicatorWords(
        _("Tỷ lệ trực tuyến của thủ tục nhận trực tuyến (%)"),
        _("Tỷ lệ hồ sơ trực tuyến của thủ tục nhận trực tuyến"),
        _("Trực tuyến ÷ tiếp nhận trong kỳ × 100, chỉ thủ tục toàn trình và một phần"),
        _("Hồ sơ từ kỳ trước; thủ tục chưa nhận hồ sơ trực tuyến vào ngày cuối kỳ"),
    ),
    "received-offered": IndicatorWords(
        _("Tiếp nhận của thủ tục nhận trực tuyến"),
        _("Tiếp nhận trong kỳ của thủ tục nhận trực tuyến"),
        _("Tiếp nhận trong kỳ, chỉ thủ tục toàn trình và một phần"),
        _("Thủ tục chưa nhận hồ sơ trực tuyến vào ngày cuối kỳ"),
    ),
}
"""The register of indicators in words; `rules.indicators` has what each counts."""

DIRECTIONS = {
    Direction.HIGHER_IS_BETTER: _("Càng cao càng tốt"),
    Direction.LOWER_IS_BETTER: _("Càng thấp càng tốt"),
    Direction.NEITHER: _("Để tham khảo"),
}

INDICATOR_UNITS = {IndicatorUnit.DOSSIERS: _("hồ sơ"), IndicatorUnit.PERCENT: _("%")}

IDENTITIES = {
    Identity.RECEIVED: _("Nhận giải quyết = trực tuyến + trực tiếp, bưu chính + từ kỳ trước"),
    Identity.SETTLED: _("Đã giải quyết = trước hạn + đúng hạn + quá hạn"),
    Identity.OPEN: _("Đang giải quyết = trong hạn + quá hạn"),
    Identity.BALANCE: _("Nhận giải quyết = đã giải quyết + đang giải quyết (+ chuyển nơi khác)"),
    Identity.CHILDREN: _("Các dòng chi tiết cộng lại bằng dòng tổng"),
    Identity.PREVIOUS: _("Từ kỳ trước = đang giải quyết cuối kỳ trước"),
}

FAULT = _("%(row)s: hai số phải bằng nhau nhưng là %(left)s và %(right)s")
MORE_FAULTS = _("và %(count)s chỗ không khớp nữa.")

FACTS = {
    "report.closed": _("Chốt báo cáo %(name)s, kỳ %(first)s – %(last)s"),
}

REFUSALS = {
    "report-period-faulty": _("Ngày cuối trước ngày đầu, hoặc kỳ quá dài. Chọn lại ngày."),
    "report-period-unknown": _("Không có kỳ báo cáo này. Chọn lại tháng, quý hoặc năm."),
    "report-period-not-over": _("Kỳ báo cáo chưa hết. Chốt sau ngày %(last)s."),
    "report-closed-already": _("Kỳ này đã chốt. Mở báo cáo đã chốt để xem."),
    "report-does-not-add-up": _("Báo cáo có chỗ không khớp nên chưa chốt được. Xem phần kiểm tra."),
    "report-unknown": _("Không có báo cáo tên này. Xem danh sách báo cáo."),
}
