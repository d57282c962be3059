"""Believable slips: a birth, land with twenty papers, an organization, a result given at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from motcua.kernel.clock import ZONE
from motcua.papers.codes import paper_code_text
from motcua.papers.vocabulary import SlipCopy, SlipData, SlipFee, SlipPaper, SlipParty

PAPER_NAME = "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
RATING = "https://motcua.example.vn/danh-gia/"
LOOKUP = "https://motcua.example.vn/ho-so/tra-cuu?ma="


def instant(year: int, month: int, day: int, hour: int = 9, minute: int = 5) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def with_codes(data: SlipData) -> SlipData:
    """The slip with both QR codes for its own dossier."""
    return replace(
        data,
        data_code_text=paper_code_text(
            dossier_code=data.dossier_code,
            procedure_code=data.procedure_code,
            identity_number=data.submitter.identity_number,
            paper_name=PAPER_NAME,
        ),
        lookup_url=LOOKUP + data.dossier_code,
        rating_url=f"{RATING}7K3MQ9PD2HXA/",
        rating_code="7K3M-Q9PD-2HXA",
    )


MOTHER = SlipParty(
    salutation="Bà",
    name="Nguyễn Thị Hồng Nhung",
    identity_number="001095012345",
    address="Số 12, ngõ 45 đường Ngô Xuân Quảng, xã Gia Lâm, thành phố Hà Nội",
    phone="0912 345 678",
    email="hongnhung95@example.vn",
)

BIRTH = with_codes(
    SlipData(
        superior_agency="Ủy ban nhân dân xã Gia Lâm",
        agency="Trung tâm Phục vụ hành chính công",
        place_name="Gia Lâm",
        desk_name="Trung tâm Phục vụ hành chính công xã Gia Lâm",
        dossier_code="H26.45-260205-0007",
        procedure_name="Đăng ký khai sinh",
        procedure_code="1.001193",
        submitter=MOTHER,
        channel="trực tiếp",
        received_at=instant(2026, 2, 5, 15, 20),
        due_at=instant(2026, 2, 6, 17, 0),
        limit_words="ngay trong ngày làm việc; nhận sau 15 giờ thì trả trong ngày làm việc tiếp theo",
        due_explanation="nhận sau 15 giờ nên trả trong ngày làm việc tiếp theo",
        return_method="Trung tâm Phục vụ hành chính công xã Gia Lâm (nhận trực tiếp)",
        papers=(
            SlipPaper(name="Tờ khai đăng ký khai sinh theo mẫu", originals=1),
            SlipPaper(name="Giấy chứng sinh", originals=1),
            SlipPaper(
                name="Giấy chứng nhận kết hôn của cha, mẹ",
                originals=1,
                photocopies=1,
                shown_only=True,
            ),
            SlipPaper(name="Căn cước của người đi đăng ký", originals=1, shown_only=True),
        ),
        submitter_signature_name="Nguyễn Thị Hồng Nhung",
        officer_name="Trần Văn Thành",
        officer_title="Công chức tư pháp - hộ tịch",
        notes=(
            "Khi đến nhận kết quả, mang theo giấy này và căn cước; người nhận thay mang giấy ủy quyền.",
        ),
        contact_phone="024 3827 6543",
    )
)

LAND_PAPER_NAMES = (
    "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 18",
    "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã cấp",
    "Hợp đồng chuyển nhượng quyền sử dụng đất và tài sản gắn liền với đất đã được công chứng",
    "Tờ khai lệ phí trước bạ nhà, đất theo mẫu số 01/LPTB",
    "Tờ khai thuế thu nhập cá nhân đối với chuyển nhượng bất động sản theo mẫu số 03/BĐS-TNCN",
    "Mảnh trích đo bản đồ địa chính thửa đất đối với trường hợp tách thửa, hợp thửa đất",
    "Văn bản thỏa thuận về việc cấp chung một Giấy chứng nhận của nhóm người có chung quyền",
    "Văn bản chấp thuận của cơ quan có thẩm quyền đối với trường hợp nhận chuyển nhượng để thực hiện dự án",
    "Giấy tờ chứng minh được miễn, giảm nghĩa vụ tài chính",
    "Giấy xác nhận tình trạng hôn nhân của bên chuyển nhượng",
    "Giấy chứng nhận kết hôn của bên nhận chuyển nhượng",
    "Căn cước của các thành viên hộ gia đình có chung quyền sử dụng đất",
    "Văn bản ủy quyền thực hiện thủ tục có chứng thực",
    "Biên bản bàn giao mốc giới thửa đất tại thực địa",
    "Bản vẽ hoàn công nhà ở riêng lẻ đã được xác nhận",
    "Giấy phép xây dựng nhà ở riêng lẻ",
    "Hóa đơn, biên lai nộp tiền sử dụng đất",
    "Thông báo nộp thuế sử dụng đất phi nông nghiệp năm gần nhất",
    "Văn bản cam kết tài sản riêng của vợ hoặc chồng",
    "Sơ đồ vị trí nhà đất do người sử dụng đất tự lập",
)

LAND = with_codes(
    replace(
        BIRTH,
        superior_agency="Ủy ban nhân dân thành phố Hà Nội",
        agency="Chi nhánh Trung tâm Phục vụ hành chính công số 8",
        desk_name="Chi nhánh Trung tâm Phục vụ hành chính công số 8, Điểm tiếp nhận xã Gia Lâm",
        dossier_code="H26.18-260112-0153",
        procedure_name=(
            "Đăng ký biến động đối với trường hợp chuyển đổi quyền sử dụng đất nông nghiệp mà không theo phương án "
            "dồn điền, đổi thửa, chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất, quyền sở hữu tài sản gắn liền "
            "với đất, góp vốn bằng quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"
        ),
        procedure_code="1.012784",
        owner=SlipParty(
            salutation="Ông",
            name="Lê Quang Vinh",
            identity_number="001078004321",
            address="Thôn Đào Xuyên, xã Bát Tràng, thành phố Hà Nội",
            phone="0987 654 321",
        ),
        received_at=instant(2026, 1, 12, 8, 40),
        due_at=instant(2026, 1, 26, 17, 0),
        limit_words="10 ngày làm việc",
        due_explanation="10 ngày làm việc kể từ ngày 13/01/2026, không tính thứ bảy, chủ nhật",
        return_method="trả tại nhà qua dịch vụ bưu chính công ích",
        papers=tuple(
            SlipPaper(name=name, originals=1 + index % 2, certified_copies=index % 3, note=note)
            for index, (name, note) in enumerate(
                zip(LAND_PAPER_NAMES, ["", "", "02 trang đóng dấu giáp lai", ""] * 5, strict=True)
            )
        ),
        fees=(
            SlipFee(label="Phí thẩm định hồ sơ cấp Giấy chứng nhận", amount="500.000 đồng"),
            SlipFee(label="Lệ phí cấp Giấy chứng nhận", amount="28.000 đồng", note="đã nộp"),
            SlipFee(label="Phí khai thác và sử dụng tài liệu đất đai", amount="40.000 đồng"),
        ),
        fee_total="568.000 đồng",
        fee_total_words="Năm trăm sáu mươi tám nghìn đồng",
        register_book="02/2026",
        register_number="153",
    )
)

ORGANIZATION = with_codes(
    replace(
        BIRTH,
        dossier_code="H26.45-261102-0012",
        procedure_name="Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm",
        procedure_code="2.002425",
        submitter=SlipParty(
            name="Công ty trách nhiệm hữu hạn một thành viên Thực phẩm sạch Ước Mơ Đỏ",
            identity_number="0109876543-001",
            address="Lô CN-07, Khu công nghiệp Phú Thị, xã Thuận An, thành phố Hà Nội",
            phone="024 3678 9012",
            email="lienhe@thucphamuocmo.example.vn",
        ),
        channel="trực tuyến",
        representative=SlipParty(
            salutation="Ông",
            name="Đỗ Hữu Phước",
            identity_number="001080098765",
            capacity="Giám đốc, người đại diện theo pháp luật",
            phone="0903 111 222",
        ),
        received_at=instant(2026, 11, 2, 10, 15),
        due_at=instant(2026, 11, 23, 17, 0),
        limit_words="15 ngày làm việc",
        due_explanation="",
        return_method="bản điện tử trong Kho quản lý dữ liệu điện tử của tổ chức",
        papers=(
            SlipPaper(name="Đơn đề nghị cấp giấy chứng nhận", electronic=1),
            SlipPaper(
                name="Bản thuyết minh về cơ sở vật chất, trang thiết bị, dụng cụ", electronic=1
            ),
            SlipPaper(name="Danh sách người sản xuất đã được tập huấn", originals=1, electronic=1),
        ),
        fees=(
            SlipFee(
                label="Phí thẩm định cơ sở sản xuất",
                amount="700.000 đồng",
                note="đã nộp trực tuyến",
            ),
        ),
        fee_total="700.000 đồng",
        fee_total_words="Bảy trăm nghìn đồng",
        submitter_signature_name="Đỗ Hữu Phước",
        officer_title="",
    )
)

AT_ONCE = with_codes(
    replace(
        BIRTH,
        dossier_code="H26.45-260205-0008",
        procedure_name="Cấp bản sao trích lục hộ tịch",
        procedure_code="2.000635",
        due_at=None,
        due_explanation="",
        limit_words="trả ngay trong ngày",
        papers=(SlipPaper(name="Tờ khai cấp bản sao trích lục hộ tịch", originals=1),),
        fees=(SlipFee(label="Phí cấp bản sao trích lục (02 bản)", amount="16.000 đồng"),),
        fee_total="16.000 đồng",
        fee_total_words="Mười sáu nghìn đồng",
        copies=(SlipCopy.APPLICANT, SlipCopy.OFFICE),
    )
)

SAMPLES = {"birth": BIRTH, "land": LAND, "organization": ORGANIZATION, "at-once": AT_ONCE}


def of_2020(data: SlipData) -> SlipData:
    """The same slip as a district one-stop desk would have printed it in 2020 (form set of 2018)."""
    return replace(
        data,
        superior_agency="Ủy ban nhân dân huyện Gia Lâm",
        agency="Bộ phận Tiếp nhận và Trả kết quả",
        desk_name="Bộ phận Tiếp nhận và Trả kết quả huyện Gia Lâm",
        received_at=instant(2020, 3, 4, 8, 5),
        due_at=data.due_at and instant(2020, 3, 18, 17, 0),
        due_explanation="",
        register_book="01/2020",
        register_number="07",
    )
