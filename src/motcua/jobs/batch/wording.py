"""Vietnamese sentences for lines that cannot be answered, and for every refusal behind them."""

from __future__ import annotations

from typing import Final

from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_refusal
from motcua.kernel.wording_marker import gettext_noop

SENTENCES: Final[dict[str, str]] = {
    "line-blank": gettext_noop("Dòng trống. Hãy bỏ dòng này hoặc ghi một đối tượng JSON."),
    "line-too-long": gettext_noop("Dòng dài quá %(most)s byte. Hãy chia nhỏ dữ liệu."),
    "line-not-utf8": gettext_noop("Dòng không phải UTF-8. Hãy lưu dữ liệu bằng UTF-8."),
    "line-not-json": gettext_noop(
        "Dòng không phải JSON hợp lệ: đọc không được từ ký tự thứ %(column)s. Hãy sửa lại dòng này."
    ),
    "line-not-object": gettext_noop(
        "Mỗi dòng phải là một đối tượng JSON {…}. Hãy sửa lại dòng này."
    ),
    "line-fault": gettext_noop(
        "Lỗi của chương trình khi trả lời dòng này. Hãy báo người quản trị."
    ),
    "field-missing": gettext_noop("Thiếu trường “%(name)s”. Hãy bổ sung."),
    "field-not-text": gettext_noop(
        "Trường “%(name)s” phải là chuỗi trong dấu nháy (mã viết thành số sẽ mất số 0 ở đầu). Hãy sửa lại."
    ),
    "field-not-number": gettext_noop(
        'Trường “%(name)s” phải là một số, hoặc chuỗi số thập phân như "12.5". Hãy sửa lại.'
    ),
    "field-not-whole": gettext_noop("Trường “%(name)s” phải là số nguyên. Hãy sửa lại."),
    "field-not-list": gettext_noop("Trường “%(name)s” phải là một danh sách chuỗi. Hãy sửa lại."),
    "kind-unknown": gettext_noop("Không có loại “%(kind)s”. Hãy dùng một trong: %(known)s."),
}


def say(refusal: Refusal) -> str:
    """The sentence for a line's `error`, in Vietnamese."""
    sentence = SENTENCES.get(refusal.code)
    return sentence % refusal.params if sentence else word_refusal(refusal)
