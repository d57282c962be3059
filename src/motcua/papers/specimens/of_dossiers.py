"""Specimens of the forms about one dossier."""

from __future__ import annotations

from datetime import datetime

from motcua.papers.data.handing import ReturnReceipt, TransferredPaper, TransferSlip
from motcua.papers.data.notices import (
    Apology,
    ReceptionRefusal,
    RequestedItem,
    ReturnedPaper,
    StopNotice,
    SupplementRequest,
)
from motcua.papers.data.processing import ControlSlip, HandOver, ProcessingHistory, ProcessingStep
from motcua.papers.data.receipts import FeeReceipt, ReceiptLine
from motcua.papers.specimens.people import (
    CHAIRMAN,
    CONTACT,
    DESK,
    DOSSIER_CODE,
    FATHER,
    LOOKUP,
    MOTHER,
    OFFICER,
    PROCEDURE,
    PROCEDURE_CODE,
    RATING,
    RATING_CODE,
    RECIPIENTS,
    days_after,
    head,
)
from motcua.papers.vocabulary import SlipData, SlipFee, SlipPaper

GROUND = "Điều 26 Nghị định số 123/2015/NĐ-CP"
UNIT = "Công chức tư pháp - hộ tịch"


def slip(at: datetime) -> SlipData:
    top = head(at, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")
    return SlipData(
        superior_agency=top.superior_agency,
        agency=top.agency,
        place_name=top.place_name,
        desk_name=DESK,
        dossier_code=DOSSIER_CODE,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        submitter=MOTHER,
        channel="trực tiếp",
        received_at=at,
        due_at=days_after(at, 7),
        limit_words="05 ngày làm việc",
        due_explanation="05 ngày làm việc, không tính ngày tiếp nhận, thứ bảy, chủ nhật",
        return_method=DESK,
        papers=(
            SlipPaper(name="Tờ khai đăng ký lại khai sinh theo mẫu", originals=1),
            SlipPaper(name="Bản sao giấy khai sinh cũ", certified_copies=1, photocopies=2),
            SlipPaper(name="Căn cước của người yêu cầu", originals=1, shown_only=True),
        ),
        fees=(SlipFee(label="Lệ phí hộ tịch", amount="8.000 đồng", note="đã nộp"),),
        fee_total="8.000 đồng",
        fee_total_words="Tám nghìn đồng",
        register_book="01/2026",
        register_number="07",
        submitter_signature_name=MOTHER.name,
        officer_name=OFFICER.name,
        officer_title=OFFICER.title,
        notes=("Khi đến nhận kết quả, mang theo giấy này và căn cước.",),
        contact_phone=CONTACT.phone,
        data_code_text=top.data_code_text,
        lookup_url=LOOKUP + DOSSIER_CODE,
        rating_url=RATING,
        rating_code=RATING_CODE,
    )


def supplement_request(at: datetime) -> SupplementRequest:
    return SupplementRequest(
        head=head(at, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", "05/HDHS"),
        desk_name=DESK,
        applicant=MOTHER,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        received_at=at,
        items=(
            RequestedItem(
                name="Tờ khai đăng ký lại khai sinh theo mẫu",
                originals=1,
                reason="chưa ghi nơi đăng ký khai sinh trước đây",
            ),
            RequestedItem(
                name="Bản sao toàn bộ giấy tờ có thông tin về khai sinh",
                certified_copies=1,
                photocopies=2,
            ),
        ),
        reason=f"Thành phần hồ sơ chưa đủ theo {GROUND}.",
        respond_by=days_after(at, 30),
        contact=CONTACT,
        signer=OFFICER,
        rating_url=RATING,
        rating_code=RATING_CODE,
    )


def reception_refusal(at: datetime) -> ReceptionRefusal:
    return ReceptionRefusal(
        head=head(at, "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "02/TCHS"),
        desk_name=DESK,
        applicant=MOTHER,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        submitted_at=at,
        reasons=(
            "Việc khai sinh đã được đăng ký và sổ hộ tịch gốc còn lưu tại Ủy ban nhân dân xã.",
            "Yêu cầu phù hợp là cấp bản sao trích lục khai sinh (mã thủ tục 2.000635).",
        ),
        grounds=(GROUND,),
        returned_papers=("Tờ khai và toàn bộ giấy tờ kèm theo (04 giấy tờ)",),
        contact=CONTACT,
        applicant_signature_name=MOTHER.name,
        signer=OFFICER,
        rating_url=RATING,
        rating_code=RATING_CODE,
    )


def apology(at: datetime) -> Apology:
    return Apology(
        head=head(at, "Văn bản xin lỗi", "03/PXL"),
        applicant=MOTHER,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        sector_name="Hộ tịch",
        received_at=at,
        promised_at=days_after(at, 7),
        reason="Ủy ban nhân dân nơi đăng ký khai sinh trước đây chưa trả lời kết quả xác minh.",
        extension_words="03 ngày làm việc",
        new_due_at=days_after(at, 12),
        contact=CONTACT,
        recipients=RECIPIENTS,
        signer=CHAIRMAN,
    )


def stop_notice(at: datetime) -> StopNotice:
    return StopNotice(
        head=head(at, "Thông báo dừng giải quyết hồ sơ", "01/TB-TTPVHCC"),
        applicant=MOTHER,
        owner=FATHER,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        received_at=at,
        basis=("Đơn đề nghị rút hồ sơ của bà Nguyễn Thị Hồng Nhung", GROUND),
        stopped_at=days_after(at, 3, 9),
        reason="Người nộp hồ sơ đề nghị rút hồ sơ trước khi có kết quả.",
        returned_papers=(
            ReturnedPaper(name="Tờ khai đăng ký lại khai sinh"),
            ReturnedPaper(name="Bản sao giấy khai sinh cũ", count=2),
        ),
        fee_words="Hoàn trả 8.000 đồng lệ phí đã nộp",
        contact=CONTACT,
        recipients=RECIPIENTS,
        signer=CHAIRMAN,
    )


def transfer_slip(at: datetime) -> TransferSlip:
    return TransferSlip(
        head=head(at, "Phiếu chuyển xử lý hồ sơ"),
        giving_place="Phòng Văn hóa - Xã hội, Ủy ban nhân dân xã Gia Lâm",
        receiving_place="Công an xã Gia Lâm",
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        applicant_name=f"Bà {MOTHER.name}",
        received_at=at,
        due_at=days_after(at, 7),
        task="Xác minh nơi cư trú của gia đình, trả lời bằng văn bản",
        limit_words="2 ngày làm việc",
        rows=(
            TransferredPaper(name="Tờ khai", originals=1),
            TransferredPaper(name="Bản sao căn cước", copies=2),
        ),
        files=3,
        giving_officer="Phạm Thu Hương",
        receiving_officer="Đặng Văn Hùng",
    )


def control_slip(at: datetime) -> ControlSlip:
    return ControlSlip(
        head=head(at, "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        register_book="01/2026",
        register_number="07",
        applicant_name=f"Bà {MOTHER.name}",
        phone=MOTHER.phone,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        received_at=at,
        due_at=days_after(at, 7),
        handling_agency="Phòng Văn hóa - Xã hội",
        cooperating_agencies=("Công an xã Gia Lâm", "Ủy ban nhân dân xã Bát Tràng"),
        hand_overs=(
            HandOver(
                giver="Bộ phận tiếp nhận và trả kết quả",
                receiver="Phòng Văn hóa - Xã hội",
                at=days_after(at, 0, 16),
                giver_name=OFFICER.name,
                receiver_name="Phạm Thu Hương",
                outcome="Đúng hạn",
            ),
            HandOver(
                giver="Phòng Văn hóa - Xã hội",
                receiver="Lãnh đạo Ủy ban nhân dân xã",
                at=days_after(at, 4, 10),
                giver_name="Phạm Thu Hương",
                receiver_name=CHAIRMAN.name,
                outcome="Trước hạn",
                note="Trình ký",
            ),
        ),
        empty_blocks=1,
    )


def processing_history(at: datetime) -> ProcessingHistory:
    return ProcessingHistory(
        head=head(at, "Quá trình xử lý hồ sơ"),
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        applicant_name=MOTHER.name,
        received_at=at,
        due_at=days_after(at, 7),
        status_name="Đã trả kết quả",
        steps=(
            ProcessingStep(
                at=at, by=OFFICER.name, act="Tiếp nhận hồ sơ", receiver="Phạm Thu Hương"
            ),
            ProcessingStep(
                at=days_after(at, 1, 9),
                by="Phạm Thu Hương",
                act="Xác minh nơi đăng ký khai sinh trước đây",
                receiver="Ủy ban nhân dân xã Bát Tràng",
                due_at=days_after(at, 4),
            ),
            ProcessingStep(
                at=days_after(at, 6, 14),
                by=CHAIRMAN.name,
                act="Ký Giấy khai sinh",
                receiver=OFFICER.name,
                due_at=days_after(at, 7),
                note="Trước hạn",
            ),
        ),
        signer=OFFICER,
    )


def return_receipt(at: datetime) -> ReturnReceipt:
    return ReturnReceipt(
        head=head(days_after(at, 7, 9), "Giấy biên nhận trả kết quả"),
        desk_name=DESK,
        owner=MOTHER,
        receiver=FATHER,
        procedure_name=PROCEDURE,
        procedure_code=PROCEDURE_CODE,
        result_kind="Giấy khai sinh",
        result_number="15/2026",
        result_day=days_after(at, 6).date(),
        result_summary="Đăng ký lại khai sinh cho bà Nguyễn Thị Hồng Nhung",
        returned_at=days_after(at, 7, 9),
        return_method="Trực tiếp tại quầy số 2",
        authorization="Giấy ủy quyền ngày 05/02/2026",
        returned_papers=("Bản chính Căn cước", "Giấy khai sinh cũ"),
        fee_words="Đã nộp đủ 8.000 đồng",
        officer=OFFICER,
        contact=CONTACT,
        rating_url=RATING,
        rating_code=RATING_CODE,
    )


def fee_receipt(at: datetime) -> FeeReceipt:
    return FeeReceipt(
        head=head(at, "Biên lai thu tiền phí, lệ phí"),
        collecting_unit="Ủy ban nhân dân xã Gia Lâm",
        unit_address="Số 10 đường Ngô Xuân Quảng, xã Gia Lâm, thành phố Hà Nội",
        tax_code="0100123456",
        form_code="01BLP0-001",
        symbol="GL-26E",
        receipt_number="0000123",
        payer_name=MOTHER.name,
        payer_address=MOTHER.address,
        payer_tax_code=MOTHER.identity_number,
        procedure_name=PROCEDURE,
        lines=(
            ReceiptLine(name="Lệ phí hộ tịch", amount_vnd=8_000, is_charge=True),
            ReceiptLine(name="Phí cấp bản sao trích lục", amount_vnd=16_000, note="02 bản"),
        ),
        payment_method="Tiền mặt",
        collector=OFFICER,
    )
