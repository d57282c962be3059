"""Vietnamese sentences for the refusals and doubts of the kernel, by code.

Each says what is wrong and what to do. Pages pass Django's `gettext`; a door without translation takes
the source language as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from motcua.kernel.identifiers.doubt import Doubt
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording_cards import CARD_SENTENCES
from motcua.kernel.wording_marker import gettext_noop

Gettext = Callable[[str], str]

_NUMBER_SENTENCES: Final[dict[str, str]] = {
    "personal-id-empty": gettext_noop("Chưa có số định danh. Hãy nhập đủ 12 chữ số."),
    "personal-id-not-digits": gettext_noop(
        "Số định danh chỉ gồm chữ số. Hãy xóa chữ cái, ký hiệu và nhập lại; nếu số lẫn chữ có dấu, hãy tắt bộ gõ tiếng Việt."
    ),
    "personal-id-length": gettext_noop(
        "Số định danh phải có 12 chữ số, ở đây có %(digits)s. Hãy đối chiếu với thẻ và nhập lại, kể cả số 0 ở đầu."
    ),
    "personal-id-place-unknown": gettext_noop(
        "Ba số đầu %(place_code)s không phải mã tỉnh hoặc mã nước nào. Hãy đối chiếu số định danh với thẻ."
    ),
    "personal-id-born-later": gettext_noop(
        "Số định danh cho biết năm sinh %(year)s, chưa tới năm đó. Hãy đối chiếu chữ số thứ tư đến thứ sáu với thẻ."
    ),
    "personal-id-old-card": gettext_noop(
        "Đây là số CMND 9 số, đã hết giá trị sử dụng từ 01/01/2025. Hãy hỏi số định danh 12 số nếu người dân đã có."
    ),
    "personal-id-place-abroad": gettext_noop(
        "Ba số đầu %(place_code)s là mã nước ngoài. Hãy đối chiếu với thẻ nếu người này sinh tại Việt Nam."
    ),
    "personal-id-place-doubtful": gettext_noop(
        "Ba số đầu %(place_code)s không có trong danh mục mã nơi đăng ký khai sinh. Hãy đối chiếu số định danh với thẻ."
    ),
    "tax-code-empty": gettext_noop("Chưa có mã số thuế. Hãy nhập mã số thuế."),
    "tax-code-form": gettext_noop(
        "Mã số thuế gồm 10 số, 10 số kèm -001 đến -999 cho đơn vị phụ thuộc, hoặc số định danh 12 số của cá nhân. Hãy đối chiếu với giấy đăng ký thuế và nhập lại."
    ),
    "tax-code-check-digit": gettext_noop(
        "Chữ số thứ mười của %(tax_code)s không khớp với chín số trước. Hãy đối chiếu từng số với giấy đăng ký thuế."
    ),
    "tax-code-branch-zero": gettext_noop(
        "Đơn vị phụ thuộc đánh số từ 001. Hãy sửa ba số cuối hoặc bỏ đi nếu là đơn vị chính."
    ),
    "tax-code-is-personal-id": gettext_noop(
        "Đây là số định danh cá nhân, dùng làm mã số thuế của cá nhân và hộ kinh doanh từ 01/7/2025. Nếu là doanh nghiệp, hãy nhập mã 10 số."
    ),
    "tax-code-old-individual": gettext_noop(
        "Mã 10 số đầu 8 là mã số thuế cũ của cá nhân. Từ 01/7/2025 hãy dùng số định danh 12 số."
    ),
    "phone-empty": gettext_noop("Chưa có số điện thoại. Hãy nhập số điện thoại."),
    "phone-not-digits": gettext_noop(
        "Số điện thoại chỉ gồm chữ số và mỗi ô chỉ ghi một số. Hãy xóa chữ, ký hiệu hoặc số thứ hai."
    ),
    "phone-abroad": gettext_noop(
        "Đây là số nước ngoài, không nhận được tin nhắn của hệ thống. Hãy nhập một số Việt Nam."
    ),
    "phone-service": gettext_noop(
        "Số 1800, 1900 là tổng đài dịch vụ. Hãy nhập số điện thoại của người nộp."
    ),
    "phone-length": gettext_noop(
        "Số có đầu này phải có %(expected)s chữ số, ở đây có %(digits)s. Hãy hỏi lại và nhập đủ."
    ),
    "phone-prefix-unknown": gettext_noop(
        "Không có mạng hoặc tỉnh nào dùng đầu số %(prefix)s. Hãy hỏi lại số điện thoại."
    ),
    "phone-zero-added": gettext_noop(
        "Số thiếu số 0 ở đầu, đã thêm vào. Hãy đối chiếu với người nộp."
    ),
    "phone-prefix-renewed": gettext_noop(
        "Số %(old)s theo đầu số cũ, đã đổi thành %(new)s. Hãy hỏi người nộp còn dùng số này không."
    ),
    "dossier-code-empty": gettext_noop(
        "Chưa có mã hồ sơ. Hãy nhập mã in trên giấy tiếp nhận, ví dụ H26.45-240115-0001."
    ),
    "dossier-code-too-long": gettext_noop(
        "Mã hồ sơ dài quá %(most)s ký tự. Hãy nhập đúng một mã in trên giấy tiếp nhận."
    ),
    "dossier-code-parts": gettext_noop(
        "Mã hồ sơ gồm ba phần nối bằng dấu gạch ngang: mã cơ quan, ngày nhận, số thứ tự, ví dụ H26.45-240115-0001. Hãy nhập đủ ba phần."
    ),
    "dossier-code-agency": gettext_noop(
        "Phần đầu %(agency)s không phải mã cơ quan, như H26.45 hoặc 000.00.04.G18. Hãy đối chiếu với giấy tiếp nhận."
    ),
    "dossier-code-day": gettext_noop(
        "Phần giữa %(day)s không phải một ngày có thật, viết năm, tháng, ngày như 240115. Hãy đối chiếu với giấy tiếp nhận."
    ),
    "dossier-code-serial": gettext_noop(
        "Số thứ tự cuối mã phải có từ 4 đến 10 chữ số, ở đây là “%(serial)s”. Hãy đối chiếu với giấy tiếp nhận."
    ),
    "dossier-code-later": gettext_noop(
        "Ngày nhận %(day)s trong mã hồ sơ còn ở tương lai. Hãy đối chiếu với giấy tiếp nhận."
    ),
    "dossier-code-serial-zero": gettext_noop(
        "Số thứ tự %(serial)s ít khi có thật, vì hồ sơ đánh số từ 1. Hãy đối chiếu với giấy tiếp nhận."
    ),
    "procedure-code-empty": gettext_noop("Chưa có mã thủ tục. Hãy nhập mã, ví dụ 1.001193."),
    "procedure-code-form": gettext_noop(
        "Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, có thể kèm mã cơ quan, ví dụ 1.001193 hoặc 1.012753.H19. Hãy nhập lại."
    ),
    "procedure-code-dot-added": gettext_noop(
        "Mã thủ tục thiếu dấu chấm sau chữ số đầu, đã thêm vào. Hãy đối chiếu tên thủ tục."
    ),
    "procedure-code-group": gettext_noop(
        "Mã thủ tục quốc gia bắt đầu bằng 1, 2 hoặc 3, ở đây là %(digit)s. Hãy đối chiếu với quyết định công bố."
    ),
}
_MONEY_SENTENCES: Final[dict[str, str]] = {
    "qr-empty": gettext_noop("Chưa có nội dung mã QR. Hãy quét lại."),
    "qr-too-long": gettext_noop(
        "Nội dung dài quá %(most)s ký tự, không phải một mã QR chuyển khoản. Hãy quét lại đúng mã."
    ),
    "qr-checksum-missing": gettext_noop(
        "Nội dung không kết thúc bằng mã kiểm tra (6304…): mã bị cắt hoặc không phải QR chuyển khoản. Hãy quét lại."
    ),
    "qr-checksum-wrong": gettext_noop(
        "Mã kiểm tra cuối không khớp: có ký tự bị sai. Hãy quét lại, không gõ tay."
    ),
    "qr-frame-broken": gettext_noop(
        "Cấu trúc mã QR hỏng từ ký tự thứ %(position)s. Hãy xin mã mới từ nơi tạo mã."
    ),
    "qr-value-cut": gettext_noop(
        "Trường %(tag)s khai %(expected)s ký tự nhưng chỉ còn %(found)s. Hãy xin mã mới từ nơi tạo mã."
    ),
    "qr-tag-repeated": gettext_noop(
        "Trường %(tag)s có hai lần trong mã QR. Hãy xin mã mới từ nơi tạo mã."
    ),
    "qr-not-ascii": gettext_noop(
        "Trường %(tag)s có ký tự mà mã QR chuyển khoản không nhận. Hãy chỉ dùng chữ không dấu, chữ số và dấu câu thường."
    ),
    "qr-value-too-long": gettext_noop(
        "Nội dung có %(found)s ký tự, nhiều nhất %(most)s. Hãy viết ngắn lại."
    ),
    "vietqr-element-missing": gettext_noop(
        "Mã QR thiếu trường %(tag)s bắt buộc của VietQR. Hãy xin mã VietQR của ngân hàng."
    ),
    "vietqr-version": gettext_noop(
        "Phiên bản %(found)s của mã QR chưa được hỗ trợ (cần %(expected)s). Hãy xin mã VietQR của ngân hàng."
    ),
    "vietqr-initiation": gettext_noop(
        "Kiểu mã %(found)s không phải mã tĩnh (11) hay mã động (12). Hãy xin mã VietQR của ngân hàng."
    ),
    "vietqr-not-napas": gettext_noop(
        "Mã QR thuộc mạng %(found)s, không phải VietQR của NAPAS (%(expected)s). Hãy dùng mã VietQR."
    ),
    "vietqr-service": gettext_noop(
        "Dịch vụ %(service)s không phải chuyển khoản. Hãy dùng QRIBFTTA (đến tài khoản) hoặc QRIBFTTC (đến thẻ)."
    ),
    "vietqr-bin": gettext_noop(
        "Mã ngân hàng “%(bin)s” phải có đúng 6 chữ số, ví dụ 970436. Hãy nhập lại."
    ),
    "vietqr-account": gettext_noop(
        "Số tài khoản “%(account)s” chưa đúng: tài khoản có 1 đến 19 chữ và số, thẻ có 16 đến 19 chữ số, không có dấu cách. Hãy nhập lại."
    ),
    "vietqr-currency": gettext_noop(
        "Mã tiền tệ %(found)s không phải đồng Việt Nam (%(expected)s). Hãy xin mã VietQR bằng đồng."
    ),
    "vietqr-country": gettext_noop(
        "Mã nước %(found)s không phải %(expected)s. Hãy xin mã VietQR của ngân hàng tại Việt Nam."
    ),
    "vietqr-amount": gettext_noop(
        "Số tiền “%(amount)s” chưa đúng. Hãy ghi số đồng nguyên lớn hơn 0, không dấu chấm, không phần lẻ, nhiều nhất 13 chữ số."
    ),
    "vietqr-static-with-amount": gettext_noop(
        "Mã tĩnh mà có số tiền: có thể bị dùng lại nhiều lần. Hãy đối chiếu số tiền trước khi chuyển."
    ),
    "vietqr-dynamic-without-amount": gettext_noop(
        "Mã động mà không có số tiền. Hãy đối chiếu số tiền với giấy báo nộp trước khi chuyển."
    ),
    "amount-not-whole": gettext_noop(
        "Số tiền %(amount)s chưa đúng. Hãy nhập số đồng nguyên, từ 0 trở lên."
    ),
    "rate-negative": gettext_noop("Tử số và mẫu số không được âm. Hãy nhập số từ 0 trở lên."),
    "rate-decimals": gettext_noop(
        "Số chữ số thập phân phải là số nguyên từ 0 đến %(most)s. Hãy sửa lại."
    ),
}
SENTENCES: Final[Mapping[str, str]] = _NUMBER_SENTENCES | CARD_SENTENCES | _MONEY_SENTENCES
_SEXES: Final = (gettext_noop("Nam"), gettext_noop("Nữ"))
_UNKNOWN: Final = gettext_noop("Không làm được việc này (mã %(code)s). Hãy báo người quản trị.")


def source_language(msgid: str) -> str:
    """The sentence as written here; for doors without translation."""
    return msgid


def word(
    code: str, params: Mapping[str, Any] | None = None, gettext: Gettext = source_language
) -> str:
    """The sentence for a kernel code with its params filled in; a code of another app gets a general one."""
    sentence = SENTENCES.get(code)
    if sentence is None:
        return gettext(_UNKNOWN) % {"code": code}
    shown = dict(params or {})
    # A sex is a word of ours; `text`, what was scanned, is told as it stood.
    for name in ("sex", "number_says"):
        if shown.get(name) in _SEXES:
            shown[name] = gettext(shown[name])
    return gettext(sentence) % shown


def word_refusal(refusal: Refusal, gettext: Gettext = source_language) -> str:
    return word(refusal.code, refusal.params, gettext)


def word_doubt(doubt: Doubt, gettext: Gettext = source_language) -> str:
    return word(doubt.code, doubt.params, gettext)
