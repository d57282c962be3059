"""The words of the printed Form 01, in both form sets."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from motcua.papers.rendering import render
from motcua.papers.vocabulary import PaperKind, PaperSize
from tests.papers.reading import squeezed, text_of
from tests.papers.samples import AT_ONCE, BIRTH, LAND, ORGANIZATION, SAMPLES, of_2020

FORM_OF_2025 = (
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
    "CHI NHÁNH TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG SỐ 8",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Mã hồ sơ: H26.18-260112-0153",
    "Gia Lâm, ngày 12 tháng 01 năm 2026",
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    "(Liên: Giao khách hàng)",
    "Bộ phận tiếp nhận và trả kết quả: Chi nhánh Trung tâm",
    "Tiếp nhận hồ sơ của: Bà Nguyễn Thị Hồng Nhung (nộp trực tiếp)",
    "Số căn cước/Hộ chiếu (Mã số thuế): 001095012345",
    "Địa chỉ: Số 12, ngõ 45 đường Ngô Xuân Quảng",
    "Số điện thoại: 0912 345 678 Email: hongnhung95@example.vn",
    "Thủ tục hành chính cần giải quyết: Đăng ký biến động",
    "(mã thủ tục: 1.012784)",
    "Chủ hồ sơ: Ông Lê Quang Vinh",
    "001078004321",
    "Địa chỉ: Thôn Đào Xuyên",
    "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
    "STT Tên giấy tờ Loại giấy tờ Số lượng",
    "1 Đơn đăng ký biến động đất đai",
    "Bản chính",
    "20 Sơ đồ vị trí nhà đất do người sử dụng đất tự lập",
    "2. Số lượng hồ sơ: 01 (bộ)",
    "3. Thời gian giải quyết hồ sơ theo quy định là: 10 ngày làm việc",
    "4. Thời gian nhận hồ sơ: 08 giờ 40 phút, ngày 12 tháng 01 năm 2026",
    "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 01 năm 2026",
    "(10 ngày làm việc kể từ ngày 13/01/2026",
    "6. Đăng ký trả kết quả tại: trả tại nhà qua dịch vụ bưu chính công ích",
    "7. Phí, lệ phí (nếu có):",
    "Lệ phí cấp Giấy chứng nhận (đã nộp) 28.000 đồng",
    "Tổng cộng 568.000 đồng",
    "(Bằng chữ: Năm trăm sáu mươi tám nghìn đồng)",
    "Vào Sổ theo dõi hồ sơ: Quyển số: 02/2026; Số thứ tự: 153",
    "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
    "(Ký và ghi rõ họ tên) (Ký và ghi rõ họ tên)",
    "Công chức tư pháp - hộ tịch",
    "Nguyễn Thị Hồng Nhung Trần Văn Thành",
    "Ghi chú:",
    "Khi đến nhận kết quả",
    "https://motcua.example.vn/ho-so/tra-cuu?ma=H26.18-260112-0153",
    "024 3827 6543",
)

FORM_OF_2018 = (
    "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
    "Gia Lâm, ngày 04 tháng 3 năm 2020",
    "Tiếp nhận hồ sơ của: Công ty trách nhiệm hữu hạn một thành viên Thực phẩm sạch Ước Mơ Đỏ",
    "Số CMND/Căn cước/Hộ chiếu (Mã số thuế): 0109876543-001",
    "Nội dung yêu cầu giải quyết: Cấp giấy chứng nhận",
    "Người đại diện: Ông Đỗ Hữu Phước (Giám đốc, người đại diện theo pháp luật)",
    "Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
    "Thành phần hồ sơ",
    "chứng thực",
    "Số lượng hồ sơ: 01 (bộ)",
    "Thời gian giải quyết hồ sơ theo quy định là: 15 ngày làm việc",
    "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 18 tháng 3 năm 2020",
    "Đăng ký nhận kết quả tại:",
    "Phí, lệ phí:",
    "Vào Sổ theo dõi hồ sơ: Quyển số: 01/2020; Số thứ tự: 07",
    "NGƯỜI NỘP HỒ SƠ",
)


def in_order(text: str, phrases: tuple[str, ...]) -> list[str]:
    """The phrases that do not follow, in the text, the end of those before."""
    missing, at, flat = [], 0, squeezed(text)
    for phrase in phrases:
        found = flat.find(squeezed(phrase), at)
        at = max(at, found + len(squeezed(phrase)))
        missing += [phrase] * (found < 0)
    return missing


@pytest.mark.parametrize("size", PaperSize)
def test_the_form_of_2025_says_everything_in_its_order(size: PaperSize) -> None:
    assert in_order(text_of(render(PaperKind.SLIP, LAND, size)), FORM_OF_2025) == []


@pytest.mark.parametrize("size", PaperSize)
def test_the_form_of_2018_says_everything_in_its_order(size: PaperSize) -> None:
    assert (
        in_order(text_of(render(PaperKind.SLIP, of_2020(ORGANIZATION), size)), FORM_OF_2018) == []
    )


def test_the_form_changes_at_midnight_in_viet_nam() -> None:
    before = replace(BIRTH, received_at=datetime(2025, 9, 14, 16, 59, tzinfo=UTC))
    after = replace(BIRTH, received_at=datetime(2025, 9, 14, 17, 0, tzinfo=UTC))
    assert "Nội dung yêu cầu giải quyết:" in text_of(render(PaperKind.SLIP, before))
    assert "Thủ tục hành chính cần giải quyết:" in text_of(render(PaperKind.SLIP, after))


def test_a_result_returned_at_once_has_no_date() -> None:
    text = text_of(render(PaperKind.SLIP, AT_ONCE))
    assert "5. Thời gian trả kết quả giải quyết hồ sơ: Trả ngay sau khi giải quyết xong 6." in text


def test_no_fee_is_said_in_the_form_of_2025_and_left_out_of_that_of_2018() -> None:
    assert "7. Phí, lệ phí (nếu có): không" in text_of(render(PaperKind.SLIP, BIRTH))
    assert "lệ phí" not in text_of(render(PaperKind.SLIP, of_2020(BIRTH)))


def test_a_paper_only_shown_is_marked() -> None:
    text = text_of(render(PaperKind.SLIP, BIRTH, PaperSize.A4))
    assert text.count("(xuất trình để đối chiếu, trả lại ngay)") == 2


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_can_be_copied_in_composed_letters(name: str) -> None:
    text = text_of(render(PaperKind.SLIP, SAMPLES[name]))
    assert unicodedata.is_normalized("NFC", text)
    assert SAMPLES[name].submitter.name in text
