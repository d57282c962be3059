"""The office, the people and the moments of the specimens."""

from __future__ import annotations

from datetime import datetime, timedelta

from motcua.kernel.clock import ZONE
from motcua.papers.codes import paper_code_text
from motcua.papers.data.heads import Contact, PaperHead, Signer
from motcua.papers.vocabulary import SlipParty

DESK = "Trung tâm Phục vụ hành chính công xã Gia Lâm"
DOSSIER_CODE = "H26.45-260205-0007"
PROCEDURE = "Đăng ký lại khai sinh"
PROCEDURE_CODE = "1.004884"
IN_2026 = datetime(2026, 2, 5, 15, 20, tzinfo=ZONE)
IN_2020 = datetime(2020, 3, 4, 8, 5, tzinfo=ZONE)
LOOKUP = "https://motcua.example.vn/tra-cuu/?ma="
RATING_CODE = "7K3M-Q9PD-2HXA"
RATING = f"https://motcua.example.vn/danh-gia/{RATING_CODE.replace('-', '')}/"

MOTHER = SlipParty(
    salutation="Bà",
    name="Nguyễn Thị Hồng Nhung",
    identity_number="001095012345",
    address="Số 12, ngõ 45 đường Ngô Xuân Quảng, xã Gia Lâm, thành phố Hà Nội",
    phone="0912 345 678",
    email="hongnhung95@example.vn",
)
FATHER = SlipParty(
    salutation="Ông",
    name="Lê Quang Vinh",
    identity_number="001078004321",
    address="Thôn Đào Xuyên, xã Bát Tràng, thành phố Hà Nội",
    phone="0987 654 321",
)
OFFICER = Signer(name="Trần Văn Thành", title="Công chức tư pháp - hộ tịch")
KEEPER = Signer(name="Trần Văn Thành")
CHAIRMAN = Signer(name="Hoàng Thị Kim Phượng", title="Phó Chủ tịch", authority="KT. Chủ tịch")
CONTACT = Contact(name="ông Trần Văn Thành", phone="024 3827 6543")
RECIPIENTS = ("Như trên;", "Trung tâm Phục vụ hành chính công;", "Lưu: VT, TTPVHCC.")


def head(at: datetime, paper_name: str, number: str = "", *, of_dossier: bool = True) -> PaperHead:
    """The head of a paper of our commune at that moment, about the specimen dossier or about none."""
    code_text = paper_code_text(
        dossier_code=DOSSIER_CODE,
        procedure_code=PROCEDURE_CODE,
        identity_number=MOTHER.identity_number,
        paper_name=paper_name,
    )
    return PaperHead(
        superior_agency="Ủy ban nhân dân xã Gia Lâm",
        agency="Trung tâm Phục vụ hành chính công",
        place_name="Gia Lâm",
        at=at,
        number=number,
        dossier_code=DOSSIER_CODE if of_dossier else "",
        data_code_text=code_text if of_dossier else "",
        lookup_url=LOOKUP + DOSSIER_CODE if of_dossier else "",
    )


def days_after(at: datetime, days: int, hour: int = 17) -> datetime:
    return (at + timedelta(days=days)).replace(hour=hour, minute=0)
