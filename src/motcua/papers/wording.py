"""Vietnamese sentences for what the papers refuse, by code. Pure: a page passes Django's `gettext`."""

from __future__ import annotations

from typing import Final

from motcua.kernel.wording_marker import gettext_noop

REFUSALS: Final[dict[str, str]] = {
    "no-form-set-in-force": gettext_noop(
        "Chưa có bộ biểu mẫu cho ngày này. Hãy kiểm tra lại ngày tiếp nhận; biểu mẫu cũ nhất trong hệ thống áp dụng từ 06/01/2019."
    ),
    "form-unknown": gettext_noop(
        "Bộ biểu mẫu %(form_set)s không có mẫu số %(form_no)s. Hãy chọn mẫu khác hoặc báo quản trị hệ thống."
    ),
    "too-many-lines": gettext_noop(
        "Giấy tiếp nhận chỉ in được tối đa %(count_max)s dòng ở mục này, hồ sơ có %(count)s dòng. Hãy gộp bớt dòng."
    ),
    "code-text-too-long": gettext_noop(
        "Nội dung mã QR dài %(bytes)s byte, quá %(bytes_max)s byte thì in ra khó đọc. Hãy rút gọn địa chỉ tra cứu hoặc nội dung mã."
    ),
}
