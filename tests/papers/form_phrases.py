"""The phrases that each form must show, in this order (law.md 2.2-2.9), filled from its specimen.

A heading over several columns is drawn, and so extracted, before the columns beside it.
"""

from __future__ import annotations

HEAD = (
    "ỦY BAN NHÂN DÂN XÃ GIA LÂM",
    "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
CODE = "Mã hồ sơ: H26.45-260205-0007"
IN_2020, IN_2026 = "Gia Lâm, ngày 04 tháng 3 năm 2020", "Gia Lâm, ngày 05 tháng 02 năm 2026"
WHERE = (
    "Địa chỉ: Số 12, ngõ 45 đường Ngô Xuân Quảng, xã Gia Lâm, thành phố Hà Nội",
    "Số điện thoại: 0912 345 678 Email: hongnhung95@example.vn",
)
CODED = "Đăng ký lại khai sinh (mã thủ tục: 1.004884)"
HELP = "liên hệ với ông Trần Văn Thành, số điện thoại 024 3827 6543 để được hướng dẫn"
OFFICER = ("(Ký và ghi rõ họ tên)", "Công chức tư pháp - hộ tịch", "Trần Văn Thành")
ROW_CODES = tuple(f"H26.45-260205-{number:04d}" for number in range(7, 11))


def supplement_request(
    date: str, asked: str, counts: str, received: str, until: str
) -> tuple[str, ...]:
    return (
        *HEAD,
        "Số: 05/HDHS",
        date,
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Đơn vị tiếp nhận: Trung tâm Phục vụ hành chính công xã Gia Lâm",
        "Tiếp nhận hồ sơ/yêu cầu của: Bà Nguyễn Thị Hồng Nhung",
        f"{asked}: {CODED}",
        *WHERE,
        f"Thời gian nhận hồ sơ: {received}",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:",
        "Số lượng",
        "TT",
        "Thành phần hồ sơ",
        counts,
        "(chưa ghi nơi đăng ký khai sinh trước đây)",
        "01",
        "Bản sao toàn bộ giấy tờ",
        "01",
        "02",
        "Lý do: Thành phần hồ sơ chưa đủ",
        f"Đề nghị hoàn thiện và nộp bổ sung trước: {until}",
        f"Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà {HELP}./.",
        "NGƯỜI HƯỚNG DẪN",
        *OFFICER,
    )


def reception_refusal(date: str, asked: str, submitted: str) -> tuple[str, ...]:
    return (
        *HEAD,
        "Số: 02/TCHS",
        date,
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Tiếp nhận hồ sơ của: Bà Nguyễn Thị Hồng Nhung",
        f"Thời gian nộp: {submitted}",
        *WHERE,
        f"{asked}: {CODED}",
        "Qua xem xét, Trung tâm Phục vụ hành chính công xã Gia Lâm thông báo không tiếp nhận, giải quyết "
        "hồ sơ này với lý do cụ thể như sau:",
        "– Việc khai sinh đã được đăng ký",
        "– Yêu cầu phù hợp là cấp bản sao trích lục khai sinh",
        "Căn cứ: Điều 26 Nghị định số 123/2015/NĐ-CP",
        "Giấy tờ trả lại: Tờ khai",
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        HELP,
        "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
        "Nguyễn Thị Hồng Nhung Trần Văn Thành",
    )


def control_slip(date: str, asked: str, received: str, due: str) -> tuple[str, ...]:
    return (
        *HEAD,
        CODE,
        date,
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Quyển số 01/2026",
        "Số thứ tự 07",
        "Kèm theo hồ sơ của: Bà Nguyễn Thị Hồng Nhung",
        "Số điện thoại: 0912 345 678",
        f"{asked}: {CODED}",
        f"Thời gian nhận hồ sơ: {received}",
        f"Ngày, giờ hẹn trả kết quả: {due}",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Văn hóa - Xã hội",
        "Cơ quan phối hợp giải quyết hồ sơ: Công an xã Gia Lâm; Ủy ban nhân dân xã Bát Tràng",
        "TÊN CƠ QUAN",
        "THỜI GIAN GIAO, NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)",
        "GHI CHÚ",
        "1. Giao: Bộ phận tiếp nhận và trả kết quả",
        "2. Nhận: Phòng Văn hóa - Xã hội",
        "16 giờ 00 phút, ngày",
        "Người giao Người nhận",
        "Đúng hạn",
        "1. Giao: Phòng Văn hóa - Xã hội",
        "Trước hạn",
        "Trình ký",
        "1. Giao:",
        "… giờ … phút, ngày … tháng … năm …",
    )


def dossier_register(name: str, year: int, closed: str) -> tuple[str, ...]:
    return (
        *HEAD,
        "SỔ THEO DÕI HỒ SƠ",
        "Quyển số: 01",
        f"Năm: {year}",
        f"Mở sổ ngày 02 tháng 01 năm {year}",
        "Ngày, tháng, năm",
        "Trả kết quả",
        "STT",
        "Mã hồ sơ",
        name,
        "Số lượng (bộ)",
        "Họ tên chủ hồ sơ",
        "Địa chỉ chủ hồ sơ",
        "Số điện thoại",
        "Nhận hồ sơ",
        "Hẹn trả kết quả",
        "Ngày nhận kết quả",
        "Bên giao",
        "Bên nhận",
        *ROW_CODES,
        f"Chứng nhận Sổ theo dõi hồ sơ quyển số 01, năm {year} có 04 hồ sơ, từ số 07 đến số 10; khóa sổ {closed}.",
        "NGƯỜI GIỮ SỔ THỦ TRƯỞNG CƠ QUAN",
        "Trần Văn Thành Hoàng Thị Kim Phượng",
    )


def post_list(title: str, person: str, when: str, *signatures: str) -> tuple[str, ...]:
    return (
        *HEAD,
        "Số: 04/BC",
        title,
        "(Liên: Bên giao giữ)",
        "Đơn vị bưu chính: Bưu điện Gia Lâm",
        f"{when}: 15 giờ 20 phút, ngày 05 tháng 02 năm 2026",
        f"Số hiệu bưu gửi Mã hồ sơ {person} Địa chỉ",
        "EB123456787VN",
        ROW_CODES[0],
        "30.000",
        "EB123456780VN",
        "Tổng số: 04 bưu gửi.",
        *signatures,
        "Trần Văn Thành Vũ Minh Đức",
    )


SLIP_2025 = (
    *HEAD,
    CODE,
    IN_2026,
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    f"Thủ tục hành chính cần giải quyết: {CODED}",
    "7. Phí, lệ phí (nếu có):",
    "(Bằng chữ: Tám nghìn đồng)",
    "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
)
SLIP_2018 = (
    *HEAD,
    CODE,
    IN_2020,
    "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
    f"Nội dung yêu cầu giải quyết: {CODED}",
    "Phí, lệ phí:",
    "Vào Sổ theo dõi hồ sơ: Quyển số: 01/2026; Số thứ tự: 07",
    "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
)
APOLOGY_2018 = (
    *HEAD,
    "Số: 03/PXL",
    IN_2020,
    "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
    "Kính gửi: Bà Nguyễn Thị Hồng Nhung",
    *WHERE,
    "đã tiếp nhận hồ sơ của Ông/Bà lúc 08 giờ 05 phút, ngày 04 tháng 3 năm 2020.",
    "Lĩnh vực: Hộ tịch",
    "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 11 tháng 3 năm 2020",
    "chưa có kết quả như đã hẹn trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
    "Lý do: Ủy ban nhân dân nơi đăng ký",
    "xin lỗi Ông/Bà vì sự chậm trễ này.",
    "Thời gian hẹn trả kết quả lại: 17 giờ 00 phút, ngày 16 tháng 3 năm 2020",
    "Trân trọng./.",
)
APOLOGY_2025 = (
    *HEAD,
    "Số: 03/PXL",
    IN_2026,
    "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
    "Kính gửi: Bà Nguyễn Thị Hồng Nhung",
    "Lý do: Ủy ban nhân dân nơi đăng ký",
    "xin lỗi Ông/Bà và đề nghị được gia hạn thời gian giải quyết hồ sơ.",
    "Thời gian đề nghị gia hạn: 03 ngày làm việc",
    "Thời gian trả kết quả sau khi gia hạn: 17 giờ 00 phút, ngày 17 tháng 02 năm 2026",
    "Trân trọng./.",
)
STOP_NOTICE = (
    *HEAD,
    "Số: 01/TB-TTPVHCC",
    CODE,
    "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
    "Kính gửi: Bà Nguyễn Thị Hồng Nhung",
    "Chủ hồ sơ: Ông Lê Quang Vinh",
    f"Thủ tục hành chính: {CODED}",
    "Thời gian nhận hồ sơ: 15 giờ 20 phút, ngày 05 tháng 02 năm 2026",
    "Căn cứ dừng giải quyết:",
    "– Đơn đề nghị rút hồ sơ",
    "thông báo dừng giải quyết hồ sơ nêu trên.",
    "Lý do: Người nộp hồ sơ đề nghị rút",
    "Giấy tờ trả lại:",
    "(số lượng: 02)",
    "Phí, lệ phí đã nộp: Hoàn trả 8.000 đồng",
    HELP,
)
COMPANIONS = {
    "companions/group-slip": (
        *HEAD,
        "Số: 12/GTN",
        "(Liên: Giao khách hàng)",
        "Người nộp hồ sơ: Bà Nguyễn Thị Hồng Nhung (nộp trực tiếp)",
        "Đã tiếp nhận các hồ sơ sau:",
        "STT Mã hồ sơ Thủ tục hành chính Chủ hồ sơ Hẹn trả kết quả",
        *ROW_CODES,
        "Tổng số hồ sơ: 04",
        "Phí, lệ phí: 32.000 đồng",
        "Bằng chữ: Ba mươi hai nghìn đồng",
        "NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ",
    ),
    "companions/group-minutes": (
        *HEAD,
        "BIÊN BẢN GIAO NHẬN HỒ SƠ",
        "STT",
        "Nội dung",
        "Đơn vị",
        "Ngày nhận",
        "Ngày hẹn trả",
        "Thời hạn xử lý",
        "Số lượng hồ sơ",
        "Họ và tên",
        *ROW_CODES,
        "NGƯỜI GIAO NGƯỜI NHẬN",
    ),
    "companions/dossier-hand-over": (
        *HEAD,
        "Số: 21/BGHS",
        "GIẤY BÀN GIAO HỒ SƠ",
        "Bên giao: Bộ phận tiếp nhận và trả kết quả",
        "Bên nhận: Phòng Văn hóa - Xã hội",
        "Bàn giao 04 hồ sơ, gồm:",
        *ROW_CODES,
        "NGƯỜI GIAO NGƯỜI NHẬN",
        "Trần Văn Thành Phạm Thu Hương",
    ),
    "companions/result-hand-over": (
        *HEAD,
        "PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "Bàn giao 04 kết quả, gồm:",
        "TT Mã hồ sơ Nội dung giải quyết TTHC Kết quả Họ tên chủ hồ sơ Địa chỉ Phí, lệ phí",
        ROW_CODES[0],
        ROW_CODES[1],
        "8.000 X",
        ROW_CODES[3],
        "NGƯỜI GIAO NGƯỜI NHẬN",
    ),
    "companions/return-receipt": (
        *HEAD,
        CODE,
        "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        "Chủ hồ sơ: Bà Nguyễn Thị Hồng Nhung",
        "Người nhận kết quả: Ông Lê Quang Vinh",
        "Giấy ủy quyền: Giấy ủy quyền ngày 05/02/2026",
        "Loại kết quả: Giấy khai sinh",
        "Số: 15/2026 Ngày ký: ngày 11 tháng 02 năm 2026",
        "Trích yếu: Đăng ký lại khai sinh",
        "Số bản: 01",
        "– Bản chính Căn cước",
        "Thời gian trả: 09 giờ 00 phút, ngày 12 tháng 02 năm 2026",
        "NGƯỜI TRẢ KẾT QUẢ NGƯỜI NHẬN KẾT QUẢ",
        "Trần Văn Thành Lê Quang Vinh",
    ),
    "companions/processing-history": (
        *HEAD,
        "QUÁ TRÌNH XỬ LÝ HỒ SƠ",
        "STT Ngày xử lý Người xử lý Thao tác Người nhận Thời hạn Ghi chú",
        "15:20 05/02/2026 Trần Văn Thành Tiếp nhận hồ sơ Phạm Thu Hương",
        "Ký Giấy khai sinh",
        "NGƯỜI LẬP",
    ),
    "companions/fee-receipt": (
        *HEAD,
        "Đơn vị thu: Ủy ban nhân dân xã Gia Lâm",
        "Mã số thuế: 0100123456",
        "Mẫu số: 01BLP0-001",
        "Ký hiệu: GL-26E",
        "Số: 0000123",
        "BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ",
        "(Liên: Lưu tại cơ quan thu)",
        "Người nộp tiền: Nguyễn Thị Hồng Nhung",
        CODE,
        "1 Lệ phí hộ tịch LP 8.000",
        "2 Phí cấp bản sao trích lục (02 bản) P 16.000",
        "Tổng cộng 24.000 đồng",
        "Trong đó phí (P): 16.000 đồng lệ phí (LP): 8.000 đồng",
        "Viết bằng chữ: Hai mươi tư nghìn đồng",
        "Hình thức thanh toán: Tiền mặt",
        "NGƯỜI NỘP TIỀN NGƯỜI THU TIỀN",
    ),
    "companions/transfer-slip": (
        *HEAD,
        CODE,
        "PHIẾU CHUYỂN XỬ LÝ HỒ SƠ",
        "(Liên: Bên giao giữ)",
        "Nơi giao: Phòng Văn hóa - Xã hội, Ủy ban nhân dân xã Gia Lâm",
        "Nơi nhận: Công an xã Gia Lâm",
        "Chủ hồ sơ: Bà Nguyễn Thị Hồng Nhung",
        "Hẹn trả kết quả: 17 giờ 00 phút",
        "Việc cần làm: Xác minh nơi cư trú",
        "Thời hạn của việc, tính từ lúc nhận: 2 ngày làm việc",
        "1 Tờ khai 01",
        "2 Bản sao căn cước 02",
        "Số tệp gửi kèm trên hệ thống: 03",
        "Chưa ký nhận thì nơi giao vẫn giữ và chịu trách nhiệm",
        "NGƯỜI GIAO NGƯỜI NHẬN",
        "(Liên: Bên nhận giữ)",
    ),
    "companions/certification-register": (
        *HEAD,
        "SỔ CHỨNG THỰC",
        "Chứng thực bản sao từ bản chính",
        "Quyển số: 01/2026 - SCT/BS",
        "Số chứng thực",
        "Họ tên, giấy tờ của người yêu cầu",
        "Loại giấy tờ",
        "01/SCT-BS 05/02/2026 Nguyễn Thị Hồng Nhung",
        "02 06 10.000",
        "04/SCT-BS",
        "Cộng: 04 việc, 08 bản, 24 trang; lệ phí 20.000 đồng.",
    ),
    "companions/post-out": post_list(
        "DANH SÁCH GỬI BƯU CHÍNH",
        "Người nhận",
        "Thời gian giao cho bưu chính",
        "NGƯỜI GIAO NHÂN VIÊN BƯU CHÍNH NHẬN",
    ),
    "companions/post-in": post_list(
        "DANH SÁCH NHẬN TỪ BƯU CHÍNH",
        "Người gửi",
        "Thời gian nhận từ bưu chính",
        "NGƯỜI NHẬN NHÂN VIÊN BƯU CHÍNH GIAO",
    ),
}
AT_2020, DUE_2020 = (
    "08 giờ 05 phút, ngày 04 tháng 3 năm 2020",
    "17 giờ 00 phút, ngày 11 tháng 3 năm 2020",
)
AT_2026, DUE_2026 = (
    "15 giờ 20 phút, ngày 05 tháng 02 năm 2026",
    "17 giờ 00 phút, ngày 12 tháng 02 năm 2026",
)
OLD, NEW = "Nội dung yêu cầu giải quyết", "Thủ tục hành chính cần giải quyết"

PHRASES: dict[str, tuple[str, ...]] = {
    "tt01-2018/01": SLIP_2018,
    "tt01-2018/02": supplement_request(
        IN_2020,
        OLD,
        "Bản chính Bản chứng thực Bản photo",
        AT_2020,
        "17 giờ 00 phút, ngày 03 tháng 4 năm 2020",
    ),
    "tt01-2018/03": reception_refusal(IN_2020, OLD, AT_2020),
    "tt01-2018/04": APOLOGY_2018,
    "tt01-2018/05": control_slip(IN_2020, OLD, AT_2020, DUE_2020),
    "tt01-2018/06": dossier_register("Tên nội dung hồ sơ", 2020, "ngày 31 tháng 12 năm 2020"),
    "tt03-2025/01": SLIP_2025,
    "tt03-2025/02": supplement_request(
        IN_2026,
        NEW,
        "Bản chính Bản sao chứng thực Bản chụp",
        AT_2026,
        "17 giờ 00 phút, ngày 07 tháng 3 năm 2026",
    ),
    "tt03-2025/03": reception_refusal(IN_2026, NEW, AT_2026),
    "tt03-2025/04": APOLOGY_2025,
    "tt03-2025/05": STOP_NOTICE,
    "tt03-2025/06": control_slip(IN_2026, "Thủ tục hành chính", AT_2026, DUE_2026),
    "tt03-2025/07": dossier_register("Tên thủ tục hành chính", 2026, "ngày 31 tháng 12 năm 2026"),
    **COMPANIONS,
}
