"""Vietnamese sentences for what the papers refuse, by code. Pure: a page passes Django's `gettext`."""

from __future__ import annotations

from typing import Final

from motcua.kernel.wording_marker import gettext_noop

FACTS: Final[dict[str, str]] = {
    "paper-form.wording-set": gettext_noop(
        "Ghi câu chữ biểu mẫu %(form_title)s, áp dụng từ %(valid_from)s"
    ),
}

REFUSALS: Final[dict[str, str]] = {
    "no-form-set-in-force": gettext_noop(
        "Chưa có bộ biểu mẫu cho ngày này. Hãy kiểm tra lại ngày tiếp nhận; biểu mẫu cũ nhất trong hệ thống áp dụng từ 06/01/2019."
    ),
    "form-unknown": gettext_noop(
        "Bộ biểu mẫu %(form_set)s không có mẫu số %(form_no)s. Hãy chọn mẫu khác hoặc báo quản trị hệ thống."
    ),
    "too-many-lines": gettext_noop(
        "Giấy này chỉ in được tối đa %(count_max)s dòng ở một mục, ở đây có %(count)s dòng. Hãy gộp bớt dòng hoặc in làm nhiều lần."
    ),
    "code-text-too-long": gettext_noop(
        "Nội dung mã QR dài %(bytes)s byte, quá %(bytes_max)s byte thì in ra khó đọc. Hãy rút gọn địa chỉ tra cứu hoặc nội dung mã."
    ),
    "paper-not-in-form-set": gettext_noop(
        "%(source)s không có loại giấy này. Hãy kiểm tra lại ngày của giấy hoặc chọn giấy khác."
    ),
    "form-words-refused": gettext_noop(
        "Câu chữ của biểu mẫu chưa ghi được. Hãy sửa các ô báo lỗi rồi ghi lại."
    ),
    "paper-word-unknown": gettext_noop(
        "Biểu mẫu không có ô chữ này. Hãy tải lại trang rồi nhập lại."
    ),
    "paper-word-empty": gettext_noop("Ô này không được để trống. Hãy nhập chữ in trên giấy."),
    "paper-word-too-long": gettext_noop(
        "Chữ dài %(count)s ký tự, nhiều nhất %(count_max)s. Hãy viết ngắn lại."
    ),
    "paper-letter-not-printable": gettext_noop("Ký tự %(letter)s không in được. Hãy bỏ ký tự ấy."),
    "paper-placeholder-unknown": gettext_noop(
        "Không có dữ liệu nào tên {%(placeholder)s} cho câu này. Chỉ dùng: %(known)s."
    ),
    "paper-placeholder-missing": gettext_noop(
        "Câu thiếu {%(placeholder)s}, chỗ điền dữ liệu của hồ sơ. Hãy thêm lại chỗ ấy."
    ),
    "paper-page-value-not-valid": gettext_noop(
        "Lề giấy là số milimét nguyên từ %(least)s đến %(most)s; để trống thì theo mẫu. Hãy nhập lại."
    ),
    "wording-begins-in-the-past": gettext_noop(
        "Ngày áp dụng phải từ %(earliest)s trở đi, vì giấy đã giao phải in lại được như cũ. Hãy chọn ngày khác."
    ),
}
