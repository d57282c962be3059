"""Every word shown for files: kinds, states, refusals. Each refusal says what to do."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from motcua.documents.vocabulary import MediaType, PageDoubt, ScanState
from motcua.kernel.refusal import Refusal

MEDIA_TYPES = {
    MediaType.PDF: _("PDF"),
    MediaType.JPEG: _("Ảnh JPEG"),
    MediaType.PNG: _("Ảnh PNG"),
    MediaType.WEBP: _("Ảnh WebP"),
    MediaType.TIFF: _("Ảnh TIFF"),
    MediaType.DOCX: _("Văn bản Word"),
    MediaType.XLSX: _("Bảng tính Excel"),
}

SCAN_STATES = {
    ScanState.UNSCANNED: _("Chưa quét mã độc"),
    ScanState.CLEAN: _("Không có mã độc"),
    ScanState.INFECTED: _("Có mã độc"),
    ScanState.FAILED: _("Chưa quét được"),
}

DOUBTS = {
    PageDoubt.TOO_SMALL: _("Ảnh quá nhỏ, chữ khó đọc. Hãy chụp lại gần hơn."),
    PageDoubt.TOO_DARK: _("Ảnh quá tối. Hãy chụp lại ở nơi sáng."),
    PageDoubt.TOO_BRIGHT: _("Ảnh bị lóa. Hãy tắt đèn flash và chụp lại."),
    PageDoubt.BLURRED: _("Ảnh bị mờ. Hãy giữ máy thật yên và chụp lại."),
    PageDoubt.BLANK: _("Không thấy chữ nào. Có thể đã chụp nhầm mặt giấy."),
    PageDoubt.CUT_OFF: _("Ảnh thiếu một phần tờ giấy. Hãy chụp lại cho đủ bốn góc."),
}

REFUSALS = {
    "file-empty": _("Tệp không có nội dung. Hãy chọn lại tệp."),
    "file-too-large": _(
        "Tệp lớn quá %(megabytes_max)s MB. Hãy chụp lại với cỡ ảnh nhỏ hơn, quét lại ở 200–300 dpi, hoặc chia thành nhiều tệp."
    ),
    "file-type-refused": _(
        "“%(name)s” đã hỏng hoặc thuộc loại tệp không nhận. Hãy chụp lại, hoặc gửi PDF, ảnh (JPEG, PNG, WebP, TIFF), Word (.docx) hoặc Excel (.xlsx)."
    ),
    "file-is-program": _(
        "“%(name)s” là chương trình hoặc chứa chương trình, không được gửi. Hãy gửi bản PDF của giấy tờ."
    ),
    "file-is-web-page": _("“%(name)s” là trang web, không phải giấy tờ. Hãy in ra PDF rồi gửi."),
    "file-is-heic": _(
        "“%(name)s” là ảnh HEIC của điện thoại, nhiều máy không mở được. "
        "Hãy chụp lại với định dạng “Tương thích nhất” (JPEG) hoặc gửi PDF."
    ),
    "file-is-old-office": _(
        "“%(name)s” là tệp Word, Excel kiểu cũ. Hãy lưu lại thành .docx, .xlsx hoặc PDF rồi gửi."
    ),
    "file-has-macros": _(
        "“%(name)s” có macro bên trong. Hãy lưu lại thành .docx, .xlsx không có macro hoặc PDF rồi gửi."
    ),
    "file-is-archive": _("“%(name)s” là tệp nén. Hãy giải nén và gửi từng giấy tờ bên trong."),
    "file-encrypted": _("“%(name)s” có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    "file-broken": _(
        "“%(name)s” bị hỏng hoặc chưa tải đủ, không mở được. Hãy mở thử trên máy, quét lại nếu cần, rồi gửi."
    ),
    "file-is-bomb": _(
        "“%(name)s” mở ra quá lớn, có thể làm treo máy. Hãy quét lại ở độ phân giải thấp hơn hoặc gửi PDF."
    ),
    "file-is-two-things": _(
        "“%(name)s” có một tệp loại khác giấu bên trong. Hãy mở giấy tờ, in ra PDF rồi gửi."
    ),
    "chunk-out-of-place": _(
        "Phần tệp gửi lên không nối tiếp phần trước. Chương trình sẽ gửi tiếp từ chỗ đã nhận."
    ),
    "chunk-too-large": _("Phần tệp gửi lên quá dài. Hãy gửi phần ngắn hơn."),
    "upload-incomplete": _("Tệp chưa gửi xong. Hãy gửi tiếp phần còn lại."),
    "uploads-too-many": _(
        "Có quá nhiều tệp đang gửi dở (quá %(megabytes_max)s MB). Hãy gửi xong hoặc bỏ bớt rồi gửi tiếp."
    ),
    "file-missing": _(
        "Không tìm thấy nội dung tệp trên máy chủ. Hãy báo quản trị hệ thống khôi phục từ bản sao lưu."
    ),
    "file-altered": _(
        "Nội dung tệp trên máy chủ không còn nguyên vẹn nên không mở. Hãy báo quản trị hệ thống khôi phục từ bản sao lưu."
    ),
    "file-is-another": _(
        "“%(name)s” đến nơi khác với tệp đã báo trước, có thể hỏng trên đường truyền. Hãy gửi lại."
    ),
    "file-infected": _(
        "Tệp có mã độc (%(found)s) nên không mở và không tải về. Hãy đề nghị người nộp gửi lại tệp sạch."
    ),
}


def refusal_words(refusal: Refusal) -> str:
    """The sentence for a refusal of this app, in the language of the moment. Faults: KeyError for others."""
    sentence: Any = REFUSALS[refusal.code]
    return str(sentence) % refusal.params
