"""What stands in the columns of a file: for programs by name and code, for people in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.wording import (
    CHANNELS,
    DECISIONS,
    RETURN_METHODS,
    STAGES,
    STATUSES,
    TIMELINESS,
)


@dataclass(frozen=True, slots=True)
class Column:
    """`path`: where the value is read. `words`: what a code means to a person."""

    name: str
    path: str
    label: Any
    width: int = 14
    words: Mapping[Any, Any] = field(default_factory=dict)


DOSSIER_COLUMNS = (
    Column("code", "code", _("Mã hồ sơ"), 22),
    Column("register_year", "register_year", _("Năm của sổ"), 10),
    Column("register_number", "register_number", _("Số thứ tự trong sổ"), 10),
    Column("group", "group__code", _("Nhận cùng lúc với hồ sơ"), 22),
    Column("procedure_code", "procedure_version__procedure__code", _("Mã thủ tục"), 12),
    Column("procedure_name", "procedure_version__name", _("Thủ tục"), 40),
    Column("sector", "procedure_version__sector__code", _("Mã lĩnh vực"), 12),
    Column("sector_name", "procedure_version__sector__name", _("Lĩnh vực"), 24),
    Column("channel", "channel", _("Cách nộp"), 12, CHANNELS),
    Column("applicant_name", "owner_name", _("Chủ hồ sơ"), 28),
    Column("status", "status", _("Trạng thái"), 20, STATUSES),
    Column("stage", "stage", _("Bước"), 24, STAGES),
    Column("unit_name", "unit__name", _("Đơn vị giải quyết"), 24),
    Column("assignee_name", "assignee__officer__full_name", _("Người giải quyết"), 24),
    Column("received_at", "received_at", _("Nhận lúc"), 16),
    Column("original_due_at", "original_due_at", _("Hẹn trả lần đầu"), 16),
    Column("due_at", "due_at", _("Hạn giải quyết"), 16),
    Column("appointment_at", "appointment_at", _("Hẹn lại"), 16),
    Column("ended_at", "ended_at", _("Xong lúc"), 16),
    Column("timeliness", "timeliness", _("So với hạn"), 12, TIMELINESS),
    Column("decision", "decision", _("Quyết định"), 20, DECISIONS),
    Column("returned_at", "returned_at", _("Trả kết quả lúc"), 16),
    Column("return_method", "return_method", _("Cách trả kết quả"), 18, RETURN_METHODS),
    Column("fee_total_vnd", "fee_total_vnd", _("Phí, lệ phí (đồng)"), 14),
    Column("sets", "sets", _("Số bộ"), 8),
    Column("version", "version", _("Số lần cập nhật"), 8),
)
REGISTER_COLUMNS = (
    Column("number", "number", _("Số thứ tự"), 10),
    Column("code", "code", _("Mã hồ sơ"), 22),
    Column("procedure_name", "procedure_name", _("Nội dung hồ sơ"), 40),
    Column("sets", "sets", _("Số bộ"), 8),
    Column("applicant_name", "owner_name", _("Chủ hồ sơ"), 28),
    Column("address", "address", _("Địa chỉ"), 34),
    Column("phone", "phone", _("Số điện thoại"), 14),
    Column("handled_by", "handled_by", _("Đơn vị giải quyết"), 24),
    Column("taken_over_at", "taken_over_at", _("Cơ quan giải quyết nhận lúc"), 16),
    Column("received_at", "received_at", _("Nhận lúc"), 16),
    Column("due_at", "due_at", _("Hạn giải quyết"), 16),
    Column("returned_at", "returned_at", _("Trả kết quả lúc"), 16),
    Column("returned_by", "returned_by", _("Người trả"), 24),
    Column("returned_to", "returned_to", _("Người nhận kết quả"), 24),
    Column("return_method", "return_method", _("Cách trả kết quả"), 18, RETURN_METHODS),
    Column("stage", "stage", _("Bước"), 24, STAGES),
    Column("timeliness", "timeliness", _("So với hạn"), 12, TIMELINESS),
    Column("note", "note", _("Ghi chú"), 30),
)
