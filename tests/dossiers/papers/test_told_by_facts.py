"""Each paper says what the record says, as it was on its day: read from the PDF itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive_group import receive_group
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_filled.filling import papers_of
from motcua.dossiers.papers_filled.genuine import check_paper
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Act, Decision, Party, PartyRole
from motcua.kernel.dates_vi import moment_words
from motcua.kernel.verdict import NotFound
from motcua.ledger.queries import FactRow, facts_about
from motcua.papers.form_sets import PaperNotInFormSet
from motcua.papers.rendering import page_count
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy
from tests.dossiers.papers.conftest import (
    WHY,
    Lived,
    asked,
    decided,
    moment,
    paper,
    pdf_of,
    returned,
    started,
    stopped,
    supplemented,
    words_of,
)
from tests.papers.reading import qr_codes
from tests.support.acts import ASKED, do, register
from tests.support.clock import PLAIN_MORNING, at
from tests.support.reception import BIRTH, BUSINESS, LAND, OWNER, a_reception
from tests.support.working_office import officer

EXTEND = (
    "10 15:00",
    Act.EXTEND,
    inputs.Extend(to_day=date(2026, 6, 18), reason=WHY),
    "lanhdao",
)
APOLOGIZE = (
    "19 09:00",
    Act.APOLOGIZE,
    inputs.Extend(to_day=date(2026, 6, 24), reason=WHY),
    "lanhdao",
)


def has(text: str, *words: str) -> bool:
    """All of these words, one after the other."""
    place = 0
    for one in words:
        place = text.find(one, place)
        if place < 0:
            raise AssertionError(f"{one!r} is not there, or not in its place, in: {text}")
    return True


def kinds(code: str) -> list[tuple[PaperKind, int]]:
    return [(one.kind, one.seq) for one in papers_of(officer("tiepnhan1"), code)]


def test_the_slip_says_what_was_promised_and_where_it_stands_in_the_register(lived: Lived) -> None:
    code = lived(())
    row = Dossier.objects.get(code=code)
    assert row.due_at is not None
    assert has(
        words_of(code, PaperKind.SLIP),
        code,
        "GIẤY TIẾP NHẬN HỒ SƠ",
        "Bà Nguyễn Thị Hồng Nhung",
        "001185012345",
        "Đăng ký thành lập hộ kinh doanh",
        "03 ngày làm việc",
        moment_words(row.received_at),
        moment_words(row.due_at),
        f"Quyển số: {row.register_year}; Số thứ tự: {row.register_number:02d}",
        "Nguyễn Thị Thu Hà",
    )


def test_a_request_to_complete_lists_each_thing_and_is_signed_by_who_asked(lived: Lived) -> None:
    code = lived((*started(), *asked()))
    assert has(
        words_of(code, PaperKind.SUPPLEMENT_REQUEST),
        "ngày 11 tháng 6 năm 2026",
        "PHIẾU YÊU CẦU BỔ SUNG",
        "Bà Nguyễn Thị Hồng Nhung",
        "Thời gian nhận hồ sơ: 09 giờ 00 phút, ngày 10 tháng 6 năm 2026",
        "Tờ khai",
        "Ký tên vào tờ khai",
        "Bản sao căn cước",
        "Nộp bản rõ",
        "Lý do: Tờ khai chưa ký",
        "Hoàng Thị Lan Phương",
    )


def test_a_request_before_reception_comes_from_the_desk_and_names_no_reception(
    standing: None,
) -> None:
    code = register()
    do(code, Act.ASK_TO_COMPLETE, ASKED)
    text = words_of(code, PaperKind.SUPPLEMENT_REQUEST)
    assert has(text, "TRUNG TÂM PHỤC VỤ", "Ký tên vào tờ khai", "Nguyễn Thị Thu Hà")
    assert "Thời gian nhận hồ sơ" not in text
    assert kinds(code)[0] == (PaperKind.SUPPLEMENT_REQUEST, 2)
    with pytest.raises(NotFound):
        paper(code, PaperKind.SLIP)


def test_how_many_of_a_paper_are_wanted_is_what_the_catalogue_says(lived: Lived) -> None:
    code = lived(started())
    wanted = dossier_detail(officer("lanhdao"), code).procedure.default_variant.papers[0]
    item = inputs.AskedItem(name=wanted.name, what="Ký lại", required_document_id=wanted.id)
    given = inputs.AskToComplete(items=(item,), reason="Chưa ký")
    do(code, Act.REQUEST_SUPPLEMENT, given, by="thuly2", at=moment(11, "08:00"))
    (told,) = paper(code, PaperKind.SUPPLEMENT_REQUEST).data.items
    assert told.originals == wanted.originals
    assert wanted.originals


def test_each_request_has_its_own_paper(lived: Lived) -> None:
    again = replace(ASKED, reason="Tờ khai ký sai chỗ")
    allow = ("12 10:00", Act.ALLOW_SUPPLEMENT, inputs.WithReason(reason="Cần"), "lanhdao")
    ask = ("12 11:00", Act.REQUEST_SUPPLEMENT, again, "thuly2")
    code = lived((*started(), *asked(), *supplemented(), allow, ask))
    seqs = [seq for kind, seq in kinds(code) if kind is PaperKind.SUPPLEMENT_REQUEST]
    assert seqs == [7, 4]
    newest = words_of(code, PaperKind.SUPPLEMENT_REQUEST)
    assert has(newest, "ngày 12 tháng 6 năm 2026", "Tờ khai ký sai chỗ", "Yêu cầu lần 02.")
    assert has(words_of(code, PaperKind.SUPPLEMENT_REQUEST, seq=4), "Tờ khai chưa ký")


def test_a_refusal_at_the_desk_is_signed_there(standing: None) -> None:
    code = register()
    why = inputs.WithReason(reason="Không thuộc thẩm quyền của xã")
    do(code, Act.REFUSE_RECEPTION, why, by="tiepnhan1")
    text = words_of(code, PaperKind.RECEPTION_REFUSAL)
    assert has(text, "TRUNG TÂM PHỤC VỤ", "PHIẾU TỪ CHỐI TIẾP NHẬN", "Không thuộc thẩm quyền")
    assert has(text, "NGƯỜI TIẾP NHẬN HỒ SƠ", "Nguyễn Thị Thu Hà")


def test_a_decision_to_decline_is_signed_by_who_declined(lived: Lived) -> None:
    code = lived((*started(), *decided(Decision.DECLINED, "Ngành nghề bị cấm kinh doanh")))
    text = words_of(code, PaperKind.RECEPTION_REFUSAL)
    assert has(text, "Ngành nghề bị cấm kinh doanh", "NGƯỜI TỪ CHỐI", "Đặng Thị Bích Vân")
    assert "NGƯỜI TIẾP NHẬN" not in text


def test_granting_gives_no_refusal(lived: Lived) -> None:
    code = lived((*started(), *decided()))
    assert PaperKind.RECEPTION_REFUSAL not in dict(kinds(code))


def test_an_extension_is_an_apology_with_both_dates_and_the_days_asked_for(lived: Lived) -> None:
    code = lived((*started(), EXTEND))
    assert has(
        words_of(code, PaperKind.APOLOGY),
        "VĂN BẢN XIN LỖI",
        "Kính gửi: Bà Nguyễn Thị Hồng Nhung",
        "Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 15 tháng 6 năm 2026",
        f"Lý do: {WHY}",
        "Thời gian đề nghị gia hạn: 03 ngày làm việc",
        "17 giờ 00 phút, ngày 18 tháng 6 năm 2026",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Đặng Thị Bích Vân",
    )


def test_a_second_apology_starts_from_the_date_that_the_first_gave(lived: Lived) -> None:
    code = lived((*started(), EXTEND, APOLOGIZE))
    first = pdf_of(code, PaperKind.APOLOGY, seq=4)
    text = words_of(code, PaperKind.APOLOGY)
    assert has(text, "ngày 18 tháng 6 năm 2026", "04 ngày làm việc", "ngày 24 tháng 6 năm 2026")
    assert first != pdf_of(code, PaperKind.APOLOGY)


def test_a_stop_says_why_what_is_given_back_and_what_becomes_of_the_fee(lived: Lived) -> None:
    code = lived((*started(), *asked(), *stopped()))
    assert has(
        words_of(code, PaperKind.STOP_NOTICE),
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Căn cứ dừng giải quyết: Hồ sơ không được bổ sung",
        "Thời điểm dừng giải quyết: 10 giờ 00 phút, ngày 16 tháng 6 năm 2026",
        "Lý do: Quá thời hạn mà không bổ sung",
        "Giấy đề nghị đăng ký hộ kinh doanh (số lượng: 01)",
        "Phí, lệ phí đã nộp: không hoàn lại",
        "KT. CHỦ TỊCH",
    )


def test_a_refund_is_told_in_words(lived: Lived) -> None:
    steps = (*started(), *asked(), *stopped(fee_refund_vnd=20_000))
    text = words_of(lived(steps), PaperKind.STOP_NOTICE)
    assert "hoàn lại 20.000 đồng (Hai mươi nghìn đồng)" in text


def test_a_stop_before_the_circular_of_2025_is_refused_plainly(
    lived: Lived, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = lived((*started(), *asked(), *stopped()))
    earlier = at(date(2025, 9, 14), "10:00")
    facts = "motcua.dossiers.papers_filled.filling.facts_about"
    monkeypatch.setattr(facts, lambda kind, found: _told_at(kind, found, earlier))
    with pytest.raises(PaperNotInFormSet):
        paper(code, PaperKind.STOP_NOTICE)
    assert PaperKind.STOP_NOTICE not in dict(kinds(code))


def _told_at(kind: str, dossier_id: int, when: datetime) -> list[FactRow]:
    return [replace(fact, occurred_at=when) for fact in facts_about(kind, dossier_id)]


def test_the_receipt_says_who_got_what(lived: Lived) -> None:
    code = lived((*started(), *decided(), *returned()))
    assert has(
        words_of(code, PaperKind.RETURN_RECEIPT),
        "GIẤY BIÊN NHẬN TRẢ KẾT QUẢ",
        "Người nhận kết quả: Bà Nguyễn Thị Hồng Nhung",
        "001185012345",
        "Số: 15/GCN",
        "Ngày ký: ngày 12 tháng 6 năm 2026",
        "Trích yếu: Chứng nhận đăng ký hộ kinh doanh",
        "Thời gian trả: 08 giờ 20 phút, ngày 15 tháng 6 năm 2026",
        "Nguyễn Thị Thu Hà",
    )


def test_a_stranger_who_collects_stands_with_his_authority(lived: Lived) -> None:
    given = inputs.ReturnResult(
        recipient_name="Trần Văn Khác",
        recipient_number="001090000011",
        authority="Giấy ủy quyền số 7",
    )
    code = lived((*started(), *decided(), *returned(given)))
    text = words_of(code, PaperKind.RETURN_RECEIPT)
    assert has(text, "Trần Văn Khác", "001090000011", "Giấy ủy quyền số 7")


def test_the_control_slip_has_a_block_for_each_change_of_hands(lived: Lived) -> None:
    code = lived((*started(), *asked(), *supplemented(), *decided(), *returned()))
    blocks = [
        (one.giver_name, one.receiver_name, one.outcome)
        for one in paper(code, PaperKind.CONTROL_SLIP).data.hand_overs
    ]
    citizen, desk, officer_of_it = OWNER.name, "Nguyễn Thị Thu Hà", "Hoàng Thị Lan Phương"
    leader, clerk = "Đặng Thị Bích Vân", "Bùi Thị Kim Oanh"
    assert blocks == [
        (citizen, desk, ""),
        (desk, officer_of_it, "Trước hạn"),
        (officer_of_it, citizen, "Trước hạn"),
        (citizen, officer_of_it, ""),
        (officer_of_it, leader, "Trước hạn"),
        (leader, clerk, "Trước hạn"),
        (clerk, desk, "Trước hạn"),
        (desk, citizen, ""),
    ]
    assert has(words_of(code, PaperKind.CONTROL_SLIP), "1. Giao: Người nộp", "2. Nhận: Phòng Kinh")


def test_a_stretch_that_ends_after_the_date_is_late(lived: Lived) -> None:
    code = lived((*started(), *decided(when="16 09:00")))
    outcomes = [one.outcome for one in paper(code, PaperKind.CONTROL_SLIP).data.hand_overs]
    assert outcomes == ["", "Trước hạn", "Quá hạn", "Quá hạn"]


def test_the_history_leaves_out_what_officers_tell_each_other(lived: Lived) -> None:
    secret = "Gia đình này khó khăn, xin làm nhanh"
    noted = ("10 16:00", Act.NOTE, inputs.Note(text=secret), "thuly2")
    code = lived((*started(), noted, *decided()))
    outside = words_of(code, PaperKind.PROCESSING_HISTORY)
    inside = words_of(code, PaperKind.PROCESSING_HISTORY, internal=True)
    assert has(outside, "Tiếp nhận", "Phân công", "Hoàng Thị Lan Phương", "Bắt đầu giải quyết")
    assert secret not in outside
    assert "Đã đối chiếu, xin ký" not in outside
    assert secret in inside
    assert "Đã đối chiếu, xin ký" in inside


def test_an_old_paper_is_printed_again_with_the_same_bytes_whatever_has_happened_since(
    lived: Lived,
) -> None:
    code = lived((*started(), *asked()))
    papers = [(kind, seq) for kind, seq in kinds(code)]
    before = [pdf_of(code, kind, seq=seq) for kind, seq in papers]
    people = (replace(OWNER, name="Nguyễn Thị Hồng Nhật", phone="0987654321"),)
    amend = inputs.Amend(parties=people, reason="Gõ sai tên")
    do(code, Act.AMEND, amend, by="tiepnhan1", at=moment(12, "08:00"))
    (step,) = supplemented()
    do(code, step[1], step[2], by=step[3], at=moment(12, "09:15"))
    assert [pdf_of(code, kind, seq=seq) for kind, seq in papers] == before
    assert "Nguyễn Thị Hồng Nhật" in words_of(code, PaperKind.SLIP)


def test_a_slip_given_anew_says_that_it_stands_for_the_one_before(lived: Lived) -> None:
    code = lived((*started(), *asked(), *supplemented()))
    assert [seq for kind, seq in kinds(code) if kind is PaperKind.SLIP] == [5, 1]
    row = Dossier.objects.get(code=code)
    assert row.due_at is not None
    anew = words_of(code, PaperKind.SLIP)
    assert has(anew, moment_words(row.due_at), "Giấy này thay giấy đã cấp trước, lập lúc 09 giờ 15")
    assert "Giấy này thay" not in words_of(code, PaperKind.SLIP, seq=1)


def test_codes_of_the_paper_are_those_of_the_record(lived: Lived) -> None:
    code = lived((*started(), *asked()))
    data, look_up, rating = qr_codes(pdf_of(code, PaperKind.SUPPLEMENT_REQUEST, size=PaperSize.A4))
    assert "/danh-gia/" in rating
    assert data == f"{code}|1.001612|001185012345|Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"
    address, _query, mark = look_up.partition("?giay=")
    assert address.endswith(f"/ho-so/{code}")
    paper = check_paper(code, mark)
    assert paper is not None
    assert (paper.title, paper.check.seq) == ("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", 4)


def test_a_group_has_one_slip_and_minutes_of_all_of_it(standing: None) -> None:
    given = tuple(a_reception(code, at=PLAIN_MORNING) for code in (BUSINESS, LAND, BIRTH))
    refs = receive_group(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)
    codes = [ref.code for ref in refs]
    for code in codes:
        assert has(words_of(code, PaperKind.GROUP_SLIP), *codes, "Tổng số hồ sơ: 03")
        assert has(words_of(code, PaperKind.GROUP_MINUTES), "BIÊN BẢN GIAO NHẬN HỒ SƠ", *codes)
    assert f"Nộp cùng lần này: {codes[1]}, {codes[2]}" in words_of(codes[0], PaperKind.SLIP)
    first = pdf_of(codes[0], PaperKind.GROUP_SLIP)
    assert pdf_of(codes[2], PaperKind.GROUP_SLIP) == first
    do(codes[1], Act.WITHDRAW, inputs.Withdraw(reason="Thôi"), by="tiepnhan1")
    assert pdf_of(codes[0], PaperKind.GROUP_SLIP) == first


def test_a_dossier_alone_has_no_group_papers(lived: Lived) -> None:
    with pytest.raises(NotFound):
        paper(lived(()), PaperKind.GROUP_SLIP)


def test_who_hands_in_for_another_is_the_one_told(lived: Lived) -> None:
    father = Party(
        role=PartyRole.SUBMITTER, name="Lê Văn Cha", phone="0912345679", authority="Chồng"
    )
    code = lived((*started(), *asked(), *stopped()), parties=(OWNER, father))
    text = words_of(code, PaperKind.STOP_NOTICE)
    assert has(text, "Lê Văn Cha", "Chủ hồ sơ: Bà Nguyễn Thị Hồng Nhung")


def test_both_copies_are_in_one_file(lived: Lived) -> None:
    both = (SlipCopy.OFFICE, SlipCopy.APPLICANT)
    assert page_count(pdf_of(lived(()), PaperKind.SLIP, copies=both)) == 2
