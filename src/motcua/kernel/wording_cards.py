"""Vietnamese sentences for what can be wrong with the text of a citizen card."""

from __future__ import annotations

from typing import Final

from motcua.kernel.wording_marker import gettext_noop

CARD_SENTENCES: Final[dict[str, str]] = {
    "card-empty": gettext_noop("Chưa đọc được gì từ thẻ. Hãy quét lại mã QR trên thẻ."),
    "card-too-long": gettext_noop(
        "Nội dung dài quá %(most)s ký tự, không phải mã QR của thẻ căn cước. Hãy quét lại đúng thẻ."
    ),
    "card-no-bars": gettext_noop(
        "Nội dung không có các dấu “|” ngăn cách như mã QR của thẻ căn cước. Hãy quét lại mã QR trên thẻ, không quét mã vạch khác."
    ),
    "card-keyboard-layout": gettext_noop(
        "Chữ số bị đổi thành chữ tiếng Việt do bố cục bàn phím đang là tiếng Việt. Hãy chuyển bàn phím sang tiếng Anh (ENG) rồi quét lại."
    ),
    "card-parts-missing": gettext_noop(
        "Chỉ đọc được %(found)s trong %(expected)s phần của thẻ: nội dung bị cắt. Hãy quét lại cả mã QR."
    ),
    "card-date-broken": gettext_noop(
        "“%(text)s” không phải một ngày có thật. Hãy ghi ngày, tháng, năm, ví dụ 15/08/1995."
    ),
    "card-name-missing": gettext_noop("Thẻ không có họ tên. Hãy quét lại thẻ hoặc nhập tay."),
    "card-sex-unknown": gettext_noop(
        "Giới tính đọc được là “%(text)s”, phải là Nam hoặc Nữ. Hãy quét lại thẻ hoặc nhập tay."
    ),
    "card-born-later": gettext_noop(
        "Ngày sinh %(date)s còn ở tương lai. Hãy quét lại thẻ và xem lại ngày của máy tính."
    ),
    "card-too-old": gettext_noop(
        "Năm sinh %(year)s cho tuổi trên %(most)s. Hãy quét lại thẻ hoặc nhập tay."
    ),
    "card-issued-later": gettext_noop(
        "Ngày cấp %(date)s còn ở tương lai. Hãy quét lại thẻ và xem lại ngày của máy tính."
    ),
    "card-issued-before-birth": gettext_noop(
        "Ngày cấp %(issued)s trước ngày sinh %(birth)s. Hãy quét lại thẻ hoặc nhập tay."
    ),
    "card-read-twice": gettext_noop("Thẻ được đọc hai lần liền nhau, chỉ lấy một lần."),
    "card-bars-replaced": gettext_noop(
        "Dấu “|” bị gõ thành dấu khác do bố cục bàn phím. Hãy đối chiếu các phần với thẻ và chuyển bàn phím sang tiếng Anh (ENG)."
    ),
    "card-text-reencoded": gettext_noop(
        "Chữ có dấu bị máy quét đọc sai bảng mã, đã khôi phục. Hãy đối chiếu họ tên và địa chỉ với thẻ."
    ),
    "card-caps-lock": gettext_noop(
        "Phím Caps Lock đang bật, chữ hoa chữ thường đã được đổi lại. Hãy tắt Caps Lock."
    ),
    "card-input-method": gettext_noop(
        "“%(text)s” có chữ lạ, có thể do bộ gõ tiếng Việt đang bật. Hãy tắt bộ gõ (chuyển sang E) rồi quét lại, hoặc đối chiếu với thẻ."
    ),
    "card-letters-lost": gettext_noop(
        "“%(text)s” bị mất chữ có dấu, có thể do bộ gõ tiếng Việt đang bật hoặc máy quét chưa đặt tiếng Việt. Hãy quét lại hoặc sửa theo thẻ."
    ),
    "card-name-odd": gettext_noop(
        "Họ tên “%(text)s” có ký hiệu lạ. Hãy đối chiếu với thẻ và sửa nếu cần."
    ),
    "card-address-missing": gettext_noop("Thẻ không có nơi thường trú. Hãy hỏi và nhập địa chỉ."),
    "card-old-number-odd": gettext_noop(
        "Số giấy tờ cũ “%(text)s” không phải 9 hoặc 12 chữ số. Hãy đối chiếu với thẻ."
    ),
    "card-sex-from-number": gettext_noop(
        "Không đọc được giới tính trên thẻ (“%(text)s”); lấy %(sex)s theo số định danh. Hãy đối chiếu với thẻ, có thể do bộ gõ tiếng Việt đang bật."
    ),
    "card-sex-missing": gettext_noop(
        "Thẻ không ghi giới tính; lấy %(sex)s theo số định danh. Hãy đối chiếu với thẻ."
    ),
    "card-sex-differs": gettext_noop(
        "Thẻ ghi giới tính %(sex)s nhưng chữ số thứ tư của số định danh là của %(number_says)s. Hãy đối chiếu với thẻ."
    ),
    "card-birth-incomplete": gettext_noop(
        "Thẻ chỉ cho biết ngày sinh đến %(known)s. Hãy hỏi ngày tháng sinh nếu thủ tục cần."
    ),
    "card-birth-year-differs": gettext_noop(
        "Thẻ ghi năm sinh %(year)s nhưng số định danh cho năm %(number_says)s. Hãy đối chiếu với thẻ."
    ),
    "card-issue-date-missing": gettext_noop(
        "Thẻ không có ngày cấp. Hãy xem trên thẻ và nhập ngày cấp."
    ),
}
