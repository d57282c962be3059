"""Specimens of lists and books."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from motcua.kernel.clock import local_day
from motcua.papers.data.groups import GroupDossier, GroupSlip
from motcua.papers.data.handing import (
    DossierHandOver,
    HandedDossier,
    HandedResult,
    PostItem,
    PostList,
    ResultHandOver,
)
from motcua.papers.data.registers import (
    CertificationRegister,
    CertificationRow,
    DossierRegister,
    RegisterClosing,
    RegisterRow,
)
from motcua.papers.specimens.people import (
    CHAIRMAN,
    CONTACT,
    DESK,
    FATHER,
    KEEPER,
    LOOKUP,
    MOTHER,
    OFFICER,
    days_after,
    head,
)
from motcua.papers.vocabulary import SlipCopy

UNIT = "Phòng Văn hóa - Xã hội"
PROCEDURES = (
    "Đăng ký lại khai sinh",
    "Cấp bản sao trích lục hộ tịch",
    "Chứng thực bản sao từ bản chính giấy tờ, văn bản",
    "Xác nhận tình trạng hôn nhân",
)
NAMES = (MOTHER.name, FATHER.name, "Đỗ Hữu Phước", "Công ty TNHH Thực phẩm sạch Ước Mơ Đỏ")
CASES = tuple(
    (f"H26.45-260205-{number:04d}", procedure, name)
    for number, (procedure, name) in enumerate(zip(PROCEDURES, NAMES, strict=True), start=7)
)


def group_slip(at: datetime) -> GroupSlip:
    top = replace(
        head(at, "Giấy tiếp nhận nhiều hồ sơ", of_dossier=False),
        number="12/GTN",
        lookup_url=LOOKUP + CASES[0][0],
    )
    return GroupSlip(
        head=top,
        desk_name=DESK,
        submitter=MOTHER,
        channel="trực tiếp",
        received_at=at,
        rows=tuple(
            GroupDossier(
                dossier_code=code,
                procedure_name=procedure,
                owner_name=name,
                received_at=at,
                due_at=days_after(at, 7),
                limit_words="05 ngày làm việc",
                handling_unit=UNIT,
                fee_vnd=8_000,
            )
            for code, procedure, name in CASES
        ),
        return_method=DESK,
        submitter_signature_name=MOTHER.name,
        officer=OFFICER,
        contact=CONTACT,
        copies=(SlipCopy.APPLICANT, SlipCopy.OFFICE),
    )


def dossier_hand_over(at: datetime) -> DossierHandOver:
    return DossierHandOver(
        head=head(at, "Giấy bàn giao hồ sơ", "21/BGHS", of_dossier=False),
        giving_unit="Bộ phận tiếp nhận và trả kết quả",
        receiving_unit=UNIT,
        rows=tuple(
            HandedDossier(
                dossier_code=code,
                procedure_name=procedure,
                owner_name=name,
                papers=4,
                received_at=at,
                due_at=days_after(at, 7),
            )
            for code, procedure, name in CASES
        ),
        giving_officer=OFFICER.name,
        receiving_officer="Phạm Thu Hương",
    )


def result_hand_over(at: datetime) -> ResultHandOver:
    return ResultHandOver(
        head=head(at, "Phiếu bàn giao kết quả", "09/BGKQ", of_dossier=False),
        giving_unit=UNIT,
        receiving_unit="Bộ phận tiếp nhận và trả kết quả",
        rows=tuple(
            HandedResult(
                dossier_code=code,
                procedure_name=procedure,
                result="Giấy khai sinh số 15/2026",
                owner_name=name,
                address="Thôn Đào Xuyên, xã Bát Tràng",
                fee_vnd=8_000,
                by_post=code.endswith("8"),
            )
            for code, procedure, name in CASES
        ),
        giving_officer="Phạm Thu Hương",
        receiving_officer=OFFICER.name,
    )


def post_list(at: datetime) -> PostList:
    return PostList(
        head=head(at, "Danh sách bưu chính", "04/BC", of_dossier=False),
        desk_name=DESK,
        carrier="Bưu điện Gia Lâm",
        handed_at=at,
        rows=tuple(
            PostItem(
                dossier_code=code,
                tracking_number=f"EB12345678{code[-1]}VN",
                person_name=name,
                address=MOTHER.address,
                phone=MOTHER.phone,
                contents=procedure,
                collect_vnd=30_000 if code.endswith("7") else None,
            )
            for code, procedure, name in CASES
        ),
        officer=OFFICER,
        carrier_officer="Vũ Minh Đức",
    )


def dossier_register(at: datetime) -> DossierRegister:
    year = local_day(at).year
    return DossierRegister(
        head=head(at, "Sổ theo dõi hồ sơ", of_dossier=False),
        desk_name=DESK,
        book="01",
        year=year,
        opened_on=date(year, 1, 2),
        rows=tuple(
            RegisterRow(
                number=f"{number:02d}",
                dossier_code=code,
                procedure_name=procedure,
                owner_name=name,
                address=MOTHER.address,
                phone=MOTHER.phone,
                handling_agency=UNIT,
                received_at=at,
                due_at=days_after(at, 7),
                returned_at=days_after(at, 7, 9),
                returned_by=OFFICER.name,
                returned_to=name,
                return_method="Trực tiếp",
            )
            for number, (code, procedure, name) in enumerate(CASES, start=7)
        ),
        closing=RegisterClosing(
            closed_on=date(year, 12, 31),
            count=4,
            first_number="07",
            last_number="10",
            keeper=KEEPER,
            head_of_office=CHAIRMAN,
        ),
    )


def certification_register(at: datetime) -> CertificationRegister:
    year = local_day(at).year
    return CertificationRegister(
        head=head(at, "Sổ chứng thực", of_dossier=False),
        desk_name=DESK,
        book="01/2026 - SCT/BS",
        year=year,
        subject="Chứng thực bản sao từ bản chính",
        opened_on=date(year, 1, 2),
        rows=tuple(
            CertificationRow(
                number=f"{number:02d}/SCT-BS",
                day=local_day(at),
                requester_name=name,
                requester_identity=MOTHER.identity_number,
                document_kind="Căn cước, Giấy chứng nhận quyền sử dụng đất",
                copies=2,
                pages=6,
                fee_vnd=10_000 if number % 2 else None,
                signer_name=CHAIRMAN.name,
            )
            for number, (_code, _procedure, name) in enumerate(CASES, start=1)
        ),
    )
